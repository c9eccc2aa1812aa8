"""A clock: a promise measured against now, told as values that a page puts into words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TypeAlias

from webchat.cases.errors import BeyondCalendar
from webchat.cases.promises.calendar import LONDON, WorkingCalendar, london_date
from webchat.cases.promises.promise import Promise, State
from webchat.cases.words import Unit

# Opening hours: Monday is 0; each day lists (opens, closes) in London time.
Hours: TypeAlias = Mapping[int, tuple[tuple[time, time], ...]]

DEFAULT_CLOSE = time(17)


class Tells(StrEnum):
    """What a clock says."""

    KEPT = "kept"
    REPLACED = "replaced"
    NO_DATE = "no_date"
    WITHOUT_DELAY = "without_delay"
    OVERDUE = "overdue"
    DUE_TODAY = "due_today"
    DAYS_LEFT = "days_left"
    MINUTES_LEFT = "minutes_left"
    FAR = "far"


@dataclass(frozen=True, slots=True)
class Reading:
    """One clock read: working days (or minutes) left or over, and the desk's own target in London time."""

    tells: Tells
    count: int = 0
    target: datetime | None = None


def read(promise: Promise, now: datetime, calendar: WorkingCalendar, hours: Hours) -> Reading:
    """What the clock of a promise says at an instant (guest-rules I1; policy-facts F7)."""
    if promise.state is State.MET:
        return Reading(Tells.KEPT)
    if promise.state is State.SUPERSEDED:
        return Reading(Tells.REPLACED)
    if promise.due_at is None or promise.due_on is None:
        return Reading(Tells.NO_DATE if promise.awaits_a_date else Tells.WITHOUT_DELAY)
    # Minutes are told on the day itself; an appointment may be weeks ahead.
    if promise.unit is Unit.MINUTE and promise.due_on == london_date(now):
        return _minutes(promise.due_at, now)
    try:
        return _days(promise.due_on, promise.due_at, now, calendar, hours)
    except BeyondCalendar:
        # One date nobody can count to must not stop the whole desk.
        return Reading(Tells.OVERDUE if now > promise.due_at else Tells.FAR)


def _days(due_on: date, due_at: datetime, now: datetime, calendar: WorkingCalendar, hours: Hours) -> Reading:
    target = desk_target(due_on, calendar, hours)
    today = london_date(now)
    if now > due_at:
        return Reading(Tells.OVERDUE, max(0, calendar.working_days_between(due_on, today)), target)
    if today == due_on or (today == target.date() and now <= target):
        return Reading(Tells.DUE_TODAY, 0, target)
    # A part-time charity's last open hour may have gone by days before the promise itself is due.
    until = target.date() if today < target.date() else due_on
    return Reading(Tells.DAYS_LEFT, max(1, calendar.working_days_between(today, until)), target)


def _minutes(due_at: datetime, now: datetime) -> Reading:
    minutes = round((due_at - now).total_seconds() / 60)
    tells = Tells.OVERDUE if now > due_at else Tells.MINUTES_LEFT
    return Reading(tells, abs(minutes), due_at.astimezone(LONDON))


def desk_target(due_on: date, calendar: WorkingCalendar, hours: Hours) -> datetime:
    """The last open hour on or before a due date, in London time (design.md, rules for dates).

    Where the charity has not told its hours it is 5pm on the last working day (policy-facts F6, F7).
    """
    day = due_on
    while any(hours.values()) and day >= due_on - timedelta(days=31):
        if hours.get(day.weekday()) and not _is_bank_holiday(day, calendar):
            return datetime.combine(day, hours[day.weekday()][-1][1], LONDON)
        day -= timedelta(days=1)
    return datetime.combine(calendar.last_working_day_to(due_on), DEFAULT_CLOSE, LONDON)


def _is_bank_holiday(day: date, calendar: WorkingCalendar) -> bool:
    try:
        return day.weekday() < 5 and not calendar.is_working(day)
    except BeyondCalendar:
        return False


def next_open(now: datetime, calendar: WorkingCalendar, hours: Hours) -> datetime | None:
    """When the charity is next open: now if it is open, None where it has not told its hours."""
    local = now.astimezone(LONDON)
    for ahead in range(32):
        day = local.date() + timedelta(days=ahead)
        if _is_bank_holiday(day, calendar):
            continue
        for opens, closes in hours.get(day.weekday(), ()):
            if datetime.combine(day, closes, LONDON) > local:
                return max(local, datetime.combine(day, opens, LONDON))
    return None
