"""What an action is given and gives back: Rasa's JSON, fresh on the way in, checked on the way out."""

from __future__ import annotations

import marshal
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from webchat.chat.dialogue import JSON, Spoken
from webchat.chat.project import REQUESTED_SLOT, Project
from webchat.chat.tracker import Tracker

# 512 kB is the largest form a guest can send (design, Limits); nothing an action says may be longer.
MOST_CHARACTERS = 512_000
_DEEPEST = 20
_IGNORED = frozenset({"session_started", "action"})
_OWN_WORDS = ("text", "elements", "custom", "image", "attachment")
_NOT_VALUES = frozenset({*_OWN_WORDS, "template", "response", "buttons"})


class Junk(Exception):
    """An action gave back something that is not its job to give. The message never holds a value."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an action did: events of the kinds we apply, and what it said."""

    events: tuple[Mapping[str, JSON], ...] = ()
    says: tuple[Spoken, ...] = ()


class Wire:
    """Writes calls and reads results for one project."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._slots = frozenset(project.slots) | {REQUESTED_SLOT}
        self._can_follow = frozenset(project.actions) | project.responses.keys() | project.forms.keys()
        # Responses stay out: an action says names, and never needs the words (design, step 3).
        self._domain = _fixed(
            {
                "version": "3.1",
                "intents": list(project.intents),
                "entities": list(project.entities),
                "slots": {n: {"type": s.type, "initial_value": s.initial} for n, s in project.slots.items()},
                "forms": {
                    n: {"required_slots": list(f.required_slots), "ignored_intents": list(f.ignored_intents)}
                    for n, f in project.forms.items()
                },
                "responses": {},
                "actions": list(project.actions),
            }
        )

    def call(
        self, action: str, tracker: Tracker, candidates: Mapping[str, JSON] | None = None
    ) -> dict[str, Any]:
        """The call for one action, as Rasa's action server gets it: a fresh copy of the tracker, and the one
        domain, which nobody can change.

        With `candidates` (a form's validation) they stand last among the events, after the form's own, and
        the slots already hold them, as in Rasa.
        """
        message = tracker.message
        slots = {**tracker.slots, **(candidates or {}), REQUESTED_SLOT: tracker.asked}
        events: list[dict[str, Any]] = [
            {"event": "action", "timestamp": None, "name": "action_listen"},
            {"event": "user", "timestamp": None, "text": message.text, "input_channel": "webchat"},
        ]
        last = tracker.last_action
        if candidates is not None:
            last = str(tracker.form)
            events.append(_slot_event(REQUESTED_SLOT, tracker.asked))
            events.append({"event": "action", "timestamp": None, "name": last})
            events += [_slot_event(name, value) for name, value in candidates.items()]
        intent = {"name": tracker.intent, "confidence": message.confidence}
        state = {
            "sender_id": "guest",
            "slots": slots,
            "latest_message": {
                "intent": intent,
                "intent_ranking": [intent],
                "entities": [{"entity": name, "value": value} for name, value in message.entities],
                "text": message.text,
                "metadata": dict(tracker.metadata),
            },
            "events": events,
            "paused": False,
            "followup_action": None,
            "active_loop": {"name": tracker.form} if tracker.form else {},
            "latest_action_name": last,
            "stack": [],
            "user_id": None,
        }
        return {
            "next_action": action,
            "sender_id": "guest",
            "tracker": marshal.loads(marshal.dumps(state)),
            "domain": self._domain,
            "version": "3.6",
        }

    def outcome(
        self,
        events: Sequence[Mapping[str, Any]],
        responses: Sequence[Mapping[str, Any]],
        slots: Mapping[str, JSON],
    ) -> Outcome:
        """Read a result; `slots` are for responses whose words name one.

        Raises Junk for an unknown slot, form, action or response, or what JSON cannot hold.
        """
        budget = _Budget()
        kept = [self._event(event, budget) for event in events if event["event"] not in _IGNORED]
        return Outcome(tuple(kept), tuple(self._spoken(said, slots, budget) for said in responses))

    def say(
        self, response: str, slots: Mapping[str, JSON], values: Mapping[str, JSON] | None = None
    ) -> Spoken:
        """A response with the values of the slots its words name; given values come first."""
        named = {name: slots[name] for name in self._project.responses[response].slots if name in slots}
        return Spoken(response, {**named, **(values or {})})

    def _event(self, event: Mapping[str, Any], budget: _Budget) -> Mapping[str, JSON]:
        kind, name = event["event"], event.get("name")
        if kind == "slot":
            if name not in self._slots:
                raise Junk("unknown slot")
            value = budget.plain(event.get("value"))
            if name == REQUESTED_SLOT and value is not None and value not in self._project.slots:
                raise Junk("unknown requested slot")
            return {"event": kind, "name": name, "value": value}
        if kind == "active_loop":
            if name is not None and name not in self._project.forms:
                raise Junk("unknown form")
        elif kind == "followup":
            if name not in self._can_follow:
                raise Junk("unknown action to follow")
        elif kind not in ("reset_slots", "restart"):
            raise Junk("kind of event that is not walked")
        return {"event": kind, "name": name}

    def _spoken(self, said: Mapping[str, Any], slots: Mapping[str, JSON], budget: _Budget) -> Spoken:
        name = said.get("response")
        if name not in self._project.responses:
            raise Junk("unknown response")
        if any(said.get(part) for part in _OWN_WORDS):
            raise Junk("words of its own")
        values = {key: budget.plain(value) for key, value in said.items() if key not in _NOT_VALUES}
        if said.get("buttons"):
            values["buttons"] = budget.plain(said["buttons"])
        return self.say(str(name), slots, values)


class _Budget:
    """Copies values that JSON can hold, and stops at more than a turn could ever need."""

    def __init__(self) -> None:
        self._left = MOST_CHARACTERS

    def plain(self, value: object, depth: int = 0) -> JSON:
        self._left -= 1
        if isinstance(value, str):
            self._left -= len(value)
        if self._left < 0 or depth > _DEEPEST:
            raise Junk("too much")
        if value is None or isinstance(value, bool | str):
            return value
        if isinstance(value, int) and abs(value) < 2**53:
            return value
        if isinstance(value, float) and math.isfinite(value):
            return value
        if isinstance(value, list | tuple):
            return [self.plain(each, depth + 1) for each in value]
        if isinstance(value, dict) and all(isinstance(key, str) for key in value):
            return {key: self.plain(each, depth + 1) for key, each in value.items()}
        raise Junk("a value that JSON cannot hold")


def _fixed(value: object) -> Any:
    """The same, and nothing in it can be changed, however deep: actions read it and none gets a copy."""
    if isinstance(value, Mapping):
        return MappingProxyType({key: _fixed(inner) for key, inner in value.items()})
    return tuple(map(_fixed, value)) if isinstance(value, list | tuple) else value


def _slot_event(name: str, value: JSON) -> dict[str, Any]:
    return {"event": "slot", "timestamp": None, "name": name, "value": value}
