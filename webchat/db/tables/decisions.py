"""What people decided about guests, each with a reason; gone with the case."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, Table

from webchat.cases.words import Decided, Role, Sanction
from webchat.db.columns import Instant, Named, Words
from webchat.db.tables.metadata import metadata, one_of

# `lifts` is the id of the decision that this one ends, or empty.
decision = Table(
    "decision",
    metadata,
    Column("id", Words, primary_key=True),
    Column("case_id", Words, ForeignKey("case_.id", ondelete="CASCADE"), nullable=False),
    Column("charity", Words, nullable=False),
    Column("kind", Named(Sanction), nullable=False),
    Column("until", Date),
    Column("review_on", Date, nullable=False),
    Column("tells", Words, nullable=False),
    Column("state", Named(Decided), nullable=False),
    Column("lifts", Words, nullable=False),
    one_of("kind", Sanction),
    one_of("state", Decided),
    Index(None, "case_id"),
    Index(None, "charity", "state", "review_on"),
)

# Nobody speaks twice on one decision.
voice = Table(
    "voice",
    metadata,
    Column("decision", Words, ForeignKey("decision.id", ondelete="CASCADE"), primary_key=True),
    Column("staff_id", Words, ForeignKey("staff.id"), primary_key=True),
    Column("seat", Integer, nullable=False),
    Column("role", Named(Role), nullable=False),
    Column("agrees", Boolean, nullable=False),
    Column("reason", Words, nullable=False),
    Column("at", Instant, nullable=False),
)
