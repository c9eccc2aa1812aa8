"""Somebody is away: who stands in by their own rights, and who hears of the clocks (issue 4, line 7)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.builders.away import (
    ALWAYS,
    CHLOE,
    DAY,
    KIM,
    LEE,
    MO,
    PAT,
    SAM,
    STAFF,
    TODAY,
    Desk,
    an_absence,
)
from tests.builders.cases import MONDAY, OnePolicy, a_policy
from tests.builders.diary import OFFICE, an_offer
from tests.fakes.diary import MemoryDiary
from tests.fakes.store import MemoryStore
from webchat.cases.appointments.booking import Booking
from webchat.cases.casework import Casework
from webchat.cases.errors import AlreadyClaimed, NotAllowed, NotFound
from webchat.cases.people.away import Absence, may_say_away
from webchat.cases.promises.reminding import Step

# ---- Who stands in ----


def test_the_substitute_finds_the_case_and_takes_it_and_it_is_written_down() -> None:
    desk = Desk(an_absence())
    assert desk.looks_after() == ["pat"]
    assert desk.standing_in.claim(PAT, desk.id, MONDAY).owner == "pat"
    what = [(one.what, dict(one.fields)) for one in desk.store.events(desk.id)][-2:]
    assert what == [("claimed", {"name": "Pat"}), ("stood_in", {"for": "sam"})]


@pytest.mark.parametrize("other", [KIM, MO, CHLOE])
def test_nobody_else_takes_it_over_their_head(other: Any) -> None:
    desk = Desk(an_absence())
    with pytest.raises(AlreadyClaimed):
        desk.standing_in.claim(other, desk.id, MONDAY)
    assert desk.case.owner == "sam"


@pytest.mark.parametrize("days", [-1, 7])
def test_before_and_after_it_the_case_stays_with_whoever_has_it(days: int) -> None:
    desk = Desk(an_absence())
    with pytest.raises(AlreadyClaimed):
        desk.standing_in.claim(PAT, desk.id, MONDAY + days * DAY)


def test_substitution_gives_no_sight_and_the_case_goes_to_the_line_manager() -> None:
    """A case about the substitute is as little theirs as before: not there."""
    desk = Desk(an_absence()).about("pat")
    assert desk.looks_after() == ["mo"]
    with pytest.raises(NotFound):
        desk.standing_in.claim(PAT, desk.id, MONDAY)
    assert desk.standing_in.claim(MO, desk.id, MONDAY).owner == "mo"


def test_a_case_about_the_line_manager_goes_to_another_manager() -> None:
    assert Desk(an_absence(substitute="")).about("mo").looks_after() == ["lee"]


@pytest.mark.parametrize(
    "away",
    [
        (an_absence(substitute=""),),
        (an_absence(substitute="left"),),
        (an_absence(), an_absence(id="away-2", staff_id="pat", substitute="")),
    ],
)
def test_without_a_substitute_who_is_here_the_line_manager_looks_after_it(away: tuple[Absence, ...]) -> None:
    assert Desk(*away).looks_after() == ["mo"]


def test_nobody_stands_in_for_a_substitute_in_turn() -> None:
    """Pat fell ill, and Kim stands in for Pat: Sam's case is not Kim's."""
    desk = Desk(an_absence(), an_absence(id="away-2", staff_id="pat", substitute="kim"))
    assert "kim" not in desk.looks_after()


@given(
    some.lists(
        some.builds(
            an_absence,
            id=some.uuids().map(str),
            staff_id=some.sampled_from([one.staff_id for one in STAFF]),
            substitute=some.sampled_from(["", "left", *(one.staff_id for one in STAFF)]),
        ),
        max_size=6,
    ),
    some.sampled_from(["", *(one.staff_id for one in STAFF)]),
)
def test_whatever_is_said_nobody_looks_after_a_case_who_may_not_know_of_it_or_is_away(
    away: list[Absence], about: str
) -> None:
    desk = Desk(*away)
    if about:
        desk.about(about)
    for one in desk.standing_in.in_their_place(desk.case, TODAY):
        assert desk.work.may_see(one, desk.case)
        assert one.staff_id not in {about, "sam", *(absence.staff_id for absence in away)}


# ---- Saying it ----


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"back": TODAY}, "back_before_away"),
        ({"first": TODAY - 9 * DAY, "back": TODAY}, "back_has_passed"),
        ({"back": date(2028, 1, 1)}, "too_far_ahead"),
        ({"substitute": "sam"}, "own_substitute"),
        ({"substitute": "left"}, "not_a_colleague"),
        ({"id": "away-2", "first": TODAY + 6 * DAY, "back": TODAY + 9 * DAY}, "away_already"),
        ({"id": "away-2", "staff_id": "kim", "substitute": "sam"}, "substitute_away"),
        ({"id": "away-2", "staff_id": "pat", "substitute": "sam"}, "substitute_away"),  # in a circle
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(given: dict[str, Any], reason: str) -> None:
    desk = Desk(an_absence())
    with pytest.raises(NotAllowed, match=reason):
        desk.standing_in.say(an_absence(**given), MONDAY)
    assert desk.diary.away == [an_absence()]


def test_one_who_fell_ill_some_days_ago_can_be_written_down() -> None:
    desk = Desk()
    desk.standing_in.say(an_absence(first=TODAY - 3 * DAY), MONDAY)
    assert desk.looks_after() == ["pat"]


def test_it_can_begin_on_the_day_another_ends_and_be_made_longer_or_shorter() -> None:
    desk = Desk(an_absence())
    desk.standing_in.say(an_absence(id="away-2", first=TODAY + 7 * DAY, back=TODAY + 8 * DAY), MONDAY)
    desk.standing_in.say(an_absence(back=TODAY + 2 * DAY), MONDAY)
    assert [one.back for one in desk.diary.absences("kind-place", TODAY)] == [
        TODAY + 2 * DAY,
        TODAY + 8 * DAY,
    ]


def test_back_early_the_case_is_theirs_again_today() -> None:
    desk = Desk(an_absence(first=TODAY - DAY))
    desk.standing_in.back(desk.diary.away[0], MONDAY)
    assert desk.looks_after() == []
    assert desk.diary.away[0].back == TODAY  # that they were away yesterday stays


def test_not_away_after_all_is_as_if_it_had_never_been_said() -> None:
    desk = Desk(an_absence(first=TODAY + DAY))
    desk.standing_in.back(desk.diary.away[0], MONDAY)
    assert desk.diary.away == []


@pytest.mark.parametrize(
    ("member", "may"), [(SAM, True), (MO, True), (CHLOE, True), (LEE, True), (PAT, False), (KIM, False)]
)
def test_themselves_their_line_manager_and_managers_say_it(member: Any, may: bool) -> None:
    assert may_say_away(member, SAM) is may
    assert not may_say_away(replace(member, charity="another"), SAM)


# ---- Clocks and times ----


def test_reminders_go_to_the_substitute_and_the_line_manager_instead() -> None:
    assert Desk(an_absence()).told(Step.QUARTER, 2) == {"pat", "mo"}
    assert Desk(an_absence()).told(Step.LATE, 8) == {"sam", "mo"}  # Sam has been back for a day
    assert Desk().told(Step.QUARTER, 2) == {"sam"}


def test_whoever_will_be_away_when_it_is_due_is_not_the_only_one_to_hear_of_it() -> None:
    desk = Desk(an_absence(first=TODAY + 5 * DAY, back=TODAY + 20 * DAY))
    assert desk.told(Step.QUARTER, 2) == {"sam", "pat", "mo"}
    assert desk.told(Step.LATE, 8) == {"pat", "mo"}


def test_no_reminder_reaches_a_substitute_who_may_not_know_of_the_case() -> None:
    assert "pat" not in Desk(an_absence()).about("pat").told(Step.THREE_QUARTERS, 4)


def test_no_clock_stops_and_no_date_moves() -> None:
    plain, away = Desk(), Desk(an_absence(), rule=ALWAYS)
    away.standing_in.guest_adds(away.case, "Hello?", "en", MONDAY)
    assert away.promise.due_on == plain.promise.due_on
    assert away.promise.is_owed


def test_no_time_is_offered_while_they_are_away() -> None:
    store, diary = MemoryStore(list(STAFF)), MemoryDiary([an_offer()], away=[an_absence()])
    booking = Booking(Casework(store, OnePolicy(a_policy())), diary)
    first = booking.free("kind-place", OFFICE, MONDAY)[0]
    assert first.starts_at.date() == date(2026, 12, 1)  # not Tuesday 24 November
