"""Conversations with the chat: one row each, one row a turn. One SELECT to load, two writes to move on."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, ScalarSelect, bindparam, func, insert, select, update

from webchat.cases.errors import Stale
from webchat.db.database import Database
from webchat.db.errors import AlreadyThere
from webchat.db.tables import conversation, turn

HIGHEST = 2**31 - 1  # the largest number a PostgreSQL integer holds
_TRIES = 20


@dataclass(frozen=True, slots=True)
class Conversation:
    """One conversation of one session at one charity. `seq` is its last turn's, 0 before the first."""

    id: str
    session: str
    charity: str
    number: int
    lang: str
    state: Mapping[str, Any]
    seq: int
    created_at: datetime
    touched_at: datetime


@dataclass(frozen=True, slots=True)
class Turn:
    """One exchange: what was heard and what was said, as JSON; `seq` counts from 1."""

    seq: int
    heard: Any
    says: Any
    at: datetime


_ONE = select(conversation).where(
    conversation.c.session == bindparam("session"),
    conversation.c.charity == bindparam("charity"),
    conversation.c.number == bindparam("number"),
)
_NEWEST = select(func.max(conversation.c.number).label("number")).where(
    conversation.c.session == bindparam("session"), conversation.c.charity == bindparam("charity")
)
_MOVE_ON = (
    update(conversation)
    .where(conversation.c.id == bindparam("one"), conversation.c.seq == bindparam("read_seq"))
    .values({name: bindparam(name) for name in ("seq", "state", "touched_at")})
)
_MOVE_ON_IN = _MOVE_ON.values(lang=bindparam("lang"))
_SAY = insert(turn)


class Conversations:
    """Every conversation. `session` is the hash of a guest's session, never what their cookie holds."""

    def __init__(self, database: Database, new_id: Callable[[], str] = lambda: secrets.token_hex(16)) -> None:
        self._database = database
        self._new_id = new_id

    def start(
        self, session: str, charity: str, lang: str, state: Mapping[str, Any], now: datetime
    ) -> Conversation:
        """A new conversation, with the next number of this session at this charity."""
        made = Conversation(self._new_id(), session, charity, 0, lang, state, 0, now, now)
        row = {**_row(made), "number": _next_number(session, charity)}
        new = insert(conversation).values(row).returning(conversation.c.number)
        for _ in range(_TRIES):
            try:
                with self._database.transaction() as transaction:
                    [given] = transaction.rows(new)
            except AlreadyThere:
                continue  # another tab was given this number at the same moment
            return replace(made, number=given.number)
        raise Stale(session)

    def get(self, session: str, charity: str, number: int) -> Conversation | None:
        """One conversation; None where this session has none of that number here."""
        if not 0 < number <= HIGHEST:
            return None
        row = self._database.first(_ONE, {"session": session, "charity": charity, "number": number})
        return conversation_in(row) if row else None

    def newest(self, session: str, charity: str) -> int:
        """The number of the conversation that this session began last at this charity; 0 for none."""
        row = self._database.first(_NEWEST, {"session": session, "charity": charity})
        return (row.number or 0) if row else 0

    def of_session(self, session: str) -> Sequence[Conversation]:
        """Every conversation of a session, at whichever charity, the newest first."""
        mine = select(conversation).where(conversation.c.session == session)
        rows = self._database.rows(mine.order_by(conversation.c.created_at.desc()))
        return [conversation_in(row) for row in rows]

    def by_id(self, charity: str, conversation_id: str) -> Conversation | None:
        """The conversation a case came from, for the desk."""
        wanted = select(conversation).where(
            conversation.c.id == conversation_id, conversation.c.charity == charity
        )
        row = self._database.first(wanted)
        return conversation_in(row) if row else None

    def turns(self, conversation_id: str) -> Sequence[Turn]:
        """What was said so far, the first turn first."""
        wanted = select(turn).where(turn.c.conversation == conversation_id).order_by(turn.c.seq)
        return [Turn(row.seq, row.heard, row.says, row.at) for row in self._database.rows(wanted)]

    def advance(
        self, read: Conversation, done: Turn, state: Mapping[str, Any], lang: str | None = None
    ) -> Conversation:
        """Store the next turn and the state after it; the conversation as it is now.

        Without `lang` the language stays as it is, also when another page has changed it meanwhile.
        Raises Stale when it has moved on since it was read: another page or a second tap was quicker.
        """
        if done.seq != read.seq + 1:
            raise Stale(read.id)
        after = replace(
            read, seq=done.seq, state=state, lang=lang if lang is not None else read.lang, touched_at=done.at
        )
        moved = {"seq": after.seq, "state": after.state, "touched_at": after.touched_at}
        move_on = _MOVE_ON
        if lang is not None:
            move_on, moved["lang"] = _MOVE_ON_IN, lang
        said = {"conversation": read.id, "seq": done.seq, "heard": done.heard, "says": done.says}
        try:
            with self._database.writing() as transaction:
                in_time = transaction.write(move_on, {**moved, "one": read.id, "read_seq": read.seq}) == 1
                if in_time:
                    transaction.write(_SAY, {**said, "at": done.at})
        except AlreadyThere:
            raise Stale(read.id) from None
        if not in_time:
            raise Stale(read.id)
        return after

    def set_lang(self, conversation_id: str, lang: str) -> None:
        """Change the language that everything in it is worded in."""
        with self._database.transaction() as transaction:
            one = conversation.c.id == conversation_id
            transaction.write(update(conversation).where(one).values(lang=lang))


def _next_number(session: str, charity: str) -> ScalarSelect[int]:
    highest = select(func.coalesce(func.max(conversation.c.number), 0) + 1)
    mine = highest.where(conversation.c.session == session, conversation.c.charity == charity)
    return mine.scalar_subquery()


def _row(one: Conversation) -> dict[str, Any]:
    return {
        "id": one.id,
        "session": one.session,
        "charity": one.charity,
        "number": one.number,
        "lang": one.lang,
        "state": one.state,
        "seq": one.seq,
        "created_at": one.created_at,
        "touched_at": one.touched_at,
    }


def conversation_in(row: Row[Any]) -> Conversation:
    """The conversation that a row with its columns holds."""
    return Conversation(
        row.id,
        row.session or "",
        row.charity,
        row.number,
        row.lang,
        row.state,
        row.seq,
        row.created_at,
        row.touched_at,
    )
