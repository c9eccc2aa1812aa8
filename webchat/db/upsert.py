"""Insert or update, as each of the two databases says it."""

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import Insert

from webchat.db.database import Database


def insert_or_update(database: Database, table: Table, key: list[str], changing: list[str]) -> Insert:
    """An insert which, where a row with this key exists, changes these columns of it instead."""
    if database.is_sqlite:
        lite = sqlite.insert(table)
        return lite.on_conflict_do_update(
            index_elements=key, set_={name: lite.excluded[name] for name in changing}
        )
    post = postgresql.insert(table)
    return post.on_conflict_do_update(
        index_elements=key, set_={name: post.excluded[name] for name in changing}
    )


def insert_once(database: Database, table: Table, key: list[str]) -> Insert:
    """An insert that leaves a row which is already there as it is."""
    if database.is_sqlite:
        return sqlite.insert(table).on_conflict_do_nothing(index_elements=key)
    return postgresql.insert(table).on_conflict_do_nothing(index_elements=key)
