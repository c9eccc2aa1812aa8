"""A database that was upgraded has exactly the tables of the program; every step goes up and down."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect

from tests.builders.cases import MONDAY, OnePolicy, a_policy, an_opening
from webchat.cases.casework import Casework
from webchat.cases.words import Consent
from webchat.db.cases import Cases
from webchat.db.database import Database
from webchat.db.engines import database_url, migrating
from webchat.db.tables import metadata
from webchat.db.upgrade import downgrade, newest, revision_of, upgrade

VERSIONS = Path(__file__).parents[2] / "webchat" / "db" / "migrations" / "versions"
NUMBERS = sorted(file.name[:4] for file in VERSIONS.glob("[0-9]*.py"))


def everything_in(address: str) -> dict[str, Any]:
    """Every table with its columns, indexes and rules, as the database itself tells them."""
    with migrating(database_url(address)).connect() as connection:
        looked = inspect(connection)
        return {
            table: {
                "columns": [{**one, "type": str(one["type"])} for one in looked.get_columns(table)],
                "indexes": sorted(looked.get_indexes(table), key=lambda one: str(one["name"])),
                "checks": sorted(looked.get_check_constraints(table), key=lambda one: str(one["name"])),
                "uniques": sorted(looked.get_unique_constraints(table), key=lambda one: str(one["name"])),
                "keys": sorted(looked.get_foreign_keys(table), key=lambda one: str(one["name"])),
                "primary": looked.get_pk_constraint(table),
            }
            for table in sorted(looked.get_table_names())
            if table != "alembic_version"
        }


def comparable(found: dict[str, Any]) -> str:
    return re.sub(r" object at 0x\w+", "", str(found))


def test_alembic_sees_no_difference_between_migrations_and_tables(address: str) -> None:
    with migrating(database_url(address)).connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_nor_does_the_database_itself(empty_address: str) -> None:
    """Alembic compares neither the rules on values nor which rows an index is of."""
    url = database_url(empty_address)
    upgrade(url)
    migrated = everything_in(empty_address)
    downgrade(url, "base")
    metadata.create_all(migrating(url))
    assert set(migrated) == set(metadata.tables)
    assert comparable(migrated) == comparable(everything_in(empty_address))


@pytest.mark.parametrize("number", NUMBERS)
def test_each_step_goes_up_down_and_up_again(empty_address: str, number: str) -> None:
    url = database_url(empty_address)
    upgrade(url, number)
    there = everything_in(empty_address)
    downgrade(url, "base" if number == NUMBERS[0] else NUMBERS[NUMBERS.index(number) - 1])
    assert everything_in(empty_address) != there
    upgrade(url, number)
    assert comparable(everything_in(empty_address)) == comparable(there)


def test_all_the_way_down_leaves_nothing(empty_address: str) -> None:
    url = database_url(empty_address)
    upgrade(url)
    downgrade(url, "base")
    assert everything_in(empty_address) == {}
    assert revision_of(url) is None


def test_an_upgrade_that_has_been_made_is_not_made_again(address: str) -> None:
    url = database_url(address)
    before = everything_in(address)
    upgrade(url)
    assert revision_of(url) == newest() == NUMBERS[-1]
    assert comparable(everything_in(address)) == comparable(before)


def test_migrations_are_numbered_without_a_gap() -> None:
    assert [f"{place:04}" for place in range(1, len(NUMBERS) + 1)] == NUMBERS
    named = [file.name for file in VERSIONS.glob("*.py") if not re.fullmatch(r"\d{4}_[a-z_]+\.py", file.name)]
    assert named == []


def test_what_was_told_of_agreement_before_limits_the_writer_from_now_on(
    address: str, open_database: Callable[..., Database]
) -> None:
    url, database = database_url(address), open_database()
    told = {
        "someone": (("for_whom", "someone"), ("for_agrees", "no")),
        "me": (("for_whom", "me"),),
        "nobody": (),
    }
    work = Casework(Cases(database), OnePolicy(a_policy()))
    ids = {name: work.open(an_opening(answers=answers), MONDAY).id for name, answers in told.items()}
    downgrade(url, "0005")
    upgrade(url)
    cases = {name: Cases(database).case("kind-place", one) for name, one in ids.items()}
    assert {name: one and one.consent for name, one in cases.items()} == {
        "someone": Consent.SAID_NO, "me": None, "nobody": None,
    }  # fmt: skip
