"""What guests say to the chat before anything is sent: conversations and their turns."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, UniqueConstraint

from webchat.db.columns import Data, Instant, Words
from webchat.db.tables.metadata import metadata

# `session` is the hash of the guest's session; null once that has ended and only what was sent is left.
conversation = Table(
    "conversation",
    metadata,
    Column("id", Words, primary_key=True),
    Column("session", Words),
    Column("charity", Words, nullable=False),
    Column("number", Integer, nullable=False),
    Column("lang", Words, nullable=False),
    Column("state", Data, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("touched_at", Instant, nullable=False),
    UniqueConstraint("session", "charity", "number"),
    Index(None, "touched_at"),
)

# A conversation that its guest keeps for later: it outlives its session until `until`.
draft = Table(
    "draft",
    metadata,
    Column("conversation", Words, ForeignKey("conversation.id", ondelete="CASCADE"), primary_key=True),
    Column("charity", Words, nullable=False),
    Column("reference", Words, nullable=False),
    Column("code_hash", Words, nullable=False),
    Column("sealed_code", Words, nullable=False),
    Column("typed", Data, nullable=False),
    Column("until", Instant, nullable=False),
    UniqueConstraint("charity", "reference"),
    Index(None, "until"),
)

turn = Table(
    "turn",
    metadata,
    Column("conversation", Words, ForeignKey("conversation.id", ondelete="CASCADE"), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("heard", Data, nullable=False),
    Column("says", Data, nullable=False),
    Column("at", Instant, nullable=False),
)
