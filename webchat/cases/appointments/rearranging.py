"""Staff change an agreed time: another one, none any more, or later than agreed. The guest is told why.

Issue 4, line 8. RUILS, Appointments: whoever is delayed says so before the start, with an estimate.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from webchat.cases.appointments.booking import Booking, Wish
from webchat.cases.appointments.diary import Meeting, read_token
from webchat.cases.appointments.waiting import no_longer
from webchat.cases.case import About, Case, Event, Message, Plain, Purpose, latest
from webchat.cases.errors import NotAllowed, Stale
from webchat.cases.moves import Letter, Moved, errands
from webchat.cases.people.member import Member
from webchat.cases.people.powers import ARRANGE_ALL_TIMES
from webchat.cases.promises.promise import TIME_CANCELLED, TIME_MOVED, Promise
from webchat.cases.rules import must_be_open

LEAST_LATE, MOST_LATE = 5, 60  # minutes


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, in words that the guest is shown. `neutral`: they tell nothing of whom the guest writes for."""

    words: str
    neutral: bool = False


@dataclass(frozen=True, slots=True)
class Rearranging:
    """What staff do to an agreed time. `seen` is the token of the time that their page showed.

    The same change made twice, as by a double tap, is one, and told once.
    Raises Stale when another time is agreed by now, or none; NotFound for a case that this member may not
    know of; NotAllowed: "case_closed", "not_your_time", "time_has_passed", "no_reason_told", and each
    move's own.
    """

    booking: Booking

    def choices(self, case: Case, meeting: Meeting, now: datetime) -> Sequence[Meeting]:
        """The times that can be agreed instead, with anybody who may meet this guest, the soonest first."""
        return self.booking.free(case.charity, self.wish(case, meeting), now)

    def wish(self, case: Case, meeting: Meeting) -> Wish:
        """How this guest can be met: the way that was agreed, and never whom it is or might be about."""
        about = latest(self.booking.casework.store.people(case.id), "about")
        unsure = about.name if about and case.about is About.UNMATCHED else None
        return Wish(meeting.way, "", unsure, case.lang, case.about_staff)

    def move(
        self,
        member: Member,
        case_id: str,
        seen: str,
        chosen: tuple[str, datetime],
        reason: Reason,
        now: datetime,
    ) -> Case:
        """Another time instead, which the guest can change again. Raises TimeGone when it is not free."""
        with self.booking.casework.store.transaction():
            if self._is_told(member, case_id, Purpose.TIME_MOVED, reason, seen, chosen[1]):
                return self.booking.casework.seen_by(member, case_id)
            case, meeting = self._to_come(member, case_id, seen, reason, now)
            ended = no_longer(self.booking.casework.store.promises(case.id), TIME_MOVED)
            told = self.message(case, member, Purpose.TIME_MOVED, reason, now)
            agreed, waits = self.booking.agree(case, *chosen, self.wish(case, meeting), now)
            told = replace(told, time_was=meeting.starts_at, time_is=agreed.starts_at)
            fields: dict[str, Plain] = {
                "from": meeting.starts_at.isoformat(),
                "to": agreed.starts_at.isoformat(),
            }
            return self.told(case, member, "staff_moved_time", fields, (*ended, *waits), told, now)

    def cancel(self, member: Member, case_id: str, seen: str, reason: Reason, now: datetime) -> Case:
        """It does not take place, and no other time is agreed yet: the guest can choose one."""
        with self.booking.casework.store.transaction():
            if self._is_told(member, case_id, Purpose.TIME_CANCELLED, reason, seen, None):
                return self.booking.casework.seen_by(member, case_id)
            case, meeting = self._to_come(member, case_id, seen, reason, now)
            ended = no_longer(self.booking.casework.store.promises(case.id), TIME_CANCELLED)
            told = self.message(case, member, Purpose.TIME_CANCELLED, reason, now)
            self.booking.store.give_up(case.id)
            fields: dict[str, Plain] = {"from": meeting.starts_at.isoformat()}
            told = replace(told, time_was=meeting.starts_at)
            return self.told(case, member, "staff_cancelled_time", fields, ended, told, now)

    def late(self, member: Member, case_id: str, seen: str, minutes: int, now: datetime) -> Case:
        """They are told before the start that it begins about so many minutes later (RUILS, Appointments).

        The clock does not move: it is still counted from the agreed time. Raises NotAllowed ("not_minutes",
        "late_too_late" once it should have begun).
        """
        if not LEAST_LATE <= minutes <= MOST_LATE:
            raise NotAllowed("not_minutes")
        case, meeting = self.agreed(member, case_id, seen)
        if meeting.starts_at <= now:
            raise NotAllowed("late_too_late")
        expected = meeting.starts_at + timedelta(minutes=minutes)
        if self._is_told(member, case_id, Purpose.RUNNING_LATE, Reason(""), seen, expected):
            return case
        told = self.message(case, member, Purpose.RUNNING_LATE, Reason(""), now)
        told = replace(told, time_was=meeting.starts_at, time_is=expected)
        return self.told(case, member, "running_late", {"minutes": minutes}, (), told, now)

    def agreed(self, member: Member, case_id: str, seen: str) -> tuple[Case, Meeting]:
        """A case with its time, if this member arranges it and it is still the one they saw."""
        case = self.booking.casework.seen_by(member, case_id)
        must_be_open(case)
        meeting = self.booking.of_case(case)
        if meeting is None or meeting.token != seen:
            raise Stale(case_id)
        if not may_rearrange(member, case, meeting):
            raise NotAllowed("not_your_time")
        return case, meeting

    def message(self, case: Case, member: Member, purpose: Purpose, reason: Reason, now: datetime) -> Message:
        """Words of ours and theirs on the way the guest asked for."""
        letter = Letter(purpose, reason.words.strip(), neutral=reason.neutral)
        return self.booking.casework.message(case, member, letter, now)

    def told(
        self,
        case: Case,
        member: Member,
        what: str,
        fields: dict[str, Plain],
        promises: Sequence[Promise],
        told: Message,
        now: datetime,
    ) -> Case:
        """Store what was done with the message that tells it."""
        event = Event(case.id, now, member.staff_id, what, fields)
        moved = Moved(case, tuple(promises), (told,), (event,), errands(case, told, now))
        return self.booking.casework.move(case, moved)

    def _is_told(
        self,
        member: Member,
        case_id: str,
        purpose: Purpose,
        reason: Reason,
        seen: str,
        time_is: datetime | None,
    ) -> bool:
        """Whether this very change was the last thing said: a double tap, or a form sent once more."""
        said, was = self.booking.casework.store.messages(case_id)[-1:], read_token(seen)
        wanted = (purpose, member.staff_id, reason.words.strip(), was[1] if was else None, time_is)
        return wanted in [(one.purpose, one.author, one.body, one.time_was, one.time_is) for one in said]

    def _to_come(
        self, member: Member, case_id: str, seen: str, reason: Reason, now: datetime
    ) -> tuple[Case, Meeting]:
        case, meeting = self.agreed(member, case_id, seen)
        if meeting.starts_at <= now:
            raise NotAllowed("time_has_passed")
        if not reason.words.strip():
            raise NotAllowed("no_reason_told")
        return case, meeting


def may_arrange(member: Member, staff_id: str) -> bool:
    """Whether this member arranges the times of that person; empty is everybody (design.md, Roles)."""
    return member.staff_id == staff_id or member.has(*ARRANGE_ALL_TIMES)


def may_rearrange(member: Member, case: Case, meeting: Meeting) -> bool:
    """Whether a time is theirs to change: with whom it is, who has the case, or who arranges for all."""
    return member.staff_id == case.owner or may_arrange(member, meeting.staff_id)
