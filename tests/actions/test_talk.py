"""The first words, talk to a person, help now, and words that were not understood."""

from typing import Any

import pytest

from actions.person import HelpNow, TalkToPerson
from actions.welcome import BeginJourney, NotUnderstood, Welcome, WhatToDo
from tests.actions.acting import SENDING, Acted, act


def heard(text: str, intent: str) -> dict[str, Any]:
    understood = {"name": intent, "confidence": 1.0}
    return {"text": text, "intent": understood, "intent_ranking": [understood]}


def welcomed(**metadata: Any) -> Acted:
    return act(Welcome(), metadata={**SENDING, **metadata})


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ({"state": "open", "next": "2026-11-24T09:00:00+00:00"}, ("utter_staff_in", {})),
        (
            {"state": "closed", "next": "2026-11-24T09:00:00+00:00"},
            ("utter_staff_out_until", {"next": {"instant": "2026-11-24T09:00:00+00:00"}}),
        ),
        ({"state": "closed", "next": ""}, ("utter_staff_out", {})),
        ({"state": "unknown", "next": ""}, ("utter_staff_out", {})),
        (None, ("utter_staff_out", {})),
    ],
)
def test_the_first_words_tell_the_truth_about_staff(hours: Any, said: Any) -> None:
    done = welcomed(open=hours)
    assert done.names[0] == "utter_welcome"
    assert done.said[1] == said


@pytest.mark.parametrize(
    ("months", "said"),
    [(12, ("utter_privacy_kept", {"months": 12})), (None, ("utter_privacy_not_told", {}))],
)
def test_how_long_words_are_kept_is_told_or_said_not_to_be_known(months: int | None, said: Any) -> None:
    assert said in welcomed(retention_months=months).said


def test_words_that_choose_a_journey_stand_in_its_box() -> None:
    done = act(BeginJourney(), heard=heard("can i ask about my rent", "question"))
    assert done.slots["journey"] == "question"
    assert done.slots["kept"] == {"question_words": "can i ask about my rent"}


def test_a_button_that_chooses_a_journey_is_not_taken_for_words() -> None:
    done = act(BeginJourney(), heard=heard("/begin_feedback", "begin_feedback"))
    assert (done.slots["journey"], done.slots["kept"]) == ("feedback", None)


def test_words_typed_before_the_button_stand_in_the_box_too() -> None:
    done = act(
        BeginJourney(), {"first_words": "My rent"}, heard=heard("/begin_appointment", "begin_appointment")
    )
    assert done.slots["kept"] == {"appointment_about": "My rent"}
    assert done.names == ["utter_appointment_begins"]


def test_words_not_understood_are_kept_and_the_second_time_said_otherwise() -> None:
    first = act(NotUnderstood(), heard=heard("blah", "nlu_fallback"))
    memory = {"missed": first.slots["missed"], "first_words": first.slots["first_words"]}
    second = act(NotUnderstood(), memory, heard=heard("blub", "nlu_fallback"))
    assert first.names == ["utter_not_understood", "utter_what_to_do"]
    assert second.names == ["utter_not_understood_again", "utter_what_to_do"]
    assert second.slots["first_words"] == "blub"


def test_a_long_story_is_thanked_for_and_not_called_not_understood() -> None:
    done = act(NotUnderstood(), heard=heard("It began in May. " * 20, "nlu_fallback"))
    assert done.names[0] == "utter_long_words"


def test_an_empty_box_says_what_to_do() -> None:
    assert act(NotUnderstood(), heard=heard(" ", "nlu_fallback")).names[0] == "utter_nothing_written"


@pytest.mark.parametrize(
    ("before", "now", "carried"),
    [
        ("asdf", "qwer", "qwer"),
        ("asdf jkl", "my bus pass has gone", "my bus pass has gone"),
        ("my bus pass has gone", "asdf", "my bus pass has gone"),
        ("my bus pass has gone", "my bus pass is lost", "my bus pass is lost"),
        ("It began in May. " * 4, "asdf", "It began in May. " * 4),
        ("It began in May. " * 4, "I want to complain", "It began in May. " * 4 + "\n\nI want to complain"),
    ],
)
def test_the_newest_words_that_say_something_are_carried_and_a_story_is_never_lost(
    before: str, now: str, carried: str
) -> None:
    done = act(NotUnderstood(), {"first_words": before}, heard=heard(now, "nlu_fallback"))
    assert done.slots["first_words"] == carried


def test_the_third_time_a_person_is_offered_and_the_words_are_kept() -> None:
    done = act(TalkToPerson(), {"missed": 2, "first_words": "two"}, heard=heard("three", "talk_to_person"))
    assert done.names[0] == "utter_person_kept"
    assert done.slots["first_words"] == "three"
    assert done.slots["missed"] is None


def test_a_person_is_offered_with_the_ways_the_charity_has_told_us() -> None:
    contact = {"phone": "01632 960001", "email": "hello@example.org"}
    done = act(TalkToPerson(), metadata={**SENDING, "contact": contact})
    assert ("utter_person_phone", {"phone": "01632 960001"}) in done.said
    assert ("utter_person_email", {"email": "hello@example.org"}) in done.said
    assert act(TalkToPerson()).names == ["utter_person", "utter_staff_out", "utter_person_write"]


def test_help_now_always_has_the_numbers_that_are_never_hidden() -> None:
    done = act(HelpNow())
    assert done.names == [
        "utter_help_999",
        "utter_help_silent",
        "utter_help_111",
        "utter_help_samaritans",
        "utter_help_not_seen",
    ]


def a_number(**changes: object) -> dict[str, object]:
    """One entry of the directory, as the pages send it."""
    entry = {"group": "sleep", "way": "call", "name": "Housing", "number": "01632 960002", "message": ""}
    return {**entry, "checked": True, **changes}


def test_a_number_nobody_has_checked_says_so() -> None:
    numbers = [a_number(checked=False), a_number(name="Council")]
    done = act(HelpNow(), metadata={**SENDING, "directory": numbers})
    told = {name: values["name"] for name, values in done.said if "name" in values}
    assert told == {
        "utter_help_entry_unchecked": {"english": "Housing"},
        "utter_help_entry": {"english": "Council"},
    }
    assert done.names.count("utter_help_sleep") == 1


def test_each_number_is_told_by_the_way_to_use_it_and_only_one_to_ring_is_a_phone_number() -> None:
    ways = ("call", "text", "register", "before", "page")
    numbers = [a_number(way=way, message="SHOUT" if way == "text" else "") for way in ways]
    done = act(HelpNow(), metadata={**SENDING, "directory": numbers})
    told = [sorted(values) for name, values in done.said if "name" in values]
    assert told == [
        ["name", "phone"],
        ["code", "message", "name"],
        ["code", "name"],
        ["code", "name"],
        ["name", "page"],
    ]


@pytest.mark.parametrize("wrong", [{"group": "fun"}, {"way": "post"}, {"number": ""}, {"number": 999}])
def test_a_number_that_there_are_no_words_for_is_left_out(wrong: dict[str, object]) -> None:
    done = act(HelpNow(), metadata={**SENDING, "directory": [a_number(**wrong)]})
    assert done.names == act(HelpNow()).names


def test_after_words_of_danger_the_card_stays_short_and_says_where_more_numbers_are() -> None:
    metadata = {**SENDING, "directory": [a_number()]}
    done = act(HelpNow(), heard=heard("he hits me", "danger"), metadata=metadata)
    assert "utter_help_entry" not in done.names
    assert "utter_help_more" in done.names


@pytest.mark.parametrize("intent", ["thank", "ask_who", "abuse", "help_now", "greet"])
def test_what_is_typed_with_thanks_or_a_cry_for_help_is_kept(intent: str) -> None:
    done = act(WhatToDo(), heard=heard("thank you but my bus never came", intent))
    assert done.names == ["utter_words_kept", "utter_what_to_do"]
    assert done.slots["first_words"] == "thank you but my bus never came"


@pytest.mark.parametrize(("text", "intent"), [("thanks", "thank"), ("stop this now please", "stop")])
def test_a_word_of_thanks_or_a_wish_to_stop_is_not_kept(text: str, intent: str) -> None:
    done = act(WhatToDo(), heard=heard(text, intent))
    assert (done.names, done.slots) == (["utter_what_to_do"], {})
