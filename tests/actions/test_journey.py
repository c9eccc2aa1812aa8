"""Which questions each journey asks: every path through the answers."""

from itertools import product
from typing import Any

import pytest

from actions.journey import (
    APPOINTMENT,
    CARRIED_OVER,
    FEEDBACK,
    OWN,
    QUESTION,
    asked,
    kind_of,
    with_dependents,
)
from webchat.cases.words import Kind

_TAIL = ["about_person", "reply_by", "guest_name", "needs", "check"]


def questions(journey: str, asks_scope: bool = False, **answers: Any) -> list[str]:
    return asked(journey, answers, asks_scope)


def test_a_question_is_its_words_and_what_every_journey_asks() -> None:
    assert questions(QUESTION) == ["question_words", *_TAIL]


@pytest.mark.parametrize("journey", [QUESTION, APPOINTMENT, FEEDBACK])
def test_every_journey_asks_whether_it_is_about_a_person_and_then_who(journey: str) -> None:
    assert "about_person" in questions(journey)
    assert "person_name" not in questions(journey, about_person="no")
    names = questions(journey, about_person="yes")
    assert names.index("person_name") == names.index("about_person") + 1


@pytest.mark.parametrize(
    ("way", "then"),
    [
        ("email", ["email", "safe_to_contact"]),
        ("text", ["phone", "safe_to_contact"]),
        ("phone", ["phone", "call_times", "safe_to_contact"]),
        ("letter", ["address", "safe_to_contact"]),
        ("code", []),
        ("none", []),
    ],
)
def test_each_way_to_reply_asks_only_for_what_it_needs(way: str, then: list[str]) -> None:
    names = questions(QUESTION, reply_by=way)
    assert names[names.index("reply_by") + 1 : names.index("guest_name")] == then


@pytest.mark.parametrize(
    ("needs", "in_words"),
    [(["nothing"], False), (["braille"], False), (["bsl", "interpreter"], True), (["something_else"], True)],
)
def test_only_needs_that_ticks_cannot_say_are_asked_in_words(needs: list[str], in_words: bool) -> None:
    assert ("needs_words" in questions(QUESTION, needs=needs)) is in_words


@pytest.mark.parametrize(
    ("where", "place"),
    [("office", False), ("home", True), ("elsewhere", True), ("phone", True), ("video", False)],
)
def test_a_place_is_asked_for_only_where_one_is_needed(where: str, place: bool) -> None:
    assert ("appointment_place" in questions(APPOINTMENT, appointment_where=where)) is place


@pytest.mark.parametrize(("who", "named"), [("anyone", False), ("named", True), ("trustee", False)])
def test_a_name_is_asked_for_only_when_somebody_is_wanted_by_name(who: str, named: bool) -> None:
    assert ("appointment_person" in questions(APPOINTMENT, appointment_who=who)) is named


def test_a_compliment_asks_for_nothing_but_the_words() -> None:
    assert questions(FEEDBACK, feedback_kind="compliment") == ["feedback_kind", "feedback_words", *_TAIL]


def test_a_comment_is_asked_whom_it_happened_to_only_where_the_policy_needs_it() -> None:
    assert "feedback_scope" not in questions(FEEDBACK, feedback_kind="comment")
    assert "feedback_scope" in questions(FEEDBACK, asks_scope=True, feedback_kind="comment")
    assert "feedback_scope" not in questions(FEEDBACK, asks_scope=True, feedback_kind="concern")


UNHAPPY = {"sounds_unhappy": True}
_UNHAPPY = ["feedback_when", "about_information", "for_whom", "about_person", "feedback_wish"]


@pytest.mark.parametrize(
    ("answers", "between"),
    [
        ({"feedback_kind": "concern"}, ["treat_as_complaint", *_UNHAPPY]),
        ({"feedback_kind": "complaint"}, _UNHAPPY),
        (
            {"feedback_kind": "comment", "feedback_scope": "me"},
            ["feedback_scope", "treat_as_complaint", *_UNHAPPY],
        ),
        ({"feedback_kind": "comment", "feedback_scope": "service"}, ["feedback_scope", "about_person"]),
        # Thanks or an idea in the words of somebody who is not satisfied (guest-rules E1, E5).
        ({"feedback_kind": "compliment", **UNHAPPY}, ["treat_as_complaint", "about_person"]),
        (
            {"feedback_kind": "compliment", **UNHAPPY, "treat_as_complaint": "yes"},
            ["treat_as_complaint", *_UNHAPPY],
        ),
        (
            {"feedback_kind": "comment", "feedback_scope": "service", **UNHAPPY, "treat_as_complaint": "no"},
            ["feedback_scope", "treat_as_complaint", "about_person"],
        ),
        ({"feedback_kind": "complaint", **UNHAPPY}, _UNHAPPY),
    ],
)
def test_a_worry_or_a_complaint_is_asked_when_for_whom_and_what_they_wish(
    answers: dict[str, Any], between: list[str]
) -> None:
    names = questions(FEEDBACK, asks_scope=True, **answers)
    assert names[names.index("feedback_words") + 1 : names.index("reply_by")] == between


def test_writing_for_somebody_else_asks_who_and_whether_they_agree() -> None:
    names = questions(FEEDBACK, feedback_kind="complaint", for_whom="someone")
    assert names[names.index("for_whom") + 1 : names.index("about_person")] == ["for_name", "for_agrees"]


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        ({"feedback_kind": "compliment"}, Kind.COMPLIMENT),
        ({"feedback_kind": "comment"}, Kind.COMMENT),
        ({"feedback_kind": "comment", "feedback_scope": "service"}, Kind.COMMENT),
        ({"feedback_kind": "comment", "feedback_scope": "me"}, Kind.CONCERN),
        (
            {"feedback_kind": "comment", "feedback_scope": "me", "treat_as_complaint": "yes"},
            Kind.COMPLAINT,
        ),
        ({"feedback_kind": "concern", "treat_as_complaint": "no"}, Kind.CONCERN),
        ({"feedback_kind": "concern", "treat_as_complaint": "yes"}, Kind.COMPLAINT),
        ({"feedback_kind": "complaint"}, Kind.COMPLAINT),
        # An answer left over from before the kind was changed decides nothing.
        ({"feedback_kind": "compliment", "treat_as_complaint": "yes"}, Kind.COMPLIMENT),
        ({"feedback_kind": "compliment", **UNHAPPY, "treat_as_complaint": "yes"}, Kind.COMPLAINT),
        ({"feedback_kind": "comment", **UNHAPPY, "treat_as_complaint": "yes"}, Kind.COMPLAINT),
        ({"feedback_kind": "comment", **UNHAPPY, "treat_as_complaint": "no"}, Kind.COMMENT),
        ({"feedback_kind": "compliment", **UNHAPPY}, Kind.COMPLIMENT),
    ],
)
def test_the_guest_decides_what_it_is(answers: dict[str, Any], kind: Kind) -> None:
    assert kind_of(FEEDBACK, answers) is kind


def test_a_question_and_an_appointment_are_what_they_are() -> None:
    assert kind_of(QUESTION, {}) is Kind.QUESTION
    assert kind_of(APPOINTMENT, {}) is Kind.APPOINTMENT


def test_whatever_is_asked_only_because_of_an_answer_goes_when_that_answer_changes() -> None:
    """Found by trying: each question that comes or goes with an answer must be listed as its dependent."""
    values: dict[str, list[Any]] = {
        "appointment_who": ["anyone", "named"],
        "appointment_where": ["office", "home", "elsewhere", "ring_back"],
        "appointment_place": ["", "1 High Street"],
        "appointment_access": [[], ["interpreter"]],
        "feedback_kind": ["compliment", "comment", "concern", "complaint"],
        "feedback_scope": ["me", "service"],
        "for_whom": ["me", "someone"],
        "about_person": ["yes", "no"],
        "reply_by": ["email", "text", "phone", "letter", "code"],
        "needs": [["nothing"], ["interpreter"]],
    }
    bases = [
        {"feedback_kind": "comment", "for_whom": "someone"},
        {"feedback_kind": "comment", "feedback_scope": "me", "for_whom": "someone"},
        {"feedback_kind": "complaint", "for_whom": "someone"},
    ]
    for journey, base in product((QUESTION, APPOINTMENT, FEEDBACK), bases):
        for slot, choices in values.items():
            paths = [set(asked(journey, {**base, slot: value}, True)) for value in choices]
            come_and_go = set.union(*paths) - set.intersection(*paths)
            assert come_and_go <= set(with_dependents(slot)), (journey, slot)


def test_every_slot_a_journey_asks_for_is_cleared_or_carried_over_and_none_is_both() -> None:
    assert not set(OWN) & set(CARRIED_OVER)
    everything = {
        "about_person": "yes",
        "needs": ["interpreter"],
        "feedback_kind": "comment",
        "feedback_scope": "me",
        "for_whom": "someone",
        "appointment_who": "named",
        "appointment_where": "home",
    }
    for journey in (QUESTION, APPOINTMENT, FEEDBACK):
        for way in ("email", "phone", "letter"):
            names = asked(journey, {**everything, "reply_by": way}, True)
            assert set(names) <= {*OWN, *CARRIED_OVER}
            assert len(names) == len(set(names))
