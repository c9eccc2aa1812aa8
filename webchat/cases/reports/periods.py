"""The periods a report covers: a quarter, or a year of four of them.

Any other dates are refused. Two reports that differ by a day, taken from each other, would tell of one case
what neither tells (guest-rules E24). Quarters never overlap, and what a year may tell is held against its own
quarters (`withholding.py`).
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from webchat.cases.errors import NotAllowed
from webchat.cases.promises.calendar import LONDON, london_date, months_after

YEAR_BEGINS = 4  # April, as with most accounts: a year is then four quarters of the calendar
_QUARTER, _YEAR = 3, 12  # months
_EARLIEST = 2000


@dataclass(frozen=True, slots=True)
class Period:
    """The first and the last London date of a quarter or a year; it may still run."""

    first: date
    last: date

    @property
    def begins(self) -> datetime:
        """Its first instant, in UTC."""
        return datetime.combine(self.first, time.min, LONDON).astimezone(UTC)

    @property
    def ends(self) -> datetime:
        """The first instant after it, in UTC."""
        return datetime.combine(self.last + timedelta(days=1), time.min, LONDON).astimezone(UTC)

    @property
    def is_year(self) -> bool:
        """Whether it is a year."""
        return months_after(self.first, _QUARTER) <= self.last

    @property
    def quarters(self) -> tuple["Period", ...]:
        """The quarters of a year; none of a quarter, which has no parts."""
        starts = (months_after(self.first, ahead) for ahead in range(0, _YEAR, _QUARTER))
        return tuple(_of(start, _QUARTER) for start in starts) if self.is_year else ()

    def holds(self, at: datetime) -> bool:
        """Whether an aware instant lies in it."""
        return self.first <= london_date(at) <= self.last

    def has_begun(self, today: date) -> bool:
        """Whether any of it has been."""
        return self.first <= today

    def runs(self, today: date) -> bool:
        """Whether it is not over yet."""
        return self.first <= today <= self.last

    @property
    def one_before(self) -> "Period":
        """The quarter before a quarter, the year before a year."""
        before = self.first - timedelta(days=1)
        return year_of(before) if self.is_year else quarter_of(before)


def quarter_of(on: date) -> Period:
    """The quarter of the calendar that a date lies in."""
    return _of(date(on.year, on.month - (on.month - 1) % _QUARTER, 1), _QUARTER)


def year_of(on: date) -> Period:
    """The year from April to March that a date lies in."""
    return _of(date(on.year if on.month >= YEAR_BEGINS else on.year - 1, YEAR_BEGINS, 1), _YEAR)


def chosen(first: date | None, last: date | None, today: date) -> Period:
    """The period somebody asks for; with no dates, this quarter. One that runs may be asked for to today.

    Raises NotAllowed: "not_begun", or "not_a_period" for what is neither a quarter nor a year.
    """
    if first is None and last is None:
        return quarter_of(today)
    if first is None or last is None or first.year < _EARLIEST:
        raise NotAllowed("not_a_period")
    if first > today:
        raise NotAllowed("not_begun")
    for whole in (quarter_of(first), year_of(first)):
        is_to_date = last == today and whole.runs(today)
        if whole.first == first and (last == whole.last or is_to_date):
            return whole
    raise NotAllowed("not_a_period")


def lately(one: Period, many: int) -> tuple[Period, ...]:
    """A period and those before it, the latest first."""
    found = [one]
    while len(found) < many:
        found.append(found[-1].one_before)
    return tuple(found)


def _of(first: date, months: int) -> Period:
    return Period(first, months_after(first, months) - timedelta(days=1))
