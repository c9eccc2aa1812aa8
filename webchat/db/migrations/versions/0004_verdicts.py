"""How well we did, as a guest says once their case is closed."""

from alembic import op

from webchat.db.migrations.plain import index, words

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add it: nobody has been asked so far."""
    op.add_column("case_", words("verdict", nullable=True))
    op.add_column("case_", words("verdict_words", server_default=""))
    index("ix_case_judged", "case_", "charity", "about", "verdict", where="verdict IS NOT NULL")


def downgrade() -> None:
    """Forget what was said."""
    op.drop_index("ix_case_judged", "case_")
    op.drop_column("case_", "verdict_words")
    op.drop_column("case_", "verdict")
