"""Cases passed on to a colleague, with the note that goes along."""

import sqlalchemy as sa
from alembic import op

from webchat.db.migrations.plain import case_id, index, instant, of_case, one_of, place, words

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_WAITING = "answer = 'waiting'"


def upgrade() -> None:
    """Add them: no case so far was offered to anybody."""
    op.create_table(
        "passing",
        place(),
        words("id"),
        case_id(),
        words("charity"),
        words("giver"),
        words("taker"),
        words("why"),
        words("note"),
        instant("at"),
        words("answer"),
        words("reply"),
        of_case("passing"),
        one_of("passing", "answer", "waiting", "accepted", "declined", "taken_back", "lapsed"),
        sa.PrimaryKeyConstraint("place", name="pk_passing"),
        sa.UniqueConstraint("id", name="uq_passing_id"),
    )
    index("ix_passing_case_id_place", "passing", "case_id", "place")
    some = sa.text(_WAITING)
    op.create_index(
        "ix_passing_waiting", "passing", ["case_id"], unique=True, sqlite_where=some, postgresql_where=some
    )
    index("ix_passing_taker", "passing", "charity", "taker", "place", where=_WAITING)


def downgrade() -> None:
    """Forget them: every case stays with whoever has it."""
    op.drop_table("passing")
