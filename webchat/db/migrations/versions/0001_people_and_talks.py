"""The first tables: staff, invitations, sessions, and conversations with their turns."""

import sqlalchemy as sa
from alembic import op

from webchat.db.migrations.plain import count, data, index, instant, one_of, words

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "staff",
        words("id"),
        words("email"),
        words("name"),
        words("password_hash"),
        instant("created_at"),
        instant("signed_in_at", nullable=True),
        instant("stopped_at", nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_staff"),
        sa.UniqueConstraint("email", name="uq_staff_email"),
    )
    op.create_table(
        "membership",
        words("staff"),
        words("charity"),
        data("roles"),
        words("line_manager"),
        instant("last_used_at", nullable=True),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name="fk_membership_staff_staff"),
        sa.PrimaryKeyConstraint("staff", "charity", name="pk_membership"),
    )
    index("ix_membership_charity", "membership", "charity")
    op.create_table(
        "web_session",
        words("id_hash"),
        words("kind"),
        words("staff", nullable=True),
        data("data"),
        instant("created_at"),
        instant("seen_at"),
        instant("expires_at"),
        one_of("web_session", "kind", "guest", "staff"),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name="fk_web_session_staff_staff"),
        sa.PrimaryKeyConstraint("id_hash", name="pk_web_session"),
    )
    index("ix_web_session_expires_at", "web_session", "expires_at")
    index("ix_web_session_kind_seen_at", "web_session", "kind", "seen_at")
    index("ix_web_session_staff", "web_session", "staff", where="staff IS NOT NULL")
    op.create_table(
        "invite",
        words("id_hash"),
        words("email"),
        words("name"),
        words("charity"),
        data("roles"),
        words("line_manager"),
        words("made_by"),
        instant("created_at"),
        instant("expires_at"),
        instant("used_at", nullable=True),
        sa.PrimaryKeyConstraint("id_hash", name="pk_invite"),
    )
    op.create_table(
        "conversation",
        words("id"),
        words("session", nullable=True),
        words("charity"),
        count("number"),
        words("lang"),
        data("state"),
        count("seq"),
        instant("created_at"),
        instant("touched_at"),
        sa.PrimaryKeyConstraint("id", name="pk_conversation"),
        sa.UniqueConstraint("session", "charity", "number", name="uq_conversation_session_charity_number"),
    )
    index("ix_conversation_touched_at", "conversation", "touched_at")
    op.create_table(
        "turn",
        words("conversation"),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        data("heard"),
        data("says"),
        instant("at"),
        sa.ForeignKeyConstraint(
            ["conversation"],
            ["conversation.id"],
            name="fk_turn_conversation_conversation",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("conversation", "seq", name="pk_turn"),
    )


def downgrade() -> None:
    """Take them away, those that point at others first; their indexes go with them."""
    for table in ("turn", "conversation", "invite", "web_session", "membership", "staff"):
        op.drop_table(table)
