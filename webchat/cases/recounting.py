"""Counting open promises again, once a bank holiday was added or a letter turned out to have come earlier.

Editing a pack or a holiday moves nothing silently (design.md, rules for dates): this does, and leaves an
event and a message. The old date stays in the record.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from webchat.cases import moves
from webchat.cases.calendar import WorkingCalendar
from webchat.cases.case import Errand, Event, Plain, Purpose, Status
from webchat.cases.casework import Casework
from webchat.cases.errors import BeyondCalendar
from webchat.cases.moves import Letter, Moved
from webchat.cases.promise import RECOUNTED, Promise, Source, State
from webchat.cases.words import Kind


@dataclass(frozen=True, slots=True)
class Recounting:
    """Counts a case's open promises again. Raises Stale when the case was changed meanwhile."""

    casework: Casework

    def recount(self, charity: str, case_id: str, now: datetime) -> int:
        """Count them by today's bank holidays; how many dates moved. Guest and staff are told of them."""
        case = self.casework.store.case(charity, case_id)
        if case is None or case.status is Status.CLOSED or case.kind is Kind.SAFEGUARDING:
            return 0
        calendar, ids = self.casework.policies.calendar(charity), self.casework.ids()
        moved = tuple(_moved(self.casework.store.promises(case.id), calendar, ids[1:]))
        if not moved:
            return 0
        contact = bool(self.casework.guest(case).contact)
        message = moves.to_guest(case, None, Letter(Purpose.RECOUNTED, ""), contact, ids[0], now)
        fields: dict[str, Plain] = {
            "promises": [f"{old.name.value}: {old.due_on} to {new.due_on}" for old, new in moved]
        }
        event = Event(case.id, now, "command", "recounted", fields)
        told = Errand(f"recounted:{message.id}", "tell_staff", charity, {"case": case.id}, now)
        errands = (*moves.errands(case, message, now), told)
        both = tuple(one for pair in moved for one in pair)
        self.casework.move(case, Moved(case, both, (message,), (event,), errands))
        return len(moved)


def _moved(
    promises: Sequence[Promise], calendar: WorkingCalendar, ids: Sequence[str]
) -> Iterator[tuple[Promise, Promise]]:
    """What each open promise of the policy was and is, where its date is another now.

    A date that staff stated, or that is late already, stays as it was told.
    """
    for one, new_id in zip([one for one in promises if _is_counted(one)], ids, strict=False):
        if one.starts_at is None or one.value is None or one.unit is None:
            continue
        try:
            due = calendar.due(one.starts_at, one.value, one.unit)
        except BeyondCalendar:
            continue
        if (due.on, due.at) != (one.due_on, one.due_at):
            ended = replace(one, state=State.SUPERSEDED, met_by=RECOUNTED)
            yield ended, replace(one, id=new_id, due_on=due.on, due_at=due.at, skipped=due.skipped)


def _is_counted(one: Promise) -> bool:
    return one.source is Source.PACK and one.state is State.OPEN and one.due_at is not None
