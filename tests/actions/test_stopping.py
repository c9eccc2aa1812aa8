"""Stopping asks first, and only its button Yes deletes; any other words are an answer."""

from typing import Any

import pytest

from tests.actions.walking import Walk


def at_the_wish(guest: Walk) -> Walk:
    """At the open question "What would you like to happen?"."""
    guest.picks("/begin_feedback")
    guest.until("feedback_wish", feedback_kind=["complaint"])
    return guest


@pytest.mark.parametrize("words", ["I want it to stop", "I want him to stop", "Stop it", "I want to stop"])
def test_a_wish_that_something_stops_is_kept_as_words(words: str) -> None:
    with Walk("ruils") as guest:
        at_the_wish(guest).says(words)
        assert guest.state.slots["feedback_wish"] == words
        assert guest.asked == "reply_by"


@pytest.mark.parametrize("words", ["stop", "cancel", "start again", "cancle", "STOP!"])
def test_a_command_asks_first_and_deletes_nothing(words: str) -> None:
    with Walk("ruils") as guest:
        before = at_the_wish(guest).state.slots
        guest.says(words)
        assert guest.heard == ["utter_ask_stop_sure"]
        assert before.items() <= guest.state.slots.items()


def test_no_goes_on_where_the_guest_was_with_what_they_typed_in_the_box() -> None:
    with Walk("ruils") as guest:
        at_the_wish(guest).says("start again").picks('/answer{"stop_sure": "no"}')
        assert guest.asked == "feedback_wish"
        kept: Any = guest.state.slots["kept"]
        assert kept["feedback_wish"] == "start again"
        guest.until("check")
        guest.picks("/send")
        assert len(guest.store.cases) == 1


def test_only_the_button_yes_deletes() -> None:
    with Walk("ruils") as guest:
        at_the_wish(guest).says("stop")
        for words in ("yes", "stop", "Yes please", "/stop_now"):
            guest.says(words)
            assert guest.asked == "stop_sure"
            assert guest.state.slots["feedback_words"]
        guest.picks("/stop_now")
        assert guest.heard[:2] == ["utter_stopped", "utter_what_to_do"]
        assert guest.state.slots == {}


def test_back_from_the_question_whether_to_stop_goes_to_the_one_before_it() -> None:
    with Walk("ruils") as guest:
        at_the_wish(guest).says("stop").picks("/go_back")
        assert guest.asked == "feedback_wish"


def test_outside_a_journey_stopping_asks_too() -> None:
    with Walk("ruils") as guest:
        guest.walk("question", reply_by=["email"])
        guest.picks("/send").says("stop")
        assert guest.heard == ["utter_ask_stop_sure"]
        assert guest.state.slots["email"]
        guest.picks('/answer{"stop_sure": "no"}')
        assert guest.heard == ["utter_what_to_do"]
        guest.says("stop").picks("/stop_now")
        assert guest.state.slots == {}
