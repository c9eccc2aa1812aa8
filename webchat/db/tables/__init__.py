"""Every table, by name."""

from webchat.db.tables.cases import case_, event, message, need, person, promise, task
from webchat.db.tables.decisions import decision, voice
from webchat.db.tables.diary import absence, appointment, calendar_feed, closure, diary, offer
from webchat.db.tables.finding import filed, mark
from webchat.db.tables.metadata import metadata
from webchat.db.tables.outbox import outbox
from webchat.db.tables.passing import passing
from webchat.db.tables.staff import invite, membership, staff, web_session
from webchat.db.tables.talks import conversation, draft, turn

__all__ = [
    "absence", "appointment", "calendar_feed", "case_", "closure", "conversation", "decision",
    "diary", "draft", "event", "filed", "invite", "mark", "membership", "message", "metadata",
    "need", "offer", "outbox", "passing", "person", "promise", "staff", "task", "turn", "voice",
    "web_session",
]  # fmt: skip
