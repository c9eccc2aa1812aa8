"""A meeting was held: what comes next is agreed before the guest leaves (RUILS, Appointments; R8)."""

from datetime import date, datetime, timedelta

import pytest

from tests.builders.cases import OnePolicy, a_policy
from tests.builders.diary import TUESDAY, at
from tests.cases.appointments.test_rearranging import ELEVEN, SAM, TEN, Desk, a_desk
from tests.cases.appointments.test_waiting import WITHIN_10_MINUTES
from webchat.cases.appointments.booking import Booking
from webchat.cases.appointments.holding import DELAY, FOLLOW_UP, Holding, Next, duty
from webchat.cases.appointments.waiting import Waiting
from webchat.cases.case import Case, Purpose
from webchat.cases.casework import Casework
from webchat.cases.errors import NotAllowed, Stale, TimeGone
from webchat.cases.promises.policy import Note
from webchat.cases.promises.promise import Source, State
from webchat.cases.words import PromiseName

AFTER = at(TUESDAY, 10, 40)
FRIDAY = date(2026, 11, 27)
ASKS = Note("N", "Appointments", "the date and time of the next meeting", FOLLOW_UP, True)


def held(desk: Desk, then: Next, began: datetime | None = TEN, now: datetime = AFTER) -> Case:
    return Holding(desk.staff).held(SAM, desk.case.id, desk.seen, began, then, now)


def of_ruils() -> Desk:
    """A policy that asks for the next meeting before the guest leaves."""
    desk = a_desk()
    policies = OnePolicy(a_policy(WITHIN_10_MINUTES, notes=(ASKS,)))
    desk.booking = Booking(Casework(desk.store, policies), desk.diary)
    desk.staff = type(desk.staff)(desk.booking)
    return desk


def test_the_next_time_is_agreed_and_told() -> None:
    desk, week = a_desk(), timedelta(days=7)
    held(desk, Next(time=(desk.offer.id, TEN + week)))
    assert desk.meeting.starts_at == TEN + week
    assert [one.starts_at for one in desk.diary.taken_place] == [TEN]
    assert (desk.told.purpose, desk.told.time_is) == (Purpose.NEXT_TIME, TEN + week)
    assert desk.waits() == [(TEN, "held"), (TEN + week, "")]


def test_or_the_guest_is_told_when_they_are_next_contacted_which_is_a_promise() -> None:
    desk = a_desk()
    case = held(desk, Next(contact_on=FRIDAY))
    assert (desk.told.purpose, desk.told.states_date) == (Purpose.NEXT_CONTACT, FRIDAY)
    (promise,) = [one for one in desk.store.promises(case.id) if one.name is PromiseName.CONTACT]
    assert (promise.due_on, promise.source, promise.stated_by) == (FRIDAY, Source.STAFF, "Sam")
    assert promise.state is State.OPEN
    assert case.next_due_at == promise.due_at


def test_where_the_policy_asks_for_it_one_of_the_two_is_needed() -> None:
    with pytest.raises(NotAllowed, match="no_next"):
        held(of_ruils(), Next())
    held(of_ruils(), Next(contact_on=FRIDAY))
    desk = a_desk()  # a policy that does not speak of it
    held(desk, Next())
    event = desk.store.events(desk.case.id)[-1]
    assert (event.what, event.fields) == ("held", {"on": TEN.isoformat(), "next": "none"})


def test_not_both() -> None:
    desk = a_desk()
    with pytest.raises(NotAllowed, match="one_next"):
        held(desk, Next((desk.offer.id, ELEVEN), FRIDAY))


@pytest.mark.parametrize(("began", "in_time"), [(TEN, True), (TEN + timedelta(minutes=11), False)])
def test_when_it_began_keeps_the_promise_in_time_or_late(began: datetime, in_time: bool) -> None:
    desk = a_desk()
    held(desk, Next(), began)
    (wait,) = [one for one in desk.store.promises(desk.case.id) if one.name is PromiseName.WAIT]
    assert wait.due_at is not None
    assert (wait.state, wait.met_at) == (State.MET, began)
    assert (began <= wait.due_at) is in_time


def test_what_was_noted_at_the_time_stands() -> None:
    desk = a_desk()
    case = desk.booking.casework.claim(SAM, desk.case.id, TEN)
    Waiting(desk.booking.casework).seen(SAM, case.id, TEN)
    held(desk, Next(), None)
    assert desk.waits() == [(TEN, "seen")]


@pytest.mark.parametrize(
    ("began", "reason"),
    [
        (None, "no_beginning"),
        (AFTER + timedelta(minutes=1), "not_its_beginning"),
        (TEN - timedelta(days=1), "not_its_beginning"),
    ],
)
def test_when_it_began_is_on_its_day_and_not_to_come(began: datetime | None, reason: str) -> None:
    desk = a_desk()
    with pytest.raises(NotAllowed, match=reason):
        held(desk, Next(), began)
    assert desk.meeting.starts_at == TEN


def test_nothing_is_held_before_it_begins() -> None:
    with pytest.raises(NotAllowed, match="not_begun"):
        held(a_desk(), Next(), now=TEN - timedelta(minutes=1))


@pytest.mark.parametrize(
    ("on", "reason"), [(date(2026, 11, 23), "date_in_the_past"), (date(2028, 1, 3), "too_far_ahead")]
)
def test_the_next_contact_is_a_date_that_can_be_kept(on: date, reason: str) -> None:
    desk = a_desk()
    with pytest.raises(NotAllowed, match=reason):
        held(desk, Next(contact_on=on))


def test_where_the_next_time_is_gone_nobody_was_told_anything() -> None:
    desk = a_desk()
    with pytest.raises(TimeGone):
        held(desk, Next(time=(desk.offer.id, TEN)))
    assert desk.told.purpose is Purpose.WORDS


def test_noted_twice_it_is_the_same() -> None:
    desk = a_desk()
    first = held(desk, Next(contact_on=FRIDAY))
    assert held(desk, Next(contact_on=FRIDAY)) == first


def test_what_has_gone_on_since_is_told() -> None:
    desk, week = a_desk(), timedelta(days=7)
    case = held(desk, Next(time=(desk.offer.id, TEN + week)))
    desk.booking.give_up(case, AFTER)
    with pytest.raises(Stale):
        held(desk, Next())


def test_a_duty_is_found_by_what_it_is_about() -> None:
    policy = a_policy(notes=(ASKS,))
    assert (duty(policy, FOLLOW_UP), duty(policy, DELAY)) == (ASKS, None)
