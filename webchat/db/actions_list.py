"""Promised actions that somebody is to do, and those that nobody has: across the cases of a charity."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select, text

from webchat.cases.case import Case
from webchat.cases.complaints.tasks import Task
from webchat.db.as_rows import case_of, task_of
from webchat.db.database import Database
from webchat.db.tables import case_, person, task
from webchat.db.tables.cases import TO_DO


@dataclass(frozen=True, slots=True)
class ToDo:
    """A promised action with its case and whom that is about. Who may know of it, the core says."""

    task: Task
    case: Case
    about_name: str


class ActionsList:
    """Reads what is to be done; one query a list."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def to_do(self, charity: str, *owners: str) -> Sequence[ToDo]:
        """Open actions of these staff ids ("" for those that nobody has), the first due first."""
        about = select(person.c.name).where(person.c.case_id == case_.c.id, person.c.part == "about")
        named = about.order_by(person.c.place.desc()).limit(1).scalar_subquery().label("about_name")
        mine = [column.label(f"task_{column.name}") for column in task.c]
        wanted = select(case_, *mine, named).join(task, task.c.case_id == case_.c.id)
        here = wanted.where(case_.c.charity == charity, task.c.owner.in_(owners), text(f"task.{TO_DO}"))
        return [
            ToDo(task_of(row, "task_"), case_of(row), row.about_name or "")
            for row in self._database.rows(here.order_by(task.c.due_on, task.c.id))
        ]

    def acts_in(self, charity: str, staff_id: str) -> Sequence[str]:
        """The ids of the cases in which somebody is still to do something."""
        return list(dict.fromkeys(one.case.id for one in self.to_do(charity, staff_id)))
