"""Columns as migrations write them. Only ever added to: a migration that has run stays as it was."""

from typing import Any

import sqlalchemy as sa
from alembic import op


def words(name: str, nullable: bool = False, **more: Any) -> sa.Column[str]:
    """Text of any length."""
    return sa.Column(name, sa.Text(), nullable=nullable, **more)


def instant(name: str, nullable: bool = False) -> sa.Column[Any]:
    """A time with its zone."""
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def data(name: str) -> sa.Column[Any]:
    """Plain JSON values."""
    return sa.Column(name, sa.JSON(), nullable=False)


def count(name: str, nullable: bool = False, **more: Any) -> sa.Column[int]:
    """A whole number."""
    return sa.Column(name, sa.Integer(), nullable=nullable, **more)


def place() -> sa.Column[int]:
    """A row's place in the order of writing, given by the database."""
    return sa.Column("place", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False)


def case_id() -> sa.Column[str]:
    """The case a row belongs to; `of_case` is its constraint."""
    return sa.Column("case_id", sa.Text(), nullable=False)


def of_case(table: str) -> sa.ForeignKeyConstraint:
    """What belongs to a case goes with it."""
    return sa.ForeignKeyConstraint(
        ["case_id"], ["case_.id"], name=f"fk_{table}_case_id_case_", ondelete="CASCADE"
    )


def one_of(table: str, column: str, *allowed: str) -> sa.CheckConstraint:
    """A column that holds one of these words and nothing else."""
    listed = ", ".join(f"'{word}'" for word in allowed)
    return sa.CheckConstraint(f"{column} IN ({listed})", name=op.f(f"ck_{table}_{column}"))


def index(name: str, table: str, *columns: str, where: str = "") -> None:
    """An index, of some rows only where `where` says which."""
    some = sa.text(where) if where else None
    op.create_index(name, table, list(columns), sqlite_where=some, postgresql_where=some)
