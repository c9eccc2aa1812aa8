"""One pack read from its folder: every table checked, then made into a policy."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from webchat.cases.policy import Policy
from webchat.packs.charity import Pack
from webchat.packs.faults import Fault, PackFaults
from webchat.packs.make_pack import make_pack
from webchat.packs.pack_shapes import GAP, NOTE, PROMISE, TABLES
from webchat.packs.shape import Table, entry_name, faults_of, list_faults
from webchat.packs.toml_file import read_text, read_toml

PACK, NOTES, DOCUMENT = "pack.toml", "notes.toml", "policy.txt"
_KNOWN = frozenset({*TABLES, "promise", "gap"})


def load_pack(folder: Path) -> Policy:
    """The policy of the pack in a folder. Raises PackFaults with every fault at once."""
    return read_pack(folder).policy


def read_pack(folder: Path) -> Pack:
    """The pack in a folder: pack.toml, notes.toml where there is one, and policy.txt.

    Raises PackFaults with every fault at once. An entry needs its clause and its words, and the words must
    stand in the policy (policy-facts A5).
    """
    faults: list[Fault] = []
    slug = folder.name
    tables = read_toml(folder / PACK, f"{slug}/{PACK}", faults) or {}
    noted = _read_notes(folder, faults)
    text = read_text(folder / DOCUMENT, f"{slug}/{DOCUMENT}", faults) or ""
    if not faults:
        faults += _faults_in(slug, tables, noted, text)
    if faults:
        raise PackFaults(faults)
    return make_pack(slug, tables, noted, text)


def _read_notes(folder: Path, faults: list[Fault]) -> Table:
    if not (folder / NOTES).exists():
        return {}
    return read_toml(folder / NOTES, f"{folder.name}/{NOTES}", faults) or {}


def _faults_in(slug: str, tables: Table, noted: Table, text: str) -> list[Fault]:
    pack, notes = f"{slug}/{PACK}", f"{slug}/{NOTES}"
    faults = [Fault(pack, name, "missing_table", name) for name in TABLES if name not in tables]
    faults += [Fault(pack, name, "unknown_key", name) for name in tables if name not in _KNOWN]
    faults += [Fault(notes, name, "unknown_key", name) for name in noted if name != "note"]
    for name, shape in TABLES.items():
        if name in tables:
            faults += faults_of(tables[name], shape, pack, name)
    if "promise" not in tables:
        faults.append(Fault(pack, "promise", "no_promise"))
    faults += list_faults(tables.get("promise", []), PROMISE, pack, "promise")
    faults += list_faults(tables.get("gap", []), GAP, pack, "gap")
    faults += list_faults(noted.get("note", []), NOTE, notes, "note")
    if not faults:
        faults += _faults_between(pack, tables, noted)
        faults += _misquotes(pack, notes, tables, noted, text)
    return faults


def _faults_between(pack: str, tables: Table, noted: Table) -> Iterable[Fault]:
    promises, notes = _entries(tables, "promise"), _entries(noted, "note")
    ids = Counter(str(entry["id"]) for entry in (*promises, *notes))
    yield from (Fault(pack, entry, "duplicate_id", entry) for entry, times in ids.items() if times > 1)
    mapped = _table(tables, "channels")
    stages = _table(tables, "policy")["stages"]
    for entry in promises:
        channels = entry.get("channels", [])
        assert isinstance(channels, list)
        for channel in channels:
            if channel in mapped and mapped[channel] != channel:
                yield Fault(pack, str(entry["id"]), "channel_is_mapped", channel)
        if int(str(entry.get("stage", 1))) > int(str(stages)):
            yield Fault(pack, str(entry["id"]), "stage_beyond_stages", str(entry["stage"]))


def _misquotes(pack: str, notes: str, tables: Table, noted: Table, text: str) -> Iterable[Fault]:
    document = _folded(text)
    said = [(pack, entry) for entry in (*_entries(tables, "promise"), *_entries(tables, "gap"))]
    said += [(notes, entry) for entry in _entries(noted, "note")]
    said.append((pack, _table(tables, "formats")))
    for file, entry in said:
        if _folded(str(entry["quote"])) not in document:
            yield Fault(
                file, entry_name(entry, str(entry["ref"])), "quote_not_in_policy", str(entry["quote"])
            )
    says = str(_table(tables, "review")["says"])
    if _folded(says) not in document:
        yield Fault(pack, "review", "quote_not_in_policy", says)


def _entries(tables: Table, name: str) -> list[Table]:
    found = tables.get(name, [])
    return [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []


def _table(tables: Table, name: str) -> Table:
    found = tables[name]
    return found if isinstance(found, dict) else {}


def _folded(text: str) -> str:
    return " ".join(text.split())
