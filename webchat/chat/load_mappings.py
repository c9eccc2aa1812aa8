"""Reads a slot's mappings: the four ways we fill a slot from what was heard, and `custom` for actions."""

from __future__ import annotations

from webchat.chat.faults import Fault
from webchat.chat.project import Condition, MappingType, SlotMapping
from webchat.chat.yaml_file import Table, YamlFile

_ALWAYS = {"type", "intent", "not_intent", "conditions"}
_KEYS = {
    MappingType.FROM_TEXT: _ALWAYS,
    MappingType.FROM_INTENT: _ALWAYS | {"value"},
    MappingType.FROM_ENTITY: _ALWAYS | {"entity"},
    MappingType.FROM_TRIGGER_INTENT: _ALWAYS | {"value"},
    MappingType.SET_BY_ACTION: {"type"},
}
_NEEDS = {
    MappingType.FROM_INTENT: "value",
    MappingType.FROM_ENTITY: "entity",
    MappingType.FROM_TRIGGER_INTENT: "value",
}


def read_mappings(file: YamlFile, slot: str, body: Table, line: int) -> tuple[SlotMapping, ...]:
    """The mappings of one slot in order; whatever we do not walk becomes a fault of the file."""
    if "mappings" not in body:
        file.fault(line, f"{slot}: needs 'mappings' (write '- type: custom' if only actions set it)")
        return ()
    rows = file.rows(body["mappings"], body.lines["mappings"], f"{slot}: mappings")
    found = []
    for item, at in zip(rows, rows.lines, strict=True):
        mapping = _mapping(file, slot, file.table(item, at, f"{slot}: a mapping"), at)
        if mapping is not None:
            found.append(mapping)
    return tuple(found)


def _mapping(file: YamlFile, slot: str, body: Table, line: int) -> SlotMapping | None:
    try:
        kind = MappingType(body.get("type"))
    except ValueError:
        known = ", ".join(each.value for each in MappingType)
        at = body.lines.get("type", line)
        file.fault(at, f"{slot}: '{body.get('type')}' is no mapping we walk ({known})")
        return None
    file.only(body, _KEYS[kind], f"{slot}: {kind.value}")
    needed = _NEEDS.get(kind)
    if needed is not None and body.get(needed) is None:
        file.fault(line, f"{slot}: {kind.value} needs '{needed}'")
    entity = body.get("entity")
    value = body.get("value")
    if value is not None and not isinstance(value, str | int | float | bool):
        file.fault(body.lines["value"], f"{slot}: value must be text, a number, true or false")
    return SlotMapping(
        type=kind,
        entity=entity if isinstance(entity, str) else None,
        value=value if isinstance(value, str | int | float | bool) else None,
        intents=_names(file, body, "intent", slot),
        not_intents=_names(file, body, "not_intent", slot),
        conditions=_conditions(file, slot, body),
        at=Fault(file.name, line, slot),
    )


def _names(file: YamlFile, body: Table, key: str, slot: str) -> tuple[str, ...]:
    return file.texts(body[key], body.lines[key], f"{slot}: {key}") if key in body else ()


def _conditions(file: YamlFile, slot: str, body: Table) -> tuple[Condition, ...]:
    if "conditions" not in body:
        return ()
    rows = file.rows(body["conditions"], body.lines["conditions"], f"{slot}: conditions")
    found = []
    for item, line in zip(rows, rows.lines, strict=True):
        condition = file.table(item, line, f"{slot}: a condition")
        file.only(condition, {"active_loop", "requested_slot"}, f"{slot}: a condition")
        if "active_loop" not in condition:
            file.fault(line, f"{slot}: a condition needs 'active_loop' (null means outside every form)")
        form, asked = (
            file.text(condition[key], condition.lines[key], f"{slot}: {key}")
            if condition.get(key) is not None
            else None
            for key in ("active_loop", "requested_slot")
        )
        found.append(Condition(form, asked))
    return tuple(found)
