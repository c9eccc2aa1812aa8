"""Writes after a failure, and what a write tells."""

import pytest
from sqlalchemy import insert, update

from tests.builders.cases import MONDAY
from tests.db.test_transaction import hire, hired
from webchat.db.database import Database
from webchat.db.errors import AlreadyThere, TransactionClosed
from webchat.db.tables import staff


def test_after_a_failure_the_next_transaction_works(database: Database) -> None:
    hire(database, "sam")
    for _ in range(3):
        with pytest.raises(AlreadyThere):
            hire(database, "sam")
    hire(database, "amina")
    assert hired(database) == ["amina", "sam"]


def test_a_write_says_how_many_rows_it_touched(database: Database) -> None:
    hire(database, "sam")
    hire(database, "amina")
    with database.transaction() as transaction:
        assert transaction.write(update(staff).where(staff.c.id == "sam").values(name="Sam")) == 1
        assert transaction.write(update(staff).where(staff.c.id == "nobody").values(name="")) == 0
        assert transaction.write(update(staff).values(name="")) == 2


def test_what_is_written_as_a_part_goes_with_the_whole(database: Database) -> None:
    with database.transaction():
        hire_as_a_part(database, "sam")
    assert hired(database) == ["sam"]

    def fail() -> None:
        with database.transaction():
            hire_as_a_part(database, "amina")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert hired(database) == ["sam"]


def test_a_part_that_stands_alone_is_a_transaction_of_its_own(database: Database) -> None:
    hire_as_a_part(database, "sam")
    with pytest.raises(AlreadyThere):
        hire_as_a_part(database, "sam")
    assert hired(database) == ["sam"]


def test_a_part_that_failed_takes_the_whole_with_it_even_if_nobody_says_so(database: Database) -> None:
    hire(database, "sam")

    def swallow_the_fault() -> None:
        with database.transaction():
            hire_as_a_part(database, "amina")
            with pytest.raises(AlreadyThere):
                hire_as_a_part(database, "sam")
            with pytest.raises(TransactionClosed):
                hire_as_a_part(database, "lee")

    with pytest.raises(TransactionClosed):
        swallow_the_fault()
    assert hired(database) == ["sam"]


def test_half_of_a_part_is_never_kept(database: Database) -> None:
    def stop_half_way() -> None:
        with database.transaction(), pytest.raises(KeyError), database.writing() as transaction:  # noqa: PT012
            transaction.write(insert(staff), a_row("sam"))
            raise KeyError

    with pytest.raises(TransactionClosed):
        stop_half_way()
    assert hired(database) == []


def a_row(name: str) -> dict[str, object]:
    return {"id": name, "email": name, "name": name, "password_hash": "", "created_at": MONDAY}


def hire_as_a_part(database: Database, name: str) -> None:
    """Write one row as a part of whatever this is in."""
    with database.writing() as transaction:
        transaction.write(insert(staff), a_row(name))
