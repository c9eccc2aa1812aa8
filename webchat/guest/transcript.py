"""The conversation so far as a guest reads it: stored turns become lines, in the language of now."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from webchat.chat.bubble import Bubble, Button, Paragraph
from webchat.chat.dialogue import JSON, Spoken
from webchat.chat.payload import take_apart
from webchat.chat.renderer import Renderer, Said
from webchat.db.conversations import Turn
from webchat.guest.conversing import said_in
from webchat.packs.charity import Charity

# Said about a box that was filled in wrongly: shown beside it, not in the conversation (guest-rules B27).
FAULT = "utter_error"
# Things said together that belong together are one bubble, with one Listen; a heading begins another.
_TOGETHER = (
    ("utter_welcome", "utter_staff_", "utter_privacy"),
    ("utter_person", "utter_staff_"),
    ("utter_help_",),
    ("utter_told", "utter_what_next_told"),
    ("promise_",),
    ("answer_",),
)
_HEADINGS = ("promise_heading_", "answer_topic_")
# What the buttons of the check page say; they stand beside an answer and are offered by no bubble.
_CHANGE = "change"
_NEVER = datetime.min


class Did(StrEnum):
    """What a line of the guest's is: words or a choice of theirs, or a button that is on every page."""

    WROTE = "wrote"
    CHOSE = "chose"
    NOTHING = "nothing"
    CHANGED = "changed"
    BACK = "go_back"
    STOP = "stop"
    PERSON = "talk_to_person"
    HELP = "help_now"


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `bubbles` where we said it; otherwise `did` says what the guest's is.

    `follows`: whoever said it said the line before as well. `asks`: it was the open question of its turn.
    `seq` and `place` are its address for Listen.
    """

    seq: int
    place: int
    at: datetime
    bubbles: tuple[Bubble, ...] = ()
    did: Did | None = None
    words: str = ""
    chosen: tuple[Button, ...] = ()
    follows: bool = False
    asks: bool = False

    @property
    def has_title(self) -> bool:
        """Whether its first words say what the others are about."""
        return bool(self.bubbles) and self.bubbles[0].name.startswith(_HEADINGS)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Renders what is said at one charity in one language."""

    renderer: Renderer
    charity: Charity
    lang: str

    def bubble(self, said: Spoken) -> Bubble:
        """One thing said, in words."""
        return self.told(said)

    def told(self, one: Said, lang: str = "") -> Bubble:
        """Anything with words, in the language of now or another."""
        here = self.charity.policy
        return self.renderer.render(one, lang or self.lang, charity=here.short_name, guest=here.guest_noun)

    def segments(self, said: Said) -> Paragraph:
        """The words of one thing said in one run."""
        policy = self.charity.policy
        return self.renderer.segments(said, self.lang, charity=policy.short_name, guest=policy.guest_noun)


def transcript(turns: Sequence[Turn], speaker: Speaker) -> tuple[Line, ...]:
    """Every line, the first first, but for the question that is open and answers that had to be put right."""
    lines: list[Line] = []
    offered: dict[str, Button] = {}
    for turn in turns:
        says = said_in(turn)
        wrong = is_fault(says)
        mine = None if wrong or turn.seq == 1 else _mine(turn, offered)
        lines += [mine] if mine else []
        asked = question_of(says, speaker)
        for place, said in enumerate(says):
            bubble = speaker.bubble(said)
            offered.update((one.payload, one) for one in bubble.buttons)
            if wrong and (said.name.startswith(FAULT) or said is asked):
                continue
            if place and lines and lines[-1].seq == turn.seq and _belongs(said.name, lines[-1]):
                lines[-1] = replace(lines[-1], bubbles=(*lines[-1].bubbles, bubble))
            else:
                lines.append(Line(turn.seq, place, turn.at, (bubble,), asks=said is asked))
    still_open = next((at for at in reversed(range(len(lines))) if lines[at].asks), len(lines))
    return tuple(_marked([*lines[:still_open], *lines[still_open + 1 :]]))


def _belongs(name: str, line: Line) -> bool:
    if not line.bubbles or name.startswith(_HEADINGS):
        return False
    before = line.bubbles[0].name
    return any(name.startswith(group) and before.startswith(group) for group in _TOGETHER)


def is_fault(says: Iterable[Spoken]) -> bool:
    """Whether a turn told the guest to put their answer right."""
    return any(one.name.startswith(FAULT) for one in says)


def question_of(says: Sequence[Spoken], speaker: Speaker) -> Spoken | None:
    """What a turn left open: the last thing said that can be answered."""
    for said in reversed(says):
        bubble = speaker.bubble(said)
        if bubble.buttons or (bubble.input is not None and bubble.input.kind != "none"):
            return said
    return None


def _mine(turn: Turn, offered: dict[str, Button]) -> Line | None:
    words, choices = _text(turn.heard.get("words")), turn.heard.get("choices") or []
    if not words and not choices and not turn.says:
        return None  # not an exchange: the guest said that they have kept their code
    line = Line(turn.seq, -1, turn.at, did=Did.WROTE if words else Did.NOTHING, words=words)
    if not choices:
        return line
    if all(take_apart(one)[0] == _CHANGE for one in choices):
        return replace(line, did=Did.CHANGED)
    named = [one for one in Did if choices == [f"/{one.value}"]]
    if named and choices[0] not in offered:
        return replace(line, did=named[0])
    chosen = tuple(offered[one] for one in choices if one in offered)
    return replace(line, did=Did.CHOSE, chosen=chosen)


def _marked(lines: Iterable[Line]) -> Iterable[Line]:
    before: bool | None = None
    for line in lines:
        mine = line.did is not None
        yield replace(line, follows=before == mine)
        before = mine


def _text(value: JSON) -> str:
    return value if isinstance(value, str) else ""


def heard_at(says: Sequence[Spoken], place: int, speaker: Speaker) -> tuple[str, str]:
    """The words of the bubble that begins at a place and their language, to be heard; empty for none."""
    lines: list[Line] = []
    for number, said in enumerate(says):
        bubble = speaker.bubble(said)
        if number > place and lines and _belongs(said.name, lines[-1]):
            lines[-1] = replace(lines[-1], bubbles=(*lines[-1].bubbles, bubble))
        elif number == place:
            lines.append(Line(0, place, _NEVER, (bubble,)))
        elif number > place:
            break
    spoken = lines[0].bubbles if lines else ()
    return "\n".join(one.text for one in spoken), spoken[0].language.code if spoken else ""
