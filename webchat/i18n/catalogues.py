"""The words of every language, read once from `locales/`; whatever is broken there falls back to English."""

import logging
from collections.abc import Iterable, Mapping
from pathlib import Path

from babel.messages.mofile import read_mo

from webchat.i18n.catalogue import Catalogue, checked
from webchat.i18n.locales import ENGLISH, LANGUAGES, Language

_log = logging.getLogger(__name__)


class Catalogues:
    """One catalogue a language, English among them. A language that is not here speaks English."""

    def __init__(self, catalogues: Iterable[Catalogue] = (), faults: Iterable[str] = ()) -> None:
        english = Catalogue(ENGLISH)
        self._by_code: Mapping[str, Catalogue] = {
            ENGLISH.code: english,
            **{one.language.code: one for one in catalogues},
        }
        self._english = english
        self.faults = tuple(faults)

    def of(self, lang: str) -> Catalogue:
        """The words of a language by its code; the English ones where it has none."""
        return self._by_code.get(lang, self._english)

    @property
    def offered(self) -> tuple[Language, ...]:
        """The languages a guest may press, in the order of locales.py: those whose words could be read."""
        return tuple(one for one in LANGUAGES if one.code in self._by_code)


def load(
    directory: Path, languages: Iterable[Language] = LANGUAGES, needed: Iterable[str] = ()
) -> Catalogues:
    """Read `<directory>/<code>/LC_MESSAGES/messages.mo` of each released language, once, at start-up.

    Never raises for what is in a file. A missing or corrupt file, or one that lacks a `needed` English text
    (those on dates and danger, guest-rules H4), turns its language off; a faulty message alone falls back to
    English. Every fault is logged and kept in `faults` (security 0.7).
    """
    needs = tuple(needed)
    found: list[Catalogue] = []
    faults: list[str] = []
    for one in languages:
        if one is ENGLISH or not one.released:
            continue
        catalogue, wrong = _read(directory / one.code / "LC_MESSAGES" / "messages.mo", one)
        faults += wrong
        missing = [text for text in needs if catalogue is not None and not catalogue.has(text)]
        faults += [f"{one.code}: {text!r}: needed, and not there" for text in missing]
        if catalogue is not None and not missing:
            found.append(catalogue)
    for fault in faults:
        _log.error("words: %s", fault)
    return Catalogues(found, faults)


def _read(file: Path, language: Language) -> tuple[Catalogue | None, tuple[str, ...]]:
    try:
        with file.open("rb") as open_file:
            catalogue = checked(language, read_mo(open_file))
    except Exception as fault:
        # A broken file can make the reader raise almost anything; no guest may get an error page for it.
        return None, (f"{language.code}: {file.name} cannot be read: {type(fault).__name__}",)
    return catalogue, catalogue.faults
