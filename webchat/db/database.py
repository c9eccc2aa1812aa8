"""The database every store stands on: reads that wait for nobody, and transactions that join."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from sqlalchemy import Executable, Row

from webchat.db import engines
from webchat.db.errors import TransactionClosed
from webchat.db.fair_lock import FairLock
from webchat.db.faults import FAULTS, is_disconnect, raise_named
from webchat.db.transaction import Parameters, Transaction, Work

WAIT = 3.0  # seconds; a guest is told to try again rather than left waiting


class Database:
    """One SQLite file or one PostgreSQL database. `url` as in WEBCHAT_DATABASE; `wait` in seconds.

    Raises ValueError when `url` names neither.
    """

    def __init__(self, url: str, wait: float = WAIT) -> None:
        self.url = engines.database_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._wait = wait
        self._readers = engines.reading(self.url, wait)
        self._writers = engines.writing(self.url, wait)
        self._lock = FairLock() if self.is_sqlite else None
        self._here: ContextVar[Transaction | None] = ContextVar("transaction", default=None)

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """All or nothing; inside another it joins that one, and is undone alone when it fails.

        A thread started with a copy of this context joins too. Raises Busy, NotStored, TransactionClosed.
        """
        outer = self._here.get()
        if outer is not None and outer.closed:
            raise TransactionClosed
        here = Transaction(outer.work if outer else self._work(), outer)
        token = self._here.set(here)
        try:
            yield here
        except BaseException:
            here.end(keep=False)
            raise
        finally:
            self._here.reset(token)
        here.end(keep=True)

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """For writes that stand or fall with whatever they are part of, and so need no savepoint.

        Inside a transaction that is this one, which keeps nothing once they have failed; else one of their
        own. Raises Busy, NotStored, TransactionClosed.
        """
        around = self._here.get()
        if around is None:
            with self.transaction() as own:
                yield own
            return
        try:
            yield around
        except BaseException:
            around.fail()
            raise

    def rows(self, statement: Executable, parameters: Parameters = None) -> Sequence[Row[Any]]:
        """Every row a read gives. Inside a transaction it sees that transaction's writes."""
        here = self._here.get()
        if here is not None:
            seen = here.rows_if_begun(statement, parameters)
            if seen is not None:
                return seen
        try:
            return self._read(statement, parameters)
        except FAULTS as fault:
            if not is_disconnect(fault):
                raise_named(fault)
        try:  # the server was restarted: its old connections are gone, a new one may answer
            return self._read(statement, parameters)
        except FAULTS as fault:
            raise_named(fault)

    def first(self, statement: Executable, parameters: Parameters = None) -> Row[Any] | None:
        """The first row a read gives, or None."""
        found = self.rows(statement, parameters)
        return found[0] if found else None

    def is_well(self) -> bool:
        """Whether it answers now."""
        try:
            with self._readers.connect() as connection:
                return bool(connection.exec_driver_sql("SELECT 1").scalar())
        except FAULTS:
            return False

    def close(self) -> None:
        """Let go of every connection."""
        self._readers.dispose()
        self._writers.dispose()

    def _work(self) -> Work:
        return Work(self._writers, self._lock, self._wait)

    def _read(self, statement: Executable, parameters: Parameters) -> Sequence[Row[Any]]:
        with self._readers.connect() as connection:
            return connection.execute(statement, parameters).all()
