"""What has to be read first: who is told at once, who next, and what reading it changes (guest-rules E13)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from webchat.cases.case import Case, Errand, Event, Plain
from webchat.cases.moves import Moved
from webchat.cases.people.member import Member
from webchat.cases.people.names import stands_in
from webchat.cases.ports import Change, Policies
from webchat.cases.promises.calendar import WorkingCalendar
from webchat.cases.promises.clock import Hours, next_open
from webchat.cases.words import Kind

ALERT = "alert"
_UNREAD_FOR = timedelta(minutes=15)


def others_told_at(now: datetime, calendar: WorkingCalendar, hours: Hours) -> datetime:
    """When whoever comes next is told of what nobody has read: an instant in UTC (guest-rules E13).

    After 15 minutes in which staff are in, or at opening; after 15 minutes where no hours are told.
    """
    later = now + _UNREAD_FOR
    opens, then = (next_open(at, calendar, hours) for at in (now, later))
    if opens is None or then is None:
        return later
    return (opens if opens > now else max(later, then)).astimezone(UTC)


def flagged(change: Change, staff: Sequence[Member], policies: Policies, now: datetime) -> Change:
    """A new case that has to be read first. Of a safeguarding case nobody is told but who reads it."""
    case = _kept_from_named(change.case, [one.body for one in change.messages], staff)
    alerts = _alerts(case, case.id, policies, now)
    others = () if case.kind is Kind.SAFEGUARDING else change.errands
    return replace(
        change, case=case, events=(*change.events, _marked(case, now)), errands=(*others, *alerts)
    )


def marked_again(moved: Moved, staff: Sequence[Member], policies: Policies, now: datetime) -> Moved:
    """The same once there is more to read, or somebody else to read it: it is unread again.

    No clock starts on a safeguarding case.
    """
    case = replace(moved.case, read_first=True, read_first_at=None, read_first_by="")
    case = _kept_from_named(case, [one.body for one in moved.messages], staff)
    alerts = _alerts(case, f"{case.id}:{case.version}", policies, now)
    events = (*moved.events, _marked(case, now))
    if case.kind is Kind.SAFEGUARDING:
        return replace(moved, case=case, promises=(), events=events, errands=alerts)
    return replace(moved, case=case, events=events, errands=(*moved.errands, *alerts))


def read_by(case: Case, member: Member, now: datetime) -> Moved:
    """Somebody has opened it: nobody else is told any more."""
    event = Event(case.id, now, member.staff_id, "read_it", {"name": member.name})
    return Moved(replace(case, read_first_at=now, read_first_by=member.staff_id), events=(event,))


def answered(case: Case, name: str, value: Plain, now: datetime) -> Moved:
    """One more answer of the guest's, in place of an earlier one to the same question."""
    others = tuple(one for one in case.answers if one[0] != name)
    event = Event(case.id, now, "guest", "answered", {"question": name})
    return Moved(replace(case, answers=(*others, (name, value))), events=(event,))


def _kept_from_named(case: Case, words: Iterable[str], staff: Sequence[Member]) -> Case:
    """Emergency notes go to another where the lead is named (guest-rules E16)."""
    if case.kind is not Kind.SAFEGUARDING:
        return case
    texts = tuple(words)
    named = {one.staff_id for one in staff if any(stands_in(text, one) for text in texts)}
    return replace(case, kept_from=tuple(sorted(named | set(case.kept_from))))


def _marked(case: Case, now: datetime) -> Event:
    return Event(case.id, now, "guest", "read_first")


def _alerts(case: Case, mark: str, policies: Policies, now: datetime) -> tuple[Errand, ...]:
    """One at once, one for whoever comes next; who they are is asked when they are sent (security.md T8)."""
    then = others_told_at(now, policies.calendar(case.charity), policies.hours(case.charity))
    return tuple(
        Errand(f"{ALERT}:{mark}:{step}", ALERT, case.charity, {"case": case.id, "step": step}, at)
        for step, at in enumerate((now, then))
    )
