"""The check page: every answer in order, each with its way to change it (guest-rules B28, C9)."""

from __future__ import annotations

import json
from abc import ABC
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import Action

from actions.journey import CONTACT_FOR, FORMS, asked
from actions.metadata import Metadata
from actions.times import TIME, time_shown
from actions.validation import Domain, JourneyForm

CHECKED = "sent"
# Their values are names, said by value_<slot>_<value>; all others are the guest's own words.
NAMED = frozenset(
    {
        "appointment_where",
        "appointment_no_place",
        "appointment_who",
        "appointment_access",
        "feedback_kind",
        "own_information",
        "as_elected",
        "feedback_scope",
        "treat_as_complaint",
        "about_information",
        "for_whom",
        "for_agrees",
        "about_person",
        "reply_by",
        "safe_to_contact",
        "needs",
    }
)


class CheckAnswers(JourneyForm, ABC):
    """Takes the press of Send."""

    def validate_check(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """Only the button; typed words never send."""
        return {"check": CHECKED if value == CHECKED else None}


class AskCheck(Action):
    """Shows the answers; a change that was under way is done."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_ask_check"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> list[dict[str, Any]]:
        """Say them all; to whoever gave no name, first that this is all staff will see (guest-rules E10)."""
        if has_no_name(tracker):
            dispatcher.utter_message(response="utter_without_name")
        dispatcher.utter_message(response="utter_ask_check", rows=rows(tracker))
        return [SlotSet("changing", None)]


def has_no_name(tracker: Tracker) -> bool:
    """Whether nothing that the guest gave says who they are: no name, and no way to reach them."""
    nothing_to_reach = tracker.get_slot("reply_by") not in CONTACT_FOR
    return nothing_to_reach and not tracker.get_slot("guest_name")


def rows(tracker: Tracker) -> list[dict[str, Any]]:
    """One row an answer: its slot, what to call it, its value to show, and the payload that changes it."""
    slots = questions(tracker)
    return [
        {
            "slot": slot,
            "label": {"say": [_label(slot, tracker), {}]},
            "value": time_shown(tracker.slots) if slot == TIME else _shown(slot, tracker.get_slot(slot)),
            "change": f"/change{json.dumps({'answer': slot})}",
        }
        for slot in slots
        if slot != "check"
    ]


def questions(tracker: Tracker) -> list[str]:
    """The questions of the journey under way; none outside a journey."""
    journey = tracker.get_slot("journey")
    return asked(journey, tracker.slots, Metadata.of(tracker).asks_scope) if journey in FORMS else []


def _label(slot: str, tracker: Tracker) -> str:
    """A place is named by what it is: an address, a place or a number."""
    if slot == "appointment_place":
        return f"label_appointment_place_{tracker.get_slot('appointment_where')}"
    return f"label_{slot}"


def _shown(slot: str, value: Any) -> Any:
    if not value:
        return {"say": ["value_not_provided", {}]}
    if slot not in NAMED:
        return value
    named = [{"say": [f"value_{slot}_{one}", {}]} for one in (value if isinstance(value, list) else [value])]
    return {"list": named} if isinstance(value, list) else named[0]
