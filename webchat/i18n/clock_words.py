"""What the desk reads of a promise in a list: its short name and its clock (guest-rules I1)."""

from datetime import datetime

from webchat.cases.promises.clock import Reading, Tells
from webchat.cases.words import PromiseName, Unit
from webchat.i18n.told import Told, a_time, days

_BARE = {
    Tells.KEPT: "clock_kept",
    Tells.REPLACED: "clock_replaced",
    Tells.NO_DATE: "clock_no_date",
    Tells.WITHOUT_DELAY: "clock_without_delay",
    Tells.FAR: "clock_far",
}


def label(name: PromiseName) -> Told:
    """The short name of a promise, at most 20 characters in English."""
    return Told(f"promise_label_{name.value}")


def reading(read: Reading, unit: Unit | None, now: datetime) -> Told:
    """A clock in words: "Due today by 5pm", "2 working days left", "Overdue by 1 working day".

    `unit` is the promise's own. `now` is aware: once the desk's target has passed, a guest's date that is
    still today is told without it.
    """
    if read.tells in _BARE:
        return Told(_BARE[read.tells])
    if read.tells is Tells.DUE_TODAY:
        if read.target is None or read.target <= now:
            return Told("clock_due_today")
        return Told("clock_due_today_by", {"time": a_time(read.target)})
    if read.tells is Tells.DAYS_LEFT:
        return Told("clock_days_left", {"days": days(read.count)})
    if read.tells is Tells.MINUTES_LEFT:
        return Told("clock_minutes_left", {"minutes": read.count})
    if not read.count:
        return Told("clock_overdue")
    if unit is Unit.MINUTE:
        return Told("clock_overdue_minutes", {"minutes": read.count})
    return Told("clock_overdue_days", {"days": days(read.count)})
