"""The end of a guest's session: every word not sent goes with it, unless it is kept (design.md, Drafts)."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, select, update

from webchat.cases.words import Kind
from webchat.db.tables import case_, conversation, draft, turn, web_session
from webchat.db.transaction import Transaction


def forget_unsent(transaction: Transaction, sessions: Sequence[str]) -> None:
    """Delete what was never sent in these sessions; what became a case keeps the turns up to its sending.

    What is kept for later stays, in no session. The sealed codes go: they could be read only with the
    cookies of these sessions.
    """
    if sessions:
        found = select(conversation.c.id).where(conversation.c.session.in_(list(sessions)))
        _forget(transaction, [row.id for row in transaction.rows(found)])


def forget_unsent_of_nobody(transaction: Transaction, before: datetime) -> None:
    """The same for conversations whose session was never stored or has gone, untouched since `before`."""
    living = select(web_session.c.id_hash).where(web_session.c.id_hash == conversation.c.session)
    found = select(conversation.c.id).where(
        conversation.c.session.is_not(None), conversation.c.touched_at <= before, ~living.exists()
    )
    _forget(transaction, [row.id for row in transaction.rows(found)])


def forget_drafts(transaction: Transaction, now: datetime) -> None:
    """Keep no draft any longer than it was to be; what no session holds is forgotten with it."""
    over = [
        row.conversation
        for row in transaction.rows(select(draft.c.conversation).where(draft.c.until <= now))
    ]
    if not over:
        return
    transaction.write(delete(draft).where(draft.c.conversation.in_(over)))
    found = select(conversation.c.id).where(conversation.c.id.in_(over), conversation.c.session.is_(None))
    _forget(transaction, [row.id for row in transaction.rows(found)])


def _forget(transaction: Transaction, ending: Sequence[str]) -> None:
    if not ending:
        return
    kept = {
        row.conversation
        for row in transaction.rows(
            select(draft.c.conversation).where(draft.c.conversation.in_(list(ending)))
        )
    }
    conversations = [one for one in ending if one not in kept]
    transaction.write(update(conversation).where(conversation.c.id.in_(kept)).values(session=None))
    transaction.write(update(case_).where(case_.c.conversation.in_(kept)).values(sealed_code=""))
    # The safeguarding lead was told a guest's words of danger, not what else they had typed by then.
    journeys = case_.c.kind != Kind.SAFEGUARDING
    last = func.max(case_.c.received_at).label("last")
    sent_at = select(case_.c.conversation, last).where(journeys).group_by(case_.c.conversation)
    sent = {
        row.conversation: row.last
        for row in transaction.rows(sent_at.where(case_.c.conversation.in_(conversations)))
    }
    never = [one for one in conversations if one not in sent]
    transaction.write(delete(conversation).where(conversation.c.id.in_(never)))
    for one, last in sent.items():
        transaction.write(delete(turn).where(turn.c.conversation == one, turn.c.at > last))
    mine = conversation.c.id.in_(list(sent))
    transaction.write(update(conversation).where(mine).values(session=None, state={}))
    transaction.write(update(case_).where(case_.c.conversation.in_(conversations)).values(sealed_code=""))
