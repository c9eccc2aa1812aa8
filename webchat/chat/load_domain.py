"""Reads domain/*.yml into slots, forms, responses and names; refuses what we do not walk."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from webchat.chat.dialogue import JSON
from webchat.chat.faults import Fault
from webchat.chat.load_mappings import read_mappings
from webchat.chat.payload import take_apart
from webchat.chat.project import BUILT_IN, LISTEN, REQUESTED_SLOT, Button, Form, Response, Slot
from webchat.chat.yaml_file import Rows, Table, YamlFile

_SECTIONS = {"version", "intents", "entities", "slots", "forms", "responses", "actions", "session_config"}
_SLOT_TYPES = {"text", "bool", "any", "float", "categorical", "list"}
_SESSION: Mapping[str, tuple[str, Callable[[object], bool]]] = {
    "session_expiration_time": ("a number of minutes, 0 for never", lambda told: _is_minutes(told)),
    "carry_over_slots_to_new_session": ("true or false", lambda told: isinstance(told, bool)),
}
_RASAS_OWN = {"restart", "back", "session_start"}
_Reader: TypeAlias = Callable[[YamlFile, str, object, int], None]
_PLACE = re.compile(r"\{([A-Za-z_]\w*)\}")


@dataclass(slots=True)
class Domain:
    """What the files of a domain add up to, merged as Rasa merges them; a name given twice is refused."""

    intents: dict[str, Fault] = field(default_factory=dict)
    entities: dict[str, Fault] = field(default_factory=dict)
    actions: dict[str, Fault] = field(default_factory=dict)
    slots: dict[str, Slot] = field(default_factory=dict)
    forms: dict[str, Form] = field(default_factory=dict)
    responses: dict[str, Response] = field(default_factory=dict)
    session: dict[str, Fault] = field(default_factory=dict)

    def read(self, file: YamlFile) -> None:
        """Add one file; its faults stay with it."""
        content = file.content
        file.only(content, _SECTIONS, "domain")
        lists = (("intents", self.intents), ("entities", self.entities), ("actions", self.actions))
        for section, known in lists:
            if section in content:
                self._names(file, content, section, known)
        readers: tuple[tuple[str, Mapping[str, object], _Reader], ...] = (
            ("slots", self.slots, self._slot),
            ("forms", self.forms, self._form),
            ("responses", self.responses, self._response),
        )
        for section, known_names, read in readers:
            table = file.table(content.get(section, Table(1)), content.lines.get(section, 1), section)
            for name, body in table.items():
                if self._once(file, name, table.lines[name], known_names):
                    read(file, name, body, table.lines[name])

        if "session_config" in content:
            self._session(file, content["session_config"], content.lines["session_config"])

    def _session(self, file: YamlFile, value: object, line: int) -> None:
        body = file.table(value, line, "session_config")
        file.only(body, set(_SESSION), "session_config")
        for key in body.keys() & _SESSION.keys():
            must_be, is_right = _SESSION[key]
            if self._once(file, key, body.lines[key], self.session):
                self.session[key] = Fault(file.name, body.lines[key], key)
            if not is_right(body[key]):
                file.fault(body.lines[key], f"{key} must be {must_be}")

    def _once(self, file: YamlFile, name: str, line: int, known: Mapping[str, object]) -> bool:
        if name in known:
            file.fault(line, f"'{name}' is already in another file of the domain; keep one")
        return name not in known

    def _names(self, file: YamlFile, content: Table, section: str, known: dict[str, Fault]) -> None:
        rows = file.rows(content[section], content.lines[section], section)
        for item, line in zip(rows, rows.lines, strict=True):
            if isinstance(item, Table) and section == "intents" and len(item) == 1:
                name, options = next(iter(item.items()))
                file.only(file.table(options, line, name), {"use_entities", "ignore_entities"}, name)
            else:
                name = file.text(item, line, f"an item of {section} (roles and groups are not walked)")
            if section == "intents" and name in _RASAS_OWN:
                file.fault(line, f"'{name}' is an intent that Rasa keeps for itself; choose another name")
            if section == "actions" and name in BUILT_IN | {LISTEN}:
                file.fault(line, f"'{name}' is Rasa's own; take it out of actions")
            if name and self._once(file, name, line, known):
                known[name] = Fault(file.name, line, name)

    def _slot(self, file: YamlFile, name: str, value: object, line: int) -> None:
        body = file.table(value, line, name)
        file.only(body, {"type", "initial_value", "influence_conversation", "mappings", "values"}, name)
        kind = body.get("type")
        if kind not in _SLOT_TYPES:
            known = ", ".join(sorted(_SLOT_TYPES))
            file.fault(body.lines.get("type", line), f"{name}: type must be one of {known}")
        _values(file, name, body, line)
        if body.get("influence_conversation") is not False:
            here = body.lines.get("influence_conversation", line)
            file.fault(here, f"{name}: write 'influence_conversation: false'; rules never look at slots")
        if name == REQUESTED_SLOT:
            file.fault(line, f"'{REQUESTED_SLOT}' is Rasa's own slot; choose another name")
        mappings = read_mappings(file, name, body, line)
        at = Fault(file.name, line, name)
        self.slots[name] = Slot(name, str(kind), plain(body.get("initial_value")), mappings, at)

    def _form(self, file: YamlFile, name: str, value: object, line: int) -> None:
        body = file.table(value, line, name)
        file.only(body, {"required_slots", "ignored_intents"}, name)
        if "required_slots" not in body:
            file.fault(line, f"{name}: needs 'required_slots'")
        slots, ignored = (
            file.texts(body[key], body.lines[key], f"{name}: {key}") if key in body else ()
            for key in ("required_slots", "ignored_intents")
        )
        self.forms[name] = Form(name, slots, ignored, Fault(file.name, line, name))

    def _response(self, file: YamlFile, name: str, value: object, line: int) -> None:
        rows = value if isinstance(value, Rows) else Rows(line)
        if len(rows) != 1 or not isinstance(rows[0], Table):
            file.fault(line, f"{name}: write exactly one variant; Rasa would pick one of several at random")
            return
        variant: Table = rows[0]
        file.only(variant, {"text", "buttons", "custom"}, name)
        if not {"text", "custom"} & variant.keys():
            file.fault(line, f"{name}: needs a text or a custom part")
        text = file.text(variant["text"], variant.lines["text"], f"{name}: text") if "text" in variant else ""
        buttons = self._buttons(file, name, variant) if "buttons" in variant else ()
        custom: dict[str, JSON] = {}
        if "custom" in variant:
            part = file.table(variant["custom"], variant.lines["custom"], f"{name}: custom")
            custom = {key: plain(value) for key, value in part.items()}
        places = tuple(dict.fromkeys(_PLACE.findall(text) + _places(custom)))
        self.responses[name] = Response(name, text, buttons, custom, places, Fault(file.name, line, name))

    def _buttons(self, file: YamlFile, name: str, variant: Table) -> tuple[Button, ...]:
        rows = file.rows(variant["buttons"], variant.lines["buttons"], f"{name}: buttons")
        buttons = []
        for item, line in zip(rows, rows.lines, strict=True):
            body = file.table(item, line, f"{name}: a button")
            file.only(body, {"title", "payload"}, f"{name}: a button")
            title = file.text(body.get("title"), line, f"{name}: title of a button")
            payload = file.text(body.get("payload"), line, f"{name}: payload of a button")
            at = Fault(file.name, body.lines.get("payload", line), name)
            try:
                intent, entities = take_apart(payload)
            except ValueError:
                file.fault(at.line, f"{name}: '{payload}' is not /intent or /intent{{json}}")
                continue
            buttons.append(Button(title, payload, intent, entities, at))
        return tuple(buttons)


def _values(file: YamlFile, name: str, body: Table, line: int) -> None:
    """Only a categorical slot has values, and Rasa fills it with nothing else."""
    if body.get("type") != "categorical":
        if "values" in body:
            file.fault(body.lines["values"], f"{name}: only a categorical slot has 'values'; take it out")
        return
    told = body.get("values")
    if not isinstance(told, Rows) or not told or not all(isinstance(one, str) for one in told):
        at = body.lines.get("values", line)
        file.fault(at, f"{name}: a categorical slot needs 'values', a list of words")


def _is_minutes(told: object) -> bool:
    return isinstance(told, int | float) and not isinstance(told, bool) and told >= 0


def plain(value: object) -> JSON:
    """A value of a file without its lines."""
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [plain(v) for v in value]
    return value if isinstance(value, str | int | float | bool) else None


def _places(value: JSON) -> list[str]:
    if isinstance(value, str):
        return _PLACE.findall(value)
    if isinstance(value, Mapping):
        return [place for part in value.values() for place in _places(part)]
    return [place for part in value for place in _places(part)] if isinstance(value, list) else []
