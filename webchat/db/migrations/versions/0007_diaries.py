"""When staff can be met, when they cannot, and what is agreed with whom."""

import sqlalchemy as sa
from alembic import op

from webchat.db.migrations.plain import case_id, count, data, index, instant, of_case, one_of, words

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_WAYS = ("office", "home", "elsewhere", "phone", "video")


def _of_staff(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=f"fk_{table}_staff_id_staff")


def _one(name: str, *columns: str) -> None:
    booked = sa.text("state = 'booked'")
    op.create_index(
        name, "appointment", list(columns), unique=True, sqlite_where=booked, postgresql_where=booked
    )


def upgrade() -> None:
    """Make the four tables: so far nothing was published."""
    op.create_table(
        "diary",
        words("charity"),
        words("staff_id"),
        instant("held_at"),
        _of_staff("diary"),
        sa.PrimaryKeyConstraint("charity", "staff_id", name="pk_diary"),
    )
    op.create_table(
        "offer",
        words("id"),
        words("charity"),
        words("staff_id"),
        words("way"),
        sa.Column("begins", sa.Time(), nullable=False),
        sa.Column("ends", sa.Time(), nullable=False),
        count("minutes"),
        count("people"),
        count("notice"),
        count("weekday", nullable=True),
        sa.Column("first", sa.Date(), nullable=True),
        sa.Column("last", sa.Date(), nullable=True),
        data("on"),
        instant("made_at"),
        instant("withdrawn_at", nullable=True),
        _of_staff("offer"),
        one_of("offer", "way", *_WAYS),
        sa.PrimaryKeyConstraint("id", name="pk_offer"),
    )
    index("ix_offer_open", "offer", "charity", where="withdrawn_at IS NULL")
    op.create_table(
        "closure",
        words("id"),
        words("charity"),
        words("staff_id"),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_closure"),
    )
    index("ix_closure_charity_last", "closure", "charity", "last")
    op.create_table(
        "appointment",
        words("id"),
        words("charity"),
        case_id(),
        words("offer"),
        words("staff_id"),
        words("way"),
        instant("starts_at"),
        instant("ends_at"),
        count("minutes"),
        count("seat"),
        words("state"),
        instant("agreed_at"),
        of_case("appointment"),
        sa.ForeignKeyConstraint(["offer"], ["offer.id"], name="fk_appointment_offer_offer"),
        _of_staff("appointment"),
        one_of("appointment", "way", *_WAYS),
        one_of("appointment", "state", "booked", "cancelled"),
        sa.PrimaryKeyConstraint("id", name="pk_appointment"),
    )
    _one("ix_appointment_seat", "offer", "starts_at", "seat")
    _one("ix_appointment_case", "case_id")
    index("ix_appointment_charity_ends_at", "appointment", "charity", "ends_at")


def downgrade() -> None:
    """Forget every diary; the cases stay."""
    for table in ("appointment", "closure", "offer", "diary"):
        op.drop_table(table)
