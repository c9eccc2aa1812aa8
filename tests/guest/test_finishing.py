"""Nothing is deleted for good in one press, `Leave this page` excepted (guest-rules C11, C12)."""

import pytest

from tests.guest.answers import QUESTION
from tests.guest.visitor import BROMLEY, Visitor

ASKS = "Clear this screen?"
CLEAR = "This screen is clear"


def finish(guest: Visitor, **fields: str) -> Visitor:
    """Press Finish at the foot of the page that the guest is on."""
    where = f"/{BROMLEY}/finish"
    return guest.send(where, {"page": guest.at.split("#")[0], **fields})


def test_with_nothing_to_lose_the_screen_is_cleared_at_once(guest: Visitor) -> None:
    guest.open("privacy")
    assert CLEAR in finish(guest).text


def test_unsent_answers_are_asked_about_once_and_then_gone(guest: Visitor) -> None:
    guest.open().choose("question").write("Nobody may read this.")
    finish(guest)
    assert ASKS in guest.text
    assert "you have not sent" in guest.text
    assert "kept your code" not in guest.text
    assert "Nobody may read this." in guest.open("chat/1").text
    finish(guest, sure="yes")
    assert CLEAR in guest.text
    assert guest.open("chat/1").status == 404


def test_words_that_only_stand_in_the_box_count_and_are_there_after_no(guest: Visitor) -> None:
    guest.open()
    finish(guest, words="Half a wor", asked="")
    assert ASKS in guest.text
    back = guest.page.split(">No, go back<")[0].split('href="')[-1].split('"')[0]
    assert guest.open(back).box() == "Half a wor"


def test_the_question_is_a_page_that_no_form_leads_to_and_is_gone_afterwards(guest: Visitor) -> None:
    """Load it again, and no form with the guest's words is sent a second time."""
    guest.open()
    finish(guest, words="Half a wor", asked="")
    asks = guest.at
    assert asks.startswith(f"/{BROMLEY}/finish?page=")
    assert ASKS in guest.open(asks).text
    finish(guest, sure="yes")
    assert CLEAR in guest.open(asks).text


def test_both_ways_out_load_what_has_a_browser_forget_our_pages(guest: Visitor) -> None:
    """A cookie no script can read gets a new value each time (security.md 0.1)."""
    guest.open("privacy")
    finish(guest)
    assert 'rel="stylesheet" href="/cleared.css"' in guest.page
    assert 'rel="stylesheet" href="/cleared.css"' in guest.open("/leave").page
    told = [guest.browser.client.get("/cleared.css", base_url="https://here").headers for _ in range(2)]
    values = [one for head in told for one in head.getlist("Set-Cookie") if "__Host-cleared=" in one]
    assert len({*values}) == 2
    assert all("HttpOnly" in one and "Secure" in one and "expires" not in one.lower() for one in values)
    assert [head["Cache-Control"] for head in told] == ["no-store"] * 2


def test_no_leads_back_to_the_question(guest: Visitor) -> None:
    guest.open().choose("question")
    finish(guest, words="Half a wor", asked="question_words")
    back = guest.page.split(">No, go back<")[0].split('href="')[-1].split('"')[0]
    guest.open(back)
    assert (guest.asked, guest.box()) == ("question_words", "Half a wor")


def test_a_code_that_was_not_kept_is_asked_about_and_a_kept_one_is_not(guest: Visitor) -> None:
    guest.open().walk(QUESTION)
    assert ASKS in finish(guest).text
    assert "you have kept your code" in guest.text
    assert "have not sent" not in guest.text
    guest.send(f"/{BROMLEY}/chat/1/kept", {})
    assert CLEAR in finish(guest).text


@pytest.mark.parametrize("where", ["", "chat/1", "chat/1/sent", "case"])
def test_the_button_is_on_every_page_and_takes_the_words_of_the_box_along(guest: Visitor, where: str) -> None:
    guest.open().walk(QUESTION)
    page = guest.open(where).page
    foot = page[page.index("<footer") :]
    assert foot.count("Finish and clear this screen") == 1
    assert f'action="/{BROMLEY}/finish"' in foot
    assert ('form="turn"' in foot) == (where in ("", "chat/1"))


def test_a_code_is_hidden_only_after_a_second_press(guest: Visitor) -> None:
    _, code = guest.open().walk(QUESTION).code()
    link = guest.page.split("I have kept my code. Hide it.")[0].split('href="')[-1].split('"')[0]
    guest.open(link)
    assert "Have you kept your code?" in guest.text
    assert code not in guest.page
    assert code in guest.open("chat/1/sent").page
    guest.open(link)
    guest.send(f"/{BROMLEY}/chat/1/kept", {})
    assert code not in guest.page
    assert guest.open(link).at == f"/{BROMLEY}/chat/1/sent"
