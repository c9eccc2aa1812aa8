"""How long somebody waits at an agreed time, which only being seen keeps (RUILS, Appointments)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from webchat.cases.appointments.diary import Meeting
from webchat.cases.appointments.meeting import Act, kept
from webchat.cases.case import Case, Event, Purpose
from webchat.cases.casework import Casework
from webchat.cases.errors import NotAllowed
from webchat.cases.moves import Moved
from webchat.cases.people.member import Member
from webchat.cases.promises.calendar import WorkingCalendar
from webchat.cases.promises.owed import Asked, owed
from webchat.cases.promises.policy import Policy
from webchat.cases.promises.promise import DID_NOT_COME, Promise, State, promise_from
from webchat.cases.rules import must_own
from webchat.cases.words import Channel, MetBy, Start, Way

_IN_PERSON = (Way.OFFICE, Way.HOME, Way.ELSEWHERE)


def owed_at_time(
    case: Case, meeting: Meeting, policy: Policy, calendar: WorkingCalendar, ids: Iterable[str]
) -> tuple[Promise, ...]:
    """What a policy owes to whoever comes at the agreed time; nothing where nobody meets in person."""
    if meeting.way not in _IN_PERSON:
        return ()
    asked = Asked(
        case.kind, Channel.IN_PERSON, case.reply_by, case.received_at, case.stage, agreed_at=meeting.starts_at
    )
    found = [
        one for one in owed(policy, asked, calendar) if one.entry and one.entry.start is Start.AGREED_TIME
    ]
    return tuple(
        promise_from(one, new, case.id, case.stage) for one, new in zip(found, ids, strict=False)
    )


def no_longer(promises: Iterable[Promise], why: str) -> tuple[Promise, ...]:
    """What was owed at a time that is agreed no longer. `why` is what `met_by` tells of it."""
    return tuple(replace(one, state=State.SUPERSEDED, met_by=why) for one in waited_for(promises))


def is_waited_for(promises: Iterable[Promise]) -> bool:
    """Whether somebody is still to be seen at a time."""
    return bool(waited_for(promises))


@dataclass(frozen=True, slots=True)
class Waiting:
    """What staff note when the time has come. Raises what Casework raises."""

    casework: Casework

    def seen(self, member: Member, case_id: str, now: datetime) -> Case:
        """They are being seen now, which keeps the promise, in time or late.

        Raises NotAllowed ("not_awaited").
        """
        case, promises = self._awaited(member, case_id)
        met = kept(waited_for(promises), Act(Purpose.UPDATE, seen=True), "seen", now)
        event = Event(case.id, now, member.staff_id, "seen")
        return self.casework.move(case, Moved(case, met, events=(event,)))

    def not_come(self, member: Member, case_id: str, now: datetime) -> Case:
        """They did not come: nothing is late because of it. Raises NotAllowed ("not_awaited")."""
        case, promises = self._awaited(member, case_id)
        ended = no_longer(promises, DID_NOT_COME)
        event = Event(case.id, now, member.staff_id, "did_not_come")
        return self.casework.move(case, Moved(case, ended, events=(event,)))

    def _awaited(self, member: Member, case_id: str) -> tuple[Case, Sequence[Promise]]:
        case = self.casework.seen_by(member, case_id)
        must_own(case, member)
        promises = self.casework.store.promises(case.id)
        if not is_waited_for(promises):
            raise NotAllowed("not_awaited")
        return case, promises


def waited_for(promises: Iterable[Promise]) -> list[Promise]:
    """What only being seen keeps, and has not been kept yet."""
    return [one for one in promises if one.is_owed and one.met_by_rule is MetBy.SEEN]
