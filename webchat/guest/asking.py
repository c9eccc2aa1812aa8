"""The question that is open, with its boxes and what stands in them, ready for the page."""

from collections.abc import Sequence
from dataclasses import dataclass

from webchat.chat.bubble import Bubble, Button, Paragraph, Row
from webchat.chat.dialogue import JSON, Spoken, State
from webchat.chat.payload import take_apart
from webchat.db.conversations import Turn
from webchat.guest.conversing import said_in
from webchat.guest.transcript import FAULT, Speaker, is_fault
from webchat.guest.typed import Typed

_BOX_TYPES = {"email": "email", "phone": "tel"}
_WORDS = frozenset({"words", "address"})
_LINES = frozenset({"line", "name", "email", "phone"})
_SEND = "send"


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `input` is words, line, choice, choices, press, check or none.

    `press`: each choice is a button that answers at once. `box_type` is the line's HTML type.

    `with_words`: choices, and a box beside them. `chosen` are payloads; `sends` is the check page's button.
    `faults` say what to put right. `place` is where Listen finds it in its turn.
    """

    bubble: Bubble
    input: str
    seq: int = 0
    place: int = 0
    slot: str = ""
    can_go_back: bool = False
    with_words: bool = False
    typed: str = ""
    chosen: tuple[str, ...] = ()
    faults: tuple[Bubble, ...] = ()
    sends: Button | None = None

    @property
    def heading(self) -> Paragraph:
        """Its first paragraph: the h1."""
        return self.bubble.paragraphs[0] if self.bubble.paragraphs else ()

    @property
    def more(self) -> Sequence[Paragraph]:
        """What is said under it."""
        return self.bubble.paragraphs[1:]

    @property
    def options(self) -> Sequence[Button]:
        """What can be chosen."""
        return () if self.input == "check" else self.bubble.buttons

    @property
    def rows(self) -> Sequence[Row]:
        """The answers to check."""
        return self.bubble.rows

    @property
    def box_type(self) -> str:
        """The HTML type of its line."""
        kind = self.bubble.input.kind if self.bubble.input else ""
        return _BOX_TYPES.get(kind, "text")

    @property
    def optional(self) -> bool:
        """Whether it may be left empty; a page's first question is not called optional."""
        return bool(self.bubble.input and self.bubble.input.optional and not self.with_words)

    @property
    def label(self) -> str:
        """The words beside its box."""
        return self.bubble.input.label if self.bubble.input else ""

    @property
    def hint(self) -> str:
        """A hint for its box."""
        return self.bubble.input.hint if self.bubble.input else ""

    @property
    def autocomplete(self) -> str:
        """What the browser may fill in."""
        return self.bubble.input.autocomplete if self.bubble.input else ""


def question(said: Spoken, state: State, turns: Sequence[Turn], speaker: Speaker, typed: Typed) -> Question:
    """The question a state leaves open; `typed` is what stood in its boxes before it was answered."""
    bubble = speaker.bubble(said)
    kind = _input(bubble)
    last = said_in(turns[-1]) if turns else ()
    wrong = is_fault(last)
    before = turns[-1].heard if wrong else {}
    earlier = _earlier(state)
    words = before.get("words") or _prefill(said) or (earlier if isinstance(earlier, str) else "")
    return Question(
        bubble=bubble,
        input=kind,
        seq=turns[-1].seq if turns else 0,
        place=last.index(said) if said in last else 0,
        slot=state.asked or "",
        can_go_back=state.form is not None,
        with_words=kind in _WORDS and bool(bubble.buttons),
        typed=typed.words or (words if kind in (*_WORDS, "line") else ""),
        chosen=typed.choices or tuple(before.get("choices", ())) or _chosen(bubble, earlier),
        faults=tuple(speaker.bubble(one) for one in last if one.name.startswith(FAULT)),
        sends=next((one for one in bubble.buttons if take_apart(one.payload)[0] == _SEND), None),
    )


def takes_words(bubble: Bubble) -> bool:
    """Whether there is a box for free words."""
    return _input(bubble) in _WORDS


def _input(bubble: Bubble) -> str:
    kind = bubble.input.kind if bubble.input else "none"
    if kind == "none" and bubble.buttons:
        return "choice"
    if kind in _LINES:
        return "line"
    return kind if kind in {"choice", "choices", "press", "check", "none", *_WORDS} else "words"


def _earlier(state: State) -> JSON:
    """What the guest chose here before they went back."""
    kept = state.slots.get("kept")
    return kept.get(state.asked or "") if isinstance(kept, dict) else None


def _chosen(bubble: Bubble, earlier: JSON) -> tuple[str, ...]:
    wanted = earlier if isinstance(earlier, list) else [earlier]
    return tuple(one.payload for one in bubble.buttons if any(value in wanted for value in _values(one)))


def _values(button: Button) -> list[JSON]:
    return [value for values in take_apart(button.payload)[1].values() for value in values]


def _prefill(said: Spoken) -> str:
    words = said.values.get("prefill")
    return words if isinstance(words, str) else ""
