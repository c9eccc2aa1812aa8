"""Telling the safeguarding lead: a case at once, the journey unfinished, and two questions (E13 to E16)."""

from __future__ import annotations

from abc import ABC
from collections.abc import Iterator
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import Action

from actions.alarm import question, waits, words_to_tell
from actions.answers import Taken, choice, words
from actions.asks import Ask
from actions.journey import DANGER_NOW, SAFE_HOW, SAFEGUARDING_FORM, TELL_LEAD, asides
from actions.metadata import Metadata
from actions.opening import opening_for_lead
from actions.stop import StopAnswers
from actions.validation import Domain, JourneyForm, is_answer_to, take
from actions.work import NeedsCasework
from webchat.cases.case import Case
from webchat.cases.people.guarding import Guarding
from webchat.i18n.told import Told
from webchat.i18n.who_told import who_is_told

_IN_DANGER = ("yes", "no", "not_known")


class AskTellLead(Ask):
    """Asks whether to tell the lead."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_ask_tell_lead"

    def response(self, tracker: Tracker) -> str:
        """What they would read: the words, or that help was asked for."""
        return question(tracker.slots)


class TellLead(NeedsCasework):
    """Opens a safeguarding case, or adds to the one of this conversation."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_tell_lead"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> list[dict[str, Any]]:
        """Open it and say who is told; then the two questions, inside a journey before its own."""
        if not waits(tracker.slots):
            dispatcher.utter_message(response="utter_default")
            return []
        guarding, metadata, now = Guarding(self.work()), Metadata.of(tracker), self.now()
        case = guarding.tell(opening_for_lead(tracker.slots, metadata), now)
        for told in (*_receipt(case, metadata), *who_is_told(guarding.expected(case, now))):
            dispatcher.utter_message(response=told.name, **told.values)
        events = [SlotSet("alarm", "told"), SlotSet("told_case", case.id), SlotSet("missed", None)]
        return events if tracker.active_loop_name else [*events, FollowupAction(SAFEGUARDING_FORM)]


def _receipt(case: Case, metadata: Metadata) -> Iterator[Told]:
    # The code made for this turn is the case's own only where this turn opened it.
    if case.sealed_code == metadata.sealed_code:
        yield Told("utter_told", {"reference": case.reference, "case": case.id})
    else:
        yield Told("utter_told_more", {"reference": case.reference})


class TellNobody(Action):
    """The guest says no: nobody is told, and the question before comes again."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_tell_nobody"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> list[dict[str, Any]]:
        """Say so, and what happens if they send their words."""
        wrote = words_to_tell(tracker.slots)
        dispatcher.utter_message(response=f"utter_told_nobody{'' if wrote else '_pressed'}")
        return [SlotSet("alarm", None)]


class SafetyAnswers(NeedsCasework, JourneyForm, ABC):
    """Takes what is asked about danger, in every journey; each answer is with the case at once."""

    def validate_tell_lead(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """Only the buttons: no typed word tells anybody, or keeps it from them."""
        asked_again = take(TELL_LEAD, Taken(fault="choice"), dispatcher, tracker)
        return {**asked_again, "kept": tracker.get_slot("kept")}

    def validate_danger_now(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """Yes, no, or not known; never guessed."""
        kept = take(DANGER_NOW, choice(value, _IN_DANGER), dispatcher, tracker)
        if kept[DANGER_NOW] and is_answer_to(DANGER_NOW, tracker):
            self._add(DANGER_NOW, kept[DANGER_NOW], tracker)
            if kept[DANGER_NOW] == "yes":
                dispatcher.utter_message(response="utter_danger_now")
        return kept

    def validate_safe_how(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """Their words, or nothing; then the question before comes again."""
        kept = take(SAFE_HOW, words(value), dispatcher, tracker)
        if kept[SAFE_HOW] is None or not is_answer_to(SAFE_HOW, tracker):
            return kept
        if kept[SAFE_HOW]:
            self._add(SAFE_HOW, kept[SAFE_HOW], tracker)
        dispatcher.utter_message(response="utter_told_thanks")
        return {**kept, "alarm": None}

    def _add(self, name: str, value: str, tracker: Tracker) -> None:
        case_id = tracker.get_slot("told_case") or ""
        Guarding(self.work()).answer(Metadata.of(tracker).charity, case_id, name, value, self.now())


class SafeguardingForm(SafetyAnswers, StopAnswers):
    """The two questions outside a journey."""

    def name(self) -> str:
        """As the domain lists it."""
        return "validate_safeguarding_form"

    async def required_slots(
        self, domain_slots: list[str], dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> list[str]:
        """What comes before a journey's own questions, and nothing else."""
        return asides(tracker.slots)


class OfferAgain(Action):
    """The two questions are answered: what a guest can do here is offered again."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_told"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> list[dict[str, Any]]:
        """Offer it."""
        dispatcher.utter_message(response="utter_anything_else")
        return [SlotSet("alarm", None)]
