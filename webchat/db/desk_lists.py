"""The lists of the desk, a page at a time: flat however many cases there are (speed.md section 4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    Subquery,
    TextClause,
    func,
    literal,
    select,
    text,
    tuple_,
    union_all,
)

from webchat.cases.case import About, Case, Status, Verdict
from webchat.cases.needs import Need
from webchat.cases.people.member import Member
from webchat.cases.people.powers import SIGHT, Sort
from webchat.cases.people.sight import sees_every_kind
from webchat.cases.words import Kind
from webchat.db.as_rows import case_of
from webchat.db.cases import Cases
from webchat.db.columns import Instant, Words
from webchat.db.database import Database
from webchat.db.tables import case_, person
from webchat.db.tables.cases import ANSWERED, CLOSED, DATED, GUARDED, JUDGED, SPECIAL, UNDATED, UNREAD

Condition: TypeAlias = ColumnElement[bool] | TextClause
_PAGE = 25


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a page ended: give it back as `after` for the next one."""

    group: int
    at: datetime
    case_id: str


@dataclass(frozen=True, slots=True)
class Only:
    """Which cases of a list are wanted: one owner's (a staff id, "" for nobody), one kind; None is all.

    `late_at`: only what is owed and late at that instant. `status` is for where both are looked through.
    `seen_by`: nothing that this member can never see, so that whoever sees few cases does not wait for all
    to be read. It leaves some that they may not see either: which, only the core can say (`sight.may_see`).
    """

    owner: str | None = None
    kind: Kind | None = None
    late_at: datetime | None = None
    status: Status | None = None
    seen_by: Member | None = None

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """As the database asks it."""
        asked = {case_.c.owner: self.owner, case_.c.kind: self.kind, case_.c.status: self.status}
        late = () if self.late_at is None else (text(DATED), case_.c.next_due_at < self.late_at)
        theirs = () if self.seen_by is None else (case_.c.about_staff != self.seen_by.staff_id,)
        return *(column == value for column, value in asked.items() if value is not None), *late, *theirs

    @property
    def ways(self) -> Mapping[str, tuple[Condition, ...]]:
        """The ways in which `seen_by` may come to see a case, each with an index, no case in two of them."""
        member = self.seen_by
        if member is None or sees_every_kind(member):
            return {"every": ()}
        owned, special = case_.c.owner == member.staff_id, text(SPECIAL)
        if not member.has(*SIGHT[Sort.APPOINTMENT]):
            return {"owned": (owned,), "special": (~owned, special)}
        appointment = case_.c.kind == Kind.APPOINTMENT
        return {
            "owned": (owned,),
            "appointments": (~owned, appointment),
            "special": (~owned, ~appointment, special),
        }


@dataclass(frozen=True, slots=True)
class Listed:
    """A case in a list. Whether somebody may see it is for the core to say (`sight.may_see`)."""

    case: Case
    guest_name: str
    about_name: str
    needs: tuple[Need, ...]
    spot: Spot


@dataclass(frozen=True, slots=True)
class _Group:
    number: int
    where: str
    sorted_by: ColumnElement[Any]
    newest_first: bool = False


# Open cases: what has a date, the next owed first; then what waits for one; then what owes nothing.
_DATED = _Group(0, DATED, case_.c.next_due_at)
_ONLY_UNDATED = _Group(1, f"{UNDATED} AND next_due_at IS NULL", case_.c.undated_since)
_ANSWERED = _Group(2, ANSWERED, case_.c.received_at)
_UNDATED = _Group(0, UNDATED, case_.c.undated_since)
_UNREAD = _Group(0, UNREAD, case_.c.received_at)
_GUARDED = _Group(1, GUARDED, case_.c.received_at)
_CLOSED = _Group(0, CLOSED, case_.c.changed_at, newest_first=True)


EVERY = Only()


class DeskLists:
    """Cases as the desk lists them; two queries a page."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open_cases(
        self, charity: str, after: Spot | None = None, limit: int = _PAGE, only: Only = EVERY
    ) -> Sequence[Listed]:
        """Every open case: by the next thing owed, then without a date by how long that is, then the rest."""
        return self._page((_DATED, _ONLY_UNDATED, _ANSWERED), charity, after, limit, only)

    def undated_cases(
        self, charity: str, after: Spot | None = None, limit: int = _PAGE, only: Only = EVERY
    ) -> Sequence[Listed]:
        """ "Tell the guest when": open cases with something owed that has no date, the oldest first.

        A case that has a dated promise too is in both lists.
        """
        return self._page((_UNDATED,), charity, after, limit, only)

    def to_read_first(self, charity: str, limit: int = _PAGE) -> Sequence[Listed]:
        """What must be read first: unread, the oldest first, then open safeguarding cases that were read."""
        return self._page((_UNREAD, _GUARDED), charity, None, limit, EVERY)

    def closed_cases(
        self, charity: str, after: Spot | None = None, limit: int = _PAGE, only: Only = EVERY
    ) -> Sequence[Listed]:
        """Closed cases, the last one closed first."""
        return self._page((_CLOSED,), charity, after, limit, only)

    def owned_by(self, charity: str, staff_id: str) -> Sequence[str]:
        """The ids of the open cases that somebody has, the oldest first."""
        theirs = (case_.c.charity == charity, case_.c.owner == staff_id, case_.c.status == Status.OPEN)
        wanted = select(case_.c.id).where(*theirs).order_by(case_.c.received_at)
        return [row.id for row in self._database.rows(wanted)]

    def dated_ids(self, charity: str) -> Sequence[str]:
        """The ids of the open cases with a date that is owed, the soonest first."""
        here = (case_.c.charity == charity, text(DATED))
        return [
            row.id
            for row in self._database.rows(select(case_.c.id).where(*here).order_by(case_.c.next_due_at))
        ]

    def verdicts(self, charity: str) -> Mapping[Verdict, int]:
        """How many guests said how well we did, by what they said.

        Cases about a person are left out: whom they are about could learn from a count that there is one.
        """
        here = (case_.c.charity == charity, text(JUDGED), case_.c.about == About.NOBODY)
        counted = select(case_.c.verdict, func.count().label("many")).where(*here)
        return {row.verdict: row.many for row in self._database.rows(counted.group_by(case_.c.verdict))}

    def _page(
        self, groups: Sequence[_Group], charity: str, after: Spot | None, limit: int, only: Only
    ) -> Sequence[Listed]:
        first = after.group if after else 0
        asked = [(*only.conditions, *way) for way in only.ways.values()]
        here = [one for one in groups if one.number >= first]
        parts = [_part(one, charity, after, limit, *wanted) for one in here for wanted in asked]
        return as_listed(self._database, _together(parts, limit, groups[0].newest_first))


def as_listed(database: Database, wanted: Select[Any]) -> Sequence[Listed]:
    """The cases of a page, with their needs; each row has its `group_number`, `sorted_at` and two names."""
    rows = database.rows(wanted)
    needs = Cases(database).needs_of([row.id for row in rows])
    return [_listed(row, tuple(needs[row.id])) for row in rows]


def names_in(found: Subquery) -> tuple[ColumnElement[Any], ...]:
    """The guest of each case that was found, and whom it is about, as last told."""
    return _name_of("guest", found), _name_of("about", found)


def _part(group: _Group, charity: str, after: Spot | None, limit: int, *wanted: Condition) -> Select[Any]:
    spot = tuple_(group.sorted_by, case_.c.id)
    cases = select(
        case_, literal(group.number).label("group_number"), group.sorted_by.label("sorted_at")
    ).where(case_.c.charity == charity, text(group.where), *wanted)
    if after is not None and after.group == group.number:
        end = tuple_(literal(after.at, Instant), literal(after.case_id, Words))
        cases = cases.where(spot < end if group.newest_first else spot > end)
    order = (group.sorted_by, case_.c.id)
    ordered = [one.desc() for one in order] if group.newest_first else list(order)
    return cases.order_by(*ordered).limit(limit)


def _together(parts: Sequence[Select[Any]], limit: int, newest_first: bool) -> Select[Any]:
    several = [select(part.subquery()) for part in parts]
    found = (union_all(*several) if len(several) > 1 else parts[0]).subquery("found")
    order: list[ColumnElement[Any]] = [found.c.sorted_at, found.c.id]
    if newest_first:
        order = [one.desc() for one in order]
    return select(found, *names_in(found)).order_by(found.c.group_number, *order).limit(limit)


def _name_of(part: str, found: Subquery) -> ColumnElement[Any]:
    wanted = select(person.c.name).where(person.c.case_id == found.c.id, person.c.part == part)
    return wanted.order_by(person.c.place.desc()).limit(1).scalar_subquery().label(f"{part}_name")


def _listed(row: Row[Any], needs: tuple[Need, ...]) -> Listed:
    spot = Spot(row.group_number, row.sorted_at, row.id)
    return Listed(case_of(row), row.guest_name or "", row.about_name or "", needs, spot)
