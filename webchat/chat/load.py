"""Loads a Rasa project from a folder, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from webchat.chat.consistency import consistency_faults
from webchat.chat.faults import Fault, ProjectRefused
from webchat.chat.load_domain import Domain
from webchat.chat.load_nlu import read_examples
from webchat.chat.load_rules import read_rules
from webchat.chat.project import FALLBACK, Project, Rule
from webchat.chat.yaml_file import Table, YamlFile

_POLICY_KEYS = {
    "name",
    "core_fallback_threshold",
    "core_fallback_action_name",
    "enable_fallback_prediction",
    "restrict_rules",
    "check_for_contradictions",
}


_VERSION = "3.1"
_ALSO_RASAS = {(".yaml", "config"), (".yaml", "domain"), (".yaml", "data"), (".json", "data")}


def load_project(root: Path) -> Project:
    """Read config.yml, domain/, data/rules/ and data/nlu/ under `root`.

    Raises ProjectRefused with every fault, by file and line, when anything is outside the part of Rasa that
    we walk (rasa.md 3), or names something that does not exist.
    """
    faults: list[Fault] = []
    domain, rules, examples = Domain(), list[Rule](), dict[str, dict[str, tuple[str, ...]]]()
    example_lines: dict[str, Fault] = {}
    if not (root / "config.yml").is_file():
        faults.append(Fault("config.yml", 1, "is missing"))
    folders = (root.glob("*"), (root / "domain").rglob("*"), (root / "data").rglob("*"))
    found = sorted(path for folder in folders for path in folder if path.is_file())
    faults += [fault for path in found for fault in _other_ending(path.relative_to(root))]
    for path in (path for path in found if path.suffix == ".yml"):
        file = YamlFile(root, path)
        kind = path.relative_to(root).parts
        if kind == ("config.yml",):
            _config(file)
        elif kind[0] == "domain":
            domain.read(file)
        elif kind[:2] == ("data", "rules"):
            rules += read_rules(file)
        elif kind[:2] == ("data", "nlu") and len(kind) == 3:
            read = read_examples(file)
            # en.yml and en.danger.yml are both English, and what stands in both is added up, as Rasa does.
            known = examples.setdefault(path.name.partition(".")[0], {})
            for intent, (texts, _) in read.items():
                known[intent] = known.get(intent, ()) + texts
            for intent, (_, line) in read.items():
                example_lines[f"{path.stem}:{intent}"] = Fault(file.name, line, intent)
        elif kind[0] == "data" or kind == ("domain.yml",):
            file.fault(1, "belongs in domain/, data/rules/ or data/nlu/<language>.yml")
        if kind == ("config.yml",) or kind[0] in ("domain", "data"):
            _version(file, needed=kind != ("config.yml",))
        faults += file.faults
    faults += consistency_faults(domain, rules, example_lines)
    if faults:
        raise ProjectRefused(faults)
    return Project(
        intents=domain.intents,
        entities=domain.entities,
        slots=domain.slots,
        forms=domain.forms,
        responses=domain.responses,
        actions=tuple(domain.actions),
        rules=tuple(rules),
        examples=examples,
    )


def _other_ending(path: Path) -> Iterator[Fault]:
    """A file that Rasa would read beside ours: .yaml everywhere, and in data/ its older .json."""
    folder = path.parts[0] if len(path.parts) > 1 else path.stem
    if (path.suffix, folder) in _ALSO_RASAS:
        yield Fault(path.as_posix(), 1, "Rasa reads this and we do not; write it as a .yml file")


def _version(file: YamlFile, needed: bool) -> None:
    """Rasa passes over a whole file of another version, and guesses where there is none."""
    told = file.content.get("version")
    if told != _VERSION and ("version" in file.content or (needed and file.is_read)):
        file.fault(file.content.lines.get("version", 1), f'write version: "{_VERSION}", in quotes')


def _config(file: YamlFile) -> None:
    """Only RulePolicy may decide: any other policy would act on what our engine does not know."""
    content = file.content
    file.only(content, {"version", "recipe", "language", "pipeline", "policies", "assistant_id"}, "config")
    rows = file.rows(content.get("policies"), content.lines.get("policies", 1), "policies")
    names = [item.get("name") for item in rows if isinstance(item, Table)]
    if names != ["RulePolicy"]:
        file.fault(rows.line, "policies must be RulePolicy alone")
        return
    policy = rows[0]
    assert isinstance(policy, Table)
    file.only(policy, _POLICY_KEYS, "RulePolicy")
    if policy.get("core_fallback_action_name", FALLBACK) != FALLBACK:
        at = policy.lines["core_fallback_action_name"]
        file.fault(at, f"core_fallback_action_name must be {FALLBACK}; Rasa says any other ten times over")
    for key in ("enable_fallback_prediction", "restrict_rules", "check_for_contradictions"):
        if policy.get(key, True) is not True:
            file.fault(policy.lines[key], f"{key} must stay true")
