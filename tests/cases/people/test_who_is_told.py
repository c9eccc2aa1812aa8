"""Who is told of what must be read first, and what its guest is told of that (guest-rules E15, E16)."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.builders.cases import MONDAY
from tests.builders.guarding import CHAIR, LEAD, MANAGER, STAFF, WORDS, guarding, store_of, told
from webchat.cases.people.sight import Guard


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A day of November 2026, when London keeps UTC; the 23rd is a Monday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("given_", "first", "then"),
    [
        ({}, Guard.LEAD, Guard.DEPUTY),
        ({"words": "Leanne shouts at me and hits me"}, Guard.DEPUTY, None),
        ({"words": "leane hits me"}, Guard.DEPUTY, None),
        ({"words": "Mrs OKORO locks me in"}, Guard.DEPUTY, None),
        ({"words": "Devika hit me"}, Guard.LEAD, None),
        ({"words": "Leanne and Devika both hit me"}, Guard.SENIOR, None),
        ({"words": "Leanne, Devika and Juniper"}, Guard.LEAD, Guard.DEPUTY),  # somebody has to read it
        ({"about_person": True, "about_name": "Leanne Okoro"}, Guard.DEPUTY, None),
        ({"about_person": True, "about_name": "Samuel"}, Guard.LEAD, Guard.DEPUTY),
        ({"about_person": True, "about_name": ""}, Guard.SENIOR, None),
        ({"about_person": True, "about_name": "the boss"}, Guard.SENIOR, None),
    ],
)  # fmt: skip
def test_emergency_notes_go_to_another_where_the_lead_is_named(
    given_: dict[str, Any], first: Guard, then: Guard | None
) -> None:
    guard = guarding()
    expected = guard.expected(told(guard, **given_), MONDAY)
    assert (expected.first, expected.then) == (first, then)


def test_where_nobody_has_an_account_yet_the_charitys_list_is_used() -> None:
    guard = guarding((MANAGER,))
    told_ = guard.guardians(told(guard))
    assert [(one.guard, one.staff_ids, one.all_of_them) for one in told_] == [
        (Guard.LEAD, frozenset(), True),
        (Guard.DEPUTY, frozenset(), True),
    ]


def test_with_two_leads_of_whom_one_is_named_the_number_on_the_list_is_not_used() -> None:
    second = replace(LEAD, staff_id="lou", name="Louisa Bright")
    guard = guarding((*STAFF, second))
    first = guard.guardians(told(guard, words="Leanne hits me"))[0]
    assert (first.staff_ids, first.all_of_them) == ({"lou"}, False)


def test_the_guest_is_told_when_staff_are_in_and_when_not() -> None:
    guard = guarding()
    case = told(guard)
    day, night = guard.expected(case, at(23, 11)), guard.expected(case, at(23, 20))
    assert (day.is_open, day.then_at) == (True, at(23, 11, 15))
    assert (night.is_open, night.opens, night.then_at) == (False, at(24, 10), at(24, 10))
    unknown = guarding(hours=None)
    silent = unknown.expected(told(unknown), MONDAY)
    assert (silent.is_open, silent.opens) == (False, None)


def test_what_was_told_is_in_the_timeline_without_a_word_of_the_guests() -> None:
    guard = guarding()
    case = told(guard)
    guard.alerted(case.charity, case.id, Guard.LEAD, MONDAY)
    guard.read(LEAD, case.id, MONDAY)
    events = store_of(guard).events(case.id)
    assert [one.what for one in events] == ["opened", "read_first", "alerted", "read_it"]
    assert WORDS not in str(events)
    assert CHAIR.name not in str(events)
