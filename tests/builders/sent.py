"""A case as its guest sent it, and everything the guest and Sam may then do to it."""

from datetime import date, timedelta
from typing import Any

from tests.builders.cases import MONDAY, a_member, an_entry, an_opening, casework
from tests.fakes.store import MemoryStore
from webchat.cases.case import Case, Message, Purpose, latest
from webchat.cases.casework import Casework
from webchat.cases.guest_moves import Reach, Safe
from webchat.cases.moves import Letter
from webchat.cases.people.member import Member
from webchat.cases.promises.promise import State
from webchat.cases.reaching import Reaching
from webchat.cases.words import PromiseName, ReplyBy

SAM = a_member("sam")
DAY = timedelta(days=1)
ANSWER = Letter(Purpose.REPLY, "We open at 10am.")


class Sent:
    """A case as its guest sent it, and its store."""

    def __init__(self, *entries: Any, staff: tuple[Member, ...] = (SAM,), **given: Any) -> None:
        self.work, self.store = casework(*(an_entry(**one) for one in entries), staff=staff)
        self.id = self.work.open(an_opening(**given), MONDAY).id

    work: Casework
    store: MemoryStore

    @property
    def case(self) -> Case:
        return self.store.cases[self.id]

    @property
    def last(self) -> Message:
        return self.store.messages(self.id)[-1]

    @property
    def owed(self) -> list[tuple[PromiseName, date | None]]:
        return [(one.name, one.due_on) for one in self.store.promises(self.id) if one.is_owed]

    @property
    def ended(self) -> list[tuple[PromiseName, str]]:
        over = [one for one in self.store.promises(self.id) if one.state is State.SUPERSEDED]
        return [(one.name, one.met_by) for one in over]

    @property
    def contact(self) -> tuple[ReplyBy, str, bool | None]:
        guest = latest(self.store.people(self.id), "guest")
        assert guest is not None
        return self.case.reply_by, guest.contact, guest.safe_to_contact

    def answered(self, letter: Letter = ANSWER) -> "Sent":
        self.work.claim(SAM, self.id, MONDAY)
        self.work.write(SAM, self.id, letter, MONDAY)
        return self

    def reach(self, way: ReplyBy, contact: str = "", safe: Safe | None = Safe.YES, days: int = 1) -> "Sent":
        Reaching(self.work).reach(self.case, Reach(way, contact, safe), MONDAY + days * DAY)
        return self

    def not_safe(self) -> "Sent":
        Reaching(self.work).not_safe(self.case, MONDAY + DAY)
        return self

    def taken_back(self) -> "Sent":
        self.work.guest_takes_back(self.case, MONDAY + DAY)
        return self
