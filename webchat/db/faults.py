"""What a driver's exception means, in our names. Its own text may hold a guest's words: it stays here."""

import sqlite3
from typing import NoReturn, TypeAlias

from sqlalchemy.exc import DBAPIError, PendingRollbackError, StatementError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from webchat.db.errors import AlreadyThere, Busy, NotStored, StoreError

# SQLite's primary result codes (sqlite.org/rescode.html).
_SQLITE_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL, sqlite3.SQLITE_INTERRUPT}
_SQLITE_NOT_STORED = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_TOOBIG,
}
_SQLITE_UNIQUE = {sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY}

# PostgreSQL's SQLSTATE (appendix A): a whole code, or the class it starts with.
_POSTGRES_BUSY = ("08", "40", "55P03", "57", "533")
_POSTGRES_NOT_STORED = ("531", "532", "58", "25006", "54", "XX")
_POSTGRES_UNIQUE = "23505"


Fault: TypeAlias = StatementError | NoConnectionFree | PendingRollbackError
FAULTS = (StatementError, NoConnectionFree, PendingRollbackError)


def named(fault: Fault) -> Exception:
    """The outcome with its name. A value of ours that no column takes is our mistake, given back as it is."""
    if isinstance(fault, NoConnectionFree):
        return Busy("no connection was free in time")
    if isinstance(fault, PendingRollbackError):
        return Busy("the database went away in the middle of a transaction")
    if not isinstance(fault, DBAPIError):
        return fault.orig if isinstance(fault.orig, Exception) else StoreError(type(fault).__name__)
    if isinstance(fault.orig, sqlite3.Error):
        return _of_sqlite(fault.orig)
    return _of_postgres(fault)


def raise_named(fault: Fault) -> NoReturn:
    """Raise it under its own name, without the driver's text."""
    raise named(fault) from None


def is_disconnect(fault: Fault) -> bool:
    """Whether the database went away before it could answer."""
    return isinstance(fault, DBAPIError) and fault.connection_invalidated


def _of_sqlite(fault: sqlite3.Error) -> StoreError:
    code = getattr(fault, "sqlite_errorcode", 0)
    name = getattr(fault, "sqlite_errorname", type(fault).__name__)
    if code in _SQLITE_UNIQUE:
        return AlreadyThere(name)
    if code & 0xFF in _SQLITE_BUSY:
        return Busy(name)
    if code & 0xFF in _SQLITE_NOT_STORED:
        return NotStored(name)
    return StoreError(name)


def _of_postgres(fault: DBAPIError) -> StoreError:
    code = getattr(fault.orig, "sqlstate", None) or ""
    if code == _POSTGRES_UNIQUE:
        return AlreadyThere(code)
    if code.startswith(_POSTGRES_NOT_STORED):
        return NotStored(code)
    # No answer at all, and so no code: the server is not there now.
    if fault.connection_invalidated or not code or code.startswith(_POSTGRES_BUSY):
        return Busy(code or type(fault.orig).__name__)
    return StoreError(code)
