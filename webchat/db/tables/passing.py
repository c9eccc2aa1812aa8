"""Cases passed on, in the words of `webchat/cases/people/passing.py`."""

from sqlalchemy import Column, ForeignKey, Index, Table, text

from webchat.cases.people.passing import Answer, Because
from webchat.db.columns import Instant, Named, Place, Words
from webchat.db.tables.metadata import metadata, one_of

WAITING = text("answer = 'waiting'")

passing = Table(
    "passing",
    metadata,
    Column("place", Place, primary_key=True),
    Column("id", Words, nullable=False, unique=True),
    Column("case_id", Words, ForeignKey("case_.id", ondelete="CASCADE"), nullable=False),
    Column("charity", Words, nullable=False),
    Column("giver", Words, nullable=False),
    Column("taker", Words, nullable=False),
    Column("why", Named(Because), nullable=False),
    Column("note", Words, nullable=False),
    Column("at", Instant, nullable=False),
    Column("answer", Named(Answer), nullable=False),
    Column("reply", Words, nullable=False),
    one_of("answer", Answer),
    Index(None, "case_id", "place"),
)
# A case is offered to one person at a time.
Index("ix_passing_waiting", passing.c.case_id, unique=True, sqlite_where=WAITING, postgresql_where=WAITING)
Index(
    "ix_passing_taker",
    passing.c.charity,
    passing.c.taker,
    passing.c.place,
    sqlite_where=WAITING,
    postgresql_where=WAITING,
)
