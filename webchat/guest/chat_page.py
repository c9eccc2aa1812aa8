"""One page of the chat, put together from what is stored; the templates only lay it out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from webchat.chat.bubble import Bubble
from webchat.chat.dialogue import Heard, Spoken, State, Turned
from webchat.db.conversations import Conversation, Turn
from webchat.guest.answer import LONGEST, as_stored
from webchat.guest.asking import Question, question
from webchat.guest.conversing import Result, Went, opened_in, said_in, sent_in
from webchat.guest.transcript import Line, Speaker, question_of, transcript
from webchat.guest.typed import Typed


@dataclass(frozen=True, slots=True)
class ChatPage:
    """The lines above, and the question below. `number` is 0 while nothing is stored.

    `went` says why an answer was not taken, with `left` the words it held; `sorry` is what an action that
    failed is followed by. `has_sent`: something was sent from this conversation; `has_told`: the safeguarding
    lead was told in it. `newest` is its last exchange.
    """

    number: int
    seq: int
    lines: tuple[Line, ...]
    ask: Question | None
    went: Went = Went.ON
    left: str = ""
    sorry: tuple[Bubble, ...] = ()
    has_sent: bool = False
    has_told: bool = False
    newest: int = 0

    @property
    def reply(self) -> Line | None:
        """Where the guest reads on: the first thing said in the newest turn besides its question. None where
        there is nothing else, and the question itself is what is new."""
        if self.newest < 2 or self.went is not Went.ON:
            return None
        return next((one for one in self.lines if one.seq == self.newest and one.bubbles), None)

    @property
    def over(self) -> int:
        """By how many characters the words are too long to send."""
        return max(0, len(self.ask.typed) - LONGEST) if self.ask and self.went is Went.TOO_LONG else 0

    @property
    def has_fault(self) -> bool:
        """Whether the guest has something to put right: the title says so (guest-rules B27)."""
        return self.went not in (Went.ON, Went.SENT) or bool(self.ask and self.ask.faults)

    def since(self, seq: int) -> tuple[Line, ...]:
        """What a page that shows the question of turn `seq` still needs: that question as a line, and on."""
        asked = [at for at, one in enumerate(self.lines) if one.asks and one.seq <= seq]
        later = next((at for at, one in enumerate(self.lines) if one.seq > seq), len(self.lines))
        return self.lines[asked[-1] if asked and asked[-1] == later - 1 else later :]


def of_first(turned: Turned, speaker: Speaker, typed: Typed, result: Result, now: datetime) -> ChatPage:
    """The page before anything is stored."""
    says = [one.to_json() for one in (*turned.says, *((turned.question,) if turned.question else ()))]
    turns = (Turn(1, as_stored(Heard()), says, now),)
    return _page(0, 1, turned.state, turns, speaker, typed, result)


def of_conversation(
    conversation: Conversation, turns: Sequence[Turn], speaker: Speaker, typed: Typed, result: Result
) -> ChatPage:
    """The page of a conversation as it is stored."""
    state = State.from_json(conversation.state)
    return _page(conversation.number, conversation.seq, state, turns, speaker, typed, result)


def _page(
    number: int, seq: int, state: State, turns: Sequence[Turn], speaker: Speaker, typed: Typed, result: Result
) -> ChatPage:
    talk = [one for one in turns if one.says]
    said: Spoken | None = state.question or question_of(said_in(talk[-1]) if talk else (), speaker)
    is_old = result.went is Went.OLD
    return ChatPage(
        number=number,
        seq=seq,
        lines=transcript(talk, speaker),
        ask=question(said, state, talk, speaker, Typed() if is_old else typed) if said else None,
        went=result.went,
        left=typed.words if is_old else "",
        sorry=tuple(speaker.bubble(one) for one in result.says),
        has_sent=any(sent_in(said_in(one)) for one in talk),
        has_told=any(set(opened_in(said_in(one))) - set(sent_in(said_in(one))) for one in talk),
        newest=talk[-1].seq if talk else 0,
    )
