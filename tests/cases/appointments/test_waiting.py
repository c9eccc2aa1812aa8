"""How long somebody waits at an agreed time, and what keeps it (RUILS, Appointments; policy-facts R7)."""

from datetime import timedelta

import pytest

from tests.builders.cases import MONDAY, a_calendar, a_member, an_entry, an_opening
from tests.builders.diary import OFFICE, TUESDAY, a_booking, an_offer, at
from webchat.cases.appointments.booking import Booking, Wish
from webchat.cases.appointments.waiting import Waiting
from webchat.cases.case import Case
from webchat.cases.errors import NotAllowed
from webchat.cases.promises.clock import Tells, read
from webchat.cases.promises.promise import Promise, State
from webchat.cases.words import Channel, Kind, MetBy, PromiseName, Start, Unit, Way

SAM = a_member()
TEN, ELEVEN = at(TUESDAY, 10), at(TUESDAY, 11)
MINUTE = timedelta(minutes=1)
WITHIN_10_MINUTES = an_entry(
    PromiseName.WAIT,
    10,
    unit=Unit.MINUTE,
    start=Start.AGREED_TIME,
    met_by=MetBy.SEEN,
    kinds=frozenset({Kind.APPOINTMENT}),
    channels=frozenset({Channel.IN_PERSON}),
)


def agreed(way: Way = Way.OFFICE) -> tuple[Booking, Case, str]:
    """A case with 10 o'clock on Tuesday agreed, in Sam's hands, and the id of its offer."""
    offer = an_offer(way=way)
    booking, _, _ = a_booking(offer, entries=(WITHIN_10_MINUTES,))
    case = booking.open(an_opening(kind=Kind.APPOINTMENT), offer.id, TEN, Wish(way), MONDAY)
    return booking, booking.casework.claim(SAM, case.id, MONDAY), offer.id


def waits(booking: Booking, case: Case) -> list[Promise]:
    return [one for one in booking.casework.store.promises(case.id) if one.name is PromiseName.WAIT]


def test_whoever_agrees_a_time_in_person_is_told_by_when_they_are_seen() -> None:
    for way in (Way.OFFICE, Way.HOME, Way.ELSEWHERE):
        booking, case, _ = agreed(way)
        (wait,) = waits(booking, case)
        assert (wait.starts_at, wait.due_at) == (TEN, TEN + 10 * MINUTE)


@pytest.mark.parametrize("way", [Way.PHONE, Way.VIDEO])
def test_nobody_waits_in_a_room_who_is_rung(way: Way) -> None:
    booking, case, _ = agreed(way)
    assert waits(booking, case) == []


def test_another_time_is_another_promise_and_the_first_ends() -> None:
    booking, case, offer = agreed()
    booking.move(case, offer, ELEVEN, OFFICE, MONDAY)
    first, second = waits(booking, case)
    assert (first.state, first.met_by) == (State.SUPERSEDED, "moved_time")
    assert second.due_at == ELEVEN + 10 * MINUTE


def test_whoever_cannot_come_is_waited_for_no_more() -> None:
    booking, case, _ = agreed()
    booking.give_up(case, MONDAY)
    (wait,) = waits(booking, case)
    assert (wait.state, wait.met_by) == (State.SUPERSEDED, "gave_up_time")


@pytest.mark.parametrize(("minutes", "in_time"), [(0, True), (10, True), (11, False)])
def test_being_seen_keeps_it_in_time_or_late(minutes: int, in_time: bool) -> None:
    booking, case, _ = agreed()
    Waiting(booking.casework).seen(SAM, case.id, TEN + minutes * MINUTE)
    (wait,) = waits(booking, case)
    assert wait.state is State.MET
    assert wait.met_at is not None
    assert wait.due_at is not None
    assert (wait.met_at <= wait.due_at) is in_time


def test_being_seen_keeps_nothing_else() -> None:
    booking, case, _ = agreed()
    Waiting(booking.casework).seen(SAM, case.id, TEN)
    owed = [one.name for one in booking.casework.store.promises(case.id) if one.is_owed]
    assert owed == [PromiseName.REPLY]


def test_whoever_did_not_come_makes_nobody_late() -> None:
    booking, case, _ = agreed()
    Waiting(booking.casework).not_come(SAM, case.id, TEN + 30 * MINUTE)
    (wait,) = waits(booking, case)
    assert (wait.state, wait.met_by) == (State.SUPERSEDED, "did_not_come")


def test_noted_once_and_by_whoever_has_the_case() -> None:
    booking, case, _ = agreed()
    with pytest.raises(NotAllowed, match="not_yours"):
        Waiting(booking.casework).seen(a_member("pat"), case.id, TEN)
    Waiting(booking.casework).seen(SAM, case.id, TEN)
    with pytest.raises(NotAllowed, match="not_awaited"):
        Waiting(booking.casework).not_come(SAM, case.id, TEN)


def test_the_desk_counts_days_until_the_day_itself_and_then_minutes() -> None:
    booking, case, _ = agreed()
    (wait,) = waits(booking, case)
    before = read(wait, MONDAY, a_calendar(), {})
    assert (before.tells, before.count) == (Tells.DAYS_LEFT, 1)
    on_the_day = read(wait, TEN, a_calendar(), {})
    assert (on_the_day.tells, on_the_day.count) == (Tells.MINUTES_LEFT, 10)
    late = read(wait, TEN + 15 * MINUTE, a_calendar(), {})
    assert (late.tells, late.count) == (Tells.OVERDUE, 5)
    next_day = read(wait, TEN + timedelta(days=1), a_calendar(), {})
    assert (next_day.tells, next_day.count) == (Tells.OVERDUE, 1)
