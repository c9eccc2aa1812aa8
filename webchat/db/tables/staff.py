"""Who works where, who has been invited, and who is here now."""

from enum import StrEnum

from sqlalchemy import Column, ForeignKey, Index, Table, text

from webchat.db.columns import Data, Instant, Named, Words
from webchat.db.tables.metadata import metadata, one_of


class Visitor(StrEnum):
    """Whose a session is."""

    GUEST = "guest"
    STAFF = "staff"


# `email` is kept in small letters. Who has stopped working here keeps their row: the timeline names them.
staff = Table(
    "staff",
    metadata,
    Column("id", Words, primary_key=True),
    Column("email", Words, nullable=False, unique=True),
    Column("name", Words, nullable=False),
    Column("password_hash", Words, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("signed_in_at", Instant),
    Column("stopped_at", Instant),
)

membership = Table(
    "membership",
    metadata,
    Column("staff", Words, ForeignKey("staff.id"), primary_key=True),
    Column("charity", Words, primary_key=True),
    Column("roles", Data, nullable=False),
    Column("line_manager", Words, nullable=False),
    Column("last_used_at", Instant),
    Index(None, "charity"),
)

# `id_hash` is the SHA-256 of what the cookie or the letter holds; that itself is never stored.
web_session = Table(
    "web_session",
    metadata,
    Column("id_hash", Words, primary_key=True),
    Column("kind", Named(Visitor), nullable=False),
    Column("staff", Words, ForeignKey("staff.id")),
    Column("data", Data, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("seen_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    one_of("kind", Visitor),
    Index(None, "kind", "seen_at"),
    Index(None, "expires_at"),
    Index("ix_web_session_staff", "staff", sqlite_where=text("staff IS NOT NULL"),
          postgresql_where=text("staff IS NOT NULL")),
)  # fmt: skip

invite = Table(
    "invite",
    metadata,
    Column("id_hash", Words, primary_key=True),
    Column("email", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("charity", Words, nullable=False),
    Column("roles", Data, nullable=False),
    Column("line_manager", Words, nullable=False),
    Column("made_by", Words, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("used_at", Instant),
)
