"""Counting open promises again, once a bank holiday was added or a letter turned out to have come earlier.

Editing a pack or a holiday moves nothing silently (design.md, rules for dates): this does, and leaves an
event and a message. The old date stays in the record.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from webchat.cases.case import Errand, Event, Plain, Purpose, Status
from webchat.cases.casework import Casework
from webchat.cases.errors import BeyondCalendar
from webchat.cases.moves import Letter, Moved, errands
from webchat.cases.promises.calendar import Due, WorkingCalendar, end_of_day, london_date
from webchat.cases.promises.law import LawClock
from webchat.cases.promises.owed_by_law import due_by_law
from webchat.cases.promises.promise import RECOUNTED, Promise, Source, State
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
        moved = tuple(_moved(self.casework.store.promises(case.id), calendar, ids))
        if not moved:
            return 0
        message = self.casework.message(case, None, Letter(Purpose.RECOUNTED, ""), now)
        fields: dict[str, Plain] = {
            "promises": [f"{old.name.value}: {old.due_on} to {new.due_on}" for old, new in moved]
        }
        event = Event(case.id, now, "command", "recounted", fields)
        told = Errand(f"recounted:{message.id}", "tell_staff", charity, {"case": case.id}, now)
        carried = (*errands(case, message, now), told)
        both = tuple(one for pair in moved for one in pair)
        self.casework.move(case, Moved(case, both, (message,), (event,), carried))
        return len(moved)


def counted_from(
    promise: Promise, starts_at: datetime, calendar: WorkingCalendar, law: Iterable[LawClock] = ()
) -> Due | None:
    """When a promise falls due that counts from an instant; None where nothing can be counted."""
    if promise.source is Source.LAW:
        found = (due_by_law(one, london_date(starts_at)) for one in law if one.id == promise.entry)
        due_on = next(found, None)
        return Due(due_on, end_of_day(due_on)) if due_on else None
    if promise.value is None or promise.unit is None:
        return None
    try:
        return calendar.due(starts_at, promise.value, promise.unit)
    except BeyondCalendar:
        return None


def made_anew(promise: Promise, new_id: str, starts_at: datetime, due: Due) -> tuple[Promise, Promise]:
    """A promise as it ends, and as it is with another date; the old one stays in the record."""
    ended = replace(promise, state=State.SUPERSEDED, met_by=RECOUNTED)
    new = replace(promise, id=new_id, starts_at=starts_at)
    return ended, replace(new, due_on=due.on, due_at=due.at, skipped=due.skipped)


def _moved(
    promises: Sequence[Promise], calendar: WorkingCalendar, ids: Sequence[str]
) -> Iterator[tuple[Promise, Promise]]:
    """What each open promise of the policy was and is, where its date is another now.

    A date that staff stated, the law's, and one that is late already, stay as they were told.
    """
    counted = [
        one for one in promises if one.source is Source.PACK and one.state is State.OPEN and one.due_at
    ]
    for one, new_id in zip(counted, ids, strict=False):
        due = counted_from(one, one.starts_at, calendar) if one.starts_at else None
        if one.starts_at and due and due.at != one.due_at:
            yield made_anew(one, new_id, one.starts_at, due)
