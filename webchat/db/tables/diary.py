"""When staff can be met, when they cannot, and what is agreed with whom."""

from enum import StrEnum

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, Table, Time, text

from webchat.cases.words import Way
from webchat.db.columns import Data, Instant, Named, Words
from webchat.db.tables.metadata import metadata, one_of


class Agreed(StrEnum):
    """Whether a meeting still takes place, or has."""

    BOOKED = "booked"
    CANCELLED = "cancelled"
    HELD = "held"


# One row a person: whoever writes it first holds this person's diary until their transaction ends.
diary = Table(
    "diary",
    metadata,
    Column("charity", Words, primary_key=True),
    Column("staff_id", Words, ForeignKey("staff.id"), primary_key=True),
    Column("held_at", Instant, nullable=False),
)

# `on` holds dates in ISO form.
offer = Table(
    "offer",
    metadata,
    Column("id", Words, primary_key=True),
    Column("charity", Words, nullable=False),
    Column("staff_id", Words, ForeignKey("staff.id"), nullable=False),
    Column("way", Named(Way), nullable=False),
    Column("begins", Time, nullable=False),
    Column("ends", Time, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("people", Integer, nullable=False),
    Column("notice", Integer, nullable=False),
    Column("weekday", Integer),
    Column("first", Date),
    Column("last", Date),
    Column("on", Data, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("withdrawn_at", Instant),
    one_of("way", Way),
    Index("ix_offer_open", "charity", sqlite_where=text("withdrawn_at IS NULL"),
          postgresql_where=text("withdrawn_at IS NULL")),
)  # fmt: skip

# `staff_id` is empty where nobody can be met.
closure = Table(
    "closure",
    metadata,
    Column("id", Words, primary_key=True),
    Column("charity", Words, nullable=False),
    Column("staff_id", Words, nullable=False),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    Index(None, "charity", "last"),
)

# Who is away from `first`, and `back` on that date. `substitute` is empty where nobody stands in.
absence = Table(
    "absence",
    metadata,
    Column("id", Words, primary_key=True),
    Column("charity", Words, nullable=False),
    Column("staff_id", Words, ForeignKey("staff.id"), nullable=False),
    Column("first", Date, nullable=False),
    Column("back", Date, nullable=False),
    Column("substitute", Words, nullable=False),
    Column("said_by", Words, nullable=False),
    Column("said_at", Instant, nullable=False),
    Index(None, "charity", "back"),
)

# A place in a meeting is one row, and a case has one meeting at a time.
appointment = Table(
    "appointment",
    metadata,
    Column("id", Words, primary_key=True),
    Column("charity", Words, nullable=False),
    Column("case_id", Words, ForeignKey("case_.id", ondelete="CASCADE"), nullable=False),
    Column("offer", Words, ForeignKey("offer.id"), nullable=False),
    Column("staff_id", Words, ForeignKey("staff.id"), nullable=False),
    Column("way", Named(Way), nullable=False),
    Column("starts_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("seat", Integer, nullable=False),
    Column("state", Named(Agreed), nullable=False),
    Column("agreed_at", Instant, nullable=False),
    one_of("way", Way),
    one_of("state", Agreed),
    Index("ix_appointment_seat", "offer", "starts_at", "seat", unique=True,
          sqlite_where=text("state = 'booked'"), postgresql_where=text("state = 'booked'")),
    Index("ix_appointment_case", "case_id", unique=True,
          sqlite_where=text("state = 'booked'"), postgresql_where=text("state = 'booked'")),
    Index(None, "charity", "ends_at"),
    Index("ix_appointment_held", "case_id", sqlite_where=text("state = 'held'"),
          postgresql_where=text("state = 'held'")),
)  # fmt: skip

# Who reads their appointments in a calendar of their own. `id_hash` is the SHA-256 of the secret in its
# address; the secret itself is never stored. A new one takes the place of the one before.
calendar_feed = Table(
    "calendar_feed",
    metadata,
    Column("charity", Words, primary_key=True),
    Column("staff", Words, ForeignKey("staff.id"), primary_key=True),
    Column("id_hash", Words, nullable=False, unique=True),
    Column("made_at", Instant, nullable=False),
)
