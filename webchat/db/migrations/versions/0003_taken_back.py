"""When a guest took back what they sent."""

from alembic import op

from webchat.db.migrations.plain import instant

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add it: no case so far was taken back."""
    op.add_column("case_", instant("taken_back_at", nullable=True))


def downgrade() -> None:
    """Forget it: such a case stays closed."""
    op.drop_column("case_", "taken_back_at")
