"""What an open page asks every few seconds: whether anything is new. One query each, each by an index."""

from collections.abc import Sequence

from sqlalchemy import exists, func, select

from webchat.cases.case import Case
from webchat.cases.new_codes import NEW_CODE, TAKEN_OVER
from webchat.db.as_rows import case_of
from webchat.db.database import Database
from webchat.db.tables import case_, event, message

_MESSAGES = (
    select(func.count())
    .where(message.c.case_id == case_.c.id)
    .correlate(case_)
    .scalar_subquery()
    .label("many")
)
# Whoever got a new code opens the case with that; the chat it came from shows it no more.
_CODED_ANEW = (
    exists().where(event.c.case_id == case_.c.id, event.c.what.in_((NEW_CODE, TAKEN_OVER))).correlate(case_)
)


class News:
    """Reads for pages that are open; whether somebody may know of a case is for the core to say."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_case(self, charity: str, reference: str) -> tuple[Case, int] | None:
        """A case of a charity and how many messages it has."""
        wanted = select(case_, _MESSAGES).where(case_.c.charity == charity, case_.c.reference == reference)
        row = self._database.first(wanted)
        return (case_of(row), row.many) if row else None

    def of_conversation(self, charity: str, conversation: str) -> Sequence[Case]:
        """The cases that were sent from a conversation and whose first code is still good, the last first."""
        here = (case_.c.conversation == conversation, case_.c.charity == charity)
        wanted = select(case_).where(*here, ~_CODED_ANEW).order_by(case_.c.received_at.desc(), case_.c.id)
        return [case_of(row) for row in self._database.rows(wanted)]
