"""What a guest posted, read from the form. A missing or odd field means something plain; of repeated ones
the first wins (security.md D7)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from werkzeug.datastructures import MultiDict

from webchat.chat.dialogue import JSON, Heard
from webchat.db.columns import storable

Form: TypeAlias = "MultiDict[str, str]"
# Characters (design.md, Limits): counted as a person counts them, not as bytes (guest-rules C3).
LONGEST = 20_000
_COMMANDS = {
    "back": "/go_back",
    "stop": "/stop",
    "person": "/talk_to_person",
    "help": "/help_now",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """One posted turn. `turn` is the last turn its page had seen, -1 where the form does not say."""

    turn: int = -1
    words: str = ""
    choices: tuple[str, ...] = ()
    do: str = "continue"

    @property
    def heard(self) -> Heard:
        """What the dialogue hears of it: Back and its like are choices that are always open, and win over
        whatever stands ticked or typed beside them."""
        if self.turns_away:
            return Heard(choices=(_COMMANDS[self.do],))
        return Heard(choices=self.choices) if self.choices else Heard(words=self.words)

    @property
    def turns_away(self) -> bool:
        """Whether the guest pressed Back or its like: what stands in the boxes is not an answer yet."""
        return self.do in _COMMANDS

    @property
    def is_too_long(self) -> bool:
        """Whether its words are more than a message may hold; to turn away is always possible."""
        return len(self.words) > LONGEST and not self.turns_away

    @property
    def words_left_over(self) -> str:
        """Words that were typed beside a choice, and so not heard: they are kept for the next box."""
        return self.words if self.choices else ""


def posted(form: Form) -> Answer:
    """The answer in a form. Its words are as both databases keep them, with one kind of line end."""
    turn = form.get("turn", "")
    return Answer(
        turn=int(turn) if turn.isascii() and turn.isdecimal() and len(turn) < 10 else -1,
        words=typed(form, "words"),
        choices=tuple(storable(one) for one in form.getlist("choice")),
        do=form.get("do", "continue"),
    )


def typed(form: Form, name: str) -> str:
    """The words of one field: browsers send every line end as two characters."""
    return storable(form.get(name, "")).replace("\r\n", "\n")


def as_stored(heard: Heard) -> dict[str, JSON]:
    """What a turn keeps of what was heard."""
    return {"words": heard.words, "choices": list(heard.choices)}


def same(heard: Heard, stored: Mapping[str, object]) -> bool:
    """Whether a stored turn heard this very thing: then it is a double tap, a retry, or the Back button."""
    return as_stored(heard) == {"words": stored.get("words", ""), "choices": stored.get("choices", [])}
