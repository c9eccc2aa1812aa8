"""Writes after a failure, and what a write tells."""

import pytest
from sqlalchemy import update

from tests.db.test_transaction import hire, hired
from webchat.db.database import Database
from webchat.db.errors import AlreadyThere
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
