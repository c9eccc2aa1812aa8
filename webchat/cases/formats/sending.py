"""Before words go to a guest: what they need, and why not where it is sent otherwise (guest-rules I9)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from webchat.cases.case import Case
from webchat.cases.errors import NotAllowed
from webchat.cases.formats.needed import formats_needed, formats_on_the_way
from webchat.cases.moves import Letter
from webchat.cases.needs import Need
from webchat.cases.promises.calendar import london_date


def fitted(case: Case, letter: Letter, needs: Iterable[Need]) -> Letter:
    """The letter with the formats in which its guest needs it; sent as it is only for a reason.

    Raises NotAllowed: "no_plain_why" without a kind of reason, "no_plain_words" without words that the guest
    reads (ACSOS: "explain why a preference cannot be met").
    """
    formats = formats_needed(case.lang, letter.lang, needs)
    if letter.plain is None or not formats_on_the_way(formats, case.reply_by):
        return replace(letter, formats=formats, plain=None)
    if letter.plain.why is None:
        raise NotAllowed("no_plain_why")
    if not letter.plain.words.strip():
        raise NotAllowed("no_plain_words")
    return replace(letter, formats=formats)


def as_needed(case: Case, letter: Letter, needs: Iterable[Need], now: datetime) -> Letter:
    """A letter that serves no promise, in the formats in which its guest needs it, to be made today.

    Without words of anybody's it is told in the guest's own language.
    """
    lang = letter.lang if letter.body.strip() else case.lang
    formats = formats_needed(case.lang, lang, needs)
    return replace(letter, formats=formats, make_by=london_date(now) if formats else None)
