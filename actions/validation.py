"""What every journey's form shares: which question comes next, and what is done with an answer."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, ClassVar

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.forms import FormValidationAction

from actions.alarm import heard_in
from actions.answers import MOST_IN_A_LINE, MOST_IN_AN_EMAIL, MOST_WORDS, Taken
from actions.card import hears_danger, show_card
from actions.journey import MAIN_WORDS, asides, asked, meant_for, with_dependents
from actions.metadata import asks_scope

Domain = dict[str, Any]
# More than this is left to the page that was sent, which still has the words.
_MOST_KEPT = 100_000
_LONG = frozenset({*MAIN_WORDS.values(), "appointment_when", "feedback_wish"})


class JourneyForm(FormValidationAction, ABC):
    """A journey as a form. rasa-sdk's server makes one of every concrete class, so this one is abstract."""

    journey: ClassVar[str]

    @abstractmethod
    def name(self) -> str:
        """The name that Rasa looks for: validate_ and the form's."""

    async def required_slots(
        self, domain_slots: list[str], dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> list[str]:
        """The questions that the answers so far lead to."""
        return asides(tracker.slots) + asked(self.journey, tracker.slots, asks_scope(tracker))


def take(slot: str, taken: Taken, dispatcher: CollectingDispatcher, tracker: Tracker) -> dict[str, Any]:
    """Keep an answer, or say what to do and keep the words for the box.

    The second time in a row it is said in other words (guest-rules B27, C17). Words that may mean danger get
    help, whatever the box is for, and are not called a mistake (guest-rules E18). Then the guest is asked
    whether the safeguarding lead is told.
    """
    danger = is_answer_to(slot, tracker) and hears_danger(tracker)
    if danger:
        show_card(dispatcher, tracker)
    alarm = heard_in(slot, tracker, not taken.fault) if is_answer_to(slot, tracker) else {}
    if not taken.fault:
        return {slot: taken.value, "slips": None, **_no_longer_meant(slot, taken.value, tracker), **alarm}
    slips = int(tracker.get_slot("slips") or 0)
    if danger and not slips:
        return {slot: None, "slips": 1, "kept": with_words(tracker, slot), **alarm}
    again = "_again" if slips else ""
    limit = _limit(slot)
    response = f"utter_error_{taken.fault}{again}"
    dispatcher.utter_message(response=response, kept=True, slot=slot, limit=limit)
    return {slot: None, "slips": slips + 1, "kept": with_words(tracker, slot), **alarm}


def is_answer_to(slot: str, tracker: Tracker) -> bool:
    """Whether the guest was just asked this; a value carried over is checked again without a word."""
    return bool(tracker.get_slot("requested_slot") == slot)


def _no_longer_meant(slot: str, value: Any, tracker: Tracker) -> dict[str, Any]:
    """What an answer other than the one before takes with it."""
    kept = dict(tracker.get_slot("kept") or {})
    if not meant_for(slot) or not is_answer_to(slot, tracker) or kept.get(slot) == value:
        return {}
    gone = {name: None for name in with_dependents(slot)[1:] if tracker.get_slot(name) is not None}
    return {**gone, "kept": {name: one for name, one in kept.items() if name not in meant_for(slot)}}


def _limit(slot: str) -> int:
    if slot == "email":
        return MOST_IN_AN_EMAIL
    return MOST_WORDS if slot in _LONG else MOST_IN_A_LINE


def with_words(tracker: Tracker, slot: str) -> dict[str, Any]:
    """What is kept for boxes, and what was just typed for this one."""
    kept = dict(tracker.get_slot("kept") or {})
    heard = tracker.latest_message or {}
    words = heard.get("text")
    if isinstance(words, str) and words and len(words) <= _MOST_KEPT and not heard.get("entities"):
        kept[slot] = words
    return kept
