"""Reads the times that the law sets for every charity (data/law.toml)."""

from pathlib import Path
from typing import Any

from webchat.cases.promises.law import FirstDay, LawClock
from webchat.cases.words import PromiseName, Unit
from webchat.packs.faults import Fault, PackFaults
from webchat.packs.shape import Shape, is_count, is_id, is_text, list_faults, one_of
from webchat.packs.toml_file import read_toml

LAW = Path(__file__).parent / "data" / "law.toml"


_UNITS = (Unit.CALENDAR_DAY.value, Unit.CALENDAR_MONTH.value)  # a month is never made into days
_TEXT = ("not_text", is_text)
_CLOCK = Shape(
    required=("id", "act", "section", "topic", "promise"),
    keys={
        "id": ("bad_id", is_id),
        **dict.fromkeys(("act", "section", "topic", "put_in_by", "quote", "says"), _TEXT),
        "promise": ("unknown_promise", one_of(PromiseName)),
        "value": ("not_a_count", is_count),
        "unit": ("unknown_law_unit", lambda value: value in _UNITS),
        "first_day": ("unknown_first_day", one_of(FirstDay)),
    },
    whole=(
        ("value_without_unit", ("value", "unit"), lambda table: "unit" in table or "value" not in table),
        ("unit_without_value", ("value", "unit"), lambda table: "value" in table or "unit" not in table),
        (
            "value_without_first_day",
            ("value", "first_day"),
            lambda table: "first_day" in table or "value" not in table,
        ),
        ("law_without_words", ("quote", "says"), lambda table: "quote" in table or "says" in table),
    ),
)


def load_law(path: Path = LAW) -> tuple[LawClock, ...]:
    """The clocks of the law. Raises PackFaults with every fault at once."""
    faults: list[Fault] = []
    tables = read_toml(path, path.name, faults) or {}
    faults += [Fault(path.name, name, "unknown_key", name) for name in tables if name != "clock"]
    clocks = tables.get("clock", [])
    faults += list_faults(clocks, _CLOCK, path.name, "clock")
    if faults or not isinstance(clocks, list):
        raise PackFaults(faults)
    return tuple(_made(one) for one in clocks)


def _made(table: dict[str, Any]) -> LawClock:
    return LawClock(
        id=table["id"],
        act=table["act"],
        section=table["section"],
        topic=table["topic"],
        promise=PromiseName(table["promise"]),
        put_in_by=table.get("put_in_by", ""),
        quote=table.get("quote", ""),
        says=table.get("says", ""),
        value=table.get("value"),
        unit=Unit(table["unit"]) if "unit" in table else None,
        first_day=FirstDay(table["first_day"]) if "first_day" in table else None,
    )
