"""The first words, the choice of a journey, and words that were not understood."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import Action

from actions.alarm import question, waits
from actions.answers import text_of
from actions.found import answers_first
from actions.journey import APPOINTMENT, FORMS, JOURNEY_OF, MAIN_WORDS, MEMORY, QUESTION
from actions.metadata import Metadata
from webchat.cases.words import ReplyBy

Domain = dict[str, Any]
Events = list[dict[str, Any]]
_PRESSED = "begin_"
# Longer than any command: somebody is telling us something, and no understanding is needed.
_A_LOT = 200
# Answered at once; what else was typed with it is kept. Nothing typed to stop or to go back is.
_ANSWERED = frozenset({"greet", "thank", "ask_who", "abuse", "help_now", "talk_to_person"})
# Answered too, and still a question that somebody may want to send.
_ASKED = frozenset({"opening_hours", "how_long", "lost_code", "cannot_read", "danger"})
_ASKED |= {"track", "change_appointment"}
# Answered with a hint only: what the policy says of the same words comes after it.
_HINTED = frozenset({"track", "change_appointment", "lost_code", "cannot_read", "talk_to_person", "ask_who"})
_CHOICES = frozenset({"answer", "send"})
_A_FEW_WORDS = 3
_A_STORY = 12  # words


class Welcome(Action):
    """Tells the truth about this chat before anything is asked (guest-rules E22, G3)."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_welcome"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        """Say who this is, whether staff are in, what is kept, and ask."""
        metadata = Metadata.of(tracker)
        dispatcher.utter_message(response="utter_welcome")
        say_staff(dispatcher, metadata)
        if tracker.active_loop_name:
            return []
        dispatcher.utter_message(response="utter_privacy")
        if metadata.retention_months:
            dispatcher.utter_message(response="utter_privacy_kept", months=metadata.retention_months)
        else:
            dispatcher.utter_message(response="utter_privacy_not_told")
        return [SlotSet("missed", None)]


class WhatToDo(Action):
    """Offers the journeys again; words not yet sent stay in the box. Inside a journey its question comes."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_what_to_do"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        """Ask."""
        if tracker.active_loop_name:
            if tracker.get_intent_of_latest_message() in _CHOICES:
                dispatcher.utter_message(response="utter_default")
            return []
        kept = _said_more(tracker)
        if waits(tracker.slots):  # one question at a time, and this one first
            dispatcher.utter_message(response=question(tracker.slots))
            return [first_words(tracker)] if kept else []
        answers = answers_first(tracker, first_words(tracker)["value"], only_if_sure=True) if kept else []
        if answers and tracker.get_intent_of_latest_message() in _HINTED:
            return answers
        if kept:
            dispatcher.utter_message(response="utter_words_kept")
        dispatcher.utter_message(response="utter_what_to_do")
        return [first_words(tracker)] if kept else []


class BeginJourney(Action):
    """Notes which journey begins, and keeps the words that led here."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_begin_journey"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        """Note it; one journey ends before another begins."""
        if tracker.active_loop_name:
            dispatcher.utter_message(response="utter_finish_first")
            return []
        intent = tracker.get_intent_of_latest_message() or ""
        journey = JOURNEY_OF[intent.removeprefix(_PRESSED)]
        typed = not intent.startswith(_PRESSED)
        words = first_words(tracker)["value"] if typed else tracker.get_slot("first_words")
        answers = answers_first(tracker, words, only_if_sure=journey != QUESTION) if typed else []
        if answers:
            return answers
        if journey == APPOINTMENT:
            dispatcher.utter_message(response="utter_appointment_begins")
        kept = dict(tracker.get_slot("kept") or {})
        if words:
            kept[MAIN_WORDS[journey]] = words
        no_reply = journey == APPOINTMENT and tracker.get_slot("reply_by") == ReplyBy.NONE.value
        return [
            *(SlotSet(name, None) for name in (*MEMORY, *(["reply_by"] if no_reply else []))),
            SlotSet("journey", journey),
            SlotSet("kept", kept or None),
            FollowupAction(FORMS[journey]),
        ]


class OpeningHours(Action):
    """Says what is known of when the charity is open; the page that is always there has every day."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_opening_hours"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        """Say it, or all that is found of it."""
        answers = answers_first(tracker, first_words(tracker)["value"])
        if answers:
            return answers
        metadata = Metadata.of(tracker)
        if metadata.open_state == "open":
            dispatcher.utter_message(response="utter_open_now")
        elif metadata.open_state == "closed" and metadata.next_open:
            dispatcher.utter_message(response="utter_opens_next", next={"instant": metadata.next_open})
        else:
            dispatcher.utter_message(response="utter_hours_not_told")
            return []
        dispatcher.utter_message(response="utter_hours_page")
        return []


class NotUnderstood(Action):
    """Keeps the words and offers the journeys; the third time in a row the chat itself leads to a person."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_not_understood"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        """Say so, in other words the second time (guest-rules B26, C17)."""
        text = text_of((tracker.latest_message or {}).get("text"))
        answers = answers_first(tracker, text)
        if answers:
            return answers
        missed = int(tracker.get_slot("missed") or 0)
        dispatcher.utter_message(response=_misunderstood(text, missed, bool(tracker.active_loop_name)))
        if tracker.active_loop_name:
            return []
        dispatcher.utter_message(response="utter_what_to_do")
        return [SlotSet("missed", missed + 1), first_words(tracker)]


def _misunderstood(text: str, missed: int, in_a_journey: bool) -> str:
    if in_a_journey:
        return "utter_default"
    if not text:
        return "utter_nothing_written"
    if len(text) > _A_LOT:
        return "utter_long_words"
    return "utter_not_understood_again" if missed else "utter_not_understood"


def first_words(tracker: Tracker) -> dict[str, Any]:
    """The event that keeps typed words for the journey that comes next."""
    text = text_of((tracker.latest_message or {}).get("text"))
    words = _carried(tracker.get_slot("first_words") or "", text)
    event: dict[str, Any] = SlotSet("first_words", words or None)
    return event


def _carried(before: str, text: str) -> str:
    """The newest words that say something; a story told before them is never lost, stray keys are."""
    old, new = len(before.split()), len(text.split())
    if old >= _A_STORY and new > _A_FEW_WORDS and not before.endswith(text):
        return f"{before}\n\n{text}"
    return text if new > _A_FEW_WORDS or (new and old <= _A_FEW_WORDS) else before


def _said_more(tracker: Tracker) -> bool:
    """Whether more was typed than what was answered, such as thanks with a story, or a cry for help."""
    text = text_of((tracker.latest_message or {}).get("text"))
    intent = tracker.get_intent_of_latest_message()
    return bool(text) and (intent in _ASKED or (intent in _ANSWERED and len(text.split()) > _A_FEW_WORDS))


def say_staff(dispatcher: CollectingDispatcher, metadata: Metadata) -> None:
    """Whether staff are in now, and when the charity is next open (design, Settings of a charity)."""
    if metadata.open_state == "open":
        dispatcher.utter_message(response="utter_staff_in")
    elif metadata.open_state == "closed" and metadata.next_open:
        dispatcher.utter_message(response="utter_staff_out_until", next={"instant": metadata.next_open})
    else:
        dispatcher.utter_message(response="utter_staff_out")
