"""What a charity tells us about itself that no policy states: hours, numbers, people, retention."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path
from typing import Any

from webchat.cases.promises.clock import Hours
from webchat.cases.words import AnotherWay
from webchat.packs.bank_holidays import OneOff
from webchat.packs.directory import Number, load_directory
from webchat.packs.faults import Fault, PackFaults
from webchat.packs.own_numbers import OWN, OWN_NUMBER, made_numbers
from webchat.packs.shape import Shape, faults_of, is_count, is_day, is_flag, list_faults, may_be_blank
from webchat.packs.toml_file import read_toml

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class Safeguarding:
    """Who is told at once, and how: the lead and the deputy (design.md, Settings of a charity)."""

    lead: str = ""
    lead_reach: str = ""
    deputy: str = ""
    deputy_reach: str = ""

    def reach(self, guard: str) -> str:
        """How "lead" or "deputy" is reached: an email address or a number; empty for anybody else."""
        return {"lead": self.lead_reach, "deputy": self.deputy_reach}.get(guard, "")


@dataclass(frozen=True, slots=True)
class CharitySettings:
    """A charity's own settings; empty means that it has not told us, and a page says so.

    `urgent` is whom to turn to with what is urgent while somebody is away: a number or an address (RUILS,
    Target 2). `hours` are London times. `retention_days` counts days after closing, by kind. `made_up` marks
    the demo.
    `numbers` are the council's; `confirmed` the days it checked a number of directory.toml, by its id.
    """

    phone: str = ""
    email: str = ""
    address: str = ""
    urgent: str = ""
    hours: Hours = field(default_factory=dict)
    safeguarding: Safeguarding = field(default_factory=Safeguarding)
    retention_days: Mapping[str, int] = field(default_factory=dict)
    speech_online: bool = False
    one_offs: tuple[OneOff, ...] = ()
    numbers: tuple[Number, ...] = ()
    confirmed: Mapping[str, date] = field(default_factory=dict)
    made_up: bool = False

    def other_way(self, gives: AnotherWay) -> str:
        """How else the charity is reached while somebody is away; empty where it has not told us."""
        return self.urgent if gives is AnotherWay.URGENT else self.phone


_TEXT = ("not_text", may_be_blank)
_TABLES: Mapping[str, Shape] = {
    "contact": Shape(keys=dict.fromkeys(("phone", "email", "address", "urgent"), _TEXT)),
    "hours": Shape(keys={day: ("bad_hours", lambda told: _hours_of(told) is not None) for day in DAYS}),
    "safeguarding": Shape(keys=dict.fromkeys(Safeguarding.__dataclass_fields__, _TEXT)),
    "retention_days": Shape(
        keys=dict.fromkeys(
            ("question", "appointment", "compliment", "comment", "concern", "complaint"),
            ("not_a_count", is_count),
        )
    ),
    "speech": Shape(keys={"online": ("not_a_flag", is_flag)}),
    **dict.fromkeys(OWN, OWN_NUMBER),
}
_ONE_OFF = Shape(required=("on",), keys={"on": ("not_a_date", is_day), "instead_of": ("not_a_date", is_day)})


def load_charity_settings(path: Path) -> CharitySettings:
    """A charity's settings from its charity.toml, all empty where there is none. Raises PackFaults."""
    if not path.exists():
        return CharitySettings()
    file = f"{path.parent.name}/{path.name}"
    faults: list[Fault] = []
    tables: dict[str, Any] = read_toml(path, file, faults) or {}
    shapes = {**_TABLES, "confirmed": _confirmed()}
    known = {*shapes, "bank_holiday", "made_up"}
    faults += [Fault(file, name, "unknown_key", name) for name in tables if name not in known]
    for name, shape in shapes.items():
        faults += faults_of(tables.get(name, {}), shape, file, name)
    faults += list_faults(tables.get("bank_holiday", []), _ONE_OFF, file, "bank_holiday")
    if not is_flag(tables.get("made_up", False)):
        faults.append(Fault(file, "made_up", "not_a_flag", "made_up"))
    if faults:
        raise PackFaults(faults)
    return _made(tables)


def _confirmed() -> Shape:
    """Only a number that could be hidden is confirmed, by its id."""
    ids = [one.id for one in load_directory() if not one.always]
    return Shape(keys=dict.fromkeys(ids, ("not_a_date", is_day)))


def _made(tables: dict[str, Any]) -> CharitySettings:
    contact = tables.get("contact", {})
    told = tables.get("hours", {})
    return CharitySettings(
        phone=contact.get("phone", ""),
        email=contact.get("email", ""),
        address=contact.get("address", ""),
        urgent=contact.get("urgent", ""),
        hours={DAYS.index(day): _hours_of(spans) or () for day, spans in told.items()},
        safeguarding=Safeguarding(**tables.get("safeguarding", {})),
        retention_days=tables.get("retention_days", {}),
        speech_online=tables.get("speech", {}).get("online", False),
        one_offs=tuple(OneOff(one["on"], one.get("instead_of")) for one in tables.get("bank_holiday", [])),
        numbers=made_numbers(tables),
        confirmed=tables.get("confirmed", {}),
        made_up=tables.get("made_up", False),
    )


def _hours_of(told: object) -> tuple[tuple[time, time], ...] | None:
    """Spans such as "10:00-14:00", in order and apart; None where they are not that."""
    if not isinstance(told, list):
        return None
    spans: list[tuple[time, time]] = []
    for span in told:
        try:
            opens, closes = (time.fromisoformat(part) for part in str(span).split("-"))
        except ValueError:
            return None
        if opens >= closes or (spans and opens < spans[-1][1]) or opens.tzinfo or closes.tzinfo:
            return None
        spans.append((opens, closes))
    return tuple(spans)


def fit_to_go_live(settings: CharitySettings) -> tuple[str, ...]:
    """What is still missing before guests may come, as codes: a lead, a deputy and a way to reach each.

    The deputy is somebody else: a case may name the lead (guest-rules E13, E16).
    """
    people = settings.safeguarding
    missing = tuple(name for name in Safeguarding.__dataclass_fields__ if not getattr(people, name).strip())
    if people.lead.strip() and people.lead.strip() == people.deputy.strip():
        return (*missing, "another_deputy")
    return missing
