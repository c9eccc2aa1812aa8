"""Cases found by what stands in them, the last to come first, a page at a time."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Select,
    Subquery,
    and_,
    exists,
    func,
    literal,
    or_,
    select,
    true,
    union_all,
)

from webchat.cases.case import Status
from webchat.cases.words import Kind
from webchat.db.database import Database
from webchat.db.desk_lists import EVERY, Listed, Only, as_listed, names_in
from webchat.db.index import Index
from webchat.db.tables import case_, filed, mark

_PAGE = 25
_ENOUGH = 500  # what is found more often is common, and how common makes no difference


class Finding:
    """Finds cases. Whether somebody may know of one is for the core to say (`sight.may_see`)."""

    def __init__(self, database: Database, index: Index) -> None:
        self._database, self._index = database, index

    def by_reference(self, charity: str, reference: str) -> Listed | None:
        """The case with this reference, as a list shows it."""
        one = (case_.c.charity == charity, case_.c.reference == reference)
        found = select(case_, literal(0).label("group_number"), case_.c.received_at.label("sorted_at"))
        listed = as_listed(self._database, _named(found.where(*one).subquery("found")))
        return listed[0] if listed else None

    def find(
        self, charity: str, terms: Collection[str], after: str = "", limit: int = _PAGE, only: Only = EVERY
    ) -> Sequence[Listed]:
        """The cases that have all of some terms (`cases/finding.py`), those that came before `after` (a
        case's id) where it is given. Without any terms there are none."""
        marks = self._rarest_first(self._index.marks(charity, terms))
        few = self._few(charity, only)
        if not marks or few == []:
            return ()
        first, *others = marks
        seen = or_(*(and_(true(), *way) for way in only.ways.values()))
        among = (*only.conditions, seen, *([] if few is None else [mark.c.filed.in_(few)]))
        spot = [mark.c.filed < _place_of(after)] if after else []
        wanted = (
            select(
                case_, literal(0).label("group_number"), case_.c.received_at.label("sorted_at"), mark.c.filed
            )
            .select_from(mark.join(filed, filed.c.place == mark.c.filed).join(case_))
            .where(mark.c.mark == first, *map(_has_too, others), *spot, *among)
            .where(case_.c.charity == charity)
            .order_by(mark.c.filed.desc())
            .limit(limit)
        )
        found = wanted.subquery("found")
        return as_listed(self._database, _named(found).order_by(found.c.filed.desc()))

    def _rarest_first(self, marks: Sequence[int]) -> Sequence[int]:
        """In the order in which looking is least work; empty where one of them stands nowhere."""
        if len(marks) < 2:
            return marks
        counted = {row.mark: row.many for row in self._database.rows(union_all(*map(_counted, marks)))}
        return sorted(marks, key=lambda one: counted[one]) if all(counted.values()) else ()

    def _few(self, charity: str, only: Only) -> Sequence[int] | None:
        """The places of the cases wanted where they are few: a common word is looked for among these. None
        where they are many, or all."""
        if replace(only, seen_by=None) == EVERY and "every" in only.ways:
            return None
        ways = [self._some(charity, only, name) for name in only.ways]
        rows = self._database.rows(union_all(*ways))
        return None if len(rows) >= _ENOUGH else [row.place for row in rows]

    def _some(self, charity: str, only: Only, way: str) -> Select[int]:
        wanted = select(filed.c.place).select_from(case_.join(filed))
        wanted = wanted.where(case_.c.charity == charity, *only.conditions, *only.ways[way])
        if only.late_at is None and way != "special":
            # The index by status, kind and owner is used where each of them is told.
            wanted = wanted.where(case_.c.status.in_([only.status] if only.status else list(Status)))
            if way != "appointments":
                wanted = wanted.where(case_.c.kind.in_([only.kind] if only.kind else list(Kind)))
        return select(wanted.limit(_ENOUGH).subquery())


def _named(found: Subquery) -> Select[Any]:
    return select(found, *names_in(found))


def _counted(one: int) -> Select[int, int]:
    some = select(literal(1)).where(mark.c.mark == one).limit(_ENOUGH).subquery()
    return select(literal(one, BigInteger).label("mark"), func.count().label("many")).select_from(some)


def _has_too(one: int) -> ColumnElement[bool]:
    other = mark.alias()
    return exists().where(other.c.mark == one, other.c.filed == mark.c.filed)


def _place_of(case_id: str) -> ColumnElement[int]:
    return select(filed.c.place).where(filed.c.case_id == case_id).scalar_subquery()
