"""Back and Change: an answer is taken back, its words are kept, and the form asks again."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import Action

from actions.check import questions
from actions.journey import (
    ANSWERED,
    ASK_TEAM,
    MAIN_WORDS,
    OWN,
    QUESTION,
    SAFEGUARDING_FORM,
    asides,
    with_dependents,
)

Domain = dict[str, Any]
Events = list[dict[str, Any]]


class ChangeAnswer(Action):
    """Takes back one answer and those that depend on it; the check page follows (design, Dialogue)."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_change_answer"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        """Take it back."""
        slot = next(tracker.get_latest_entity_values("answer"), None)
        if slot == "check" or slot not in questions(tracker):
            dispatcher.utter_message(response="utter_nothing_to_change")
            return []
        was = {name: tracker.get_slot(name) for name in with_dependents(slot)}
        return [*_taken_back(tracker, was), SlotSet("changing", was)]


class GoBack(Action):
    """One question back; a change is given up; from the first question the journey is left."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_go_back"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        """Step back."""
        if not tracker.active_loop_name:
            return []
        changing = tracker.get_slot("changing")
        if tracker.get_slot("requested_slot") in (ANSWERED, ASK_TEAM):
            return _asked_again(tracker, changing)
        if asides(tracker.slots) or tracker.active_loop_name == SAFEGUARDING_FORM:
            gone = [SlotSet(mark, None) for mark in ("stopping", "email_guess", "alarm")]
            left = [ActiveLoop(None)] if tracker.active_loop_name == SAFEGUARDING_FORM else []
            return [*gone, *left, *_nothing_asked(changing)]
        if changing:
            return [*(SlotSet(name, was) for name, was in changing.items()), *_nothing_asked()]
        earlier = _answered_before(tracker)
        if earlier:
            return _taken_back(tracker, {earlier[-1]: tracker.get_slot(earlier[-1])})
        dispatcher.utter_message(response="utter_left_journey")
        return [*_leaving(tracker), ActiveLoop(None), *_nothing_asked()]


def _answered_before(tracker: Tracker) -> list[str]:
    asked = questions(tracker)
    now = tracker.get_slot("requested_slot")
    before = asked[: asked.index(now)] if now in asked else asked
    return [name for name in before if tracker.get_slot(name) is not None]


def _taken_back(tracker: Tracker, was: dict[str, Any]) -> Events:
    kept = {**(tracker.get_slot("kept") or {}), **{name: value for name, value in was.items() if value}}
    return [*(SlotSet(name, None) for name in was), SlotSet("kept", kept), *_nothing_asked()]


def _asked_again(tracker: Tracker, changing: Any) -> Events:
    """From the answers to the question itself, its words in the box."""
    slot = MAIN_WORDS[QUESTION]
    back = _taken_back(tracker, {slot: tracker.get_slot(slot)})
    return [SlotSet("found", None), SlotSet("unsaid", None), *back, SlotSet("changing", changing)]


def _nothing_asked(changing: Any = None) -> Events:
    return [SlotSet("changing", changing), SlotSet("slips", None), SlotSet("requested_slot", None)]


def _leaving(tracker: Tracker) -> Events:
    """No word is lost: what was to be sent stands in the box of whichever journey comes next."""
    slot = MAIN_WORDS.get(tracker.get_slot("journey") or "", "")
    words = tracker.get_slot(slot) or (tracker.get_slot("kept") or {}).get(slot)
    first = words or tracker.get_slot("first_words")
    return [*(SlotSet(name, None) for name in (*OWN, "journey")), SlotSet("first_words", first)]
