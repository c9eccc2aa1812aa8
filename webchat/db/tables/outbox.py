"""The only queue: what is to be done after a change is safely stored (design.md, How words travel 6)."""

from enum import StrEnum

from sqlalchemy import Column, Index, Integer, Table, text

from webchat.db.columns import Data, Instant, Named, Words
from webchat.db.tables.metadata import metadata, one_of


class Fate(StrEnum):
    """What has become of an errand. `given_up` is a task at the desk: a person must see to it."""

    WAITING = "waiting"
    DONE = "done"
    GIVEN_UP = "given_up"


WAITING = text("fate = 'waiting'")
GIVEN_UP = text("fate = 'given_up'")

# `not_before` never moves; `next_try_at` does. A lease is one worker's until `leased_until`.
outbox = Table(
    "outbox",
    metadata,
    Column("key", Words, primary_key=True),
    Column("kind", Words, nullable=False),
    Column("charity", Words, nullable=False),
    Column("payload", Data, nullable=False),
    Column("not_before", Instant, nullable=False),
    Column("fate", Named(Fate), nullable=False),
    Column("next_try_at", Instant, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("leased_by", Words, nullable=False),
    Column("leased_until", Instant),
    Column("first_tried_at", Instant),
    Column("last_fault", Words, nullable=False),
    Column("ended_at", Instant),
    one_of("fate", Fate),
    Index("ix_outbox_waiting", "next_try_at", "key", sqlite_where=WAITING, postgresql_where=WAITING),
    Index("ix_outbox_given_up", "charity", sqlite_where=GIVEN_UP, postgresql_where=GIVEN_UP),
)
