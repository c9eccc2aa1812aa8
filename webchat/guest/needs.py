"""What a guest needs, as they see it on their page, in their language (guest-rules D17)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from webchat.cases.needs import Need
from webchat.cases.promises.calendar import london_date
from webchat.chat.bubble import Paragraph, Segment
from webchat.guest.transcript import Speaker
from webchat.i18n.told import Told

_NAMES = ("value_needs_", "value_appointment_access_")


@dataclass(frozen=True, slots=True)
class NeedHere:
    """One need: its words, the size of print in points if it has one, the London date it was told, and what
    has become of it (`NeedState`)."""

    label: Paragraph
    points: int | None
    told_on: date
    state: str


def needs_here(needs: Iterable[Need], speaker: Speaker) -> tuple[NeedHere, ...]:
    """What they need, in their language; a language and what else they need in their own words."""
    return tuple(
        NeedHere(_words(one, speaker), one.points, london_date(one.told_at), one.state.value)
        for one in needs
    )


def _words(need: Need, speaker: Speaker) -> Paragraph:
    known = [name for prefix in _NAMES if speaker.renderer.knows(name := f"{prefix}{need.value}")]
    return speaker.segments(Told(known[0])) if known else (Segment(need.value, isolate=True),)
