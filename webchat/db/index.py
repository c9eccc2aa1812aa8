"""The keyed index: each case under the marks of its words, which nobody can read without the key."""

from collections.abc import Iterable
from hashlib import sha256
from hmac import digest

from sqlalchemy import ColumnElement, and_, delete, insert, or_, select, update

from webchat.cases.case import Message, Person
from webchat.cases.finding import RULE, terms_of
from webchat.cases.ports import Change
from webchat.db.as_rows import message_of, person_of
from webchat.db.database import Database
from webchat.db.tables import case_, filed, mark, message, person
from webchat.db.transaction import Transaction
from webchat.db.upsert import insert_once

_BYTES = 8  # of a mark: a charity's whole language has no two words alike
_KEY_SHOWN = 12  # hexadecimal digits that tell one key from another


class Index:
    """Files cases, and says under which marks they stand. `key` is the installation's own secret.

    A mark is made of the charity too: the same word at another charity has another one.
    """

    def __init__(self, database: Database, key: str) -> None:
        self._database = database
        self._key = sha256(key.encode()).digest()
        self._marks_in = insert_once(database, mark, ["mark", "filed"])
        self._key_shown = digest(self._key, b"which key", "sha256").hex()[:_KEY_SHOWN]
        self.rule = f"{self._key_shown}-{RULE}"

    def marks(self, charity: str, terms: Iterable[str]) -> list[int]:
        """The marks of some terms, each a whole number of eight bytes."""
        return [
            int.from_bytes(
                digest(self._key, f"{charity}\n{term}".encode("utf-8", "replace"), "sha256")[:_BYTES],
                signed=True,
            )
            for term in sorted(terms)
        ]

    def file(self, transaction: Transaction, change: Change) -> None:
        """File what a change adds, in the change's own transaction."""
        case = change.case
        if change.read_version is None:
            new = insert(filed).returning(filed.c.place)
            rows = transaction.rows(new, {"case_id": case.id, "rule": self.rule})
        elif change.people or change.messages:
            rows = transaction.rows(select(filed.c.place).where(filed.c.case_id == case.id))
        else:
            return
        for row in rows:
            self._mark(transaction, row.place, case.charity, change.people, change.messages)

    def is_behind(self) -> bool:
        """Whether any case is still without its marks, or has those of another rule or key."""
        return self._database.first(select(filed.c.place).where(self._old).limit(1)) is not None

    def catch_up(self, most: int, of_every_key: bool = False) -> int:
        """File so many of the cases that are behind, all or none; how many there were.

        What another key filed is left alone unless `of_every_key`: it may be that of another machine, which
        would file it back.
        """
        wanted = self._old if of_every_key else self._old_of_this_key
        old = select(filed.c.place, case_.c.id, case_.c.charity).join(case_, case_.c.id == filed.c.case_id)
        rows = self._database.rows(old.where(wanted).limit(most))
        with self._database.transaction() as transaction:
            for row in sorted(rows, key=lambda one: int(one.place)):  # two at once wait, and never cross
                self._file_again(transaction, row.place, row.id, row.charity)
        return len(rows)

    @property
    def _old(self) -> ColumnElement[bool]:
        return or_(filed.c.rule < self.rule, filed.c.rule > self.rule)  # so that its index is used

    @property
    def _old_of_this_key(self) -> ColumnElement[bool]:
        first, end = f"{self._key_shown}-", f"{self._key_shown}."
        older = and_(filed.c.rule >= first, filed.c.rule < self.rule)
        newer = and_(filed.c.rule > self.rule, filed.c.rule < end)
        return or_(filed.c.rule == "", older, newer)

    def _file_again(self, transaction: Transaction, place: int, case_id: str, charity: str) -> None:
        # In this order: what is added meanwhile is either read here or brings its own marks.
        this = filed.c.place == place
        if transaction.write(update(filed).where(this).values(rule=self.rule)) != 1:
            return  # it was erased meanwhile
        transaction.write(delete(mark).where(mark.c.filed == place))
        people = transaction.rows(select(person).where(person.c.case_id == case_id))
        messages = transaction.rows(select(message).where(message.c.case_id == case_id))
        self._mark(transaction, place, charity, map(person_of, people), map(message_of, messages))

    def _mark(
        self,
        transaction: Transaction,
        place: int,
        charity: str,
        people: Iterable[Person],
        messages: Iterable[Message],
    ) -> None:
        marks = self.marks(charity, terms_of(people, messages))
        if marks:
            transaction.write(self._marks_in, [{"mark": one, "filed": place} for one in marks])
