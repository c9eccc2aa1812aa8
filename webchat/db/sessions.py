"""Sessions of guests and staff alike: rows of our own, found by the hash of an opaque token."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, and_, bindparam, delete, func, or_, select, update

from webchat.db.conversations import HIGHEST, Conversation, conversation_in
from webchat.db.database import Database
from webchat.db.tables import conversation, web_session
from webchat.db.tables.staff import Visitor
from webchat.db.unsent import forget_drafts, forget_unsent, forget_unsent_of_nobody
from webchat.db.upsert import insert_or_update


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a session lives: after the last thing done in it, and whatever is done."""

    idle: timedelta
    whole: timedelta


@dataclass(frozen=True, slots=True)
class Visited:
    """What a session holds, and the conversation of it that was asked for; None where it has none such."""

    data: Mapping[str, Any]
    conversation: Conversation | None


_talk = conversation.alias()
# The last turn of any of its conversations: a guest who answers is there, and no turn has to say so twice.
_talked_at = (
    select(func.max(_talk.c.touched_at))
    .where(_talk.c.session == web_session.c.id_hash)
    .correlate(web_session)
    .scalar_subquery()
)
_asked_for = and_(
    conversation.c.session == web_session.c.id_hash,
    conversation.c.charity == bindparam("charity"),
    conversation.c.number == bindparam("number"),
)
_ONE = (
    select(
        web_session.c.kind,
        web_session.c.data,
        web_session.c.seen_at,
        web_session.c.expires_at,
        _talked_at.label("talked_at"),
        conversation,
    )
    .select_from(web_session.outerjoin(conversation, _asked_for))
    .where(web_session.c.id_hash == bindparam("one"))
)
_CHANGING = ["kind", "staff", "data", "seen_at"]


class Sessions:
    """Every session. `id_hash` is the SHA-256 of the cookie's token; the token is never stored."""

    def __init__(self, database: Database, guests: Limits, staff: Limits) -> None:
        self._database = database
        self._limits = {Visitor.GUEST: guests, Visitor.STAFF: staff}
        self._first_or_again = insert_or_update(database, web_session, ["id_hash"], _CHANGING)

    def load(self, id_hash: str, now: datetime, charity: str = "", number: int = 0) -> Visited | None:
        """What a session holds, and one of its conversations if it is asked for, in one read.

        None when there is no such session, or it has been idle too long, or is over. It is idle since
        something was last kept in it or since the last turn of its conversations, whichever came later.
        """
        wanted = number if 0 < number <= HIGHEST else 0
        row = self._database.first(_ONE, {"one": id_hash, "charity": charity, "number": wanted})
        if row is None or row.expires_at <= now or _last_done(row) + self._limits[row.kind].idle <= now:
            return None
        return Visited(row.data, conversation_in(row) if row.id is not None else None)

    def save(self, id_hash: str, data: Mapping[str, Any], now: datetime, first: bool = True) -> bool:
        """Store what a session holds; one with a "staff_id" in it is a member of staff's.

        With `first=False` a row that has gone meanwhile (sign out everywhere, "Leave this page") is not
        made again by a request that was still on its way. Tells whether it was stored.
        """
        staff_id = data.get("staff_id") or None
        kind = Visitor.STAFF if staff_id else Visitor.GUEST
        values = {"kind": kind, "staff": staff_id, "data": data, "seen_at": now}
        with self._database.writing() as transaction:
            if not first:
                mine = web_session.c.id_hash == id_hash
                return transaction.write(update(web_session).where(mine).values(values)) == 1
            over = now + self._limits[kind].whole
            row = {**values, "id_hash": id_hash, "created_at": now, "expires_at": over}
            transaction.write(self._first_or_again, row)  # PostgreSQL does not count rows of an upsert
            return True

    def delete(self, id_hash: str) -> None:
        """End a session, and with it every word its guest has not sent."""
        with self._database.transaction() as transaction:
            forget_unsent(transaction, [id_hash])
            transaction.write(delete(web_session).where(web_session.c.id_hash == id_hash))

    def delete_staff(self, staff_id: str, but: str = "") -> int:
        """Sign a member of staff out everywhere, but for one session if given; how many there were."""
        theirs = and_(web_session.c.staff == staff_id, web_session.c.id_hash != but)
        with self._database.transaction() as transaction:
            return transaction.write(delete(web_session).where(theirs))

    def purge(self, now: datetime) -> int:
        """Delete what has been idle too long or is over, and the words never sent in it; how many."""
        idle = [
            and_(
                web_session.c.kind == kind,
                web_session.c.seen_at <= now - limits.idle,
                or_(_talked_at.is_(None), _talked_at <= now - limits.idle),
            )
            for kind, limits in self._limits.items()
        ]
        over = or_(web_session.c.expires_at <= now, *idle)
        with self._database.transaction() as transaction:
            gone = [
                row.id_hash
                for row in transaction.rows(select(web_session.c.id_hash).where(over).with_for_update())
            ]
            forget_unsent(transaction, gone)
            forget_unsent_of_nobody(transaction, now - self._limits[Visitor.GUEST].idle)
            forget_drafts(transaction, now)
            if gone:
                mine = web_session.c.id_hash.in_(gone)
                transaction.write(delete(web_session).where(mine))
        return len(gone)


def _last_done(row: Row[Any]) -> datetime:
    seen_at: datetime = row.seen_at
    return max(seen_at, row.talked_at) if row.talked_at else seen_at
