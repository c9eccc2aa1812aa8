"""In which formats something written has to reach its guest (guest-rules D17 to D19, I9; RUILS, R14)."""

from collections.abc import Collection, Iterable, Mapping

from webchat.cases.case import Message
from webchat.cases.needs import INTERPRETER, Need
from webchat.cases.words import Format, ReplyBy, WhyPlain

_ENGLISH = "en"
# Each need by its code; a language told in words is an interpreter's.
_BY_NEED: Mapping[str, Format] = {one.value: one for one in Format if one is not Format.TRANSLATION}
_LANGUAGE = "community_language"
# Whoever brings these speaks or signs: they are as needed on the telephone as in a letter.
LIVE = (Format.BSL, Format.INTERPRETER)
_SAID = (ReplyBy.PHONE, ReplyBy.IN_PERSON)
# After these a guest can take in what went as it is, or has taken it in.
_TAKEN_IN = (WhyPlain.GUEST_AGREES, WhyPlain.TOLD_ALREADY)


def format_of(need: Need) -> Format | None:
    """The format that a need asks for; None for a need of another sort, as a quiet room."""
    known = _BY_NEED.get(need.value)
    return known or (Format.INTERPRETER if need.field == _LANGUAGE else None)


def is_listed(need: Need, promised: Collection[str]) -> bool:
    """Whether what a need asks for is among the needs that a policy lists, each by its code."""
    return (INTERPRETER if format_of(need) is Format.INTERPRETER else need.value) in promised


def formats_needed(guest_lang: str, lang: str, needs: Iterable[Need]) -> tuple[Format, ...]:
    """What words in `lang` have to be made into for this guest, who wrote in `guest_lang`.

    Words in their own language need no interpreter and no translator. Nothing is inferred: only what they
    told us counts, and the language they write in (D20).
    """
    asked = dict.fromkeys(one for need in needs if need.is_to_be_met and (one := format_of(need)))
    if guest_lang != _ENGLISH and lang == guest_lang:
        asked.pop(Format.INTERPRETER, None)
    elif guest_lang != lang and Format.INTERPRETER not in asked:
        asked[Format.TRANSLATION] = None
    return tuple(asked)


def formats_on_the_way(formats: Iterable[Format], way: ReplyBy) -> tuple[Format, ...]:
    """Those that matter on a way: what is said to a guest is not printed, but an interpreter is there."""
    return tuple(one for one in formats if way not in _SAID or one in (*LIVE, Format.TRANSLATION))


def is_to_be_made(message: Message, way: ReplyBy) -> bool:
    """Whether somebody has to put it into another form before it reaches its guest."""
    return message.plain_why is None and bool(formats_on_the_way(message.formats, way))


def can_be_taken_in(message: Message) -> bool:
    """Whether what went as it is counts as told: not where its guest cannot read it."""
    return message.plain_why is None or message.plain_why in _TAKEN_IN
