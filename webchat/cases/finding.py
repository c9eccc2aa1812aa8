"""What a case is found by: words, the beginnings of names, and ways to reach somebody, each made regular.

What is stored and what staff type are made regular alike, so that one finds the other (issue 4, line 11).
"""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate, islice
from unicodedata import category, combining, decimal, normalize

from webchat.cases.case import Message, Person
from webchat.cases.contact import is_email

RULE = 1  # raised when the rule below changes: what was filed by another is filed again
SHORTEST = 3  # letters of a name's beginning
LONGEST = 20  # letters of one; a longer name is still found whole
_FEWEST_DIGITS, _MOST_DIGITS = 7, 16  # of a phone number
_MOST_GROUPS = 6  # of digits in a phone number, as people write it
_MOST_NUMBERS = 200  # looked for in one text
_BETWEEN = 4  # characters at most between two groups: ") - "
_UNITED_KINGDOM, _AFTER_IT = "44", 9  # digits at least

# What no decomposition takes apart, by what people type for it. In Arabic and Persian: one shape of alef, of
# ya, of kaf and of the last ha, and no stroke that only lengthens a word.
_PLAIN = str.maketrans({
    "ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
    "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ہ": "ه", "ـ": "",
    "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'", "´": "'", "‐": "-", "‑": "-",
})  # fmt: skip
_ARTICLE = re.compile(r"(?:[وفبك]?ال|لل)(?=\w{3})")
_GROUP = re.compile(r"\d+")
_GAP = re.compile(r"[\s()+./-]*")
_APART = re.compile(r"[\s,;:<>()\[\]\"]+")


def terms_of(people: Iterable[Person], messages: Iterable[Message]) -> frozenset[str]:
    """Everything that a case is found by: whole words, beginnings of names from `SHORTEST` letters on, and
    each email address and phone number, wherever it stands."""
    found: set[str] = set()
    for one in people:
        found.update(_beginnings(one.name), _in_text(one.contact))
    for message in messages:
        found.update(_in_text(message.body))
    return frozenset(found)


def terms_asked(typed: str) -> frozenset[str]:
    """What somebody asks for: a case is found that has all of it. Empty where nothing can be looked for.

    An email address or a phone number is one thing to look for, however it is written.
    """
    tokens = list(_tokens(typed))
    emails = {token for token in tokens if is_email(token)}
    rest = folded(" ".join(token for token in tokens if token not in emails))
    numbers = [run for run in _runs_of_digits(rest) if _FEWEST_DIGITS <= len(_together(run)) <= _MOST_DIGITS]
    for run in reversed(numbers):
        rest = f"{rest[: run[0].start()]} {rest[run[-1].end() :]}"
    words = (word for run in _runs(rest) for word in _asked_in(run))
    return frozenset({*map(_email, emails), *(_phone(_together(run)) for run in numbers), *map(_word, words)})


def folded(text: str) -> str:
    """Text without capitals, accents, vowel marks, and the shapes that one letter or digit may have."""
    if text.isascii():
        return text.lower()
    plain = normalize("NFKD", normalize("NFKD", text).casefold()).translate(_PLAIN)
    return "".join(_one(letter) for letter in plain)


def _one(letter: str) -> str:
    if letter.isascii():
        return letter
    if combining(letter) or category(letter) == "Cf":
        return ""
    value = decimal(letter, -1)
    return letter if value < 0 else str(value)


def _in_text(text: str) -> Iterator[str]:
    for run in _runs(folded(text)):
        yield from map(_word, _said_in(run))
    yield from (_email(token) for token in _tokens(text) if is_email(token))
    yield from _numbers(text)


def _beginnings(name: str) -> Iterator[str]:
    for run in _runs(folded(name)):
        for word in _said_in(run, also_as_written=True):
            yield _word(word)
            yield from (_word(word[:end]) for end in range(SHORTEST, min(len(word), LONGEST + 1)))


def _runs(text: str) -> list[str]:
    """The runs of letters, digits and marks, with the apostrophes and hyphens inside them."""
    plain = "".join(one if one in "'-" or one.isalnum() or category(one)[0] == "M" else " " for one in text)
    return [run.strip("'-") for run in plain.split()]


def _said_in(run: str, also_as_written: bool = False) -> Iterator[str]:
    """Each way to ask for a run: "Anne-Marie" by either name or both as one, "O'Brien" without its mark."""
    parts = run.replace("'", "-").split("-")
    for word in {*parts, *run.replace("'", "").split("-"), "".join(parts)}:
        if also_as_written and _counts(word):
            yield word
        yield from _counted(word)


def _asked_in(run: str) -> Iterator[str]:
    for word in run.replace("'", "").split("-"):
        yield from _counted(word)


def _counted(word: str) -> Iterator[str]:
    if _counts(word):
        yield _ARTICLE.sub("", word, count=1) if _ARTICLE.match(word) else word


def _counts(word: str) -> bool:
    return len(word) > 1 or not word.isascii()  # a single letter of English is in every case


def _tokens(text: str) -> Iterator[str]:
    return (one.strip(".'") for one in _APART.split(normalize("NFKC", text).casefold()))


def _numbers(text: str) -> Iterator[str]:
    """The phone numbers that may stand in a text: neighbouring groups of digits, in every way to cut them."""
    cuts = (
        digits
        for run in _runs_of_digits(folded(text))
        for start in range(len(run))
        for digits in accumulate(group.group() for group in run[start : start + _MOST_GROUPS])
        if _FEWEST_DIGITS <= len(digits) <= _MOST_DIGITS
    )
    return map(_phone, islice(cuts, _MOST_NUMBERS))


def _runs_of_digits(text: str) -> list[list[re.Match[str]]]:
    """Groups of digits, together where only what people write inside a phone number is between them."""
    runs: list[list[re.Match[str]]] = []
    for group in _GROUP.finditer(text):
        gap = text[runs[-1][-1].end() : group.start()] if runs else ""
        if runs and len(gap) <= _BETWEEN and _GAP.fullmatch(gap):
            runs[-1].append(group)
        else:
            runs.append([group])
    return runs


def _together(run: list[re.Match[str]]) -> str:
    return "".join(group.group() for group in run)


def _phone(digits: str) -> str:
    """One mark for "07700 900123", "+44 7700 900123" and "0044 (0)7700 900123"."""
    plain = digits.lstrip("0")
    after = plain.removeprefix(_UNITED_KINGDOM).lstrip("0")
    return f"phone:{after if plain.startswith(_UNITED_KINGDOM) and len(after) >= _AFTER_IT else plain}"


def _email(address: str) -> str:
    return f"email:{address}"


def _word(word: str) -> str:
    return f"word:{word}"
