"""A number of working days, days or minutes as English policies write it: "5", "seven", "twenty-eight"."""

import re
from collections.abc import Iterator

from webchat.packs.wording import unit_patterns, wordings

_ONES = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TO_NINE = "|".join(_ONES[:9])
# The words of a number to ninety-nine; nothing of a larger one, of "2.5" or of "3-5" is taken for a number.
_NUMBER = (
    r"(?<![\w.,–-])(?<!hundred )(?<!hundred and )(?<!thousand )"
    rf"(?:\d+|(?:{'|'.join(_TENS)})(?:[ -](?:{_TO_NINE}))?|{'|'.join(reversed(_ONES))})"
)


def number_faults(quote: str, value: int, unit: str) -> Iterator[str]:
    """The fault of a promise whose quote does not say its value in its unit, as a code."""
    said = stated(quote)
    if (value, unit) in said:
        return
    yield "unit_not_in_quote" if value in {number for number, _ in said} else "value_not_in_quote"


def counted_as_faults(quote: str, words: str, value: int, unit: str) -> Iterator[str]:
    """The faults of a promise that names in `words` how its quote counts without a number, as codes."""
    if words not in quote:
        yield "counted_as_not_in_quote"
    if stated(quote):
        yield "counted_as_not_needed"
    for known, means in wordings():
        if known in words and means != (value, unit):
            yield "counted_as_otherwise"


def stated(quote: str) -> set[tuple[int, str]]:
    """Every (value, unit) that words state: "within seven working days" has (7, "working_day")."""
    found: set[tuple[int, str]] = set()
    for unit, pattern in unit_patterns():
        for match in re.finditer(rf"({_NUMBER}) {pattern}\b", quote, re.IGNORECASE):
            found.add((_number(match[1].lower()), unit))
    return found


def numbers_in(quote: str) -> set[int]:
    """Every whole number that words state, of whatever: "within five rings" has 5."""
    return {_number(match[0].lower()) for match in re.finditer(rf"{_NUMBER}(?!\w)", quote, re.IGNORECASE)}


def persons_in(quote: str) -> set[int]:
    """Of how many people words speak: "a 3-person panel" and "three trustees" have 3."""
    pattern = rf"({_NUMBER})[ -](?:persons?|people|members?|trustees?)\b"
    return {_number(match[1].lower()) for match in re.finditer(pattern, quote, re.IGNORECASE)}


def _number(words: str) -> int:
    if words.isdecimal():
        return int(words[:9])
    parts = re.split("[ -]", words)
    return sum(10 * _TENS.index(one) + 20 if one in _TENS else _ONES.index(one) + 1 for one in parts)
