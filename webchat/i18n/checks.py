"""What is wrong in a translation, told against its English: a faulty one is never shown to anybody."""

import re
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum

# {date} in a response, %(name)s in a template.
_BRACE = re.compile(r"\{\w+\}")
_PERCENT = re.compile(r"%\(\w+\)[a-zA-Z]|%.?")
_STRAY_BRACE = re.compile(r"[{}]")
_TAG = re.compile(r"<\s*[/!?a-zA-Z][^>]*>?|&#?\w+;")
_DIGITS = re.compile(r"\d+")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
_ADDRESS = re.compile(r"https?://\S+|www\.\S+", re.IGNORECASE)
# Marks that turn text round, and others that nobody can see: isolates are added where they are needed.
_UNSEEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u061c\x00-\x08\x0b-\x1f\x7f]")
# Placeholders that hold the number of a plural; a form for one number alone may leave it out ("two days").
COUNTS = frozenset(
    {"{count}", "{days}", "{minutes}", "{months}", "%(num)d", "%(num)s", "%(count)d", "%(count)s"}
)


class Wrong(StrEnum):
    """What may be wrong in a translation (formats.md 8; guest-rules D12)."""

    EMPTY = "it is empty"
    PLACEHOLDERS = "its placeholders are not those of the English"
    TAGS = "it has HTML that the English does not have"
    NUMBERS = "its digits are not those of the English"
    ADDRESSES = "its email or web addresses are not those of the English"
    UNSEEN_MARKS = "it has control characters that nobody can see"
    FORMS = "it has not one form for each plural of the language"


def wrong_in(english: str, translated: str, may_omit: frozenset[str] = frozenset()) -> tuple[Wrong, ...]:
    """Everything wrong in a translation of one English text; `may_omit` are placeholders it need not hold."""
    faults = [] if translated.strip() else [Wrong.EMPTY]
    wanted, found = _placeholders(english), _placeholders(translated)
    if not (found <= wanted and wanted - found <= may_omit) or _stray(translated) - _stray(english):
        faults.append(Wrong.PLACEHOLDERS)
    for kind, pattern in ((Wrong.TAGS, _TAG), (Wrong.NUMBERS, _DIGITS)):
        if sorted(pattern.findall(english)) != sorted(pattern.findall(translated)):
            faults.append(kind)
    if _addresses(english) != _addresses(translated):
        faults.append(Wrong.ADDRESSES)
    if _UNSEEN.search(translated):
        faults.append(Wrong.UNSEEN_MARKS)
    return tuple(faults)


def wrong_in_forms(
    english: tuple[str, str], translated: Sequence[str], forms: int, plural: Callable[[int], int]
) -> tuple[Wrong, ...]:
    """Everything wrong in the plural forms of a translation; `plural` gives the form of a number."""
    if len(translated) != forms:
        return (Wrong.FORMS,)
    alone = _forms_of_one_number(forms, plural)
    faults: list[Wrong] = []
    for place, text in enumerate(translated):
        omit = COUNTS if place in alone else frozenset()
        faults += wrong_in(english[1], text, omit)
    return tuple(dict.fromkeys(faults))


def _forms_of_one_number(forms: int, plural: Callable[[int], int]) -> frozenset[int]:
    of = [plural(number) for number in range(200)]
    return frozenset(form for form in range(forms) if of.count(form) == 1)


def _placeholders(text: str) -> frozenset[str]:
    named: Iterable[str] = (*_BRACE.findall(text), *(one for one in _PERCENT.findall(text) if one != "%%"))
    return frozenset(named)


def _stray(text: str) -> frozenset[str]:
    return frozenset(_STRAY_BRACE.findall(_BRACE.sub("", text)))


def _addresses(text: str) -> list[str]:
    return sorted(_EMAIL.findall(text) + _ADDRESS.findall(text))
