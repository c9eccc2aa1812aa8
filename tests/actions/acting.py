"""One action alone, run by rasa-sdk's own executor, as Rasa or our engine would run it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import Action

from actions.journey import CARRIED_OVER, EMAIL_SURE, FORMS, MEMORY, OWN, STOP_SURE, TELLING
from tests.builders.cases import MONDAY, an_entry, casework
from tests.fakes.diary import MemoryDiary
from webchat.cases.appointments.booking import Booking
from webchat.cases.words import PromiseName

NOW = MONDAY
SENDING = {
    "charity": "kind-place",
    "lang": "pl",
    "conversation": "talk-1",
    "key": "talk-1:0",
    "code_hash": "hash",
    "sealed_code": "sealed",
}
SLOTS = (*OWN, *CARRIED_OVER, *MEMORY, *TELLING, STOP_SURE, EMAIL_SURE)


@dataclass(frozen=True)
class Acted:
    """What an action did: the slots it set, what it said, and its other events."""

    slots: dict[str, Any]
    said: list[tuple[str, dict[str, Any]]]
    others: list[dict[str, Any]] = field(default_factory=list)

    @property
    def names(self) -> list[str]:
        """The names of what was said."""
        return [name for name, _ in self.said]


def act(
    action: Action,
    slots: Mapping[str, Any] | None = None,
    *,
    heard: Mapping[str, Any] | None = None,
    loop: str | None = None,
    asked: str | None = None,
    candidate: Any = None,
    carried: Mapping[str, Any] | None = None,
    metadata: Mapping[str, Any] | None = None,
) -> Acted:
    """Run it. With `candidate`, a form is given it as the answer to what was `asked`; `carried` are
    answers it already had when the form began."""
    executor = ActionExecutor()
    executor.register_action(action)
    now = {**dict.fromkeys(SLOTS), **(slots or {}), "requested_slot": asked}
    events: list[dict[str, Any]] = [{"event": "action", "name": "action_listen", "timestamp": None}]
    if candidate is not None:
        now[str(asked)] = candidate
        events.append(_slot(str(asked), candidate))
    now |= carried or {}
    events += [_slot(name, value) for name, value in (carried or {}).items()]
    message = {"text": candidate if isinstance(candidate, str) else "", "entities": [], **(heard or {})}
    message["metadata"] = dict(SENDING if metadata is None else metadata)
    result = asyncio.run(
        executor.run(
            {
                "next_action": action.name(),
                "sender_id": "guest",
                "tracker": {
                    "sender_id": "guest",
                    "slots": now,
                    "latest_message": message,
                    "events": events,
                    "paused": False,
                    "followup_action": None,
                    "active_loop": {"name": loop} if loop else {},
                    "latest_action_name": "action_listen",
                    "stack": [],
                },
                "domain": {"forms": {form: {"required_slots": list(SLOTS)} for form in FORMS.values()}},
                "version": "3.6",
            }
        )
    )
    assert result is not None
    found = {e["name"]: e["value"] for e in result.events if e["event"] == "slot"}
    said = [(r["response"], _values(r)) for r in result.responses]
    return Acted(found, said, [e for e in result.events if e["event"] != "slot"])


def answered(form: Action, slot: str, value: Any, **slots: Any) -> Acted:
    """The form's validation of one answer to the question that was just asked."""
    loop = form.name().removeprefix("validate_")
    return act(form, slots, loop=loop, asked=slot, candidate=value)


def a_booking() -> Booking:
    """Casework that answers within 5 working days, and an empty diary, over stores in memory."""
    return Booking(casework(an_entry(PromiseName.REPLY, 5))[0], MemoryDiary())


def _slot(name: str, value: Any) -> dict[str, Any]:
    return {"event": "slot", "name": name, "value": value, "timestamp": None}


def _values(response: dict[str, Any]) -> dict[str, Any]:
    wire = {"text", "buttons", "elements", "custom", "template", "response", "image", "attachment"}
    return {name: value for name, value in response.items() if name not in wire}
