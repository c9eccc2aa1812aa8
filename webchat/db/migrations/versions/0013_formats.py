"""In which format something has to reach its guest, what became of what they need, and when to ask again."""

import sqlalchemy as sa
from alembic import op

from webchat.db.migrations.plain import case_id, count, index, instant, of_case, one_of, place, words

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_WAITS = "delivery IN ('to_make', 'to_post', 'to_say', 'no_answer', 'failed')"
_NEED = "place, case_id, field, value, told_at"
_STATES = ("told", "doubted", "unmet", "ended")


def _need_anew(*more: sa.schema.SchemaItem) -> None:
    """Write the table anew: SQLite adds no rule to one that is there."""
    op.drop_index("ix_need_case_id", "need")
    op.rename_table("need", "need_before")
    op.create_table(
        "need",
        place(),
        case_id(),
        words("field"),
        words("value"),
        instant("told_at"),
        *more,
        of_case("need"),
        sa.PrimaryKeyConstraint("place", name="pk_need"),
    )
    op.execute(f"INSERT INTO need ({_NEED}) SELECT {_NEED} FROM need_before")
    op.drop_table("need_before")
    index("ix_need_case_id", "need", "case_id")


def upgrade() -> None:
    """Add them: what is needed is still as it was told, and nothing written so far waits to be made."""
    op.add_column("message", words("formats", server_default=""))
    op.add_column("message", sa.Column("make_by", sa.Date()))
    op.add_column("message", words("plain_why", nullable=True))
    op.add_column("message", words("plain_words", server_default=""))
    index("ix_message_waits", "message", "case_id", where=_WAITS)
    more = (count("points", nullable=True), sa.Column("review_on", sa.Date()))
    state = words("state", server_default="told")
    if op.get_bind().dialect.name == "sqlite":
        _need_anew(*more, state, one_of("need", "state", *_STATES))
        return
    listed = ", ".join(f"'{one}'" for one in _STATES)
    for one in (*more, state):
        op.add_column("need", one)
    op.create_check_constraint(
        op.f("ck_need_state"), "need", f"state IN ({listed})"
    )


def downgrade() -> None:
    """Forget them. What waits to be made is a letter to post; what was taken away is no need."""
    op.drop_index("ix_message_waits", "message")
    op.execute("UPDATE message SET delivery = 'to_post' WHERE delivery = 'to_make'")
    op.execute("UPDATE message SET delivery = 'spoken' WHERE delivery IN ('handed_over', 'interpreted')")
    for one in ("plain_words", "plain_why", "make_by", "formats"):
        op.drop_column("message", one)
    op.execute("DELETE FROM need WHERE state = 'ended'")
    if op.get_bind().dialect.name == "sqlite":
        _need_anew()
        return
    op.drop_constraint(op.f("ck_need_state"), "need", type_="check")
    for name in ("state", "review_on", "points"):
        op.drop_column("need", name)
