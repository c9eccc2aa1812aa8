"""Words that may mean danger, in every box: help is shown, the words are kept, the journey goes on (E18)."""

from typing import Any

import pytest

from actions.journey import CARRIED_OVER, OWN
from tests.actions.test_walks import LONG, MAIN
from tests.actions.walking import PROJECT, Walk

DANGER = "my husban hits me and im scared to go home"
# Boxes that take any words; a box for an address or a number asks again.
_ASKS_AGAIN = ("email", "phone")
# An answer that is chosen has no box.
_BOXES = {
    slot
    for slot in (*OWN, *CARRIED_OVER)
    if f"utter_ask_{slot}" not in PROJECT.responses or not PROJECT.responses[f"utter_ask_{slot}"].buttons
}


def help_shown(guest: Walk) -> int:
    return sum(one.name == "utter_help_999" for one in guest.last.says)


@pytest.mark.parametrize("way", ["email", "text", "phone", "letter"])
@pytest.mark.parametrize("journey", sorted(LONG))
def test_in_every_box_help_is_shown_once_and_the_words_stay(journey: str, way: str) -> None:
    answers = {**LONG[journey], "reply_by": [way]}
    with Walk("ruils") as guest:
        guest.picks(f"/begin_{journey}")
        while guest.asked != "check":
            slot = guest.asked
            if slot not in _BOXES or (guest.question and guest.question.name.startswith(_CHOSEN)):
                guest.until_next(**answers)
                continue
            guest.says(DANGER)
            assert help_shown(guest) == 1, slot
            says = guest.last.says
            assert guest.asked == "tell_lead", slot
            guest.picks("/tell_nobody")
            assert not [one.name for one in says if one.name.startswith("utter_error")]
            if slot in _ASKS_AGAIN:
                assert guest.asked == slot
                kept: Any = guest.state.slots["kept"]
                assert kept[slot] == DANGER
                guest.until_next(**answers)
            else:
                assert guest.state.slots[slot] == DANGER
        guest.picks("/send")
        assert [one.body for one in guest.store.all_messages.values()] == [DANGER]


_CHOSEN = ("utter_ask_safe", "utter_ask_reply", "utter_ask_for_agrees", "utter_ask_appointment_who")


def test_a_danger_sentence_in_a_phone_box_a_second_time_says_what_the_box_is_for() -> None:
    with Walk("ruils") as guest:
        guest.picks("/begin_question")
        guest.until("phone", reply_by=["phone"])
        guest.says(DANGER).picks("/tell_nobody").says(DANGER)
        assert help_shown(guest) == 1
        assert "utter_error_phone_again" in guest.heard


def test_a_number_in_a_cry_for_help_is_taken_with_its_words() -> None:
    words = "he hits me call me on 07700 900123"
    with Walk("ruils") as guest:
        guest.picks("/begin_question")
        guest.until("phone", reply_by=["phone"])
        guest.says(words)
        assert (guest.state.slots["phone"], help_shown(guest)) == (words, 1)


def test_outside_a_journey_help_comes_first_and_the_words_are_kept_for_any() -> None:
    words = "The man on the door hit me last night. He said he will kill me. I dont feel safe."
    with Walk("ruils") as guest:
        guest.says(words)
        assert help_shown(guest) == 1
        assert guest.heard[-1] == "utter_ask_tell_lead"
        guest.picks("/tell_nobody")
        assert guest.heard[-1] == "utter_what_to_do"
        for journey, slot in MAIN.items():
            guest.picks(f"/begin_{journey}")
            guest.until(slot)
            kept: Any = guest.state.slots["kept"]
            assert kept[slot] == words
            while guest.asked:
                guest.picks("/go_back")


def test_at_the_check_page_help_is_shown_and_nothing_is_sent() -> None:
    with Walk("ruils") as guest:
        guest.walk("question")
        guest.says(DANGER)
        assert help_shown(guest) == 1
        assert guest.asked == "tell_lead"
        guest.picks("/tell_nobody")
        assert guest.asked == "check"
        assert not guest.store.cases


def test_who_cannot_read_is_told_what_helps_and_shown_no_danger() -> None:
    with Walk("ruils") as guest:
        guest.says("I cant read")
        assert guest.heard[0] == "utter_cannot_read"
        assert help_shown(guest) == 0


def test_a_button_after_words_of_danger_shows_nothing_again() -> None:
    with Walk("ruils") as guest:
        guest.says(DANGER).picks("/tell_nobody").picks("/begin_question")
        assert help_shown(guest) == 0
