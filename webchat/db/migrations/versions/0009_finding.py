"""What cases are found and sorted by. Marks need a key that no migration has: `webchat index` makes them."""

import sqlalchemy as sa
from alembic import op

from webchat.db.migrations.plain import case_id, index, of_case, place, words

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_OPEN, _DATED, _UNDATED = "status = 'open' AND", "next_due_at IS NOT NULL", "undated_since IS NOT NULL"
_LISTS = (
    ("dated", "next_due_at", f"{_OPEN} {_DATED}"),
    ("undated", "undated_since", f"{_OPEN} {_UNDATED}"),
    ("answered", "received_at", f"{_OPEN} next_due_at IS NULL AND undated_since IS NULL"),
    ("closed", "changed_at", "status = 'closed'"),
)
_SPECIAL = "(about <> 'nobody' OR read_first OR stage > 1)"
_SORTS = (("owner",), ("kind",), ("owner", "kind"))


def upgrade() -> None:
    """Make the tables, with every case so far in the order of coming and still without its marks."""
    op.create_table(
        "filed",
        place(),
        case_id(),
        words("rule"),
        of_case("filed"),
        sa.PrimaryKeyConstraint("place", name="pk_filed"),
        sa.UniqueConstraint("case_id", name="uq_filed_case_id"),
    )
    index("ix_filed_rule", "filed", "rule")
    op.create_table(
        "mark",
        sa.Column("mark", sa.BigInteger(), nullable=False),
        sa.Column("filed", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["filed"], ["filed.place"], name="fk_mark_filed_filed", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("mark", "filed", name="pk_mark"),
        sqlite_with_rowid=False,
    )
    index("ix_mark_filed", "mark", "filed")
    index("ix_case_sorts", "case_", "charity", "status", "kind", "owner")
    for name, at, where in _LISTS:
        for one in _SORTS:
            index(f"ix_case_{name}_{'_'.join(one)}", "case_", "charity", *one, at, "id", where=where)
        index(f"ix_case_{name}_special", "case_", "charity", at, "id", where=f"{where} AND {_SPECIAL}")
    index("ix_case_special", "case_", "charity", where=_SPECIAL)
    op.execute(
        "INSERT INTO filed (case_id, rule) SELECT id, '' FROM case_ ORDER BY received_at, id"
    )


def downgrade() -> None:
    """Forget the marks: they can be made again."""
    for name, _at, _where in _LISTS:
        for one in _SORTS:
            op.drop_index(f"ix_case_{name}_{'_'.join(one)}", "case_")
        op.drop_index(f"ix_case_{name}_special", "case_")
    op.drop_index("ix_case_special", "case_")
    op.drop_index("ix_case_sorts", "case_")
    op.drop_table("mark")
    op.drop_table("filed")
