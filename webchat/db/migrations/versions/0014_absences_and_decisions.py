"""Who is away, until when, and who stands in; and what people decided about guests."""

import sqlalchemy as sa
from alembic import op

from webchat.db.migrations.plain import case_id, count, index, instant, of_case, one_of, words

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add them: nobody has said so far that they are away, and nothing was decided here."""
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
    op.add_column("case_", sa.Column("deciding", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table(
        "decision",
        words("id"),
        case_id(),
        words("charity"),
        words("kind"),
        sa.Column("until", sa.Date()),
        sa.Column("review_on", sa.Date(), nullable=False),
        words("tells"),
        words("state"),
        words("lifts"),
        of_case("decision"),
        one_of("decision", "kind", "contact_ended", "barred_until", "barred_for_ever"),
        one_of("decision", "state", "proposed", "holds", "refused", "lifted"),
        sa.PrimaryKeyConstraint("id", name="pk_decision"),
    )
    index("ix_decision_case_id", "decision", "case_id")
    index("ix_decision_charity_state_review_on", "decision", "charity", "state", "review_on")
    op.create_table(
        "voice",
        words("decision"),
        words("staff_id"),
        count("seat"),
        words("role"),
        sa.Column("agrees", sa.Boolean(), nullable=False),
        words("reason"),
        instant("at"),
        sa.ForeignKeyConstraint(
            ["decision"], ["decision.id"], name="fk_voice_decision_decision", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_voice_staff_id_staff"),
        sa.PrimaryKeyConstraint("decision", "staff_id", name="pk_voice"),
    )


def downgrade() -> None:
    """Forget them."""
    op.drop_table("voice")
    op.drop_table("decision")
    op.drop_column("case_", "deciding")
    op.drop_table("absence")
