"""Conversations that their guests keep for later."""

import sqlalchemy as sa
from alembic import op

from webchat.db.migrations.plain import data, index, instant, words

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table: so far nothing was kept."""
    op.create_table(
        "draft",
        words("conversation"),
        words("charity"),
        words("reference"),
        words("code_hash"),
        words("sealed_code"),
        data("typed"),
        instant("until"),
        sa.ForeignKeyConstraint(
            ["conversation"],
            ["conversation.id"],
            name="fk_draft_conversation_conversation",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("conversation", name="pk_draft"),
        sa.UniqueConstraint("charity", "reference", name="uq_draft_charity_reference"),
    )
    index("ix_draft_until", "draft", "until")


def downgrade() -> None:
    """Forget what was kept, with the conversations that no session holds any more."""
    kept = "SELECT conversation FROM draft"
    sent = "SELECT conversation FROM case_"
    op.execute(
        f"DELETE FROM conversation WHERE session IS NULL AND id IN ({kept}) AND id NOT IN ({sent})"
    )
    op.drop_table("draft")
