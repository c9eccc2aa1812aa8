"""What staff tell of an agreed time, meetings that were held, and calendars that are read elsewhere."""

import sqlalchemy as sa
from alembic import op

from webchat.db.migrations.plain import case_id, count, index, instant, of_case, one_of, words

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_WAYS = ("office", "home", "elsewhere", "phone", "video")
_COLUMNS = (
    "id, charity, case_id, offer, staff_id, way, starts_at, ends_at, minutes, seat, state, agreed_at"
)
_BOOKED = "state = 'booked'"


def _one(name: str, *columns: str) -> None:
    booked = sa.text(_BOOKED)
    op.create_index(
        name, "appointment", list(columns), unique=True, sqlite_where=booked, postgresql_where=booked
    )


def _may_be(*states: str) -> None:
    """Have `appointment.state` hold these words. SQLite changes no rule of a table: it is written anew."""
    if op.get_bind().dialect.name != "sqlite":
        listed = ", ".join(f"'{one}'" for one in states)
        op.drop_constraint(op.f("ck_appointment_state"), "appointment", type_="check")
        op.create_check_constraint(op.f("ck_appointment_state"), "appointment", f"state IN ({listed})")
        return
    for name in ("ix_appointment_seat", "ix_appointment_case", "ix_appointment_charity_ends_at"):
        op.drop_index(name, "appointment")
    op.rename_table("appointment", "appointment_before")
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
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_appointment_staff_id_staff"),
        one_of("appointment", "way", *_WAYS),
        one_of("appointment", "state", *states),
        sa.PrimaryKeyConstraint("id", name="pk_appointment"),
    )
    op.execute(f"INSERT INTO appointment ({_COLUMNS}) SELECT {_COLUMNS} FROM appointment_before")
    op.drop_table("appointment_before")
    _one("ix_appointment_seat", "offer", "starts_at", "seat")
    _one("ix_appointment_case", "case_id")
    index("ix_appointment_charity_ends_at", "appointment", "charity", "ends_at")


def upgrade() -> None:
    """Add them: nobody has been told of a change so far, no meeting was noted, nobody reads elsewhere."""
    op.add_column("message", instant("time_was", nullable=True))
    op.add_column("message", instant("time_is", nullable=True))
    _may_be("booked", "cancelled", "held")
    index("ix_appointment_held", "appointment", "case_id", where="state = 'held'")
    op.create_table(
        "calendar_feed",
        words("charity"),
        words("staff"),
        words("id_hash"),
        instant("made_at"),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name="fk_calendar_feed_staff_staff"),
        sa.PrimaryKeyConstraint("charity", "staff", name="pk_calendar_feed"),
        sa.UniqueConstraint("id_hash", name="uq_calendar_feed_id_hash"),
    )


def downgrade() -> None:
    """Forget them. A meeting that was held is one that takes place no more."""
    op.drop_table("calendar_feed")
    op.drop_index("ix_appointment_held", "appointment")
    op.execute("UPDATE appointment SET state = 'cancelled' WHERE state = 'held'")
    _may_be("booked", "cancelled")
    op.drop_column("message", "time_is")
    op.drop_column("message", "time_was")
