"""Who is away, until when, and who stands in."""

import sqlalchemy as sa
from alembic import op

from webchat.db.migrations.plain import index, instant, words

revision = "0014"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add it: nobody has said so far that they are away."""
    op.create_table(
        "absence",
        words("id"),
        words("charity"),
        words("staff_id"),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("back", sa.Date(), nullable=False),
        words("substitute"),
        words("said_by"),
        instant("said_at"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_absence_staff_id_staff"),
        sa.PrimaryKeyConstraint("id", name="pk_absence"),
    )
    index("ix_absence_charity_back", "absence", "charity", "back")


def downgrade() -> None:
    """Forget it."""
    op.drop_table("absence")
