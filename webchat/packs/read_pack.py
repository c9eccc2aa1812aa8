"""One pack read from its folder: every table checked, then made into a policy."""

from collections.abc import Iterator
from pathlib import Path

from webchat.cases.promises.policy import Policy
from webchat.packs.answers import answer_faults, unfounded
from webchat.packs.between import (
    duplicate_ids,
    duties_twice,
    mapped_channels,
    stages_beyond,
    stages_unopened,
)
from webchat.packs.charity import Pack
from webchat.packs.faults import Fault, PackFaults
from webchat.packs.make_pack import make_pack
from webchat.packs.pack_shapes import (
    DIRECTED,
    GAP,
    NEXT_STAGE,
    NOTE,
    OUTSIDE,
    PROMISE,
    SANCTION,
    STAGE_DUTY,
    TABLES,
    WHILE_AWAY,
)
from webchat.packs.quoted import miscounts, misquotes, panels_miscounted
from webchat.packs.shape import Table, faults_of, list_faults
from webchat.packs.toml_file import read_text, read_toml
from webchat.packs.written import all_written, one_written

PACK, NOTES, ANSWERS, DOCUMENT = "pack.toml", "notes.toml", "answers.toml", "policy.txt"
_KNOWN = frozenset(
    {*TABLES, "promise", "next_stage", "stage_duty", "directed", "outside", "while_away", "sanction", "gap"}
)


def load_pack(folder: Path) -> Policy:
    """The policy of the pack in a folder. Raises PackFaults with every fault at once."""
    return read_pack(folder).policy


def read_pack(folder: Path) -> Pack:
    """The pack in a folder: pack.toml, policy.txt, and notes.toml and answers.toml where there are any.

    Raises PackFaults with every fault at once. An entry needs its clause and its words, and the words must
    stand in the policy (policy-facts A5).
    """
    faults: list[Fault] = []
    slug = folder.name
    tables = read_toml(folder / PACK, f"{slug}/{PACK}", faults)
    noted, answered = (_read_part(folder, name, faults) for name in (NOTES, ANSWERS))
    text = read_text(folder / DOCUMENT, f"{slug}/{DOCUMENT}", faults)
    if tables is not None:
        faults += _pack_faults(f"{slug}/{PACK}", tables)
    faults += _note_faults(f"{slug}/{NOTES}", noted)
    if answered:
        faults += answer_faults(f"{slug}/{ANSWERS}", answered)
    faults += _faults_together(slug, tables or {}, noted, answered, text)
    if faults or tables is None or text is None:
        raise PackFaults(faults)
    return make_pack(slug, tables, noted, answered, text)


def _read_part(folder: Path, name: str, faults: list[Fault]) -> Table:
    if not (folder / name).exists():
        return {}
    return read_toml(folder / name, f"{folder.name}/{name}", faults) or {}


def _pack_faults(file: str, tables: Table) -> Iterator[Fault]:
    yield from (Fault(file, name, "missing_table", name) for name in TABLES if name not in tables)
    yield from (Fault(file, name, "unknown_key", name) for name in tables if name not in _KNOWN)
    for name, shape in TABLES.items():
        if name in tables:
            yield from faults_of(tables[name], shape, file, name)
    if "promise" not in tables:
        yield Fault(file, "promise", "no_promise")
    yield from list_faults(tables.get("promise", []), PROMISE, file, "promise")
    yield from list_faults(tables.get("next_stage", []), NEXT_STAGE, file, "next_stage")
    yield from list_faults(tables.get("stage_duty", []), STAGE_DUTY, file, "stage_duty")
    yield from list_faults(tables.get("directed", []), DIRECTED, file, "directed")
    yield from list_faults(tables.get("outside", []), OUTSIDE, file, "outside")
    yield from list_faults(tables.get("while_away", []), WHILE_AWAY, file, "while_away")
    if isinstance(told := tables.get("while_away"), list) and len(told) > 1:
        yield Fault(file, "while_away", "told_twice", "while_away")
    yield from list_faults(tables.get("sanction", []), SANCTION, file, "sanction")
    yield from list_faults(tables.get("gap", []), GAP, file, "gap")


def _note_faults(file: str, noted: Table) -> Iterator[Fault]:
    yield from (Fault(file, name, "unknown_key", name) for name in noted if name != "note")
    yield from list_faults(noted.get("note", []), NOTE, file, "note")


def _faults_together(
    slug: str, tables: Table, noted: Table, answered: Table, text: str | None
) -> Iterator[Fault]:
    """What is wrong between entries, and between them and the policy, read wherever an entry can be."""
    pack = f"{slug}/{PACK}"
    promises = list(all_written(tables, "promise", PROMISE, pack))
    notes = list(all_written(noted, "note", NOTE, f"{slug}/{NOTES}"))
    policy, channels, formats, review = (
        one_written(tables, name, TABLES[name], pack) for name in ("policy", "channels", "formats", "review")
    )
    yield from duplicate_ids([*promises, *notes])
    yield from mapped_channels(promises, channels)
    later = list(all_written(tables, "next_stage", NEXT_STAGE, pack))
    duties = list(all_written(tables, "stage_duty", STAGE_DUTY, pack))
    yield from stages_beyond([*promises, *later, *duties], policy)
    yield from duties_twice(duties)
    yield from stages_unopened(later, policy)
    away = list(all_written(tables, "while_away", WHILE_AWAY, pack))
    yield from miscounts([*promises, *away])
    yield from panels_miscounted(duties)
    if "promise" in tables:  # else one fault would look like many
        yield from unfounded(f"{slug}/{ANSWERS}", answered, promises, notes)
    if text is not None:
        gaps = all_written(tables, "gap", GAP, pack)
        outside = all_written(tables, "outside", OUTSIDE, pack)
        directed = all_written(tables, "directed", DIRECTED, pack)
        sanctions = all_written(tables, "sanction", SANCTION, pack)
        quoting = [*promises, *sanctions, *later, *duties, *directed, *outside, *away, *gaps, formats, *notes]
        yield from misquotes(quoting, review, text)
