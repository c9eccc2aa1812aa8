"""Questions answered on the spot from the charity's policy and settings, or handed on to its team."""

from __future__ import annotations

from abc import ABC
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import Action

from actions.answers import yes_or_no
from actions.journey import ANSWERED, ASK_TEAM, FORMS, MAIN_WORDS, MEMORY, QUESTION, has_enough
from actions.metadata import Metadata
from actions.validation import Domain, JourneyForm, take
from actions.work import NeedsCasework
from webchat.cases.ports import Policies
from webchat.i18n.answers_told import title, topic_told
from webchat.i18n.settings_told import Settings
from webchat.i18n.told import Told

Events = list[dict[str, Any]]


def answers_first(tracker: Tracker, words: str | None, only_if_sure: bool = False) -> Events:
    """What begins the question journey at its answers, where any were found for the words; else nothing."""
    metadata = Metadata.of(tracker)
    found = found_slots(metadata)
    in_doubt = only_if_sure and not metadata.sure
    if tracker.active_loop_name or not words or not any(found.values()) or in_doubt:
        return []
    kept = {**(tracker.get_slot("kept") or {}), MAIN_WORDS[QUESTION]: words}
    return [
        *(SlotSet(name, None) for name in MEMORY),
        SlotSet("journey", QUESTION),
        SlotSet("kept", kept),
        SlotSet(MAIN_WORDS[QUESTION], words),
        *(SlotSet(name, value) for name, value in found.items()),
        FollowupAction(FORMS[QUESTION]),
    ]


def found_slots(metadata: Metadata) -> dict[str, Any]:
    """The topics that are answered, or the one that is not, as slots."""
    return {"found": list(metadata.found) or None, "unsaid": metadata.unsaid or None}


class FoundAnswers(JourneyForm, ABC):
    """Takes what the guest says of the answers."""

    async def required_slots(
        self, domain_slots: list[str], dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> list[str]:
        """Nothing more, once the guest has enough."""
        if has_enough(tracker.slots):
            return []
        asked: list[str] = await super().required_slots(domain_slots, dispatcher, tracker, domain)
        return asked

    def validate_answered(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """Yes ends the journey; No sends the question on its way, with the words that were typed."""
        kept = take(ANSWERED, yes_or_no(value), dispatcher, tracker)
        if kept[ANSWERED] is None:
            return kept
        return {**kept, "found": None, ANSWERED: "yes" if kept[ANSWERED] == "yes" else None}

    def validate_ask_team(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """Yes sends the question on its way; No ends the journey."""
        kept = take(ASK_TEAM, yes_or_no(value), dispatcher, tracker)
        if kept[ASK_TEAM] is None:
            return kept
        return {**kept, "unsaid": None, ASK_TEAM: "no" if kept[ASK_TEAM] == "no" else None}


class AskAnswered(NeedsCasework):
    """Says what was found, the best first, and asks whether it was enough."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_ask_answered"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Say it, each with its clause."""
        policies, now = self.work().policies, self.now()
        for topic in tracker.get_slot("found") or ():
            for told in said_on(topic, policies, Metadata.of(tracker), now):
                dispatcher.utter_message(response=told.name, **told.values)
        dispatcher.utter_message(response="utter_ask_answered")
        return []


def said_on(topic: str, policies: Policies, metadata: Metadata, now: datetime) -> Iterator[Told]:
    """The topic, and what the charity's policy and settings say on it."""
    policy, calendar = policies.policy(metadata.charity), policies.calendar(metadata.charity)
    contact = (metadata.phone, metadata.email, metadata.address)
    settings = Settings(policies.hours(metadata.charity), *contact, metadata.retention_months)
    yield title(topic)
    yield from topic_told(topic, policy, settings, calendar, now)


class AskTeam(Action):
    """Says of what the policy does not speak, and asks whether to ask the team."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_ask_ask_team"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Ask."""
        dispatcher.utter_message(response=title(str(tracker.get_slot("unsaid"))).name)
        dispatcher.utter_message(response="utter_ask_ask_team")
        return []
