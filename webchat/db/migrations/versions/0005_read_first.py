"""What the safeguarding lead reads first, who has read it, and from whom its words keep it."""

import sqlalchemy as sa
from alembic import op

from webchat.db.migrations.plain import index, instant, words

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_GUARDED = "kind = 'safeguarding' AND status = 'open' AND read_first_at IS NOT NULL"


def upgrade() -> None:
    """Add it: no case so far was marked."""
    op.add_column("case_", sa.Column("read_first", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("case_", instant("read_first_at", nullable=True))
    op.add_column("case_", words("read_first_by", server_default=""))
    op.add_column("case_", sa.Column("kept_from", sa.JSON(), nullable=False, server_default="[]"))
    unread = "read_first AND read_first_at IS NULL"
    index("ix_case_unread", "case_", "charity", "received_at", "id", where=unread)
    index("ix_case_guarded", "case_", "charity", "received_at", "id", where=_GUARDED)


def downgrade() -> None:
    """Forget the marks. A safeguarding case would then be an ordinary one, for everybody to see: it goes."""
    op.drop_index("ix_case_guarded", "case_")
    op.drop_index("ix_case_unread", "case_")
    op.execute("DELETE FROM case_ WHERE kind = 'safeguarding'")
    for name in ("kept_from", "read_first_by", "read_first_at", "read_first"):
        op.drop_column("case_", name)
