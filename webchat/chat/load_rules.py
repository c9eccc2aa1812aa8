"""Reads data/rules/*.yml: one intent then actions, or what follows a form that has ended."""

from __future__ import annotations

from webchat.chat.faults import Fault
from webchat.chat.project import LISTEN, REQUESTED_SLOT, Loop, Rule, Step
from webchat.chat.yaml_file import Rows, Table, YamlFile

_STEP = {"intent", "action", "active_loop", "slot_was_set"}
_REMEDY = {
    "or": "write one rule for each intent",
    "checkpoint": "write the steps out in one rule",
    "user": "name an intent; words are for data/nlu",
    "bot": "name a response as an action",
    "entities": "a rule never looks at entities; let an action do it",
}


def read_rules(file: YamlFile) -> list[Rule]:
    """Every rule of a file; stories, checkpoints, `or`, end-to-end words and the like become faults."""
    file.only(file.content, {"version", "rules"}, "rules")
    if "rules" not in file.content:
        return []
    rows = file.rows(file.content["rules"], file.content.lines["rules"], "rules")
    found = []
    for item, line in zip(rows, rows.lines, strict=True):
        before = len(file.faults)
        rule = _rule(file, file.table(item, line, "a rule"), line)
        if len(file.faults) == before and rule is not None:
            found.append(rule)
    return found


def _rule(file: YamlFile, body: Table, line: int) -> Rule | None:
    file.only(body, {"rule", "condition", "steps"}, "a rule")
    name = file.text(body.get("rule"), line, "the name of a rule")
    start = _condition(file, name, body)
    steps = file.rows(body.get("steps"), body.lines.get("steps", line), f"{name}: steps")
    intent: str | None = None
    done: list[Step] = []
    loop: str | Loop = start
    for index, (item, at) in enumerate(zip(steps, steps.lines, strict=True)):
        step = file.table(item, at, f"{name}: a step")
        file.only(step, _STEP | _REMEDY.keys(), f"{name}: a step")
        for key in step.keys() & _REMEDY.keys():
            file.fault(step.lines[key], f"{name}: '{key}' is not walked; {_REMEDY[key]}")
        if len(step.keys() & (_STEP | _REMEDY.keys())) != 1:
            file.fault(at, f"{name}: a step says one thing; write each under a '-' of its own")
        if "intent" in step:
            if index > 0:
                file.fault(at, f"{name}: an intent may only be the first step; a rule is one exchange")
            intent = file.text(step["intent"], at, f"{name}: intent")
        elif "action" in step:
            action = file.text(step["action"], at, f"{name}: action")
            if action == LISTEN:
                file.fault(at, f"{name}: '{LISTEN}' is understood; take it out")
            done.append(Step(action, loop))
        elif "active_loop" in step:
            loop = _loop(file, name, step, at)
            if not done:
                file.fault(at, f"{name}: 'active_loop' must follow an action; before it, write a condition")
            else:
                done[-1] = Step(done[-1].action, loop)
        elif "slot_was_set" in step:
            _only_requested_slot(file, name, step["slot_was_set"], at)
    if not done:
        file.fault(line, f"{name}: has no action")
    return Rule(name, intent, start, tuple(done), Fault(file.name, line, name))


def _condition(file: YamlFile, name: str, body: Table) -> str | Loop:
    if "condition" not in body:
        return Loop.ANY
    loop: str | Loop = Loop.ANY
    seen = False
    rows = file.rows(body["condition"], body.lines["condition"], f"{name}: condition")
    for item, at in zip(rows, rows.lines, strict=True):
        condition = file.table(item, at, f"{name}: a condition")
        file.only(condition, {"active_loop", "slot_was_set"}, f"{name}: a condition")
        if "active_loop" in condition:
            if seen:
                file.fault(at, f"{name}: a second 'active_loop' condition; keep one")
            seen = True
            loop = _loop(file, name, condition, at)
        if "slot_was_set" in condition:
            _only_requested_slot(file, name, condition["slot_was_set"], at)
    return loop


def _loop(file: YamlFile, name: str, body: Table, line: int) -> str | Loop:
    value = body["active_loop"]
    if value is None:
        return Loop.NONE
    return file.text(value, body.lines.get("active_loop", line), f"{name}: active_loop (a form, or null)")


def _only_requested_slot(file: YamlFile, name: str, value: object, line: int) -> None:
    """Slots never influence Rasa's rules here, so any other `slot_was_set` would be silently passed over."""
    pairs = value if isinstance(value, Rows) else [value]
    for pair in pairs:
        if not isinstance(pair, Table) or set(pair) != {REQUESTED_SLOT} or pair[REQUESTED_SLOT] is not None:
            file.fault(line, f"{name}: slot_was_set may hold only '{REQUESTED_SLOT}: null'")
