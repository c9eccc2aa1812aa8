"""What cases are found by, kept as keyed marks: no word can be read from them (design.md, Erasure)."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Table

from webchat.db.columns import Place, Words
from webchat.db.tables.metadata import metadata

# Each case in the order of coming. `rule` names the rule and the key of its marks, empty without them.
filed = Table(
    "filed",
    metadata,
    Column("place", Place, primary_key=True),
    Column("case_id", Words, ForeignKey("case_.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("rule", Words, nullable=False),
    Index(None, "rule"),
)

mark = Table(
    "mark",
    metadata,
    Column("mark", BigInteger, primary_key=True, autoincrement=False),
    Column("filed", Place, ForeignKey("filed.place", ondelete="CASCADE"), primary_key=True),
    Index(None, "filed"),
    # The rows themselves in the order of the key: half the disk, and one look-up less.
    sqlite_with_rowid=False,
)
