"""Conversations that a guest keeps for later, found again by reference and code (design.md, Drafts)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, func, select, update

from webchat.db.database import Database
from webchat.db.tables import conversation, draft
from webchat.db.upsert import insert_or_update


@dataclass(frozen=True, slots=True)
class Draft:
    """A conversation kept for later. `typed` is what stood in the boxes of its page, by question.

    `sealed_code` shows the code to the session that kept it; `until` is when it is forgotten, aware.
    """

    conversation: str
    charity: str
    reference: str
    code_hash: str
    sealed_code: str
    typed: Mapping[str, Any]
    until: datetime


_COLUMNS = tuple(one.name for one in fields(Draft))


class Drafts:
    """Every draft."""

    def __init__(self, database: Database) -> None:
        self._database = database
        changing = ["code_hash", "sealed_code", "typed", "until"]
        self._first_or_again = insert_or_update(database, draft, ["conversation"], changing)

    def keep(self, one: Draft) -> None:
        """Keep it, or the same again. Raises AlreadyThere where another has its reference."""
        with self._database.writing() as transaction:
            transaction.write(self._first_or_again, {name: getattr(one, name) for name in _COLUMNS})

    def of_conversation(self, conversation_id: str, now: datetime) -> Draft | None:
        """The draft of a conversation that is kept now."""
        return self._one(draft.c.conversation == conversation_id, draft.c.until > now)

    def by_reference(self, charity: str, reference: str, now: datetime) -> Draft | None:
        """The draft with this reference that is kept now."""
        return self._one(draft.c.charity == charity, draft.c.reference == reference, draft.c.until > now)

    def among(self, conversations: Collection[str], now: datetime) -> Mapping[str, Draft]:
        """Those of some conversations that are kept now, by the conversation's id."""
        mine = (draft.c.conversation.in_(list(conversations)), draft.c.until > now)
        rows = self._database.rows(select(draft).where(*mine))
        return {row.conversation: _draft(row) for row in rows}

    def reopen(self, one: Draft, session: str) -> int | None:
        """Move the conversation into a session, out of any other; its number there.

        None where it has gone meanwhile.
        """
        mine = (conversation.c.session == session, conversation.c.charity == one.charity)
        wanted = conversation.c.id == one.conversation
        with self._database.transaction() as transaction:
            found = transaction.rows(select(conversation.c.session, conversation.c.number).where(wanted))
            if not found or found[0].session == session:
                return found[0].number if found else None
            newest = select(func.coalesce(func.max(conversation.c.number), 0).label("number")).where(*mine)
            number: int = transaction.rows(newest)[0].number + 1
            transaction.write(update(conversation).where(wanted).values(session=session, number=number))
            return number

    def drop(self, conversation_id: str) -> None:
        """Keep it no longer: it was sent. The conversation stays with its session."""
        with self._database.transaction() as transaction:
            transaction.write(delete(draft).where(draft.c.conversation == conversation_id))

    def _one(self, *where: Any) -> Draft | None:
        row = self._database.first(select(draft).where(*where))
        return _draft(row) if row else None


def _draft(row: Row[Any]) -> Draft:
    return Draft(**{name: row._mapping[name] for name in _COLUMNS})
