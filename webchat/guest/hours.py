"""A charity's opening hours in words, as far as it has told us (design.md, Settings of a charity)."""

from dataclasses import dataclass
from datetime import datetime

from webchat.guest.metadata import opening
from webchat.i18n import dates
from webchat.packs.charity import Charity


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the week: its name and its open times in words, empty where it is closed."""

    name: str
    spans: str


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """`state` is open, closed or unknown; `next` opening; `days` from Monday, none where unknown."""

    state: str
    next: datetime | None
    days: tuple[Day, ...]


def opening_hours(charity: Charity, lang: str, now: datetime) -> OpeningHours:
    """The hours in a language."""
    told = opening(charity, now)
    hours = charity.settings.hours
    days = [Day(dates.weekday(day, lang), _spans(hours.get(day, ()), lang)) for day in range(7)]
    known = told["state"] != "unknown"
    following = datetime.fromisoformat(str(told["next"])) if known else None
    return OpeningHours(str(told["state"]), following, tuple(days) if known else ())


def _spans(spans: object, lang: str) -> str:
    pairs = spans if isinstance(spans, tuple) else ()
    said = [f"{dates.clock_time(opens, lang)} – {dates.clock_time(ends, lang)}" for opens, ends in pairs]
    return dates.listed(said, lang)
