"""Another language is one press away, and takes no answer with it (guest-rules H5, D14, D15)."""

import re
from collections.abc import Iterator

import pytest

from tests.guest.answers import QUESTION
from tests.guest.conftest import with_words
from tests.guest.visitor import BROMLEY, Visitor
from tests.i18n.pseudo import OPENS, pseudo_catalogues
from tests.webhouse import Web
from webchat.i18n.catalogue import Catalogue
from webchat.i18n.catalogues import Catalogues
from webchat.i18n.locales import BY_CODE

ELSEWHERE = ["//evil.example/", "https://evil.example/", "/ruils/case", "/leave", "/nope", ""]


@pytest.fixture
def brackets(web: Web) -> Iterator[Web]:
    """Every word of the house in brackets, as Polish."""
    yield (made := with_words(web, pseudo_catalogues("pl")))
    made.app.extensions["dialogue"].close()


def press(guest: Visitor, code: str) -> Visitor:
    """Press a language button, with whatever stands in the boxes."""
    return guest.post({"lang": code, "words": "Half a wor"}, to=f"/{BROMLEY}/language")


def test_a_press_puts_the_whole_conversation_in_the_other_language(brackets: Web) -> None:
    guest = Visitor(brackets).open().choose("question").write("Do you fix bikes?")
    assert OPENS not in guest.page
    press(guest, "pl")
    assert '<html lang="pl" dir="ltr">' in guest.page
    assert f"{OPENS}What is your question?" in guest.page
    assert f"{OPENS}Ask a question" in guest.page
    assert "Do you fix bikes?" in guest.text
    assert guest.asked == "about_person"


def test_a_press_keeps_what_stands_in_the_box(brackets: Web) -> None:
    guest = Visitor(brackets).open().choose("question")
    press(guest, "pl")
    assert guest.box() == "Half a wor"
    guest.write("A whole word.")
    assert guest.post({"do": "back"}).box() == "A whole word."


def test_a_press_on_the_first_page_keeps_the_words_too(brackets: Web) -> None:
    guest = Visitor(brackets).open()
    press(guest, "pl")
    assert (guest.box(), OPENS in guest.page) == ("Half a wor", True)


def test_the_journey_goes_on_in_the_new_language_to_its_promises(brackets: Web) -> None:
    guest = Visitor(brackets).open().walk(QUESTION, until="guest_name")
    press(guest, "pl")
    guest.walk({**QUESTION, "": ()})
    assert f"{OPENS}We have your message" in guest.page
    assert "grudnia 2026" in guest.text


def test_the_case_keeps_the_language_of_the_conversation(brackets: Web) -> None:
    guest = Visitor(brackets).open().choose("question")
    press(guest, "pl")
    guest.walk(QUESTION)
    reference = guest.code()[0]
    case = brackets.house.cases.case_by_reference(BROMLEY, reference)
    assert case is not None
    assert case.lang == "pl"


def test_each_language_is_a_button_in_its_own_script_and_no_flag(brackets: Web) -> None:
    page = Visitor(brackets).open().page
    assert 'value="pl" lang="pl" dir="ltr"' in page
    assert ">Polski</button>" in page
    assert "<select" not in page


def test_the_browsers_language_is_taken_until_one_is_pressed(brackets: Web) -> None:
    answer = brackets.app.test_client().get(f"/{BROMLEY}/", headers={"Accept-Language": "pl-PL,en;q=0.5"})
    assert '<html lang="pl"' in answer.get_data(as_text=True)


def test_a_language_we_have_not_got_changes_nothing(brackets: Web) -> None:
    guest = Visitor(brackets).open().choose("question")
    press(guest, "xx")
    assert '<html lang="en-GB"' in guest.page
    assert guest.box() == "Half a wor"


@pytest.mark.parametrize("where", ELSEWHERE)
def test_the_button_leads_only_to_a_page_of_this_charity(brackets: Web, where: str) -> None:
    guest = Visitor(brackets).open()
    token = guest.browser.token
    answer = guest.browser.client.post(
        f"/{BROMLEY}/language", data={"csrf_token": token, "lang": "pl", "page": where}
    )
    assert answer.headers["Location"] == f"/{BROMLEY}/"


def test_words_nobody_has_checked_say_so_and_show_the_english_of_what_matters(web: Web) -> None:
    unchecked = Catalogues([Catalogue(BY_CODE["ar"])])
    other = with_words(web, unchecked)
    guest = Visitor(other).open()
    press(guest, "ar")
    assert '<html lang="ar" dir="rtl">' in guest.page
    assert "Nobody has checked these words" in guest.text
    guest.walk({**QUESTION, "": ("question",)})
    assert "The same in English" in guest.text
    assert len(re.findall(r"Call 999 +if:", guest.open("help-now").text)) == 2
    other.app.extensions["dialogue"].close()
