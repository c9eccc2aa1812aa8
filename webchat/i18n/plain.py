"""What is not plain in an English sentence (guest-rules D1, D4, D5, D8 to D11): for us and for staff."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType

LONGEST_SENTENCE = 20  # words (guest-rules D1)
# The numbers a sentence may hold itself: they are names. Every other number is a value.
NUMBERS_THAT_ARE_NAMES = ("999", "55", "111", "116 123", "18001", "85258")


class Unplain(StrEnum):
    """What makes a sentence hard, with the remedy."""

    LONG = "a sentence has more than 20 words: make two"
    NUMBER = "a number stands in the sentence: give it as a value"
    CONTRACTION = "a contraction such as can't: write cannot"
    PROMISE = "says soon, shortly, up to or as soon as possible: give the date"
    SHOULD = "says should: say what we do, or what to do"
    EASY = "calls something easy or simple: it may not be, for this person"
    BLAME = "says invalid, incorrect or oops: say what to do"
    MIDNIGHT = "says midnight: say 11:59pm"
    SHORT_LATIN = "says e.g., i.e. or etc.: write it out"
    PEOPLE = "names people by one thing: older people, disabled people, people who are homeless"
    EMOJI = "an emoji carries meaning: use a word"
    ACKNOWLEDGE = "says acknowledge: tell you we have your message"
    COMPLAINANT = "says complainant: you, or the person who complained"
    OFFICER = "says investigation officer: the person looking into it"
    ESCALATE = "says escalate: ask someone more senior to look again"
    SERVICE_USER = "says service user: guest, or the charity's own word"
    THIRD_PARTY = "says third party: someone else"
    VEXATIOUS = "says vexatious: never shown to anybody"
    OUTCOME = "says outcome: what we decide"
    ENQUIRY = "says written enquiry: letter"
    RECEIPT = "says in receipt of: got"


_WORDS: Mapping[Unplain, str] = MappingProxyType(
    {
        Unplain.CONTRACTION: r"\w+n['’]t\b|\b(?:i|we|you|they|he|she|it|that|there)['’](?:re|ve|ll|d|m|s)\b",
        Unplain.PROMISE: r"\b(?:soon|shortly|up to|asap|as soon as possible)\b",
        Unplain.SHOULD: r"\bshould\b",
        Unplain.EASY: r"\b(?:eas(?:y|ily|ier)|simpl(?:e|y|er))\b(?! read)",
        Unplain.BLAME: r"\b(?:invalid|oops|incorrect)\b",
        Unplain.MIDNIGHT: r"\bmidnight\b",
        Unplain.SHORT_LATIN: r"\b(?:e\.g|i\.e|etc)\b",
        Unplain.PEOPLE: r"\bthe (?:elderly|homeless|disabled|blind|deaf)\b(?! \w)|\bsuffer(?:s|ing)? from\b",
        Unplain.EMOJI: "[\U0001f300-\U0001faff\u2600-\u27bf]",
        Unplain.ACKNOWLEDGE: r"\backnowledg\w*",
        Unplain.COMPLAINANT: r"\bcomplainants?\b",
        Unplain.OFFICER: r"\binvestigation officers?\b",
        Unplain.ESCALATE: r"\bescalat\w*",
        Unplain.SERVICE_USER: r"\bservice users?\b",
        Unplain.THIRD_PARTY: r"\bthird part(?:y|ies)\b",
        Unplain.VEXATIOUS: r"\bvexatious\b",
        Unplain.OUTCOME: r"\boutcomes?\b",
        Unplain.ENQUIRY: r"\bwritten enquir(?:y|ies)\b",
        Unplain.RECEIPT: r"\bin receipt of\b",
    }
)
_PATTERNS = tuple((fault, re.compile(pattern, re.IGNORECASE)) for fault, pattern in _WORDS.items())
_PLACE = re.compile(r"\{\w+\}|%\(\w+\)[sd]")
_ENDS = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|\n+")
_NAMED = re.compile("|".join(rf"(?<!\d){number}(?!\d)" for number in NUMBERS_THAT_ARE_NAMES))
_WORD = re.compile(r"[\w'’@.-]*\w")


def unplain(text: str) -> tuple[Unplain, ...]:
    """Everything that makes an English text hard to read; a place for a value counts as one word."""
    return tuple(dict.fromkeys(_found(_PLACE.sub("value", text))))


def _found(text: str) -> Iterator[Unplain]:
    if any(len(_WORD.findall(sentence)) > LONGEST_SENTENCE for sentence in _ENDS.split(text)):
        yield Unplain.LONG
    if re.search(r"\d", _NAMED.sub("", text)):
        yield Unplain.NUMBER
    for fault, pattern in _PATTERNS:
        if pattern.search(text):
            yield fault
