"""What fails has a name, leaves nothing half done, and never tells what a guest wrote."""

import resource
import sqlite3
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

import pytest
from sqlalchemy import create_engine, event, insert, make_url, select, text

from tests.builders.cases import MONDAY
from webchat.db import database as database_module
from webchat.db.database import Database
from webchat.db.engines import database_url
from webchat.db.errors import AlreadyThere, Busy, NotStored, StoreError, TransactionClosed
from webchat.db.tables import staff

SHORT = 0.3  # seconds, where a charity's own database waits three


def hire(database: Database, name: str, words: str = "") -> None:
    row = {"id": name, "email": name, "name": words, "password_hash": "", "created_at": MONDAY}
    with database.transaction() as transaction:
        transaction.write(insert(staff), row)


def hired(database: Database) -> list[str]:
    return [row.id for row in database.rows(select(staff.c.id).order_by(staff.c.id))]


@contextmanager
def locked_by_another_program(address: str) -> Iterator[None]:
    """The write lock in other hands, as a command run beside the server has it."""
    url = database_url(address)
    if url.get_backend_name() == "sqlite":
        with closing(sqlite3.connect(url.database or "", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield
        return
    engine = create_engine(url)
    with engine.connect() as connection:
        connection.execute(text("LOCK TABLE staff IN EXCLUSIVE MODE"))
        yield
        connection.rollback()
    engine.dispose()


def test_a_guest_waits_three_seconds_and_no_more() -> None:
    assert database_module.WAIT == 3.0


def test_a_lock_in_other_hands_is_busy_and_nothing_is_half_done(
    open_database: Callable[..., Database], address: str
) -> None:
    database = open_database(wait=SHORT)
    hire(database, "sam")
    with locked_by_another_program(address):
        with pytest.raises(Busy):
            hire(database, "amina")
        assert hired(database) == ["sam"]  # reading waits for nobody
    assert hired(database) == ["sam"]
    hire(database, "amina")
    assert hired(database) == ["amina", "sam"]


def test_a_lock_that_is_soon_free_is_waited_for(open_database: Callable[..., Database], address: str) -> None:
    database = open_database(wait=10)
    done = threading.Event()
    with locked_by_another_program(address):
        thread = threading.Thread(target=lambda: (hire(database, "sam"), done.set()))
        thread.start()
        assert not done.wait(SHORT)
    assert done.wait(10)
    thread.join()
    assert hired(database) == ["sam"]


def test_a_writer_in_the_same_program_that_takes_too_long_makes_others_busy(
    open_database: Callable[..., Database], kind: str
) -> None:
    database = open_database(wait=SHORT)
    raised: list[BaseException] = []

    def other() -> None:
        try:
            hire(database, "sam")  # the same key: PostgreSQL too has to wait for the first
        except StoreError as fault:
            raised.append(fault)

    with database.transaction():
        hire(database, "sam")
        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
    assert [type(fault) for fault in raised] == [Busy]
    assert hired(database) == ["sam"]


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
def test_a_full_disk_refuses_by_name_and_keeps_all_it_had(database: Database) -> None:
    stored = 0
    hire(database, "first")
    pages = database.rows(text("PRAGMA page_count"))[0][0]

    @event.listens_for(database._writers, "begin")
    def fill_the_disk(connection: object) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 4}")  # type: ignore[attr-defined]

    def write_until_full() -> None:
        nonlocal stored
        for number in range(100):
            hire(database, f"more-{number}", "words " * 500)
            stored = number + 1

    with pytest.raises(NotStored):
        write_until_full()
    assert 0 < stored < 100
    assert len(hired(database)) == stored + 1
    assert database.rows(text("PRAGMA integrity_check"))[0][0] == "ok"


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
def test_a_disk_that_fills_in_an_inner_scope_lets_nothing_of_the_outer_one_stand_alone(
    database: Database,
) -> None:
    """SQLite may undo everything by itself then; what came after would be stored without what came before."""
    hire(database, "first")
    pages = database.rows(text("PRAGMA page_count"))[0][0]

    @event.listens_for(database._writers, "begin")
    def fill_the_disk(connection: object) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")  # type: ignore[attr-defined]

    def a_turn() -> None:
        with database.transaction():
            hire(database, "turn")
            with pytest.raises((NotStored, StoreError)):
                hire(database, "case", "words " * 20_000)
            hire(database, "after")

    try:
        a_turn()
    except TransactionClosed:
        assert hired(database) == ["first"]
    else:
        assert hired(database) == ["after", "first", "turn"]


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
def test_a_disk_that_will_not_write_refuses_by_name(database: Database) -> None:
    """The kernel refuses the write itself: SQLite sees an error of the disk."""
    hire(database, "first")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, before[1]))
    try:
        with pytest.raises(NotStored):
            hire(database, "second", "words " * 100_000)
        assert hired(database) == ["first"]
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    hire(database, "second")
    assert hired(database) == ["first", "second"]


@pytest.mark.parametrize("kind", ["postgresql"], indirect=True)
@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        ("53100", NotStored),  # disk full
        ("53200", NotStored),  # out of memory
        ("58030", NotStored),  # an error of the disk
        ("25006", NotStored),  # read only: a replica
        ("40001", Busy),  # could not be put in order with others
        ("40P01", Busy),  # deadlock
        ("55P03", Busy),  # lock not had in time
        ("57014", Busy),  # statement took too long
        ("57P01", Busy),  # the server is stopping
        ("53300", Busy),  # too many connections
        ("23505", AlreadyThere),
        ("42P01", StoreError),  # a mistake of ours
    ],
)
def test_each_answer_of_postgresql_has_its_name(
    database: Database, code: str, outcome: type[Exception]
) -> None:
    def fail() -> None:
        with database.transaction() as transaction:
            raises = f"RAISE EXCEPTION 'words of a guest' USING ERRCODE = '{code}'"
            transaction.write(text(f"DO $$ BEGIN {raises}; END $$"))

    with pytest.raises(StoreError) as told:
        fail()
    assert type(told.value) is outcome


@pytest.mark.parametrize("kind", ["postgresql"], indirect=True)
def test_a_server_that_goes_away_in_the_middle_is_busy_and_nothing_is_half_done(
    database: Database, address: str
) -> None:
    def turn() -> None:
        with database.transaction():
            hire(database, "sam")
            hang_up(address)
            with pytest.raises(Busy):
                hire(database, "amina")
            hire(database, "ola")

    with pytest.raises(TransactionClosed):
        turn()
    assert hired(database) == []
    hire(database, "sam")
    assert hired(database) == ["sam"]


@pytest.mark.parametrize("kind", ["postgresql"], indirect=True)
def test_a_server_that_goes_away_before_the_end_is_busy(database: Database, address: str) -> None:
    def turn(inside: bool) -> None:
        with database.transaction():
            hire(database, "sam")
            with database.transaction():
                hire(database, "amina")
                if inside:
                    hang_up(address)
            hang_up(address)

    for inside in (True, False):
        with pytest.raises(Busy):
            turn(inside)
        assert hired(database) == []


@pytest.mark.parametrize("kind", ["postgresql"], indirect=True)
def test_after_a_restart_of_the_server_the_next_read_and_write_work(database: Database, address: str) -> None:
    hire(database, "sam")
    assert hired(database) == ["sam"]
    hang_up(address)
    assert hired(database) == ["sam"]
    hang_up(address)
    hire(database, "amina")
    assert hired(database) == ["amina", "sam"]


def hang_up(address: str) -> None:
    """End every connection to this database, as a restart does."""
    engine = create_engine(database_url(address), isolation_level="AUTOCOMMIT")
    others = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database()"
    with engine.connect() as connection:
        connection.execute(text(f"{others} AND pid <> pg_backend_pid()"))
    engine.dispose()


def test_no_error_repeats_what_was_being_stored(database: Database) -> None:
    def refused() -> None:
        with database.transaction() as transaction:
            values = {"one": "words of a guest", "now": "2026-11-23"}
            transaction.write(
                text(
                    "INSERT INTO web_session (id_hash, kind, data, created_at, seen_at, expires_at)"
                    " VALUES (:one, :one, '{}', :now, :now, :now)"
                ),
                values,
            )

    with pytest.raises(StoreError) as told:
        refused()
    assert "words of a guest" not in "".join(traceback.format_exception(told.value))


def test_a_database_that_cannot_be_reached_is_not_well(database: Database, address: str) -> None:
    assert database.is_well()
    url = make_url(address)
    nowhere = (
        "sqlite:////no/such/folder/x.db"
        if database.is_sqlite
        else url.set(database="nowhere").render_as_string(hide_password=False)
    )
    other = Database(nowhere, wait=SHORT)
    assert not other.is_well()
    with pytest.raises(StoreError):
        hired(other)
    with pytest.raises(StoreError):
        hire(other, "sam")
    other.close()


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "mysql://localhost/x", "oracle://x"])
def test_no_other_kind_of_database_is_taken(url: str) -> None:
    with pytest.raises(ValueError, match="sqlite:///"):
        Database(url)
