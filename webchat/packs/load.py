"""All the charities served, from the shipped packs and those of this installation."""

from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path

from webchat.packs.bank_holidays import last_year_for, working_calendar
from webchat.packs.charity import Charity, Packs
from webchat.packs.charity_settings import CharitySettings, load_charity_settings
from webchat.packs.faults import Fault, PackFaults
from webchat.packs.read_pack import PACK, read_pack

SHIPPED = Path(__file__).parent / "data"
DEMO = Path(__file__).parent / "demo"
SETTINGS = "charity.toml"
# Words of our own addresses: no charity may be called by one (design.md, Charities).
RESERVED = frozenset(
    {"case", "chat", "desk", "finished", "health", "help", "invite", "leave", "sign-in", "sign-out", "static"}
)


def load_packs(
    folders: Sequence[Path],
    today: date,
    only: Collection[str] = (),
    demo_settings: Path | None = None,
) -> Packs:
    """Every pack in some folders; one in a later folder replaces one of the same name in an earlier.

    `only` names the charities to serve, all of them where it is empty. `demo_settings` is a folder of made-up
    settings, <charity>.toml, for the demo. Raises PackFaults with every fault of every pack at once.
    """
    found: dict[str, Path] = {}
    for folder in folders:
        for pack in sorted(folder.glob(f"*/{PACK}")):
            found[pack.parent.name] = pack.parent
    faults = [Fault("", slug, "unknown_charity", slug) for slug in only if slug not in found]
    charities: dict[str, Charity] = {}
    for slug, folder in found.items():
        if only and slug not in only:
            continue
        try:
            charities[slug] = _charity(slug, folder, today, demo_settings)
        except PackFaults as wrong:
            faults += wrong.faults
    if faults:
        raise PackFaults(faults)
    return Packs(charities)


def _charity(slug: str, folder: Path, today: date, demo_settings: Path | None) -> Charity:
    if slug in RESERVED or not slug.replace("-", "").isalnum() or slug != slug.lower():
        raise PackFaults([Fault(slug, slug, "reserved_slug", slug)])
    pack = read_pack(folder)
    settings = _settings(slug, folder, demo_settings)
    calendar = working_calendar(pack.policy.nation, settings.one_offs, last_year_for(today))
    return Charity(slug, pack, settings, calendar)


def _settings(slug: str, folder: Path, demo_settings: Path | None) -> CharitySettings:
    if demo_settings is not None:
        return load_charity_settings(demo_settings / f"{slug}.toml")
    return load_charity_settings(folder / SETTINGS)
