"""Words on a page made ready to be said aloud, before any engine sees them."""

import re
import unicodedata

from webchat.formats.english import read_english
from webchat.formats.numbers import figure_by_figure
from webchat.formats.speech import NothingToSay, TooLong

LONGEST = 4_000  # characters as said: about five minutes of sound, and under two seconds of Pico's work

_READERS = {"en": read_english}

# Left out: controls, bidi marks, lone surrogates, emoji. Nobody can say them, and engines choke on them.
_UNSAYABLE = {"Cc", "Cf", "Cs", "Co", "Cn", "So", "Sk"}
_JOINERS = "\u200c\u200d"  # part of how Persian and Bengali words are written
_AS_A_PAUSE = str.maketrans({"—": ",", "–": ",", "•": ",", "…": ".", "<": " ", ">": " "})
_AS_PLAIN = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " "})

_LINE_END = re.compile(r"(?<=[\w)])[ \t]*\n+\s*")


def ready(text: str, lang: str) -> str:
    """The words as they are to be said in a language, e.g. "en"; the same page gives the same words.

    Raises NothingToSay, or TooLong past `LONGEST` characters: never cut short in silence.
    """
    if len(text) > LONGEST:
        raise TooLong(str(len(text)))
    read = _READERS.get(lang, _figures_apart)
    said = " ".join(read(_sayable(text)).split())
    if not any(map(str.isalnum, said)):
        raise NothingToSay(lang)
    if len(said) > LONGEST:
        raise TooLong(str(len(said)))
    return said


def _sayable(text: str) -> str:
    """The text with a full stop at each line's end, and without what cannot be said."""
    kept = "".join(map(_as_sound, unicodedata.normalize("NFC", text)))
    return _LINE_END.sub(". ", kept.translate(_AS_PLAIN).translate(_AS_A_PAUSE))


def _as_sound(mark: str) -> str:
    if mark == "\n" or mark in _JOINERS:
        return mark
    kind = unicodedata.category(mark)
    if kind == "Cf":
        return ""
    return " " if kind in _UNSAYABLE else mark


def _figures_apart(text: str) -> str:
    """A language whose reading we have not written: telephone numbers as single figures."""
    return figure_by_figure(text, " ".join)
