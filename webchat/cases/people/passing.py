"""A case passed on: offered to a named colleague, who has it only once they accept (issue 4, line 2).

Until then it stays with whoever has it. Guest-rules I6: a reason and a note, and the guest is told the new
name (LWB 3.2, ACSOS "named contact").
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from webchat.cases.case import Case, Status


class Because(StrEnum):
    """Why a case is passed on, as it is counted; the colleague reads the note beside it."""

    AWAY = "away"
    TOO_MUCH_TO_DO = "too_much_to_do"
    KNOWS_MORE = "knows_more"
    SPEAKS_LANGUAGE = "speaks_language"
    TOO_CLOSE = "too_close"
    OTHER = "other"


class Answer(StrEnum):
    """What became of an offer. `lapsed`: another took its place once the case had left its hands."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    TAKEN_BACK = "taken_back"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class Passing:
    """One offer, from `giver` to `taker` (staff ids). `note` and `reply` are words, kept with the case and
    erased with it; `reply` says why it was declined."""

    id: str
    case_id: str
    charity: str
    giver: str
    taker: str
    why: Because
    note: str
    at: datetime
    answer: Answer = Answer.WAITING
    reply: str = ""

    def waits_in(self, case: Case) -> bool:
        """Whether it can still be accepted: not of a case that was closed, or that its giver has no more."""
        is_there = case.status is Status.OPEN and case.owner == self.giver
        return self.answer is Answer.WAITING and is_there


class PassingStore(Protocol):
    """Where offers are kept, with the case they are of."""

    def of_case(self, case_id: str) -> Sequence[Passing]:
        """Every offer of a case, the first made first."""

    def to(self, charity: str, staff_id: str) -> Sequence[Passing]:
        """What nobody has answered yet of what was offered to somebody, the first made first."""

    def offer(self, passing: Passing) -> None:
        """Store one. Raises Stale where another waits already."""

    def settle(self, passing: Passing) -> None:
        """Store what became of one. Raises Stale where somebody was quicker."""
