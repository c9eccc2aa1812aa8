"""A report as its page and its file show it: every number as it may be told, beside its bar."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import dropwhile

from webchat.cases.promises.calendar import london_date
from webchat.cases.promises.policy import Note, Policy
from webchat.cases.promises.promise import Source
from webchat.cases.reports.periods import Period
from webchat.cases.reports.reporting import COLUMNS, Cell, Part, counted, rows, waiting
from webchat.cases.reports.withholding import Hidden, Share, Shown, all_shown, reaches, share, total
from webchat.cases.satisfaction import aimed_at
from webchat.cases.words import PromiseName
from webchat.desk.reports.charts import Bar, of_counts, of_share
from webchat.i18n import clock_words
from webchat.i18n.told import Told
from webchat.packs import Charity
from webchat.wiring import House

# Parts whose bars are shares: the good columns come first, and those that say neither are left out.
_SHARES = {
    Part.KEPT: ("in_time", "little_late", "much_late", "not_kept"),
    Part.NEEDS_MET: ("as_needed", "with_reason", "to_be_made"),
    Part.ANSWERED: ("yes", "no"),
}

_FIRST_STAGE = ("1",)


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its word in the templates, or a promise by its name with its clause; its numbers and bar."""

    word: str
    promise: Told | None
    ref: str
    of_law: bool
    numbers: tuple[Shown, ...]
    share: Share | None
    bar: Bar

    @property
    def is_few(self) -> bool:
        """Whether each of its numbers is too small to be told."""
        return all(one is Hidden.FEW for one in self.numbers)


@dataclass(frozen=True, slots=True)
class Table:
    """One part. Of each column `sums` is the sum if it may be told, `told` what all that is told comes to.

    `most` is the line with the largest number that is told.
    """

    part: Part
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    sums: tuple[Shown, ...]
    told: tuple[int, ...]
    most: Line | None

    @property
    def is_few(self) -> bool:
        """Whether every number of it is too small to be told."""
        return all(one.is_few for one in self.lines)


@dataclass(frozen=True, slots=True)
class Aim:
    """What a policy aims at, in its own words, and whether it is reached; None where nobody can say yet."""

    quote: str
    ref: str
    number: int | None
    reached: bool | None


@dataclass(frozen=True, slots=True)
class Report:
    """A period, every part, and how satisfied guests are beside what the policy aims at."""

    period: Period
    runs: bool
    tables: Mapping[str, Table]
    satisfied: Share | None
    aims: tuple[Aim, ...]


def report_of(house: House, charity: Charity, period: Period) -> Report:
    """The report of a period, as the record stands now."""
    now, slug = house.now(), charity.slug
    today = london_date(now)
    record = house.records.record(slug, period)
    begun = [counted(record, one, now) for one in period.quarters if one.has_begun(today)]
    # A year in which the charity began here is known to have nothing before: that is no number to hide.
    quarters = list(dropwhile(lambda counts: not counts, begun))
    shown = all_shown({**_nothing(charity.policy), **counted(record, period, now)}, quarters)
    # As it stands now: no quarter has a part in it.
    open_now = waiting(house.records.waiting(slug, now))
    shown |= all_shown({**_nothing(charity.policy, Part.WAITING), **open_now})
    tables = {part.value: _table(part, charity.policy, shown) for part in Part}
    judged = [line.numbers[0] for line in tables[Part.JUDGED].lines]
    satisfied = share(judged[0], judged[1:])
    aims = tuple(_aim(one, satisfied) for one in charity.policy.notes if one.topic == "satisfaction")
    return Report(period, period.runs(today), tables, satisfied, aims)


def _nothing(policy: Policy, *only: Part) -> dict[Cell, int]:
    always = rows(policy)
    return {
        Cell(part, row, column): 0
        for part in only or Part
        for row in always[part]
        for column in COLUMNS[part]
    }


def _table(part: Part, policy: Policy, shown: Mapping[Cell, Shown]) -> Table:
    columns, always = COLUMNS[part], rows(policy)[part]
    # A row that only a case could have brought stands here once its number may be told.
    others = dict.fromkeys(
        one.row for one, number in shown.items()
        if one.part is part and one.row not in always and isinstance(number, int)
    )  # fmt: skip
    numbers = {row: tuple(_at(shown, part, row, column) for column in columns) for row in (*always, *others)}
    bars = of_counts([some[0] for some in numbers.values()])
    lines = tuple(_line(part, row, numbers[row], bar) for row, bar in zip(numbers, bars, strict=True))
    # Whoever went on to a later stage has been counted when they came.
    summed = [some for row, some in numbers.items() if part is not Part.CAME or row[1:] == _FIRST_STAGE]
    by_column = list(zip(*summed, strict=True))
    told = tuple(sum(one for one in column if isinstance(one, int)) for column in by_column)
    return Table(part, columns, lines, tuple(map(total, by_column)), told, _most(lines))


def _at(shown: Mapping[Cell, Shown], part: Part, row: tuple[str, ...], column: str) -> Shown:
    return shown.get(Cell(part, row, column), Hidden.FEW)


def _line(part: Part, row: tuple[str, ...], numbers: tuple[Shown, ...], bar: Bar) -> Line:
    if part not in _SHARES:
        word = "_".join(row[:1] if row[1:] == _FIRST_STAGE else row)
        return Line(word, None, "", False, numbers, None, bar)
    by_column = dict(zip(COLUMNS[part], numbers, strict=True))
    good, *others = (by_column[column] for column in _SHARES[part])
    kept = share(good, others)
    if part is not Part.KEPT:
        return Line(row[0], None, "", False, numbers, kept, of_share(kept))
    name, ref, source = row
    label = clock_words.label(PromiseName(name))
    by_staff = "by_staff" if source == Source.STAFF else ""
    return Line(by_staff, label, ref, source == Source.LAW, numbers, kept, of_share(kept))


def _most(lines: Sequence[Line]) -> Line | None:
    told = [(one.numbers[0], one) for one in lines if isinstance(one.numbers[0], int)]
    return max(told, key=lambda pair: pair[0], default=(0, None))[1]


def _aim(note: Note, satisfied: Share | None) -> Aim:
    number = aimed_at(note.quote)
    reached = reaches(satisfied, number) if satisfied and number is not None else None
    return Aim(note.quote, note.ref, number, reached)
