"""When staff are reminded of a promise, and when it is noticed that it was not kept (issue 4, line 3; I7).

Each is an errand that is written with the promise itself and looks again when its time has come: what was
kept or replaced meanwhile reminds nobody.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from webchat.cases.case import Case, Errand
from webchat.cases.errors import BeyondCalendar
from webchat.cases.ports import Policies
from webchat.cases.promises.calendar import LONDON, WorkingCalendar, london_date
from webchat.cases.promises.clock import Hours
from webchat.cases.promises.promise import Promise
from webchat.cases.words import Unit

CLOCK = "clock"
DEFAULT_OPEN = time(9)  # London; where the charity has not told its hours


class Step(StrEnum):
    """How far the time of a promise has gone."""

    QUARTER = "quarter"
    THREE_QUARTERS = "three_quarters"
    LATE = "late"


_SHARES = ((Step.QUARTER, 0.25), (Step.THREE_QUARTERS, 0.75))


def reminders(
    case: Case, promises: Iterable[Promise], policies: Policies, now: datetime
) -> tuple[Errand, ...]:
    """What is to be looked at again, and when: at the start of the working day in which a quarter, then three
    quarters, of the time is reached, and of the first one after it has gone.

    A day that has begun already reminds nobody. Minutes are kept face to face: nobody is reminded of them.
    """
    calendar, hours = policies.calendar(case.charity), policies.hours(case.charity)
    return tuple(
        _errand(case, one, step, at)
        for one in promises
        if one.is_owed and one.unit is not Unit.MINUTE
        for step, at in _steps(one, calendar, hours, now)
    )


def start_of_day(on: date, hours: Hours) -> datetime:
    """When work begins on a date, in UTC: the first opening hour, or 9am where none is told for that day."""
    opens = hours.get(on.weekday(), ())
    return datetime.combine(on, opens[0][0] if opens else DEFAULT_OPEN, LONDON).astimezone(UTC)


def _steps(
    promise: Promise, calendar: WorkingCalendar, hours: Hours, now: datetime
) -> Iterator[tuple[Step, datetime]]:
    starts, due_at, due_on = promise.starts_at, promise.due_at, promise.due_on
    if starts is None or due_at is None or due_on is None:
        return
    for step, share in _SHARES:
        at = start_of_day(_working_day_from(london_date(starts + (due_at - starts) * share), calendar), hours)
        if now < at < due_at:
            yield step, at
    # What came long ago and was written down only now may be late already.
    yield Step.LATE, max(now, start_of_day(_working_day_from(due_on + timedelta(days=1), calendar), hours))


def _working_day_from(on: date, calendar: WorkingCalendar) -> date:
    try:
        return calendar.nth_working_day_after(on - timedelta(days=1), 1)
    except BeyondCalendar:
        return on


def _errand(case: Case, promise: Promise, step: Step, at: datetime) -> Errand:
    payload = {"case": case.id, "promise": promise.id, "step": step.value, "due": str(promise.due_on)}
    return Errand(f"{CLOCK}:{promise.id}:{step}:{promise.due_on}", CLOCK, case.charity, {**payload}, at)
