"""A case that was sent from a chat, as the chat shows it: who has it, and what was written since (issue 4).

While a person has it the chat is silent: what the guest types goes to that person, unless they have begun
something else there themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from webchat.cases.case import Case, Message, Status
from webchat.chat.bubble import Bubble
from webchat.chat.dialogue import State
from webchat.guest.status import CaseStatus

ASKED = "hand"  # what the box for words to a person is called where others are called by what they ask


@dataclass(frozen=True, slots=True)
class Hand:
    """The case a chat is about. `at` goes up with every change to any case sent there.

    `is_on`: a person has it, and what is typed goes to them. `words` is what stands in the box, `wrong` why
    it was not taken ("empty", "too_long", "ended"), `over` by how many characters.
    """

    status: CaseStatus
    at: int
    is_on: bool
    words: str = ""
    wrong: str = ""
    over: int = 0

    @property
    def is_told(self) -> bool:
        """Whether anything has come of it that the chat shows."""
        return bool(self.status.owner) or self.status.was_taken or bool(self.written)

    @property
    def written(self) -> Sequence[tuple[Message, tuple[Bubble, ...]]]:
        """What was written both ways since it was sent, each with what it tells beside its words. What was
        sent stands in the conversation already."""
        both = tuple(zip(self.status.messages, self.status.beside, strict=True))
        return both[1:] if both and both[0][0].from_guest else both


def the_one(cases: Sequence[Case]) -> Case | None:
    """Of what was sent in a chat, the last first: what somebody has now, else the last."""
    held = (one for one in cases if one.owner and one.status is Status.OPEN)
    return next(held, cases[0] if cases else None)


def may_be_on(state: State) -> bool:
    """Whether the chat may have to be silent: the guest has ended something, and begun nothing else."""
    return state.form is None and state.run > 0


def is_on(case: Case, state: State) -> bool:
    """Whether what the guest types now goes to a person."""
    return may_be_on(state) and bool(case.owner) and case.status is Status.OPEN


def number_of(cases: Sequence[Case]) -> int:
    """What goes up with every change to any of them."""
    return sum(one.version for one in cases)
