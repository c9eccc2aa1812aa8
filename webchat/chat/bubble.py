"""What a guest reads of one thing said: text only, never HTML; the templates escape it and wrap its parts."""

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from webchat.i18n.locales import Language


class Segment(NamedTuple):
    """A run of text.

    `isolate`: a value, to be wrapped in `<bdi>` so that it cannot turn the sentence round it; `ltr`: it reads
    left to right everywhere (a phone number, a code, guest-rules B21, H7); `lang`: its HTML language where
    that is not the bubble's, else "".
    """

    text: str
    isolate: bool = False
    ltr: bool = False
    lang: str = ""


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

    `kind`: words, line, name, email, phone, address, choice, choices, check or none. `hint` and `label` are
    words in the bubble's language, "" where there are none; `autocomplete` is the HTML token.
    """

    kind: str
    optional: bool = False
    hint: str = ""
    label: str = ""
    autocomplete: str = ""


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
    def text(self) -> str:
        """All of it as plain text, a line a paragraph: what is spoken, or printed by a command."""
        return "\n".join("".join(part.text for part in one) for one in self.paragraphs)
