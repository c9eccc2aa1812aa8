"""Talk to a person, and I need help now: answered at once, on every page (guest-rules B26, E15, E19)."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import Action

from actions.alarm import raised
from actions.card import show_card
from actions.metadata import Metadata
from actions.welcome import first_words, say_staff

Domain = dict[str, Any]
Events = list[dict[str, Any]]
# Two messages were not understood, and this is the third (guest-rules B26).
_PATIENCE = 2


class TalkToPerson(Action):
    """How to reach a person; after three messages not understood, with the words kept for them."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_talk_to_person"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        """Say how."""
        metadata, inside = Metadata.of(tracker), bool(tracker.active_loop_name)
        lost = not inside and int(tracker.get_slot("missed") or 0) >= _PATIENCE
        dispatcher.utter_message(response="utter_person_kept" if lost else "utter_person")
        say_staff(dispatcher, metadata)
        if metadata.phone:
            dispatcher.utter_message(response="utter_person_phone", phone=metadata.phone)
        if metadata.email:
            dispatcher.utter_message(response="utter_person_email", email=metadata.email)
        dispatcher.utter_message(response="utter_person_finish" if inside else "utter_person_write")
        return [SlotSet("missed", None), *([first_words(tracker)] if lost else [])]


class HelpNow(Action):
    """The emergency card, by its button, in words, or where words may mean danger."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_help_now"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        """Show it; then the guest is asked whether the safeguarding lead is told."""
        show_card(dispatcher, tracker)
        return [SlotSet(name, value) for name, value in {"missed": None, **raised(tracker)}.items()]
