"""Fills slots from what was heard, in Rasa's order: each slot's mappings in turn, the first hit wins."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass

from webchat.chat.dialogue import JSON
from webchat.chat.project import MappingType, Project, SlotMapping
from webchat.chat.tracker import Tracker


@dataclass(frozen=True, slots=True)
class _Way:
    """One mapping as it holds while one form is active, worked out once."""

    mapping: SlotMapping
    blocked: frozenset[str]
    wanted: frozenset[str]
    asked: frozenset[str] | None
    only_when_asked: bool


class Extraction:
    """The ways to fill slots by active form (None: outside every form), laid out once."""

    def __init__(self, project: Project) -> None:
        self._lists = frozenset(name for name, slot in project.slots.items() if slot.type == "list")
        self._ways = {form: self._for(project, form) for form in (None, *project.forms)}

    def run(self, tracker: Tracker) -> dict[str, JSON]:
        """The slots that this message fills, each with its value. A choice never fills a free-text slot."""
        found: dict[str, JSON] = {}
        for slot, ways in self._ways[tracker.form]:
            for way in ways:
                values = self._values(way, slot, tracker)
                if values:
                    found[slot] = values if slot in self._lists else values[-1]
                    break
        return found

    def _values(self, way: _Way, slot: str, tracker: Tracker) -> list[JSON]:
        mapping, intent = way.mapping, tracker.intent
        if (intent not in way.wanted) if way.wanted else (intent in way.blocked):
            return []
        if way.asked is not None and tracker.asked not in way.asked:
            return []
        if way.only_when_asked and tracker.asked != slot:
            return []
        if mapping.type is MappingType.FROM_ENTITY:
            return [value for name, value in tracker.message.entities if name == mapping.entity]
        if mapping.type is MappingType.FROM_TEXT:
            return [tracker.message.text] if tracker.message.typed else []
        return [mapping.value]

    @staticmethod
    def _for(project: Project, form: str | None) -> tuple[tuple[str, tuple[_Way, ...]], ...]:
        required = project.forms[form].required_slots if form else ()
        ignored = frozenset(project.forms[form].ignored_intents) if form else frozenset()
        alike = Counter(
            _as_rasa_compares(mapping)
            for name in required
            for mapping in project.slots[name].mappings
            if mapping.type is MappingType.FROM_ENTITY
        )
        rows = []
        for name, slot in project.slots.items():
            ways = []
            for mapping in slot.mappings:
                if mapping.type is MappingType.SET_BY_ACTION or not mapping.applies_in(form):
                    continue
                if mapping.type is MappingType.FROM_TRIGGER_INTENT and form is None:
                    continue
                here = [c for c in mapping.conditions if c.form == form]
                asked = frozenset(c.asked for c in here if c.asked) if here else frozenset()
                ways.append(
                    _Way(
                        mapping=mapping,
                        blocked=frozenset(mapping.not_intents) | ignored,
                        wanted=frozenset(mapping.intents),
                        asked=asked if here and all(c.asked for c in here) else None,
                        only_when_asked=name in required and alike[_as_rasa_compares(mapping)] > 1,
                    )
                )
            if ways:
                rows.append((name, tuple(ways)))
        return tuple(rows)


def _as_rasa_compares(mapping: SlotMapping) -> str:
    """Two slots of a form that take the same entity in the same way: only the one asked for may take it."""
    conditions = [[c.form, c.asked] for c in mapping.conditions]
    return json.dumps([mapping.entity, mapping.intents, mapping.not_intents, conditions])
