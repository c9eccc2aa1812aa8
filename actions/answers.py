"""What is taken as an answer, and what is not: a value in, the value to keep or the name of a fault out."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from webchat.cases.contact import LONGEST_EMAIL, LONGEST_LINE, is_email, is_phone

MOST_WORDS = 20_000  # design, Limits
MOST_IN_A_LINE = LONGEST_LINE
MOST_IN_AN_EMAIL = LONGEST_EMAIL

# Exact words beside the buttons; never the understanding of words (rasa.md 2.5.5).
_YES = frozenset({"yes", "y", "yes please", "tak", "نعم"})
_NO = frozenset({"no", "n", "no thank you", "nie", "لا"})
# A lone surrogate cannot be written in UTF-8, and NUL not in every store: neither is part of anybody's words.
_CANNOT_BE_KEPT = re.compile("[\ud800-\udfff\0]")


@dataclass(frozen=True, slots=True)
class Taken:
    """The value to keep, or the `fault` why not: `utter_error_<fault>` says what to do."""

    value: Any = None
    fault: str = ""


def text_of(value: object) -> str:
    """Typed words exactly as typed, but for what no store can hold; empty where nothing can be seen."""
    if isinstance(value, list):
        value = value[0] if value else ""
    text = _CANNOT_BE_KEPT.sub("\ufffd", value) if isinstance(value, str) else ""
    # A Rasa server is handed a typed "/" behind one space (rasa.md 2.5.3).
    text = text[1:] if text.startswith(" /") else text
    return text if any(letter.isprintable() and not letter.isspace() for letter in text) else ""


def words(value: object, must: str = "") -> Taken:
    """Words of any length up to the limit; `must` names the fault when there have to be some."""
    text = text_of(value)
    if len(text) > MOST_WORDS:
        return Taken(fault="too_long")
    return Taken(fault=must) if must and not text else Taken(text)


def line(value: object) -> Taken:
    """A name, a place, a time: a line or a few; may be empty."""
    text = text_of(value)
    return Taken(fault="too_long") if len(text) > MOST_IN_A_LINE else Taken(text)


def email(value: object) -> Taken:
    """An address with one @, a dot after it, and neither space nor comma, or nothing."""
    text = text_of(value).strip()
    if len(text) > MOST_IN_AN_EMAIL:
        return Taken(fault="too_long")
    return Taken(text) if not text or is_email(text) else Taken(fault="email")


def phone(value: object) -> Taken:
    """A number in any shape and any script's digits, kept as typed (guest-rules C5), or nothing."""
    text = text_of(value)
    if len(text) > MOST_IN_A_LINE:
        return Taken(fault="too_long")
    return Taken(text) if not text or is_phone(text) else Taken(fault="phone")


def choice(value: object, known: Collection[str]) -> Taken:
    """One of the answers offered, or its exact name typed."""
    name = text_of(value).strip().casefold().replace(" ", "_")
    return Taken(name) if name in known else Taken(fault="choice")


def yes_or_no(value: object) -> Taken:
    """From the buttons, or an exact word; never guessed (rasa.md 2.5.5)."""
    said = text_of(value).strip().strip(".!").casefold()
    if said in _YES:
        return Taken("yes")
    return Taken("no") if said in _NO else Taken(fault="choice")


def ticks(value: object, known: Collection[str], none: str) -> Taken:
    """Several of the answers offered, each once, in order, perhaps no one; `none` stands alone."""
    given = value if isinstance(value, list) else [value]
    names = [text_of(one).strip().casefold().replace(" ", "_") for one in given]
    chosen = list(dict.fromkeys(name for name in names if name))
    if any(name not in known for name in chosen) or (none in chosen and len(chosen) > 1):
        return Taken(fault="needs")
    return Taken(chosen)
