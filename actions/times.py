"""The times a guest can choose from, and choosing one (issue 3, line 2)."""

from __future__ import annotations

from abc import ABC
from datetime import datetime
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import Action

from actions.answers import Taken, text_of
from actions.journey import (
    APPOINTMENT,
    DANGER_NOW,
    EMAIL_SURE,
    NO_TIME,
    SAFE_HOW,
    STOP_SURE,
    TELL_LEAD,
    asked,
)
from actions.metadata import Metadata
from actions.validation import Domain, JourneyForm, is_answer_to, take
from actions.work import NeedsCasework
from webchat.cases.appointments.booking import Wish, wished
from webchat.cases.appointments.diary import read_token
from webchat.i18n.time_told import time_offered
from webchat.i18n.told import Typed, say

TIME, TIMES, FROM = "appointment_time", "appointment_times", "appointment_from"
_LATER = "later"
_HERE = frozenset({TIME, "appointment_when", STOP_SURE, EMAIL_SURE, TELL_LEAD, DANGER_NOW, SAFE_HOW})
_AT_ONCE = 4  # times in one question: a list in words, never a grid
_MOST = 40


def wish_of(slots: dict[str, Any], lang: str) -> Wish | None:
    """What the guest would like; None where nobody can be met at a time that is chosen now."""
    about = (slots.get("person_name") or "") if slots.get("about_person") == "yes" else None
    return wished(slots, about, lang)


def chosen(slots: dict[str, Any]) -> tuple[str, datetime] | None:
    """The offer and the instant a guest chose; None where they chose none."""
    return read_token(str(slots.get(TIME) or ""))


def time_shown(slots: dict[str, Any]) -> Typed:
    """The chosen time as it is shown on the page that checks the answers."""
    entry = next((one for one in slots.get(TIMES) or () if one["token"] == slots.get(TIME)), None)
    return {"say": ["value_appointment_time_none", {}]} if entry is None else _in_words(entry)


class TimeAnswers(NeedsCasework, JourneyForm, ABC):
    """Offers times when the guest comes to that question, and takes the one they choose."""

    async def get_validation_events(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> list[dict[str, Any]]:
        """What was answered; and where the time is asked next, which times there are just now."""
        events: list[dict[str, Any]] = await super().get_validation_events(dispatcher, tracker, domain)
        tracker.add_slots(events)
        # A slot set while nothing was answered would pass for an answer, and Stop or Help would go unheard.
        if tracker.get_slot("requested_slot") in _HERE or not _is_next(tracker):
            return events
        return [*events, SlotSet(TIMES, self._times(tracker)), SlotSet(FROM, None)]

    def validate_appointment_time(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """One that was offered and is still free; later ones; or none of them."""
        told = text_of(value).strip()
        if told == _LATER:
            return {TIME: None, FROM: int(tracker.get_slot(FROM) or 0) + _AT_ONCE}
        known = {one["token"] for one in tracker.get_slot(TIMES) or ()}
        taken = Taken(told) if told in (*known, NO_TIME) else Taken(fault="choice")
        kept = take(TIME, taken, dispatcher, tracker)
        if kept[TIME] in (None, NO_TIME) or not is_answer_to(TIME, tracker):
            return kept
        now = self._times(tracker)
        if kept[TIME] in {one["token"] for one in now}:
            return kept
        dispatcher.utter_message(response="utter_time_gone")
        return {**kept, TIME: None, TIMES: now, FROM: None}

    def _times(self, tracker: Tracker) -> list[dict[str, str]]:
        metadata, booking = Metadata.of(tracker), self.booking()
        wish = wish_of(tracker.slots, metadata.lang)
        found = booking.free(metadata.charity, wish, self.now())[:_MOST] if wish else ()
        names = booking.names(metadata.charity) if found else {}
        return [{"token": one.token, "name": names[one.staff_id]} for one in found]


class AskTime(Action):
    """Offers the next few times in words, later ones, and that none of them suits."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_ask_appointment_time"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Ask."""
        times, begin = tracker.get_slot(TIMES) or [], int(tracker.get_slot(FROM) or 0)
        begin = begin if begin < len(times) else 0
        offered = [_button(_in_words(one), one["token"]) for one in times[begin : begin + _AT_ONCE]]
        if len(times) > _AT_ONCE:
            more = begin + _AT_ONCE < len(times)
            title = "title_later_times" if more else "title_first_times"
            offered.append(_button({"say": [title, {}]}, _LATER))
        offered.append(_button({"say": ["title_no_time", {}]}, NO_TIME))
        dispatcher.utter_message(response="utter_ask_appointment_time", buttons=offered)
        return []


def _is_next(tracker: Tracker) -> bool:
    """Whether the time, or days and times in words, is the next question without an answer."""
    if tracker.get_slot("journey") != APPOINTMENT:
        return False
    questions = asked(APPOINTMENT, tracker.slots, False)
    missing = next((one for one in questions if tracker.get_slot(one) is None), None)
    return missing in (TIME, "appointment_when") and tracker.get_slot(TIME) is None


def _in_words(entry: dict[str, str]) -> Typed:
    read = read_token(entry["token"])
    assert read is not None, entry
    return say(time_offered(read[1], entry["name"]))


def _button(title: Typed, answer: str) -> dict[str, Any]:
    return {"title": title, "payload": f'/answer{{"{TIME}": "{answer}"}}'}
