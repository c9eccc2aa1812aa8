"""Who sits on the panel of an appeal, dates that were agreed, and actions that were promised."""

import sqlalchemy as sa
from alembic import op

from webchat.db.migrations.plain import case_id, index, instant, of_case, one_of, words

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add them: no panel was named so far, no date was agreed, no action was promised."""
    op.add_column("case_", sa.Column("panel", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("promise", words("agreed_by", nullable=True))
    op.create_table(
        "task",
        words("id"),
        case_id(),
        words("said"),
        words("what"),
        words("owner"),
        sa.Column("due_on", sa.Date(), nullable=False),
        words("made_by"),
        instant("made_at"),
        words("state"),
        words("settled_by"),
        instant("settled_at", nullable=True),
        words("words"),
        of_case("task"),
        one_of("task", "state", "open", "done", "dropped"),
        sa.PrimaryKeyConstraint("id", name="pk_task"),
    )
    index("ix_task_case_id_due_on", "task", "case_id", "due_on")
    index("ix_task_open", "task", "owner", "due_on", where="state = 'open'")
    index("ix_task_made_at", "task", "made_at")


def downgrade() -> None:
    """Forget them."""
    op.drop_table("task")
    op.drop_column("promise", "agreed_by")
    op.drop_column("case_", "panel")
