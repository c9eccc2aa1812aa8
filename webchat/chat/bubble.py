"""What a guest reads of one thing said: text only, never HTML; the templates escape it and wrap its parts."""

from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple, TypeAlias

from webchat.i18n.locales import Language


class Segment(NamedTuple):
    """A run of text.

    `isolate`: a value, to be wrapped in `<bdi>` so that it cannot turn the sentence round it; `ltr`: it reads
    left to right everywhere (a phone number, a code, guest-rules B21, H7); `lang`: its HTML language where
    that is not the bubble's, else ""; `tel`: what to dial for a phone number, else "".
    """

    text: str
    isolate: bool = False
    ltr: bool = False
    lang: str = ""
    tel: str = ""


# What begins a point of a list in a response.
_POINT = "- "

Paragraph: TypeAlias = tuple[Segment, ...]


class Button(NamedTuple):
    """A choice: its words, what pressing it sends, and the HTML language of the words."""

    title: str
    payload: str
    lang: str


class Row(NamedTuple):
    """One answer on the page that checks them: its slot, its name, what was answered, how to change it."""

    slot: str
    label: Paragraph
    value: Paragraph
    change: Button | None


@dataclass(frozen=True, slots=True)
class Input:
    """How a question is answered.

    `kind`: words, line, name, email, phone, address, choice, choices, press, check or none. `hint` and
    `label` are words in the bubble's language, "" where there are none; `autocomplete` is the HTML token.
    """

    kind: str
    optional: bool = False
    hint: str = ""
    label: str = ""
    autocomplete: str = ""


class Block(NamedTuple):
    """Paragraphs that are set together: one by itself, or the points of a list without their hyphens."""

    paragraphs: tuple[Paragraph, ...]
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class Bubble:
    """One thing said, in words. `language` is the one really used: English where a text was missing."""

    name: str
    language: Language
    paragraphs: tuple[Paragraph, ...] = ()
    buttons: tuple[Button, ...] = ()
    input: Input | None = None
    rows: tuple[Row, ...] = ()

    @property
    def lang(self) -> str:
        """The HTML language tag."""
        return self.language.html

    @property
    def dir(self) -> str:
        """ "ltr" or "rtl"."""
        return self.language.direction

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Its paragraphs as they are set: lines of our own that begin with a hyphen are one list."""
        made: list[Block] = []
        for is_list, some in groupby(self.paragraphs, _is_point):
            if is_list:
                made.append(Block(tuple(_without_hyphen(one) for one in some), True))
            else:
                made += [Block((one,)) for one in some]
        return tuple(made)

    @property
    def text(self) -> str:
        """All of it as plain text, a line a paragraph: what is spoken, or printed by a command."""
        return "\n".join("".join(part.text for part in one) for one in self.paragraphs)


def _is_point(one: Paragraph) -> bool:
    # A value, such as a guest's own words, is never taken for one.
    return bool(one) and not one[0].isolate and one[0].text.startswith(_POINT)


def _without_hyphen(one: Paragraph) -> Paragraph:
    return (one[0]._replace(text=one[0].text.removeprefix(_POINT)), *one[1:])
