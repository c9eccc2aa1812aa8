"""Stopping: nothing of the guest's words stays."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import Action

from actions.journey import CARRIED_OVER, MEMORY, OWN


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
        return [SlotSet(name, None) for name in (*OWN, *CARRIED_OVER, *MEMORY)]
