"""What a charity tells of itself that no policy states, as an answer: its hours, how to reach it, how long
words are kept (design.md, Settings of a charity)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from webchat.cases.promises.clock import Hours
from webchat.i18n.told import Told, Typed, a_time, say, several

HOURS, REACH, KEPT = "hours", "reach", "kept"


@dataclass(frozen=True, slots=True)
class Settings:
    """What is told; empty is not told. `months`: how long words are kept after the work is finished."""

    hours: Hours = field(default_factory=dict)
    phone: str = ""
    email: str = ""
    address: str = ""
    months: int | None = None

    @property
    def topics(self) -> frozenset[str]:
        """The topics that these answer."""
        told = {
            HOURS: any(self.hours.values()),
            REACH: bool(self.phone or self.email or self.address),
            KEPT: self.months is not None,
        }
        return frozenset(topic for topic, is_told in told.items() if is_told)


def settings_told(topic: str, settings: Settings) -> Iterator[Told]:
    """Every sentence on a topic, and where it comes from; none where nothing was told."""
    if topic not in settings.topics:
        return
    yield from {HOURS: _hours, REACH: _reach, KEPT: _kept}[topic](settings)
    yield Told("answer_from_settings")


def _hours(settings: Settings) -> Iterator[Told]:
    for day, spans in sorted(settings.hours.items()):
        if spans:
            pairs = [{"opens": a_time(opens), "closes": a_time(closes)} for opens, closes in spans]
            times = [say(Told("answer_span", one)) for one in pairs]
            yield Told("answer_open_on", {"day": {"weekday": day}, "times": several(times)})
    yield Told("answer_closed_otherwise")


def _reach(settings: Settings) -> Iterator[Told]:
    told: dict[str, Typed] = {"phone": settings.phone, "email": settings.email, "address": settings.address}
    for way, value in told.items():
        if value:
            yield Told(f"answer_{way}", {way: value})


def _kept(settings: Settings) -> Iterator[Told]:
    yield Told("answer_kept", {"months": settings.months or 0})
