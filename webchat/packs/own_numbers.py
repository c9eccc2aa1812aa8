"""The numbers of a charity's own council, as its charity.toml tells them (guest-rules E19)."""

import re
from collections.abc import Mapping
from typing import Any

from webchat.packs.directory import Group, Number
from webchat.packs.shape import Shape, Table, is_day, may_be_blank

# Each table of charity.toml, and what the help is for.
OWN: Mapping[str, Group] = {
    "council_safeguarding": Group.CARE,
    "council_housing": Group.SLEEP,
    "streetlink": Group.SLEEP,
}
_PHONE = re.compile(r"\+?\d[\d ]{1,22}\d", re.ASCII)


def is_phone(value: object) -> bool:
    """Nothing yet, or a number that a phone can dial."""
    return value == "" or (isinstance(value, str) and bool(_PHONE.fullmatch(value)))


def _has(key: str, table: Table) -> bool:
    return not table.get("phone") or bool(table.get(key))


OWN_NUMBER = Shape(
    keys={
        "name": ("not_text", may_be_blank),
        "phone": ("bad_phone", is_phone),
        "verified_on": ("not_a_date", is_day),
    },
    whole=(
        ("number_without_name", ("name", "phone"), lambda table: _has("name", table)),
        ("number_without_date", ("phone", "verified_on"), lambda table: _has("verified_on", table)),
    ),
)


def made_numbers(tables: Mapping[str, Any]) -> tuple[Number, ...]:
    """Those that were told, from tables that have the right shape: checked by the charity itself."""
    told = [(name, group, tables.get(name, {})) for name, group in OWN.items()]
    return tuple(
        Number(name, one["name"], one["phone"], group=group, confirmed_on=one["verified_on"])
        for name, group, one in told
        if one.get("phone")
    )
