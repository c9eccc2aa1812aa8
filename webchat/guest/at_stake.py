"""What is lost when a guest clears the screen now, so that they are asked once before."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from webchat.chat.dialogue import State
from webchat.db.conversations import Conversation
from webchat.guest.conversing import seals_in

_FIRST_WORDS = "first_words"


@dataclass(frozen=True, slots=True)
class AtStake:
    """`unsent`: answers or words not sent. `codes`: a code that the guest has not said to have kept.

    `later`: something is kept for later, which clearing the screen does not delete.
    """

    unsent: bool
    codes: bool
    later: bool

    @property
    def anything(self) -> bool:
        """Whether anything would be lost."""
        return self.unsent or self.codes


def at_stake(conversations: Iterable[Conversation], has_typed: bool, kept: Collection[str]) -> AtStake:
    """What there is to lose in a session; `has_typed`: words stand in a box. `kept` are the ids of the
    conversations that are kept for later."""
    mine = list(conversations)
    unsent = has_typed or any(_is_unsent(State.from_json(one.state)) for one in mine if one.id not in kept)
    return AtStake(unsent, any(seals_in(one) for one in mine), bool(kept))


def _is_unsent(state: State) -> bool:
    return state.form is not None or bool(state.slots.get(_FIRST_WORDS))
