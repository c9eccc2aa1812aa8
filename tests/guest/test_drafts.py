"""Keeping what is not sent for later, and opening it again on another screen (design.md, Drafts; B22)."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.guest.answers import QUESTION
from tests.guest.test_finishing import finish
from tests.guest.test_journeys import cases_of
from tests.guest.visitor import BROMLEY, Visitor
from tests.webhouse import Web
from webchat.db.tables import conversation, draft, turn
from webchat.wiring import GUESTS, KEPT_FOR

WORDS = "Can I see someone about my rent?"
WRONG = "This reference and code do not fit together."
SOUTHEND = "age-concern-southend"


def half_way(web: Web, charity: str = BROMLEY) -> Visitor:
    """A guest who has written their question and is asked the next one."""
    return Visitor(web, charity).open().choose("question").write(WORDS)


def keep(guest: Visitor, **boxes: str) -> tuple[str, str]:
    """Press "Keep this for later"; the reference and the code."""
    guest.post(boxes, to=f"/{guest.charity}/chat/{guest.number}/later")
    assert "This is kept for later" in guest.text
    return guest.code()


def back(guest: Visitor) -> Visitor:
    """The guest goes back to the question from the page with the code."""
    return guest.open(f"/{guest.charity}/chat/{guest.number}")


def come_back(web: Web, kept: tuple[str, str], charity: str = BROMLEY) -> Visitor:
    reference, code = kept
    return Visitor(web, charity).open("case").post({"reference": reference, "code": code}, "open")


@pytest.mark.parametrize("charity", [BROMLEY, SOUTHEND])
def test_it_goes_on_where_it_stopped_on_another_screen_and_is_sent(here: Web, charity: str) -> None:
    guest = half_way(here, charity)
    asked = guest.asked
    kept = keep(guest)
    assert "You have not sent it." in guest.text
    assert "until Tuesday 24 November 2026 at 10am" in guest.text
    there = come_back(here, kept, charity)
    assert there.asked == asked
    assert WORDS in there.text
    there.walk(QUESTION)
    (case,) = cases_of(here, charity)
    assert here.house.cases.messages(case.id)[0].body == WORDS


def test_nothing_is_opened_for_staff_by_keeping(here: Web) -> None:
    keep(half_way(here))
    assert cases_of(here, BROMLEY) == []


def test_what_stands_half_written_in_a_box_is_kept_too(here: Web) -> None:
    guest = Visitor(here).open().choose("question")
    kept = keep(guest, words="Half a sen")
    assert come_back(here, kept).box() == "Half a sen"


def test_it_outlives_the_end_of_its_session_and_a_cleared_screen(here: Web) -> None:
    guest = half_way(here)
    kept = keep(guest)
    assert "This screen is clear" in finish(back(guest)).text
    here.clock.at += GUESTS.idle * 2
    here.house.sessions.purge(here.clock())
    assert WORDS in come_back(here, kept).text


def test_leaving_in_a_hurry_keeps_it_too(here: Web) -> None:
    guest = half_way(here)
    kept = keep(guest)
    guest.open("/leave")
    assert WORDS in come_back(here, kept).text


def test_what_was_written_since_in_a_box_is_asked_about_before_it_is_cleared(here: Web) -> None:
    guest = half_way(here)
    keep(guest)
    back(guest)
    asks = finish(guest, words="More", asked=guest.asked)
    assert "Clear this screen?" in asks.text
    assert "What you kept for later stays." in asks.text


def test_after_a_day_it_opens_nothing_and_no_word_of_it_is_left(here: Web) -> None:
    guest = half_way(here)
    kept = keep(guest)
    finish(back(guest))
    here.clock.at += KEPT_FOR
    assert WRONG in come_back(here, kept).text
    here.house.sessions.purge(here.clock())
    with here.house.database.transaction() as transaction:
        assert [transaction.rows(select(one)) for one in (conversation, draft, turn)] == [[], [], []]


def test_a_wrong_code_is_told_as_for_a_case_and_another_charity_knows_nothing_of_it(here: Web) -> None:
    reference, code = keep(half_way(here))
    wrong = code[:-1] + str((int(code[-1]) + 1) % 10)
    assert WRONG in come_back(here, (reference, wrong)).text
    assert WRONG in come_back(here, (reference, code), SOUTHEND).text


def test_opened_elsewhere_the_first_screen_shows_it_no_more(here: Web) -> None:
    first = half_way(here)
    kept = keep(first)
    come_back(here, kept)
    assert first.open(f"chat/{first.number}").status == 404


def test_once_it_is_sent_the_code_of_the_draft_opens_nothing(here: Web) -> None:
    guest = half_way(here)
    kept = keep(guest)
    back(guest).walk(QUESTION)
    assert WRONG in come_back(here, kept).text


def test_kept_twice_it_is_one_code_and_kept_again_elsewhere_another(here: Web) -> None:
    guest = half_way(here)
    first = keep(guest)
    assert keep(back(guest)) == first
    there = come_back(here, first)
    second = keep(there)
    assert second[0] == first[0]
    assert second[1] != first[1]
    assert WRONG in come_back(here, first).text
    assert WORDS in come_back(here, second).text


def test_the_code_is_shown_to_nobody_else_and_not_before_it_is_kept(here: Web) -> None:
    guest = half_way(here)
    keep(guest)
    assert Visitor(here).open(f"chat/{guest.number}/later").status == 404
    fresh = half_way(here)
    assert "This is kept for later" not in fresh.open(f"chat/{fresh.number}/later").text


def test_where_the_session_is_over_nothing_is_kept_and_the_words_are_still_there(here: Web) -> None:
    guest = Visitor(here).open().choose("question")
    here.clock.at += GUESTS.idle + timedelta(seconds=1)
    guest.post({"words": "Half a sen"}, to=f"/{BROMLEY}/chat/{guest.number}/later")
    assert guest.status == 409
    assert "Half a sen" in guest.text
