"""A typed value written in a language: dates, times, numbers, lists, names, and things said inside others."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import TypeAlias

from webchat.chat.bubble import Segment
from webchat.i18n import dates
from webchat.i18n.locales import BY_CODE, ENGLISH

Segments: TypeAlias = tuple[Segment, ...]
# Says a response inside another: its name, its values and the language.
Says: TypeAlias = Callable[[str, Mapping[str, object], str], Segments]

# Values that read left to right in every language (guest-rules H7), also as plain text of this name.
LEFT_TO_RIGHT = frozenset({"phone", "email", "reference", "code"})


_A_NUMBER = re.compile(r"\+?[\d ()-]{3,24}", re.ASCII)


class OddValue(ValueError):
    """A value that is of no kind we know, or not what its kind says."""


def written(value: object, lang: str, says: Says) -> Segments:
    """A value in words. A plain string is a name or a guest's words: it stands apart and is never expanded.

    Kinds: {"date": "2026-12-01"}, {"time": "17:00"}, {"instant": "2026-12-01T10:00:00+00:00"}, {"days": 5},
    {"weekday": 0} for Monday, {"list": [...]}, {"say": [name, values]}, {"english": "words"},
    {"words": "...", "lang": "pl"}, {"phone"}, {"email"}, {"reference"}, {"code"}; an int; a string.
    Raises OddValue.
    """
    if isinstance(value, str):
        return (Segment(value, isolate=True),)
    if value is None:
        return ()
    if isinstance(value, int) and not isinstance(value, bool):
        return (Segment(dates.number(value, lang)),)
    if isinstance(value, list | tuple):
        return _listed(list(value), lang, says)
    if isinstance(value, Mapping) and value:
        return _of_a_kind(value, lang, says)
    raise OddValue(type(value).__name__)


def to_dial(phone: str) -> str:
    """A phone number as a phone dials it; empty where it says more than one number."""
    return re.sub(r"[^+\d]", "", phone) if _A_NUMBER.fullmatch(phone) else ""


def _of_a_kind(value: Mapping[str, object], lang: str, says: Says) -> Segments:
    kind, inner = next(iter(value.items()))
    try:
        if kind in _PLAIN:
            return (Segment(_PLAIN[kind](inner, lang), isolate=True),)
        if kind == "days":
            return written(inner, lang, says)
        if kind == "list":
            return _listed(inner, lang, says)
        if kind == "say":
            return _said(inner, lang, says)
        if kind == "english" and isinstance(inner, str):
            return (Segment(inner, isolate=True, ltr=True, lang=ENGLISH.html),)
        if kind == "words" and isinstance(inner, str):
            of = BY_CODE.get(str(value.get("lang", "")))
            return (Segment(inner, isolate=True, lang=of.html if of else ""),)
        if kind in LEFT_TO_RIGHT and isinstance(inner, str):
            return (Segment(inner, isolate=True, ltr=True, tel=to_dial(inner) if kind == "phone" else ""),)
    except (TypeError, ValueError, OverflowError, KeyError):
        raise OddValue(kind) from None
    raise OddValue(kind)


def _date(value: object, lang: str) -> str:
    return dates.day(date.fromisoformat(_text(value)), lang)


def _time(value: object, lang: str) -> str:
    return dates.clock_time(time.fromisoformat(_text(value)), lang)


def _instant(value: object, lang: str) -> str:
    at = datetime.fromisoformat(_text(value))
    if at.tzinfo is None:
        raise OddValue("instant")
    return dates.moment(at, lang)


def _weekday(value: object, lang: str) -> str:
    if not isinstance(value, int):
        raise OddValue("weekday")
    return dates.weekday(value, lang)


_PLAIN: Mapping[str, Callable[[object, str], str]] = {
    "date": _date,
    "time": _time,
    "instant": _instant,
    "weekday": _weekday,
}


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise OddValue(type(value).__name__)
    return value


def _listed(items: object, lang: str, says: Says) -> Segments:
    if not isinstance(items, list | tuple):
        raise OddValue("list")
    between = dates.around(len(items), lang)
    made = [Segment(between[0])]
    for item, after in zip(items, between[1:], strict=True):
        made += [*written(item, lang, says), Segment(after)]
    return tuple(one for one in made if one.text)


def _said(pair: object, lang: str, says: Says) -> Segments:
    if not isinstance(pair, list | tuple) or len(pair) != 2:
        raise OddValue("say")
    name, values = pair
    if not isinstance(name, str) or not isinstance(values, Mapping):
        raise OddValue("say")
    return says(name, values, lang)
