"""A Rasa project as frozen, typed values: only the part that rasa.md section 3 says we walk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from webchat.chat.dialogue import JSON
from webchat.chat.faults import Fault

LISTEN = "action_listen"
DEACTIVATE = "action_deactivate_loop"
FALLBACK = "action_default_fallback"
SESSION_START = "action_session_start"
REQUESTED_SLOT = "requested_slot"
NOT_UNDERSTOOD = "nlu_fallback"

# Rasa's own actions that a rule may name.
BUILT_IN = frozenset({DEACTIVATE, FALLBACK})


class MappingType(Enum):
    """How a slot takes its value from what was heard; SET_BY_ACTION is Rasa's `custom` without an action."""

    FROM_TEXT = "from_text"
    FROM_INTENT = "from_intent"
    FROM_ENTITY = "from_entity"
    FROM_TRIGGER_INTENT = "from_trigger_intent"
    SET_BY_ACTION = "custom"


@dataclass(frozen=True, slots=True)
class Condition:
    """When a mapping applies: inside a form (None: outside every form), and perhaps only for one question."""

    form: str | None
    asked: str | None = None


@dataclass(frozen=True, slots=True)
class SlotMapping:
    """One way to fill a slot, in the order of the file."""

    type: MappingType
    entity: str | None = None
    value: JSON = None
    intents: tuple[str, ...] = ()
    not_intents: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    at: Fault = field(default=Fault("", 0, ""), compare=False)

    def applies_in(self, form: str | None) -> bool:
        """Whether it can ever fill its slot while `form` is active; without conditions it always can."""
        return not self.conditions or any(c.form == form for c in self.conditions)


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot. Only `list` changes how it is filled: it takes every tick, the others the last."""

    name: str
    type: str
    initial: JSON
    mappings: tuple[SlotMapping, ...]
    at: Fault


@dataclass(frozen=True, slots=True)
class Form:
    """One journey: every slot it may ask for, in order, and the intents that may interrupt it."""

    name: str
    required_slots: tuple[str, ...]
    ignored_intents: tuple[str, ...]
    at: Fault


@dataclass(frozen=True, slots=True)
class Button:
    """A choice: words to show and the payload it sends, taken apart once."""

    title: str
    payload: str
    intent: str
    entities: Mapping[str, tuple[JSON, ...]]
    at: Fault


@dataclass(frozen=True, slots=True)
class Response:
    """One response: its English text (the msgid), buttons, custom part, and the slots its words name."""

    name: str
    text: str
    buttons: tuple[Button, ...]
    custom: Mapping[str, JSON]
    slots: tuple[str, ...]
    at: Fault


class Loop(Enum):
    """What a rule says of the active form when it names none: anything goes, or there must be none."""

    ANY = "any"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Step:
    """One action of a rule, and what the active form must be after it for the rule to go on."""

    action: str
    then: str | Loop


@dataclass(frozen=True, slots=True)
class Rule:
    """An intent (None: the rule follows a form that has ended), where it holds, and its actions in order."""

    name: str
    intent: str | None
    loop: str | Loop
    steps: tuple[Step, ...]
    at: Fault


@dataclass(frozen=True, slots=True)
class Project:
    """A whole project, checked. Intents and entities by name, with their place; `examples` by language."""

    intents: Mapping[str, Fault]
    entities: Mapping[str, Fault]
    slots: Mapping[str, Slot]
    forms: Mapping[str, Form]
    responses: Mapping[str, Response]
    actions: tuple[str, ...]
    rules: tuple[Rule, ...]
    examples: Mapping[str, Mapping[str, tuple[str, ...]]]

    def question_for(self, form: str, slot: str) -> str | None:
        """The action or response that asks for a slot, in Rasa's order of looking (rasa.md 3, step 5)."""
        for name in (
            f"action_ask_{form}_{slot}",
            f"utter_ask_{form}_{slot}",
            f"action_ask_{slot}",
            f"utter_ask_{slot}",
        ):
            if name in self.responses or name in self.actions:
                return name
        return None
