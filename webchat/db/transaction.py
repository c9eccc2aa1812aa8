"""A transaction: all of its writes or none, begun at the first of them, joined by what runs inside it."""

import time
from collections.abc import Mapping, Sequence
from threading import Condition
from typing import Any, TypeAlias

from sqlalchemy import Connection, Engine, Executable, Row
from sqlalchemy.engine import Transaction as Mark

from webchat.db.errors import Busy, TransactionClosed
from webchat.db.fair_lock import FairLock
from webchat.db.faults import FAULTS, is_disconnect, named, raise_named

Parameters: TypeAlias = "Mapping[str, Any] | Sequence[Mapping[str, Any]] | None"


class Work:
    """The one connection under a transaction and all that joins it, from whichever thread.

    Nothing is held until the first write: then SQLite's write lock for at most as long as the transaction.
    """

    def __init__(self, engine: Engine, lock: FairLock | None, wait: float) -> None:
        self.guard = Condition()
        self.marks: list[tuple[Transaction, Mark]] = []
        self.connection: Connection | None = None
        self._engine, self._lock, self.wait = engine, lock, wait

    def begin(self) -> tuple[Connection, Mark]:
        """Take the write lock and begin. Raises Busy when that takes longer than the wait."""
        until = time.monotonic() + self.wait
        if self._lock and not self._lock.acquire(self.wait):
            raise Busy("another write took too long")
        try:
            self.connection = self._engine.connect()
            return self.connection, self._mark(self.connection, until)
        except BaseException as fault:
            self.end()
            if isinstance(fault, FAULTS):
                raise_named(fault)
            raise

    def _mark(self, connection: Connection, until: float) -> Mark:
        while True:
            try:
                return connection.begin()
            except FAULTS as fault:  # another process has SQLite's own lock
                if is_disconnect(fault) or time.monotonic() >= until or not isinstance(named(fault), Busy):
                    raise

    def is_lost(self) -> bool:
        """Whether the database undid everything by itself: the line is gone, or SQLite's disk was full."""
        if self.connection is None or self.connection.invalidated:
            return True
        return getattr(self.connection.connection.dbapi_connection, "in_transaction", True) is False

    def end(self) -> None:
        """Let go of everything."""
        connection, self.connection = self.connection, None
        try:
            if connection is not None:
                connection.close()
        finally:
            if self._lock:
                self._lock.release()


class Transaction:
    """One scope of work. A scope inside another is undone alone when it fails, and kept with the outer one.

    After its end, or a failed statement, every use raises TransactionClosed: an action that comes back
    after its time can write nothing.
    """

    def __init__(self, work: Work, outer: "Transaction | None" = None) -> None:
        self.work = work
        self._outer = outer
        self._closed = False

    @property
    def closed(self) -> bool:
        """Whether this scope, or one around it, has ended."""
        return self._closed or (self._outer is not None and self._outer.closed)

    def write(self, statement: Executable, parameters: Parameters = None) -> int:
        """Run one writing statement; how many rows it touched. Raises AlreadyThere, Busy, NotStored."""
        with self.work.guard:
            self._wait_for_turn()
            return self._run(self._begun(), statement, parameters)[0]

    def rows(self, statement: Executable, parameters: Parameters = None) -> Sequence[Row[Any]]:
        """Every row a statement gives, this transaction's own writes among them; it may write too."""
        with self.work.guard:
            self._wait_for_turn()
            return self._run(self._begun(), statement, parameters)[1]

    def rows_if_begun(self, statement: Executable, parameters: Parameters) -> Sequence[Row[Any]] | None:
        """The same for a read, which begins nothing: None where nothing has been written yet."""
        with self.work.guard:
            self._wait_for_turn()
            if self.work.connection is None:
                return None
            return self._run(self.work.connection, statement, parameters)[1]

    def fail(self) -> None:
        """Take nothing more, and keep nothing at the end: a part of it has failed."""
        with self.work.guard:
            self._fail()

    def end(self, keep: bool) -> None:
        """Keep what this scope wrote, or undo it. Raises TransactionClosed where it cannot be kept."""
        with self.work.guard:
            whole = not self.closed
            self._closed = True
            if self._holds_a_mark():
                self._settle(keep and whole)
            self.work.guard.notify_all()
            if keep and not whole:
                raise TransactionClosed

    def _run(
        self, connection: Connection, statement: Executable, parameters: Parameters
    ) -> tuple[int, Sequence[Row[Any]]]:
        try:
            done = connection.execute(statement, parameters)
            return done.rowcount, (done.all() if done.returns_rows else ())
        except FAULTS as fault:
            self._fail()
            raise_named(fault)

    def _fail(self) -> None:
        # PostgreSQL takes nothing more after a failed statement; so that both are alike, nor do we. Where
        # this scope has no mark to go back to, or the database has undone everything, the outer one fails.
        self._closed = True
        if self._outer is not None and (self.work.is_lost() or not self._holds_a_mark()):
            self._outer._fail()

    def _wait_for_turn(self) -> None:
        # Savepoints are a pile: while one from another thread lies on top, nothing may be put under it.
        if not self.work.guard.wait_for(lambda: self.closed or self._is_on_top(), self.work.wait):
            raise Busy("other work in this transaction took too long")
        if self.closed:
            raise TransactionClosed

    def _is_on_top(self) -> bool:
        top = self.work.marks[-1][0] if self.work.marks else None
        scope: Transaction | None = self
        while scope is not None and scope is not top:
            scope = scope._outer
        return top is None or scope is top

    def _begun(self) -> Connection:
        if self._holds_a_mark():
            assert self.work.connection is not None
            return self.work.connection
        try:
            if self._outer is None:
                connection, mark = self.work.begin()
            else:
                connection = self._outer._begun()
                mark = connection.begin_nested()
        except FAULTS as fault:
            self._fail()
            raise_named(fault)
        self.work.marks.append((self, mark))
        return connection

    def _holds_a_mark(self) -> bool:
        return any(scope is self for scope, _ in self.work.marks)

    def _settle(self, keep: bool) -> None:
        try:
            while self.work.marks:
                scope, mark = self.work.marks.pop()
                if scope is self:
                    mark.commit() if keep else mark.rollback()
                    return
                mark.rollback()  # what still ran inside this scope goes with it
        except FAULTS as fault:
            self._fail()
            if keep:
                raise_named(fault)
        finally:
            if self._outer is None:
                self.work.marks.clear()
                self.work.end()
