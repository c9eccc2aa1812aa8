"""Runs rasa-sdk actions in process and lets nothing doubtful through."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from rasa_sdk.executor import ActionExecutor
from rasa_sdk.forms import FormValidationAction
from rasa_sdk.interfaces import Action, ActionExecutionRejection
from rasa_sdk.utils import call_potential_coroutine

from webchat.chat.dialogue import JSON
from webchat.chat.project import Project
from webchat.chat.tracker import Tracker
from webchat.chat.wire import Junk, Outcome, Wire


class ActionFailed(Exception):
    """An action raised or gave back junk; `action` is its name, the cause is chained."""

    def __init__(self, action: str) -> None:
        super().__init__(action)
        self.action = action


class PassedOn(Exception):
    """An action said "I did nothing, try another rule" (Rasa's ActionExecutionRejection)."""


class _StrictExecutor(ActionExecutor):  # type: ignore[misc]  # rasa-sdk ships no types
    """Rasa's executor drops malformed events with a line in the log; to us they are a fault of the action."""

    @staticmethod
    def validate_events(events: list[dict[str, Any]], action_name: str) -> list[dict[str, Any]]:
        if not isinstance(events, list | tuple) or not all(
            isinstance(event, dict) and isinstance(event.get("event"), str) for event in events
        ):
            raise Junk("not a list of events")
        return list(events)


class Performer:
    """An executor of its own for one project, with an explicit list of action instances."""

    def __init__(self, project: Project, actions: Iterable[Action]) -> None:
        self.wire = Wire(project)
        self._executor = _StrictExecutor()
        for action in actions:
            if isinstance(action, FormValidationAction):
                _check_answers(action, project.slots)
            self._executor.register_action(action)
        have, want = set(self._executor.actions), set(project.actions)
        if have != want:
            missing, unlisted = sorted(want - have), sorted(have - want)
            raise ValueError(f"actions missing: {missing}; not listed in domain: {unlisted}")

    def has(self, action: str) -> bool:
        """Whether there is an action of this name."""
        return action in self._executor.actions

    async def perform(
        self, action: str, tracker: Tracker, candidates: Mapping[str, JSON] | None = None
    ) -> Outcome:
        """Run one action. Raises PassedOn, or ActionFailed for whatever else went wrong."""
        try:
            result = await self._executor.run(self.wire.call(action, tracker, candidates))
            if result is None:
                raise Junk("nothing ran")
            slots = {**tracker.slots, **candidates} if candidates else tracker.slots
            return self.wire.outcome(result.events, result.responses, slots)
        except ActionExecutionRejection:
            raise PassedOn from None
        except BaseException as exc:  # SystemExit in an action would otherwise end the worker that runs it
            raise ActionFailed(action) from exc


def quieten_rasa() -> None:
    """Keep rasa-sdk's lines about single slots and events out of the log: they may hold a guest's words."""
    for name in ("rasa_sdk.forms", "rasa_sdk.executor", "rasa_sdk.interfaces"):
        logging.getLogger(name).setLevel(logging.ERROR)


def _check_answers(action: FormValidationAction, slots: Iterable[str]) -> None:
    """Watch validate_<slot> and extract_<slot>: rasa-sdk keeps the UNVALIDATED value if one returns junk."""
    for slot in slots:
        for name in (f"validate_{slot.replace('-', '_')}", f"extract_{slot.replace('-', '_')}"):
            method = getattr(action, name, None)
            if callable(method) and not hasattr(method, "answers_checked"):
                object.__setattr__(action, name, _checked(method))


def _checked(method: Callable[..., Any]) -> Callable[..., Any]:
    async def checked(*args: Any) -> dict[str, Any]:
        answer = await call_potential_coroutine(method(*args))
        if not isinstance(answer, dict):
            raise Junk("a validation that is not a mapping")
        return answer

    checked.answers_checked = True  # type: ignore[attr-defined]  # so that a second engine does not wrap it again
    return checked
