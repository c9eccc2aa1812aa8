"""All the charities served, from the shipped packs and those of this installation."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from webchat.packs.bank_holidays import last_year_for, working_calendar
from webchat.packs.charity import Charity, Packs
from webchat.packs.charity_settings import load_charity_settings
from webchat.packs.directory import load_directory
from webchat.packs.faults import Fault, PackFaults
from webchat.packs.law import load_law
from webchat.packs.read_pack import PACK, read_pack

SHIPPED = Path(__file__).parent / "data"
DEMO = Path(__file__).parent / "demo"
SETTINGS = "charity.toml"
# Words of our own addresses: no charity may be called by one (design.md, Charities).
RESERVED = frozenset(
    {"case", "chat", "desk", "finished", "health", "help", "invite", "leave", "sign-in", "sign-out", "static"}
)
_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
Read = TypeVar("Read")


def load_packs(
    folders: Sequence[Path],
    today: date,
    only: Collection[str] = (),
    demo_settings: Path | None = None,
) -> Packs:
    """Every pack in some folders; one in a later folder replaces one of the same name in an earlier.

    A charity's own settings, charity.toml, stand beside its pack, or alone in a later folder of its name.
    `only` names the charities to serve, all of them where it is empty. `demo_settings` is a folder of made-up
    settings, <charity>.toml, for the demo. Raises PackFaults with every fault of every pack at once.
    """
    found, told = _packs_in(folders), _settings_in(folders)
    if demo_settings is not None:
        told = {slug: demo_settings / f"{slug}.toml" for slug in found}
    faults = [Fault("", slug, "unknown_charity", slug) for slug in only if slug not in found]
    faults += [Fault(f"{slug}/{SETTINGS}", slug, "no_pack", slug) for slug in told if slug not in found]
    charities: dict[str, Charity] = {}
    for slug, folder in found.items():
        if only and slug not in only:
            continue
        try:
            charities[slug] = _charity(slug, folder, told.get(slug, folder / SETTINGS), today)
        except PackFaults as wrong:
            faults += wrong.faults
    if faults:
        raise PackFaults(faults)
    return Packs(charities)


def _packs_in(folders: Sequence[Path]) -> dict[str, Path]:
    return {file.parent.name: file.parent for folder in folders for file in sorted(folder.glob(f"*/{PACK}"))}


def _settings_in(folders: Sequence[Path]) -> dict[str, Path]:
    """A charity's settings may stand alone in a later folder: nobody copies a pack to tell a phone number."""
    return {file.parent.name: file for folder in folders for file in sorted(folder.glob(f"*/{SETTINGS}"))}


def _charity(slug: str, folder: Path, told: Path, today: date) -> Charity:
    faults: list[Fault] = []
    if slug in RESERVED:
        faults.append(Fault(slug, slug, "reserved_slug", slug))
    elif not _SLUG.fullmatch(slug):
        faults.append(Fault(slug, slug, "bad_slug", slug))
    pack = _or_its_faults(lambda: read_pack(folder), faults)
    settings = _or_its_faults(lambda: load_charity_settings(told), faults)
    if faults or pack is None or settings is None:
        raise PackFaults(faults)
    pack = replace(pack, policy=replace(pack.policy, law=load_law()))
    calendar = working_calendar(pack.policy.nation, settings.one_offs, last_year_for(today))
    return Charity(slug, pack, settings, calendar, load_directory())


def _or_its_faults(read: Callable[[], Read], faults: list[Fault]) -> Read | None:
    try:
        return read()
    except PackFaults as wrong:
        faults += wrong.faults
        return None
