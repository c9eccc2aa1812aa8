"""The promises of a case as the guest is told them, everywhere in the same words (design.md, Dates)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from webchat.cases.case import Case
from webchat.cases.promises.promise import Promise
from webchat.cases.words import ReplyBy, Unit
from webchat.chat.bubble import Bubble
from webchat.guest.transcript import Speaker
from webchat.i18n.locales import ENGLISH, language
from webchat.i18n.telling import counted, heading, tell
from webchat.i18n.told import Told


@dataclass(frozen=True, slots=True)
class Promised:
    """One promise in words. `english` holds the same in English while nobody has checked the language
    (guest-rules D15), and is empty otherwise."""

    heading: Bubble
    lines: tuple[Bubble, ...]
    english: tuple[Bubble, ...] = ()


def first_word(case: Case, promises: Iterable[Promise], now: datetime) -> Promise | None:
    """The promise by which the guest first hears from a person, with its date.

    None where no date is set, every date has passed, or they asked for no reply.
    """
    if case.reply_by is ReplyBy.NONE:
        return None
    open_ones = [one for one in promises if one.is_owed and one.due_at and one.due_at >= now]
    return min((one for one in open_ones if one.unit is not Unit.MINUTE), key=_due, default=None)


def _due(one: Promise) -> tuple[bool, datetime | None]:
    return one.due_at is None, one.due_at


def promised(
    case: Case, promises: Iterable[Promise], speaker: Speaker, now: datetime
) -> tuple[Promised, ...]:
    """Every promise of a case, the earlier first, those without a date last.

    How a date was counted is told once: a second promise with the same date and the same counting keeps its
    first sentence, its clause and its quote.
    """
    document = speaker.charity.policy.document
    made: list[Promised] = []
    counts: list[tuple[date | None, tuple[Told, ...]]] = []
    for one in sorted(promises, key=_due):
        lines, counting = tell(one, document, now, case.received_at), counted(one, case.received_at)
        if (one.due_on, counting) in counts:
            lines = tuple(line for line in lines if line not in counting)
        counts.append((one.due_on, counting))
        made.append(_one(heading(one), lines, speaker))
    return tuple(made)


def _one(title: Told, lines: Iterable[Told], speaker: Speaker) -> Promised:
    said = tuple(lines)
    here = tuple(speaker.told(one) for one in said)
    checked = language(speaker.lang).reviewed
    english = () if checked else tuple(speaker.told(one, ENGLISH.code) for one in said)
    return Promised(speaker.told(title), here, english)
