"""Who can help: numbers of the whole country and of a charity's council, each with the day it was checked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from webchat.packs.faults import Fault, PackFaults
from webchat.packs.shape import Shape, Table, is_day, is_flag, is_id, is_text, list_faults, one_of
from webchat.packs.toml_file import read_toml

DIRECTORY = Path(__file__).parent / "data" / "directory.toml"
# After so many days unchecked a number is hidden (guest-rules E19).
DAYS_GOOD = 180


class Group(StrEnum):
    """What the help is for, in the order guests read it."""

    HOME = "home"
    CARE = "care"
    LIFE = "life"
    SLEEP = "sleep"
    CHILD = "child"
    OLDER = "older"
    DEAF = "deaf"


class Way(StrEnum):
    """How it is reached: a call, a text, a text after registering, digits before any number, a web page."""

    CALL = "call"
    TEXT = "text"
    REGISTER = "register"
    BEFORE = "before"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Number:
    """Somebody to turn to. `words` is what to text; `always` ones are never hidden and have no group.

    `verified_on` is when we last read it at its `source`, `confirmed_on` when the charity says it checked.
    """

    id: str
    name: str
    number: str
    source: str = ""
    group: Group | None = None
    way: Way = Way.CALL
    words: str = ""
    always: bool = False
    verified_on: date | None = None
    confirmed_on: date | None = None

    @property
    def last_checked(self) -> date | None:
        """The last day on which anybody checked it."""
        return max((day for day in (self.verified_on, self.confirmed_on) if day), default=None)

    def is_shown(self, today: date) -> bool:
        """Whether guests may see it on a day (guest-rules E19)."""
        return self.always or _is_good(self.last_checked, today)

    def is_confirmed(self, today: date) -> bool:
        """Whether the charity itself has checked it, not too long ago; otherwise it is marked."""
        return _is_good(self.confirmed_on, today)


def _is_good(checked: date | None, today: date) -> bool:
    return checked is not None and (today - checked).days <= DAYS_GOOD


def shown(numbers: Iterable[Number], today: date) -> tuple[Number, ...]:
    """What guests may see on a day beside the emergency card, group by group."""
    seen = [one for one in numbers if one.group and one.is_shown(today)]
    order = list(Group)
    return tuple(sorted(seen, key=lambda one: order.index(one.group or Group.HOME)))


def confirmed(numbers: Iterable[Number], days: Mapping[str, date]) -> tuple[Number, ...]:
    """The same numbers with the days, by id, on which a charity says that it checked them."""
    return tuple(replace(one, confirmed_on=days.get(one.id)) for one in numbers)


def _is_one_or_other(table: Table) -> bool:
    return ("group" in table) != (table.get("always") is True)


_TEXT = ("not_text", is_text)
_NUMBER = Shape(
    required=("id", "name", "number", "source"),
    keys={
        "id": ("bad_id", is_id),
        **dict.fromkeys(("name", "number", "words", "source"), _TEXT),
        "group": ("unknown_group", one_of(Group)),
        "way": ("unknown_way", one_of(Way)),
        "always": ("not_a_flag", is_flag),
        "verified_on": ("not_a_date", is_day),
    },
    whole=(("group_or_always", ("group", "always"), _is_one_or_other),),
)


@cache
def load_directory(path: Path = DIRECTORY) -> tuple[Number, ...]:
    """The numbers of the whole country. Raises PackFaults with every fault at once."""
    faults: list[Fault] = []
    tables = read_toml(path, path.name, faults) or {}
    faults += [Fault(path.name, name, "unknown_key", name) for name in tables if name != "number"]
    listed = tables.get("number", [])
    faults += list_faults(listed, _NUMBER, path.name, "number")
    if isinstance(listed, list):
        faults += _twice(path.name, [one.get("id") for one in listed if isinstance(one, dict)])
    if faults or not isinstance(listed, list):
        raise PackFaults(faults)
    return tuple(_made(one) for one in listed)


def _twice(file: str, ids: list[object]) -> list[Fault]:
    return [Fault(file, str(one), "duplicate_id") for place, one in enumerate(ids) if one in ids[:place]]


def _made(table: dict[str, Any]) -> Number:
    return Number(
        id=table["id"],
        name=table["name"],
        number=table["number"],
        source=table["source"],
        group=Group(table["group"]) if "group" in table else None,
        way=Way(table.get("way", Way.CALL)),
        words=table.get("words", ""),
        always=table.get("always", False),
        verified_on=table.get("verified_on"),
    )
