"""The state between turns survives as JSON, and what cannot be read is as if it were new."""

from __future__ import annotations

import json

import pytest

from webchat.chat.dialogue import Spoken, State, Turned

FULL = State(
    slots={"words": "Hello", "needs": ["braille"]},
    form="question_form",
    asked="reply_by",
    question=Spoken("utter_ask_reply_by", {"days": 2}),
    offered=('/answer{"reply_by": "email"}',),
    run=3,
    misses=1,
)


def test_a_state_comes_back_from_json_and_from_its_text() -> None:
    assert State.from_json(FULL.to_json()) == FULL
    assert State.from_json(json.dumps(FULL.to_json())) == FULL


@pytest.mark.parametrize("nothing", [None, "", "null", "[]", "5", "{half", {}])
def test_no_state_is_a_new_one(nothing: str | None) -> None:
    assert State.from_json(nothing) == State()


def test_keys_of_another_version_are_passed_over_and_odd_values_are_empty() -> None:
    odd = {
        "slots": 5,
        "form": 5,
        "asked": [],
        "question": {"name": 5},
        "offered": [1, "/x"],
        "run": -1,
        "misses": True,
    }
    assert State.from_json({**odd, "later": "x"}) == State(offered=("/x",))
    assert State.from_json({"question": {"name": "utter_x", "values": []}}).question == Spoken("utter_x")


def test_the_open_question_of_a_turn_is_that_of_its_state() -> None:
    assert Turned(FULL).question == FULL.question
    assert Turned(State()).question is None
