"""Connections to SQLite and PostgreSQL, set so that what was acknowledged is on the disk."""

import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import NullPool, QueuePool

from webchat.db.columns import as_json
from webchat.private import close_file, make_file

# SQLite waits in small steps; `Transaction` asks again until its own time is over.
_SQLITE_STEP = 0.25  # seconds
_POSTGRES_STATEMENT = 15_000  # milliseconds
_CONNECTIONS = 16
_MORE_CONNECTIONS = 48


def database_url(text: str) -> URL:
    """Where a database is, with the driver we use. Raises ValueError for any other kind of database."""
    url = make_url(text)
    kind = url.get_backend_name()
    if kind == "sqlite" and url.database and url.database != ":memory:":
        return url.set(drivername="sqlite")
    if kind in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    raise ValueError("the database must be sqlite:///path/to/file or postgresql://…")


def reading(url: URL, wait: float) -> Engine:
    """For reads outside a transaction: each statement is its own, takes no lock, and cannot write."""
    engine = create_engine(
        url,
        isolation_level="AUTOCOMMIT",
        pool_reset_on_return=None,
        connect_args=_connect_args(url, wait, "-c default_transaction_read_only=on"),
        **_pool(_CONNECTIONS, _MORE_CONNECTIONS, wait),
    )
    if engine.dialect.name == "sqlite":
        _keep_private(engine)
        event.listen(engine, "connect", _sqlite_reader)
    return engine


def writing(url: URL, wait: float) -> Engine:
    """For transactions. On SQLite it is one connection: there is one writer at a time anyway."""
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url, connect_args=_connect_args(url, wait), **_pool(1, 0, wait))
        _keep_private(engine)
        event.listen(engine, "connect", _sqlite_writer)
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
        return engine
    pool = _pool(_CONNECTIONS, _MORE_CONNECTIONS, wait)
    return create_engine(url, connect_args=_connect_args(url, wait), pool_pre_ping=True, **pool)


def migrating(url: URL) -> Engine:
    """For changing the tables: one connection that waits as long as it must."""
    engine = create_engine(url, json_serializer=as_json, poolclass=NullPool)
    if engine.dialect.name == "sqlite":
        _keep_private(engine)
        event.listen(engine, "connect", _sqlite_migrator)
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _pool(size: int, more: int, wait: float) -> dict[str, Any]:
    # An error's text never carries what a guest typed.
    return {
        "poolclass": QueuePool,
        "pool_size": size,
        "max_overflow": more,
        "pool_timeout": wait,
        "hide_parameters": True,
        "json_serializer": as_json,
    }


def _connect_args(url: URL, wait: float, options: str = "") -> dict[str, Any]:
    if url.get_backend_name() == "sqlite":
        return {"timeout": _SQLITE_STEP, "check_same_thread": False}
    limits = f"-c lock_timeout={int(wait * 1000)} -c statement_timeout={_POSTGRES_STATEMENT}"
    # A charity's server may have been set to answer before the disk has it (security 0.5).
    durable = "-c synchronous_commit=on"
    return {"options": f"{limits} {durable} {options}".strip(), "connect_timeout": max(2, int(wait))}


def _keep_private(engine: Engine) -> None:
    """Have the file be its owner's alone before SQLite opens it; what SQLite puts beside it is made alike."""
    file = Path(engine.url.database or "")

    def before(*_: object) -> None:
        with suppress(OSError):  # what stands in the way, SQLite tells in its own words
            make_file(file)
            for beside in ("-wal", "-shm"):
                close_file(file.with_name(f"{file.name}{beside}"))

    event.listen(engine, "do_connect", before)


def _sqlite_reader(connection: DBAPIConnection, _record: object) -> None:
    _run(connection, "PRAGMA foreign_keys=ON", "PRAGMA query_only=ON")


def _sqlite_writer(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # BEGIN is ours to say
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        connection.execute("PRAGMA journal_mode=WAL")
    # NORMAL would not reach the disk at all before the guest is told (security 0.5).
    # What is deleted is overwritten, so that a guest's words are gone from the file too.
    _run(connection, "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON", "PRAGMA secure_delete=ON")


def _sqlite_migrator(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None
    _run(connection, "PRAGMA busy_timeout=60000", "PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL")


def _run(connection: Any, *pragmas: str) -> None:
    cursor = connection.cursor()
    for pragma in pragmas:
        cursor.execute(pragma)
    cursor.close()
