"""One language's words: what they are, and English wherever they are missing or faulty."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from gettext import c2py
from typing import NamedTuple, TypeAlias

from babel.messages.catalog import Catalog, Message

from webchat.i18n.checks import wrong_in, wrong_in_forms
from webchat.i18n.locales import ENGLISH, Language

Pair: TypeAlias = tuple[str, str]


class Found(NamedTuple):
    """Words, and the language they are really in: the one asked for, or English (guest-rules H4)."""

    text: str
    language: Language


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The checked words of one language. `form` gives the plural form of a number; `faults` were left out."""

    language: Language
    single: Mapping[str, str] = field(default_factory=dict)
    plurals: Mapping[Pair, tuple[str, ...]] = field(default_factory=dict)
    form: Callable[[int], int] = lambda number: int(number != 1)
    faults: tuple[str, ...] = ()

    def has(self, english: str) -> bool:
        """Whether these words (the singular, of a plural message) can be said in this language."""
        if self.language is ENGLISH or english in self.single:
            return True
        return any(singular == english for singular, _ in self.plurals)

    def one(self, english: str) -> Found:
        """A text in this language, or in English where it has none."""
        found = self.single.get(english)
        return Found(english, ENGLISH) if found is None else Found(found, self.language)

    def counted(self, singular: str, plural: str, number: int) -> Found:
        """The form of a text for a number, or the English one."""
        forms = self.plurals.get((singular, plural), ())
        place = self.form(abs(number)) if forms else 0
        if not 0 <= place < len(forms):
            return Found(singular if number == 1 else plural, ENGLISH)
        return Found(forms[place], self.language)


def checked(language: Language, raw: Catalog) -> Catalogue:
    """A catalogue without the messages that are faulty, each of which is listed (security 0.7).

    Raises whatever a broken plural rule makes gettext raise: then the whole language cannot be used.
    """
    single: dict[str, str] = {}
    plurals: dict[Pair, tuple[str, ...]] = {}
    faults: list[str] = []
    for message in raw:
        if not message.id or not message.string:
            continue
        wrong = wrong_with(message, raw)
        if wrong:
            english = message.id if isinstance(message.id, str) else message.id[0]
            faults += [f"{language.code}: {english!r}: {one}" for one in wrong]
        elif isinstance(message.id, str) and isinstance(message.string, str):
            single[message.id] = message.string
        else:
            plurals[message.id[0], message.id[1]] = tuple(message.string)
    return Catalogue(language, single, plurals, c2py(raw.plural_expr), tuple(faults))


def wrong_with(message: Message, catalog: Catalog) -> tuple[str, ...]:
    """Everything wrong in one translated message of a catalogue, in words (checks.py)."""
    if message.context:
        return ("it has a context: write a whole sentence instead",)
    if isinstance(message.id, str):
        wrong = wrong_in(message.id, message.string if isinstance(message.string, str) else "")
    else:
        strings = message.string if isinstance(message.string, list | tuple) else (message.string or "",)
        pair = (message.id[0], message.id[1])
        wrong = wrong_in_forms(pair, tuple(strings), catalog.num_plurals, c2py(catalog.plural_expr))
    return tuple(one.value for one in wrong)
