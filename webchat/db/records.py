"""What is stored that a report counts; the counting itself is the core's (`cases/reports/reporting.py`)."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, func, or_, select

from webchat.cases.case import ANSWERING, Status, Verdict
from webchat.cases.formats.needed import formats_on_the_way
from webchat.cases.promises.promise import Source
from webchat.cases.reports.periods import Period
from webchat.cases.reports.record import (
    Acted,
    Answered,
    Came,
    Fitted,
    Given,
    Judged,
    Learned,
    Needed,
    Open,
    Record,
)
from webchat.cases.reports.reporting import may_be_counted
from webchat.cases.words import Format
from webchat.db.as_rows import promise_of
from webchat.db.database import Database
from webchat.db.tables import case_, event, message, need, promise, task

# Named apart: a promise has a stage and an event a case of its own.
_CASE = (case_.c.kind.label("case_kind"), case_.c.about.label("case_about"))


class Records:
    """Reads for reports. Whether a case is counted, the core says of each row."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, charity: str, period: Period) -> Record:
        """Everything that a report of this period counts."""
        return Record(
            came=[*self._came(charity, period), *self._went_on(charity, period)],
            given=[
                Given(promise_of(row), row.case_status is Status.CLOSED)
                for row in self._rows(_given(charity, period))
            ],
            judged=[
                Judged(Verdict(row.fields["verdict"]), row.at)
                for row in self._rows(_events("judged", charity, period))
            ],
            needed=[
                Needed(row.case_id, row.value, row.told_at)
                for row in self._rows(
                    _of(charity, need.c.case_id, need.c.value, need.c.told_at)
                    .join(need, need.c.case_id == case_.c.id)
                    .where(_within(need.c.told_at, period))
                )
            ],
            answered=[
                Answered(row.at, row.lang, row.case_lang, row.delivery)
                for row in self._rows(_answers(charity, period))
            ],
            learned=[
                Learned(row.at, row.fields["learned"])
                for row in self._rows(_events("wrote", charity, period))
                if "learned" in row.fields
            ],
            acted=[
                Acted(row.made_at, row.due_on, row.state, row.settled_at)
                for row in self._rows(
                    _of(charity, task.c.made_at, task.c.due_on, task.c.state, task.c.settled_at)
                    .join(task, task.c.case_id == case_.c.id)
                    .where(_within(task.c.made_at, period))
                )
            ],
            fitted=[
                Fitted(row.at, formats, row.delivery, row.plain_why is not None)
                for row in self._rows(_fitted(charity, period))
                if (formats := formats_on_the_way(map(Format, row.formats.split()), row.route))
            ],
        )

    def waiting(self, charity: str, now: datetime) -> Sequence[Open]:
        """Open cases at an aware instant, counted by what they are alike in."""
        told = (
            func.coalesce(case_.c.next_due_at < now, False).label("is_overdue"),
            case_.c.next_due_at.is_not(None).label("is_dated"),
            case_.c.undated_since.is_not(None).label("is_undated"),
        )
        each = _of(charity, *told).where(case_.c.status == Status.OPEN).subquery("each")
        counted = select(each, func.count().label("many")).group_by(*each.c)
        return [
            Open(bool(row.is_overdue), bool(row.is_dated), bool(row.is_undated), row.many)
            for row in self._rows(counted)
        ]

    def _came(self, charity: str, period: Period) -> Iterator[Came]:
        wanted = _of(charity, case_.c.received_at).where(_within(case_.c.received_at, period))
        for row in self._rows(wanted):
            yield Came(row.case_kind, 1, row.received_at)

    def _went_on(self, charity: str, period: Period) -> Iterator[Came]:
        for row in self._rows(_events("went_on", charity, period)):
            yield Came(row.case_kind, int(row.fields["to"]), row.at)

    def _rows(self, wanted: Select[Any]) -> list[Row[Any]]:
        rows = self._database.rows(wanted)
        return [row for row in rows if may_be_counted(row.case_kind, row.case_about)]


def _of(charity: str, *columns: ColumnElement[Any]) -> Select[Any]:
    return select(*_CASE, *columns).select_from(case_).where(case_.c.charity == charity)


def _within(column: ColumnElement[Any], period: Period) -> ColumnElement[bool]:
    return and_(column >= period.begins, column < period.ends)


def _events(what: str, charity: str, period: Period) -> Select[Any]:
    wanted = _of(charity, event.c.fields, event.c.at).join(event, event.c.case_id == case_.c.id)
    return wanted.where(event.c.what == what, _within(event.c.at, period)).order_by(event.c.place)


def _answers(charity: str, period: Period) -> Select[Any]:
    told = (message.c.at, message.c.lang, message.c.delivery, case_.c.lang.label("case_lang"))
    wanted = _of(charity, *told).join(message, message.c.case_id == case_.c.id)
    return wanted.where(message.c.purpose.in_(ANSWERING), _within(message.c.at, period))


def _fitted(charity: str, period: Period) -> Select[Any]:
    told = (message.c.at, message.c.formats, message.c.route, message.c.delivery, message.c.plain_why)
    wanted = _of(charity, *told).join(message, message.c.case_id == case_.c.id)
    return wanted.where(message.c.formats != "", _within(message.c.at, period))


def _given(charity: str, period: Period) -> Select[Any]:
    """Every promise of each case in which one falls due, or a date was told, in the period."""
    told = and_(promise.c.source == Source.STAFF, _within(promise.c.starts_at, period))
    cases = select(promise.c.case_id).where(or_(_within(promise.c.due_at, period), told))
    wanted = _of(charity, *promise.c, case_.c.status.label("case_status"))
    joined = wanted.join(promise, promise.c.case_id == case_.c.id)
    return joined.where(case_.c.id.in_(cases)).order_by(promise.c.place)
