"""Where it is kept what is passed on: the core's `PassingStore` over our tables."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import Row, insert, select, update

from webchat.cases.errors import Stale
from webchat.cases.people.passing import Answer, Passing
from webchat.db.database import Database
from webchat.db.errors import AlreadyThere
from webchat.db.tables import passing
from webchat.db.tables.passing import WAITING

_NAMES = tuple(one.name for one in fields(Passing))


class Passings:
    """Offers of cases; every read is of one case, or of one person at one charity."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_case(self, case_id: str) -> Sequence[Passing]:
        """Every offer of a case, the first made first."""
        wanted = select(passing).where(passing.c.case_id == case_id).order_by(passing.c.place)
        return [_passing(row) for row in self._database.rows(wanted)]

    def to(self, charity: str, staff_id: str) -> Sequence[Passing]:
        """What nobody has answered yet of what was offered to somebody, the first made first."""
        theirs = (passing.c.charity == charity, passing.c.taker == staff_id, WAITING)
        return [
            _passing(row)
            for row in self._database.rows(select(passing).where(*theirs).order_by(passing.c.place))
        ]

    def offer(self, made: Passing) -> None:
        """Store one. Raises Stale where another waits already."""
        try:
            with self._database.transaction() as transaction:
                transaction.write(insert(passing), {name: getattr(made, name) for name in _NAMES})
        except AlreadyThere:
            raise Stale(made.case_id) from None

    def settle(self, one: Passing) -> None:
        """Store what became of one. Raises Stale where somebody was quicker."""
        waiting = (passing.c.id == one.id, passing.c.answer == Answer.WAITING)
        with self._database.transaction() as transaction:
            told = {"answer": one.answer, "reply": one.reply}
            if transaction.write(update(passing).where(*waiting).values(told)) != 1:
                raise Stale(one.case_id)


def _passing(row: Row[Any]) -> Passing:
    return Passing(**{name: row._mapping[name] for name in _NAMES})
