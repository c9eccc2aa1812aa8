"""Whether the person agrees for whom somebody writes, and which words tell nothing of them."""

import json

import sqlalchemy as sa
from alembic import op

from webchat.db.migrations.plain import words

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_AS_TOLD = {"yes": "agreed", "no": "said_no", "not_asked": "not_asked", "cannot": "cannot_say"}


def upgrade() -> None:
    """Add both; what was told when a case was sent says how it stands with those that are there already."""
    op.add_column("case_", words("consent", nullable=True))
    op.add_column("message", sa.Column("neutral", sa.Boolean(), nullable=False, server_default=sa.false()))
    here = op.get_bind()
    for case_id, answers in here.execute(sa.text("SELECT id, answers FROM case_")).all():
        told = dict(json.loads(answers) if isinstance(answers, str) else answers)
        if told.get("for_whom") == "someone":
            state = _AS_TOLD.get(str(told.get("for_agrees")), "not_asked")
            values = {"state": state, "id": case_id}
            here.execute(sa.text("UPDATE case_ SET consent = :state WHERE id = :id"), values)


def downgrade() -> None:
    """Forget both. What was kept back would then be shown to whoever wrote: it goes."""
    op.execute("DELETE FROM message WHERE delivery = 'held'")
    op.drop_column("message", "neutral")
    op.drop_column("case_", "consent")
