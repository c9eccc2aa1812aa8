"""What waits for somebody at the desk: messages to be made, posted or said, and interpreters to arrange."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import literal, select, text

from webchat.cases.case import Event, Message
from webchat.cases.formats.interpreters import ARRANGED
from webchat.db.as_rows import message_of
from webchat.db.database import Database
from webchat.db.desk_lists import EVERY, Listed, Only, as_listed, names_in
from webchat.db.tables import case_, event, message
from webchat.db.tables.cases import WAITS

MOST = 500  # of either on one list: more than a charity can do in a week


class ToDo:
    """Reads for the list; a fixed number of queries, however much waits."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def messages(self, charity: str, only: Only = EVERY, limit: int = MOST) -> Sequence[Message]:
        """The messages that wait for somebody, the first written first."""
        wanted = select(message).join(case_, case_.c.id == message.c.case_id)
        here = (text(WAITS), case_.c.charity == charity, *only.conditions)
        rows = self._database.rows(wanted.where(*here).order_by(message.c.place).limit(limit))
        return [message_of(row) for row in rows]

    def cases(self, charity: str, case_ids: Sequence[str], only: Only = EVERY) -> Mapping[str, Listed]:
        """Some cases as a list shows them, by id."""
        if not case_ids:
            return {}
        here = (case_.c.charity == charity, case_.c.id.in_(list(case_ids)), *only.conditions)
        spot: tuple[Any, ...] = (literal(0).label("group_number"), case_.c.received_at.label("sorted_at"))
        found = select(case_, *spot).where(*here).subquery("found")
        listed = as_listed(self._database, select(found, *names_in(found)))
        return {one.case.id: one for one in listed}

    def arranged(self, case_ids: Sequence[str]) -> Mapping[str, Sequence[Event]]:
        """For which times of these cases an interpreter has been arranged, by case id."""
        noted: dict[str, list[Event]] = {case_id: [] for case_id in case_ids}
        wanted = select(event).where(event.c.case_id.in_(list(noted)), event.c.what == ARRANGED)
        for row in self._database.rows(wanted.order_by(event.c.place)) if noted else ():
            noted[row.case_id].append(Event(row.case_id, row.at, row.who, row.what, row.fields))
        return noted
