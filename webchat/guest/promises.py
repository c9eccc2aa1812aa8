"""The promises of a case as the guest is told them, everywhere in the same words (design.md, Dates)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from webchat.cases.case import Case
from webchat.cases.promise import Promise
from webchat.chat.bubble import Bubble
from webchat.guest.transcript import Speaker
from webchat.i18n.locales import ENGLISH, language
from webchat.i18n.telling import heading, tell
from webchat.i18n.told import Told


@dataclass(frozen=True, slots=True)
class Promised:
    """One promise in words. `english` holds the same in English while nobody has checked the language
    (guest-rules D15), and is empty otherwise."""

    heading: Bubble
    lines: tuple[Bubble, ...]
    english: tuple[Bubble, ...] = ()


def promised(
    case: Case, promises: Iterable[Promise], speaker: Speaker, now: datetime
) -> tuple[Promised, ...]:
    """Every promise of a case, the earlier first, those without a date last."""
    document = speaker.charity.policy.document
    told = sorted(promises, key=lambda one: (one.due_at is None, one.due_at))
    return tuple(_one(heading(one), tell(one, document, now, case.received_at), speaker) for one in told)


def _one(title: Told, lines: Iterable[Told], speaker: Speaker) -> Promised:
    said = tuple(lines)
    here = tuple(speaker.told(one) for one in said)
    checked = language(speaker.lang).reviewed
    english = () if checked else tuple(speaker.told(one, ENGLISH.code) for one in said)
    return Promised(speaker.told(title), here, english)

