"""One language's words: what they are, and English wherever they are missing or faulty."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from gettext import c2py
from typing import NamedTuple, TypeAlias

from babel.messages.catalog import Catalog

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
    form: Callable[[int], int] = c2py(raw.plural_expr)
    single: dict[str, str] = {}
    plurals: dict[Pair, tuple[str, ...]] = {}
    faults: list[str] = []
    for english, translated in _messages(raw):
        if isinstance(english, tuple):
            wrong = wrong_in_forms(english, tuple(translated), raw.num_plurals, form)
        else:
            wrong = wrong_in(english, translated) if isinstance(translated, str) else ()
        if wrong:
            first = english[0] if isinstance(english, tuple) else english
            faults += [f"{language.code}: {first!r}: {one}" for one in wrong]
        elif isinstance(english, tuple):
            plurals[english] = tuple(translated)
        elif isinstance(translated, str):
            single[english] = translated
    return Catalogue(language, single, plurals, form, tuple(faults))


def _messages(raw: Catalog) -> Iterator[tuple[str | Pair, str | tuple[str, ...]]]:
    """Every message that has a translation; plural ones as pairs."""
    for message in raw:
        if not message.id:
            continue
        if isinstance(message.id, (list, tuple)):
            forms = message.string if isinstance(message.string, (list, tuple)) else (message.string or "",)
            if any(forms):
                yield (message.id[0], message.id[1]), tuple(forms)
        elif isinstance(message.string, str) and message.string:
            yield message.id, message.string
