"""Stopping: asked first, and then nothing of the guest's words stays."""

from __future__ import annotations

from abc import ABC
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import Action

from actions.answers import choice
from actions.journey import CARRIED_OVER, MEMORY, OWN, STOP_SURE, TELLING
from actions.validation import Domain, JourneyForm, take, with_words


class AskToStop(Action):
    """Asks before the open question; what was typed stays in the box, as it may be an answer."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_ask_to_stop"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Note that it is asked; with no journey open the button says it all."""
        if not tracker.active_loop_name:
            dispatcher.utter_message(response="utter_ask_stop_sure")
            return []
        asked = tracker.get_slot("requested_slot") or ""
        return [
            SlotSet("kept", with_words(tracker, asked)),
            SlotSet("stopping", True),
            SlotSet("requested_slot", None),
        ]


class StopAnswers(JourneyForm, ABC):
    """Takes the answer No; Yes is a button of its own, so that no word can delete anything."""

    def validate_stop_sure(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """No: the question before is asked again."""
        kept = take(STOP_SURE, choice(value, ("no",)), dispatcher, tracker)
        return {**kept, STOP_SURE: None, "stopping": None} if kept[STOP_SURE] else kept


class Stop(Action):
    """Clears every answer, those carried over too."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_stop"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Clear, and say so."""
        dispatcher.utter_message(response="utter_stopped")
        return [SlotSet(name, None) for name in (*OWN, *CARRIED_OVER, *MEMORY, *TELLING)]
