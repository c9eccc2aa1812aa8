"""Where cases are kept: the core's `CaseStore` over our tables."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import Table, bindparam, insert, select, update

from webchat.cases.case import Case, Delivery, Event, Message, Person
from webchat.cases.complaints.tasks import Task
from webchat.cases.errors import Stale
from webchat.cases.needs import Need, standing
from webchat.cases.people.member import Member
from webchat.cases.ports import Change
from webchat.cases.promises.promise import Promise
from webchat.db.as_rows import (
    MOVING,
    case_of,
    message_of,
    need_of,
    person_of,
    promise_of,
    row_of,
    row_of_errand,
    row_of_message,
    row_of_promise,
    task_of,
)
from webchat.db.database import Database
from webchat.db.errors import AlreadyThere
from webchat.db.index import Index
from webchat.db.staff import Staff
from webchat.db.tables import case_, event, message, need, outbox, person, promise, task
from webchat.db.transaction import Transaction
from webchat.db.upsert import insert_once, insert_or_update

_ONE_MOVE = (
    update(case_)
    .where(case_.c.id == bindparam("case_id"), case_.c.version == bindparam("read_version"))
    .values({name: bindparam(name) for name in (*MOVING, "changed_at")})
)


class Cases:
    """Cases, their promises, messages, people, needs and timeline; every read is of one charity or case.

    With an `index` what is written can be found by its words as soon as it is stored.
    """

    def __init__(self, database: Database, index: Index | None = None) -> None:
        self._database, self._index = database, index
        self._staff = Staff(database)
        changing = [one.name for one in promise.c if one.name not in ("place", "id", "case_id")]
        self._promises_in = insert_or_update(database, promise, ["id"], changing)
        self._messages_in = insert_or_update(database, message, ["id"], ["delivery", "author", "author_name"])
        settling = ["owner", "state", "settled_by", "settled_at", "words"]
        self._tasks_in = insert_or_update(database, task, ["id"], settling)
        # The key says which errand it is: one that is already there is the same errand, and is done once.
        self._errands_in = insert_once(database, outbox, ["key"])

    def transaction(self) -> AbstractContextManager[Transaction]:
        """One transaction; inside another it joins it. Raises Busy after a few seconds' wait."""
        return self._database.transaction()

    def case(self, charity: str, case_id: str) -> Case | None:
        """One case of one charity."""
        return self._one("id", charity, case_id)

    def case_by_key(self, charity: str, key: str) -> Case | None:
        """The case a sending has already opened."""
        return self._one("key", charity, key)

    def case_by_reference(self, charity: str, reference: str) -> Case | None:
        """The case a guest comes back to."""
        return self._one("reference", charity, reference)

    def promises(self, case_id: str) -> Sequence[Promise]:
        """All promises of a case, kept and replaced ones too, the first made first."""
        return [promise_of(row) for row in self._of_case(promise, case_id)]

    def promises_of(self, case_ids: Sequence[str]) -> Mapping[str, Sequence[Promise]]:
        """The promises of many cases at once, by case id, the first made first."""
        found: dict[str, list[Promise]] = {case_id: [] for case_id in case_ids}
        wanted = select(promise).where(promise.c.case_id.in_(list(case_ids))).order_by(promise.c.place)
        for row in self._database.rows(wanted):
            found[row.case_id].append(promise_of(row))
        return found

    def messages(self, case_id: str) -> Sequence[Message]:
        """All messages of a case, the oldest first."""
        return [message_of(row) for row in self._of_case(message, case_id)]

    def people(self, case_id: str) -> Sequence[Person]:
        """The people in a case."""
        return [person_of(row) for row in self._of_case(person, case_id)]

    def needs(self, case_id: str) -> Sequence[Need]:
        """What the guest needs now so that they can read, hear and be understood."""
        return standing(need_of(row) for row in self._of_case(need, case_id))

    def needs_of(self, case_ids: Sequence[str]) -> Mapping[str, Sequence[Need]]:
        """What the guests of many cases need now, by case id."""
        found: dict[str, list[Need]] = {case_id: [] for case_id in case_ids}
        wanted = select(need).where(need.c.case_id.in_(list(found))).order_by(need.c.place)
        for row in self._database.rows(wanted) if found else ():
            found[row.case_id].append(need_of(row))
        return {case_id: standing(told) for case_id, told in found.items()}

    def guests_of(self, case_ids: Sequence[str]) -> Mapping[str, Person]:
        """The guests of many cases, as last told, by case id."""
        wanted = select(person).where(person.c.case_id.in_(list(case_ids)), person.c.part == "guest")
        return {row.case_id: person_of(row) for row in self._database.rows(wanted.order_by(person.c.place))}

    def events(self, case_id: str) -> Sequence[Event]:
        """The timeline, the oldest first."""
        return [
            Event(row.case_id, row.at, row.who, row.what, row.fields) for row in self._of_case(event, case_id)
        ]

    def task(self, charity: str, task_id: str) -> Task | None:
        """One promised action of one charity."""
        wanted = select(task).join(case_, task.c.case_id == case_.c.id)
        row = self._database.first(wanted.where(task.c.id == task_id, case_.c.charity == charity))
        return task_of(row) if row else None

    def tasks(self, case_id: str) -> Sequence[Task]:
        """The actions promised in a case, the first due first."""
        wanted = select(task).where(task.c.case_id == case_id).order_by(task.c.due_on, task.c.id)
        return [task_of(row) for row in self._database.rows(wanted)]

    def members(self, charity: str) -> Sequence[Member]:
        """Everybody who works at the charity and may sign in."""
        return self._staff.members(charity)

    def write(self, change: Change) -> None:
        """Store a change, all of it or nothing.

        Raises Stale when the case is not at `read_version`, or its key or reference already exists.
        """
        try:
            with self._database.transaction() as transaction:
                self._write_case(transaction, change)
                self._write_rest(transaction, change)
                if self._index:
                    self._index.file(transaction, change)
        except AlreadyThere:
            raise Stale(change.case.id) from None

    def set_delivery(self, message_id: str, delivery: Delivery) -> None:
        """Note what became of a message that waited to be sent; one that has gone further is left alone."""
        waiting = (message.c.id == message_id, message.c.delivery == Delivery.QUEUED)
        with self._database.transaction() as transaction:
            transaction.write(update(message).where(*waiting).values(delivery=delivery))

    def forget_code(self, charity: str, case_id: str) -> None:
        """Wipe the sealed code: whoever was to keep it has it."""
        one = (case_.c.charity == charity, case_.c.id == case_id)
        with self._database.transaction() as transaction:
            transaction.write(update(case_).where(*one).values(sealed_code=""))

    def _one(self, column: str, charity: str, value: str) -> Case | None:
        wanted = select(case_).where(case_.c.charity == charity, case_.c[column] == value)
        row = self._database.first(wanted)
        return case_of(row) if row else None

    def _of_case(self, table: Table, case_id: str) -> Sequence[Any]:
        wanted = select(table).where(table.c.case_id == case_id).order_by(table.c.place)
        return self._database.rows(wanted)

    def _write_case(self, transaction: Transaction, change: Change) -> None:
        case = change.case
        # Not the clock: the change itself says when it happened.
        at = max((one.at for one in change.events), default=case.received_at)
        values = {**row_of(case), "answers": list(case.answers), "changed_at": at}
        if change.read_version is None:
            transaction.write(insert(case_), values)
            return
        moving = {name: values[name] for name in (*MOVING, "changed_at")}
        touched = transaction.write(
            _ONE_MOVE, {**moving, "case_id": case.id, "read_version": change.read_version}
        )
        if touched != 1:
            raise Stale(case.id)
        if change.new_code:
            code = {"code_hash": change.new_code.code_hash, "sealed_code": change.new_code.sealed_code}
            transaction.write(update(case_).where(case_.c.id == case.id).values(code))

    def _write_rest(self, transaction: Transaction, change: Change) -> None:
        rows: tuple[tuple[Any, list[dict[str, Any]]], ...] = (
            (self._promises_in, [row_of_promise(one) for one in change.promises]),
            (self._messages_in, [row_of_message(one) for one in change.messages]),
            (insert(person), [row_of(one) for one in change.people]),
            (insert(need), [row_of(one) for one in change.needs]),
            (insert(event), [{**row_of(one), "fields": dict(one.fields)} for one in change.events]),
            (self._tasks_in, [row_of(one) for one in change.tasks]),
            (self._errands_in, [row_of_errand(one) for one in change.errands]),
        )
        for statement, values in rows:
            if values:
                transaction.write(statement, values)
