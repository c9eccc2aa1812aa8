"""Which days count, and when a promise made on one of them falls due."""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from webchat.cases.errors import BadRequest, BeyondCalendar
from webchat.cases.words import Unit

LONDON = ZoneInfo("Europe/London")
END_OF_DAY = time(23, 59, 59, 999999)
WEEKEND = "weekend"
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Due:
    """When something is owed: the London date, the last instant of it (UTC), and the days not counted."""

    on: date
    at: datetime
    skipped: tuple[tuple[date, str], ...] = ()


def london_date(at: datetime) -> date:
    """The date on the wall in London at an instant: day 0 of a promise (policy-facts F2).

    Raises BadRequest for a time without its offset, BeyondCalendar at the very ends of time.
    """
    if at.tzinfo is None:
        raise BadRequest("naive_time")
    try:
        return at.astimezone(LONDON).date()
    except OverflowError:
        raise BeyondCalendar(str(at)) from None


def end_of_day(on: date) -> datetime:
    """The last instant of a London date, in UTC; a promise is late after it (policy-facts F7)."""
    return datetime.combine(on, END_OF_DAY, LONDON).astimezone(UTC)


def months_after(day_zero: date, months: int) -> date:
    """The same date so many months on, or the last day of a shorter month (policy-facts F1)."""
    ahead, month = divmod(day_zero.month - 1 + months, 12)
    year = day_zero.year + ahead
    return date(year, month + 1, min(day_zero.day, monthrange(year, month + 1)[1]))


class WorkingCalendar:
    """Monday to Friday but not a bank holiday, for one nation, between two known dates.

    `holidays` maps each bank holiday to its key, such as "good_friday". Opening hours are another
    calendar and never move a promise (design.md; policy-facts F2, F4, F5).
    """

    def __init__(self, nation: str, holidays: Mapping[date, str], first: date, last: date) -> None:
        self.nation = nation
        self.first = first
        self.last = last
        self._holidays = dict(holidays)
        span = (last - first).days + 1
        days = (first + timedelta(days=n) for n in range(span))
        self._working = [day for day in days if day.weekday() < _SATURDAY and day not in self._holidays]

    def is_working(self, on: date) -> bool:
        """Whether a date is a working day. Raises BeyondCalendar outside the known years."""
        self._known(on)
        return on.weekday() < _SATURDAY and on not in self._holidays

    def is_bank_holiday(self, on: date) -> bool:
        """Whether a date is a bank holiday. Raises BeyondCalendar outside the known years."""
        self._known(on)
        return on in self._holidays

    def due(self, received: datetime, value: int, unit: Unit) -> Due:
        """When `value` units after an aware instant end; day 0 is its London date (policy-facts F2, F6).

        Months end on the same date, or the last of a shorter month. Neither they nor calendar days roll
        forward off a weekend. Minutes are counted from the instant itself.
        Raises BeyondCalendar when the bank holidays of the due date are not yet known.
        """
        day_zero = london_date(received)
        self._known(day_zero)
        if unit is Unit.MINUTE:
            at = received.astimezone(UTC) + timedelta(minutes=value)
            return Due(london_date(at), at)
        if unit is Unit.CALENDAR_DAY:
            on = day_zero + timedelta(days=value)
            self._known(on)
            return Due(on, end_of_day(on))
        if unit is Unit.CALENDAR_MONTH:
            on = months_after(day_zero, value)
            self._known(on)
            return Due(on, end_of_day(on))
        on = self.nth_working_day_after(day_zero, value)
        return Due(on, end_of_day(on), self._skipped(day_zero, on))

    def nth_working_day_after(self, day_zero: date, n: int) -> date:
        """Day n, where day 1 is the first working day after `day_zero`. n is at least 1."""
        if n < 1:
            raise BadRequest("value_below_one")
        self._known(day_zero)
        place = bisect_right(self._working, day_zero) + n - 1
        if place >= len(self._working):
            raise BeyondCalendar(f"{n} working days after {day_zero}")
        return self._working[place]

    def last_working_day_to(self, on: date) -> date:
        """The last working day on or before a date: the staff target (policy-facts F6)."""
        self._known(on)
        place = bisect_right(self._working, on) - 1
        if place < 0:
            raise BeyondCalendar(str(on))
        return self._working[place]

    def working_days_between(self, after: date, to: date) -> int:
        """How many working days lie after one date, up to and including another; negative if reversed."""
        if to < after:
            return -self.working_days_between(to, after)
        self._known(after)
        self._known(to)
        return bisect_right(self._working, to) - bisect_right(self._working, after)

    def working_days_from(self, on: date) -> int:
        """How many known working days are still to come from a date on: how far the calendar reaches."""
        return len(self._working) - bisect_left(self._working, on)

    def _skipped(self, day_zero: date, on: date) -> tuple[tuple[date, str], ...]:
        between = (day_zero + timedelta(days=n) for n in range(1, (on - day_zero).days))
        return tuple(
            (day, WEEKEND if day.weekday() >= _SATURDAY else self._holidays[day])
            for day in between
            if day.weekday() >= _SATURDAY or day in self._holidays
        )

    def _known(self, on: date) -> None:
        if not self.first <= on <= self.last:
            raise BeyondCalendar(str(on))
