"""What guests ask of the chat itself is answered at once, and stays for "Ask a question"."""

from typing import Any

import pytest

from tests.actions.walking import CHARITIES, Walk

NEXT = "2026-11-24T09:00:00+00:00"


def kept_for_a_question(guest: Walk) -> Any:
    assert guest.heard[-1] == "utter_what_to_do"
    guest.picks("/begin_question")
    kept: Any = guest.state.slots["kept"]
    return kept["question_words"]


@pytest.mark.parametrize("words", ["wanna no wen u open", "opening times", "when are you open"])
@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ({"state": "open", "next": NEXT}, ["utter_open_now", "utter_hours_page"]),
        ({"state": "closed", "next": NEXT}, ["utter_opens_next", "utter_hours_page"]),
        ({"state": "unknown", "next": ""}, ["utter_hours_not_told"]),
    ],
)
def test_opening_hours_are_told_as_far_as_they_are_known(words: str, hours: Any, said: list[str]) -> None:
    with Walk("ruils", open=hours) as guest:
        guest.says(words)
        assert guest.heard[: len(said)] == said
        assert kept_for_a_question(guest) == words


@pytest.mark.parametrize("words", ["what is my code", "I've lost my code"])
def test_a_lost_code_is_explained(words: str) -> None:
    with Walk("ruils") as guest:
        guest.says(words)
        assert guest.heard[:2] == ["utter_lost_code", "utter_lost_code_staff"]
        assert kept_for_a_question(guest) == words


@pytest.mark.parametrize("charity", CHARITIES)
def test_how_long_it_takes_is_told_in_the_very_sentences_of_a_sending(charity: str) -> None:
    def promises(guest: Walk) -> list[Any]:
        said = [(one.name, one.values) for one in guest.last.says if one.name.startswith("promise_")]
        return [one for one in said if not one[0].startswith("promise_kept")]

    with Walk(charity) as guest:
        guest.says("how long will it take")
        told = promises(guest)
        guest.walk("question", question_words="When?")
        guest.picks("/send")
        reply = promises(guest)[[name for name, _ in promises(guest)].index("promise_heading_reply") :]
        assert all(one in told for one in reply)
        assert reply


@pytest.mark.parametrize(
    ("words", "journey", "slot"),
    [
        ("i wana complane about the lady on the desk", "feedback", "feedback_words"),
        (
            "I'd like an appointment at home please, I am 70 and your customer. Ring me",
            "appointment",
            "appointment_about",
        ),
        ("Good morning. Can you help me with my benefits? I got a letter", "question", "question_words"),
        ("thank you but I want to complain about the driver", "feedback", "feedback_words"),
    ],
)
def test_a_longer_message_is_understood_by_its_strongest_part_with_every_word_kept(
    words: str, journey: str, slot: str
) -> None:
    with Walk("ruils") as guest:
        guest.says(words)
        assert guest.state.slots["journey"] == journey
        kept: Any = guest.state.slots["kept"]
        assert kept[slot] == words


def test_what_is_unsure_falls_to_the_menu() -> None:
    with Walk("ruils") as guest:
        guest.says("I have been thinking about my rent")
        assert guest.asked == ""
        assert kept_for_a_question(guest) == "I have been thinking about my rent"
