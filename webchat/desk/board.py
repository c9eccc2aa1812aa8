"""The board: open cases in the order they are owed, each clock in words. It is given the time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from webchat.cases.case import Case, Status
from webchat.cases.promises.calendar import WorkingCalendar
from webchat.cases.promises.clock import Hours, Reading, Tells, read
from webchat.cases.promises.promise import Promise, Source
from webchat.cases.words import Kind
from webchat.db.desk_lists import Listed
from webchat.i18n import clock_words, dates
from webchat.i18n.told import Told

# In the order they stand on the page; a guest who waits to be told a date never sinks (design.md).
READ_FIRST, SAFEGUARDING = "read_first", "safeguarding"
OVERDUE, TODAY, TOMORROW, TELL, LATER, ANSWERED = "overdue", "today", "tomorrow", "tell", "later", "answered"
AWAY = "away"  # one for each colleague who is, before every clock
GROUPS = (READ_FIRST, SAFEGUARDING, OVERDUE, TODAY, TOMORROW, TELL, LATER, ANSWERED)


@dataclass(frozen=True, slots=True)
class Line:
    """One clock of a case: what is owed, what the clock says and in one word, the date, and the clause.

    `of_law`: it is a section of an Act.
    """

    label: Told
    says: Told
    tells: Tells
    on: str
    ref: str
    of_law: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One case on the board: its clocks, the soonest first. `read_name`: who has read it first."""

    listed: Listed
    lines: tuple[Line, ...]
    owner_name: str
    came: str
    changed: str
    read_name: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and the cases under it; `who` is away where it is AWAY."""

    name: str
    rows: tuple[Row, ...]
    who: str = ""


def clocks(
    promises: Iterable[Promise], now: datetime, calendar: WorkingCalendar, hours: Hours
) -> tuple[Line, ...]:
    """The clocks still running, the soonest first and those without a date last; two clocks are two lines."""
    owed = [one for one in promises if one.is_owed]
    owed.sort(key=lambda one: (one.due_at is None, one.due_at.timestamp() if one.due_at else 0.0))
    return tuple(_line(one, read(one, now, calendar, hours), now) for one in owed)


def _line(one: Promise, reading: Reading, now: datetime) -> Line:
    says = clock_words.reading(reading, one.unit, now)
    on = dates.day(one.due_on, "en") if one.due_on else ""
    # A date that staff stated comes from no clause.
    ref = "" if one.source is Source.STAFF else one.ref
    return Line(clock_words.label(one.name), says, reading.tells, on, ref, one.source is Source.LAW)


def before_any_clock(case: Case) -> str:
    """Under which heading a case stands whatever is owed: what nobody has read first yet, then what the
    safeguarding lead works on; empty for every other case."""
    if case.read_first and case.read_first_at is None:
        return READ_FIRST
    is_open = case.status is Status.OPEN
    return SAFEGUARDING if case.kind is Kind.SAFEGUARDING and is_open else ""


def group_of(promises: Iterable[Promise], now: datetime, calendar: WorkingCalendar, hours: Hours) -> str:
    """Under which heading a case stands: its next dated thing, unless that is later than tomorrow."""
    owed = [one for one in promises if one.is_owed]
    dated = [one for one in owed if one.due_at is not None]
    readings = [read(one, now, calendar, hours) for one in dated]
    soonest = min(map(_place, readings), default=LATER, key=GROUPS.index)
    if soonest in (OVERDUE, TODAY, TOMORROW):
        return soonest
    if any(one.awaits_a_date for one in owed):
        return TELL
    return LATER if owed else ANSWERED


def _place(one: Reading) -> str:
    if one.tells is Tells.OVERDUE:
        return OVERDUE
    if one.tells in (Tells.DUE_TODAY, Tells.MINUTES_LEFT):
        return TODAY
    return TOMORROW if one.tells is Tells.DAYS_LEFT and one.count <= 1 else LATER


def grouped(rows: Sequence[tuple[str, Row]]) -> tuple[Group, ...]:
    """The groups that have cases, in their order.

    Within one the order of the list stays; who waits to be told a date stands by how long they have waited.
    """
    groups = (Group(name, tuple(row for where, row in rows if where == name)) for name in GROUPS)
    return tuple(_longest_first(one) if one.name == TELL else one for one in groups if one.rows)


def with_away(groups: Sequence[Group], away: Sequence[Group]) -> tuple[Group, ...]:
    """The groups of those who are away, after what must be read first and what the safeguarding lead has."""
    first = [one for one in groups if one.name in (READ_FIRST, SAFEGUARDING)]
    return (*first, *away, *(one for one in groups if one not in first))


def _longest_first(group: Group) -> Group:
    rows = sorted(group.rows, key=lambda one: one.listed.case.undated_since or one.listed.case.received_at)
    return Group(group.name, tuple(rows))
