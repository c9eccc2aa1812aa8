"""The shape a table of a pack must have: its keys, each with a check and the code of the fault."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from webchat.packs.faults import Fault

Table: TypeAlias = Mapping[str, object]
Check: TypeAlias = Callable[[object], bool]

_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_ID = re.compile(r"[A-Z0-9]+(-[A-Z0-9]+)*")
_MOST = 10_000


@dataclass(frozen=True, slots=True)
class Shape:
    """What a table may hold.

    `keys`: each key's (code, check). `whole`: rules between keys, each a (code, the keys it reads, rule).
    """

    keys: Mapping[str, tuple[str, Check]]
    required: tuple[str, ...] = ()
    whole: tuple[tuple[str, tuple[str, ...], Callable[[Table], bool]], ...] = field(default=())

    def is_right(self, table: Table, key: str) -> bool:
        """Whether a table has a key, and what it says there can be taken."""
        return key in table and self.keys[key][1](table[key])


def faults_of(table: object, shape: Shape, file: str, entry: str) -> list[Fault]:
    """Everything wrong with one table. A rule between keys is read wherever those keys are right."""
    if not isinstance(table, dict):
        return [Fault(file, entry, "not_a_table", _shown(table))]
    missing = [key for key in shape.required if key not in table]
    wrong = [key for key in shape.keys if key in table and not shape.is_right(table, key)]
    faults = [Fault(file, entry, "missing", key) for key in missing]
    faults += [Fault(file, entry, "unknown_key", key) for key in table if key not in shape.keys]
    faults += [Fault(file, entry, shape.keys[key][0], f"{key} = {_shown(table[key])}") for key in wrong]
    unread = {*missing, *wrong}
    faults += [
        Fault(file, entry, code)
        for code, keys, holds in shape.whole
        if unread.isdisjoint(keys) and not holds(table)
    ]
    return faults


def list_faults(entries: object, shape: Shape, file: str, name: str) -> list[Fault]:
    """Everything wrong with a list of tables, such as all that are headed [[promise]]."""
    if not isinstance(entries, list):
        return [Fault(file, name, "not_a_list", name)]
    return [
        fault
        for place, entry in enumerate(entries, 1)
        for fault in faults_of(entry, shape, file, entry_name(entry, f"{name} {place}"))
    ]


def entry_name(entry: object, otherwise: str) -> str:
    """An entry's id, or its place in the file where it has none."""
    found = entry.get("id") if isinstance(entry, dict) else None
    return found if isinstance(found, str) else otherwise


def _shown(value: object) -> str:
    return repr(value)[:80]


def is_text(value: object) -> bool:
    """Words with something in them, on one line, and nothing that cannot be printed."""
    return isinstance(value, str) and bool(value.strip()) and value.isprintable()


def is_id(value: object) -> bool:
    """An entry's own name, such as "HC-S1-ACK"."""
    return isinstance(value, str) and bool(_ID.fullmatch(value))


def may_be_blank(value: object) -> bool:
    """Words, or nothing yet."""
    return value == "" or is_text(value)


def is_flag(value: object) -> bool:
    """True or false, not a word for it."""
    return isinstance(value, bool)


def is_count(value: object) -> bool:
    """A whole number from 1; true is not one."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value <= _MOST


def is_day(value: object) -> bool:
    """A date without a time."""
    return type(value) is date


def is_day_or_month(value: object) -> bool:
    """A date, or a month such as "2020-06" where the policy names no day."""
    return is_day(value) or (isinstance(value, str) and bool(_MONTH.fullmatch(value)))


def one_of(words: type[StrEnum]) -> Check:
    """One word of a list in `webchat.cases.words`."""
    known = frozenset(word.value for word in words)
    return lambda value: isinstance(value, str) and value in known


def some_of(known: frozenset[str]) -> Check:
    """A list of known words, none twice; it may be empty."""
    return lambda value: (
        isinstance(value, list)
        and all(isinstance(word, str) and word in known for word in value)
        and len(set(value)) == len(value)
    )


def words_of(words: type[StrEnum]) -> frozenset[str]:
    """The words of such a list, as strings."""
    return frozenset(word.value for word in words)
