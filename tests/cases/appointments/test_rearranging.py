"""Staff move a time, cancel it, or say that they run late; the guest is told (issue 4, line 8)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.builders.cases import MONDAY, a_member, an_opening
from tests.builders.diary import OFFICE, TUESDAY, a_booking, an_offer, at
from tests.cases.appointments.test_waiting import WITHIN_10_MINUTES
from webchat.cases.appointments.diary import Meeting
from webchat.cases.appointments.rearranging import Rearranging, Reason
from webchat.cases.case import About, Case, Delivery, Message, Purpose, Status
from webchat.cases.errors import NotAllowed, NotFound, Stale, TimeGone
from webchat.cases.moves import Moved
from webchat.cases.people.member import Member
from webchat.cases.words import Consent, Kind, PromiseName, ReplyBy, Role

SAM, PAT, ADA = a_member("sam"), a_member("pat"), a_member("ada", Role.ADMINISTRATOR)
TEN, HALF_PAST, ELEVEN = at(TUESDAY, 10), at(TUESDAY, 10, 30), at(TUESDAY, 11)
ILL = Reason("Sam is ill.")


@dataclass
class Desk:
    """Sam's time at ten on Tuesday is agreed with a guest, who asked to be reached as told."""

    given: dict[str, Any]

    def __post_init__(self) -> None:
        self.offer = an_offer()
        staff = (SAM, PAT, ADA)
        made = a_booking(self.offer, staff=staff, entries=(WITHIN_10_MINUTES,))
        self.booking, self.diary, self.store = made
        opening = an_opening(**{"kind": Kind.APPOINTMENT, **self.given})
        self.case = self.booking.open(opening, self.offer.id, TEN, OFFICE, MONDAY)
        self.staff = Rearranging(self.booking)
        self.seen = self.meeting.token

    @property
    def meeting(self) -> Meeting:
        found = self.booking.of_case(self.case)
        assert found is not None
        return found

    @property
    def told(self) -> Message:
        return self.store.messages(self.case.id)[-1]

    def move(self, to: datetime = ELEVEN, who: Member = SAM, now: datetime = MONDAY) -> Case:
        return self.staff.move(who, self.case.id, self.seen, (self.offer.id, to), ILL, now)

    def cancel(self, who: Member = SAM, reason: Reason = ILL, now: datetime = MONDAY) -> Case:
        return self.staff.cancel(who, self.case.id, self.seen, reason, now)

    def late(self, minutes: int = 15, now: datetime = MONDAY, who: Member = SAM) -> Case:
        return self.staff.late(who, self.case.id, self.seen, minutes, now)

    def waits(self) -> list[tuple[datetime | None, str]]:
        found = [one for one in self.store.promises(self.case.id) if one.name is PromiseName.WAIT]
        return [(one.starts_at, one.met_by) for one in found]


def a_desk(**given: Any) -> Desk:
    return Desk(given)


MOVES: dict[str, Callable[[Desk, datetime], Case]] = {
    "move": lambda desk, now: desk.move(now=now),
    "cancel": lambda desk, now: desk.cancel(now=now),
    "late": lambda desk, now: desk.late(now=now),
}


def test_a_moved_time_is_agreed_told_with_its_reason_and_owed_anew() -> None:
    desk = a_desk(reply_by=ReplyBy.EMAIL, contact="jo@example.org")
    desk.move()
    told = desk.told
    assert desk.meeting.starts_at == ELEVEN
    assert (told.purpose, told.body, told.author) == (Purpose.TIME_MOVED, "Sam is ill.", "sam")
    assert (told.time_was, told.time_is, told.delivery) == (TEN, ELEVEN, Delivery.QUEUED)
    assert f"message:{told.id}" in desk.store.errands
    assert desk.waits() == [(TEN, "time_moved"), (ELEVEN, "")]
    assert desk.store.events(desk.case.id)[-1].what == "staff_moved_time"


def test_the_guest_can_change_a_time_that_staff_moved() -> None:
    desk = a_desk()
    moved = desk.move()
    desk.booking.move(moved, desk.offer.id, HALF_PAST, OFFICE, MONDAY)
    assert desk.meeting.starts_at == HALF_PAST


def test_a_cancelled_time_is_free_again_and_the_guest_is_told() -> None:
    desk = a_desk()
    desk.cancel()
    assert desk.booking.of_case(desk.case) is None
    assert (desk.told.purpose, desk.told.time_was) == (Purpose.TIME_CANCELLED, TEN)
    assert desk.waits() == [(TEN, "time_cancelled")]
    assert desk.booking.free("kind-place", OFFICE, MONDAY)[0].starts_at == TEN


def test_running_late_is_told_before_the_start_with_an_estimate_and_moves_no_clock() -> None:
    desk = a_desk()
    desk.late(15, TEN - timedelta(minutes=1))
    assert (desk.told.purpose, desk.told.time_was) == (Purpose.RUNNING_LATE, TEN)
    assert desk.told.time_is == TEN + timedelta(minutes=15)
    assert desk.meeting.starts_at == TEN
    assert desk.waits() == [(TEN, "")]
    event = desk.store.events(desk.case.id)[-1]
    assert (event.what, event.who, event.fields) == ("running_late", "sam", {"minutes": 15})


@pytest.mark.parametrize("minutes", [-5, 0, 4, 61])
def test_how_late_is_between_five_minutes_and_an_hour(minutes: int) -> None:
    with pytest.raises(NotAllowed, match="not_minutes"):
        a_desk().late(minutes)


@pytest.mark.parametrize("minutes", [5, 60])
def test_both_are_told_as_they_are(minutes: int) -> None:
    desk = a_desk()
    desk.late(minutes)
    assert desk.told.time_is == TEN + timedelta(minutes=minutes)


def test_running_late_is_refused_once_it_should_have_begun() -> None:
    desk = a_desk()
    with pytest.raises(NotAllowed, match="late_too_late"):
        desk.late(15, TEN)
    assert desk.store.messages(desk.case.id)[-1].purpose is Purpose.WORDS


@pytest.mark.parametrize("change", ["move", "cancel"])
def test_a_time_that_has_begun_is_not_changed(change: str) -> None:
    desk = a_desk()
    with pytest.raises(NotAllowed, match="time_has_passed"):
        MOVES[change](desk, TEN)
    assert desk.meeting.starts_at == TEN


def test_nobody_is_told_of_a_change_without_a_reason() -> None:
    desk = a_desk()
    with pytest.raises(NotAllowed, match="no_reason_told"):
        desk.cancel(reason=Reason("  "))
    assert desk.meeting.starts_at == TEN


@pytest.mark.parametrize("change", MOVES)
def test_the_same_change_made_twice_is_one_and_told_once(change: str) -> None:
    desk = a_desk()
    first = MOVES[change](desk, MONDAY)
    before = desk.store.messages(desk.case.id)
    assert MOVES[change](desk, MONDAY) == first
    assert desk.store.messages(desk.case.id) == before


@pytest.mark.parametrize("change", MOVES)
def test_of_two_who_change_one_time_the_second_is_told(change: str) -> None:
    desk = a_desk()
    desk.move(HALF_PAST, who=ADA)
    before = desk.store.messages(desk.case.id)
    with pytest.raises(Stale):
        MOVES[change](desk, MONDAY)
    assert desk.store.messages(desk.case.id) == before
    assert desk.meeting.starts_at == HALF_PAST


@pytest.mark.parametrize("change", MOVES)
def test_a_page_from_before_the_guest_gave_it_up_changes_nothing(change: str) -> None:
    desk = a_desk()
    desk.booking.give_up(desk.case, MONDAY)
    with pytest.raises(Stale):
        MOVES[change](desk, MONDAY)


@pytest.mark.parametrize("change", MOVES)
def test_a_closed_case_takes_no_change(change: str) -> None:
    desk = a_desk()
    desk.booking.casework.move(desk.case, Moved(replace(desk.case, status=Status.CLOSED)))
    with pytest.raises(NotAllowed, match="case_closed"):
        MOVES[change](desk, MONDAY)
    assert desk.meeting.starts_at == TEN


def test_a_time_that_is_gone_changes_nothing() -> None:
    desk = a_desk()
    desk.booking.open(an_opening(kind=Kind.APPOINTMENT), desk.offer.id, ELEVEN, OFFICE, MONDAY)
    with pytest.raises(TimeGone):
        desk.move(ELEVEN)
    assert desk.meeting.starts_at == TEN
    assert desk.waits() == [(TEN, "")]


def test_whose_time_it_is_who_has_the_case_and_who_arranges_for_all_may_change_it() -> None:
    desk = a_desk()
    with pytest.raises(NotAllowed, match="not_your_time"):
        desk.late(who=PAT)
    desk.late(who=ADA)
    desk.late(who=SAM)
    desk.booking.casework.claim(PAT, desk.case.id, MONDAY)
    desk.late(who=PAT)


def test_whoever_the_case_is_about_finds_nothing_to_change() -> None:
    desk = a_desk()
    about_sam = replace(desk.case, about=About.MATCHED, about_staff="sam")
    desk.booking.casework.move(desk.case, Moved(about_sam))
    for change in MOVES.values():
        with pytest.raises(NotFound):
            change(desk, MONDAY)


def test_no_time_is_offered_instead_with_whom_it_is_about() -> None:
    desk = a_desk()
    about_sam = replace(desk.case, about=About.MATCHED, about_staff="sam")
    assert desk.staff.choices(about_sam, desk.meeting, MONDAY) == []
    assert desk.staff.choices(desk.case, desk.meeting, MONDAY)[0].starts_at == HALF_PAST


def test_a_reason_is_not_told_to_a_writer_whose_person_has_not_agreed_unless_it_is_neutral() -> None:
    desk = a_desk()
    desk.booking.casework.move(desk.case, Moved(replace(desk.case, consent=Consent.NOT_ASKED)))
    with pytest.raises(NotAllowed, match="not_agreed"):
        desk.cancel()
    desk.cancel(reason=replace(ILL, neutral=True))
    assert desk.told.body == "Sam is ill."
