"""Back goes back, whatever stands in the boxes, and takes no word and no tick with it (guest-rules C13)."""

import re

import pytest

from tests.guest.answers import FEEDBACK, QUESTION
from tests.guest.visitor import BROMLEY, Visitor
from webchat.guest.answer import LONGEST


@pytest.fixture
def writing(guest: Visitor) -> Visitor:
    """A guest at the box of a complaint."""
    return guest.open().walk(FEEDBACK, until="feedback_words")


def test_back_wins_over_a_ticked_choice(guest: Visitor) -> None:
    guest.open().choose("question").write("Do you fix bikes?")
    chosen = next(one for one in guest.choices() if '"yes"' in one)
    guest.post({"do": "back", "choice": chosen})
    assert guest.asked == "question_words"


def test_a_tick_left_by_back_is_there_when_the_guest_comes_forward(guest: Visitor) -> None:
    guest.open().choose("question").write("Do you fix bikes?")
    chosen = next(one for one in guest.choices() if '"yes"' in one)
    guest.post({"do": "back", "choice": chosen}).write("Do you fix bikes?")
    (ticked,) = re.findall(r'<input type="radio"[^>]* checked>', guest.page)
    assert "yes" in ticked


def test_words_left_by_back_are_there_when_the_guest_comes_forward(writing: Visitor) -> None:
    writing.post({"do": "back", "words": "The door was shut."})
    assert writing.asked == "feedback_kind"
    writing.choose('"complaint"')
    assert (writing.asked, writing.box()) == ("feedback_words", "The door was shut.")


def test_words_left_by_back_stay_through_another_language(writing: Visitor) -> None:
    writing.post({"do": "back", "words": "The door was shut."})
    writing.post({"lang": "pl"}, to=f"/{BROMLEY}/language")
    assert writing.choose('"complaint"').box() == "The door was shut."


def test_a_box_that_was_emptied_comes_back_empty(writing: Visitor) -> None:
    writing.post({"do": "back", "words": "The door was shut."}).choose('"complaint"')
    writing.post({"do": "back", "words": ""}).choose('"complaint"')
    assert writing.box() == ""


def test_words_for_one_box_do_not_stand_in_another(writing: Visitor) -> None:
    writing.post({"do": "back", "words": "The door was shut."})
    assert "The door was shut." not in writing.page


def test_back_is_possible_with_more_words_than_may_be_sent(writing: Visitor) -> None:
    writing.post({"do": "back", "words": "x" * (LONGEST + 1)})
    assert (writing.status, writing.asked) == (200, "feedback_kind")
    assert writing.choose('"complaint"').box() == "x" * (LONGEST + 1)


def test_words_of_the_first_page_that_were_sent_do_not_wait_there(guest: Visitor) -> None:
    guest.open()
    guest.post({"lang": "en", "words": "Is there still food?"}, to=f"/{BROMLEY}/language")
    assert guest.box() == "Is there still food?"
    guest.write("Is there still food?")
    assert guest.open().box() == ""


def test_what_the_guest_did_is_said_without_words_that_they_did_not_say(guest: Visitor) -> None:
    guest.open().walk({**QUESTION, "guest_name": ""}, until="check")
    guest.choose('/change{"answer": "reply_by"}').post({"do": "back"})
    bubbles = re.findall(r'<li class="bubble mine.*?</li>', guest.page, re.DOTALL)
    said = [re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", one)).strip() for one in bubbles]
    for line in ("You left this empty.", "You changed an answer.", "You went back."):
        (found,) = [one for one in said if line in one]
        assert "You said" not in found
        assert "You chose" not in found
