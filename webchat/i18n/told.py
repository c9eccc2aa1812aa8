"""What is said, before it is words: a response's name and typed values that every language can write."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import TypeAlias

from webchat.cases.promises.calendar import LONDON

# {"date": "2026-12-01"}, {"time": "17:00"}, {"instant": "2026-12-01T10:15:00+00:00"}, {"days": 5},
# {"list": [...]}, {"say": ["name", {...}]}, {"english": "words that stay English"}, a str or an int.
Typed: TypeAlias = "str | int | Sequence[Typed] | Mapping[str, Typed]"


@dataclass(frozen=True, slots=True)
class Told:
    """One thing said: the name of a response in actions/domain/ and its typed JSON values."""

    name: str
    values: Mapping[str, Typed] = field(default_factory=dict)


def a_date(on: date) -> Typed:
    """A date, to be written in full."""
    return {"date": on.isoformat()}


def a_time(at: datetime | time) -> Typed:
    """A time of day in London, to the minute."""
    local = at.astimezone(LONDON).time() if isinstance(at, datetime) else at
    return {"time": local.strftime("%H:%M")}


def a_moment(at: datetime) -> Typed:
    """A date and a time; `at` is aware."""
    return {"instant": at.isoformat()}


def days(count: int) -> Typed:
    """How many days, working or not: the sentence round it says which."""
    return {"days": count}


def english(words: str) -> Typed:
    """Words out of a charity's own document, which stay English in every language (guest-rules H2)."""
    return {"english": words}


def say(one: Told) -> Typed:
    """A thing said inside another."""
    return {"say": [one.name, dict(one.values)]}


def several(things: Sequence[Typed]) -> Typed:
    """A list in a sentence: "A, B and C"."""
    return {"list": list(things)}
