"""A response made ready once for a language and a plural form, so that a turn only fills in its values."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from webchat.chat.project import Response
from webchat.i18n.catalogue import Catalogue
from webchat.i18n.locales import ENGLISH, Language

_PLACE = re.compile(r"\{(\w+)\}")
_LINES = re.compile(r"\s*\n\s*")


class Place(NamedTuple):
    """Where a value goes."""

    name: str


Template: TypeAlias = tuple[str | Place, ...]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A response in one language. `fixed`: it has no place for any value, so it is always the same."""

    language: Language
    paragraphs: tuple[Template, ...]
    titles: tuple[tuple[Template, str], ...]
    hint: Template
    label: Template
    custom: Mapping[str, object]
    fixed: bool


def compiled(response: Response, catalogue: Catalogue, number: int | None) -> Compiled:
    """A response in a catalogue's language, for a number where it has a plural.

    Where any of its words are missing it is English as a whole: one bubble has one language (guest-rules H4).
    """
    plural = response.custom.get("plural")
    texts = [response.text, *(one.title for one in response.buttons), *_extras(response)]
    if isinstance(plural, str) and number is not None:
        first = catalogue.counted(response.text, plural, number)
    else:
        first = catalogue.one(response.text)
    found = [first, *(catalogue.one(text) for text in texts[1:])]
    whole = all(
        one.language is catalogue.language or not text for one, text in zip(found, texts, strict=True)
    )
    if not whole:
        return compiled(response, Catalogue(ENGLISH), number)
    return _made(response, catalogue.language, [one.text for one in found])


def _extras(response: Response) -> Iterator[str]:
    for key in ("hint", "label"):
        value = response.custom.get(key)
        yield value if isinstance(value, str) else ""


def _made(response: Response, language: Language, words: list[str]) -> Compiled:
    text, *titles, hint, label = words
    paragraphs = tuple(template(line) for line in _LINES.split(text.strip()) if line)
    buttons = tuple(
        (template(title), one.payload) for title, one in zip(titles, response.buttons, strict=True)
    )
    ends = (template(hint), template(label))
    every = (*paragraphs, *(title for title, _ in buttons), *ends)
    fixed = not any(isinstance(part, Place) for one in every for part in one)
    return Compiled(language, paragraphs, buttons, *ends, response.custom, fixed)


def template(text: str) -> Template:
    """Words with places for values; a brace that holds no name stays as it is."""
    parts = _PLACE.split(text)
    made = [Place(part) if odd % 2 else part for odd, part in enumerate(parts)]
    return tuple(part for part in made if part)
