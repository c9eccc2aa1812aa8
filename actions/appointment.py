"""The appointment journey: how to meet, with whom, when, what about, and what is needed for it."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.about import AboutAnswers
from actions.access import AccessAnswers
from actions.answers import Taken, choice, line, phone, words
from actions.check import CheckAnswers
from actions.journey import APPOINTMENT, RING_BACK
from actions.metadata import Metadata
from actions.needs import NeedsAnswers
from actions.reply import ReplyAnswers
from actions.safeguarding import SafetyAnswers
from actions.stop import StopAnswers
from actions.times import TimeAnswers
from actions.validation import Domain, is_answer_to, take
from webchat.cases.words import ReplyBy

_WHERE = ("office", "home", "elsewhere", "phone", "video", RING_BACK)
_WRITE, _ANOTHER_WAY, _ASK = "write", "another_way", "ask"


class AppointmentForm(
    TimeAnswers,
    AboutAnswers,
    ReplyAnswers,
    NeedsAnswers,
    AccessAnswers,
    StopAnswers,
    SafetyAnswers,
    CheckAnswers,
):
    """Takes the answers of the appointment journey."""

    journey = APPOINTMENT

    def name(self) -> str:
        """As the domain lists it."""
        return "validate_appointment_form"

    def validate_appointment_who(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """One of the people offered."""
        return take("appointment_who", choice(value, _who(tracker)), dispatcher, tracker)

    def validate_appointment_person(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """A name, or nothing."""
        return take("appointment_person", line(value), dispatcher, tracker)

    def validate_appointment_about(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """Some words, as typed."""
        return take("appointment_about", words(value, must="appointment_about"), dispatcher, tracker)

    def validate_appointment_when(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """Days and times in words, or nothing."""
        return take("appointment_when", words(value), dispatcher, tracker)

    def validate_appointment_where(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """One of the ways to meet. Whoever is rung back is told what is promised of it (RUILS R11)."""
        kept = take("appointment_where", choice(value, _WHERE), dispatcher, tracker)
        if kept["appointment_where"] != RING_BACK or not is_answer_to("appointment_where", tracker):
            return kept
        promised = Metadata.of(tracker).ring_back
        if promised:
            dispatcher.utter_message(response="utter_ring_back_promised", quote={"english": promised})
        else:
            dispatcher.utter_message(response="utter_ring_back_no_time")
        other_way = tracker.get_slot("reply_by") != ReplyBy.PHONE.value
        return {**kept, "reply_by": ReplyBy.PHONE.value, **({"safe_to_contact": None} if other_way else {})}

    def validate_appointment_place(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """An address, a place or a number, or nothing."""
        taken = phone(value) if tracker.get_slot("appointment_where") == "phone" else line(value)
        return take("appointment_place", taken, dispatcher, tracker)

    def validate_appointment_no_place(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """Where to come, or what to ring, is not told: it is written now, asked later, or they meet in
        another way. Nobody is sent away for it."""
        taken = choice(value, (_WRITE, _ANOTHER_WAY, _ASK))
        kept = take("appointment_no_place", taken, dispatcher, tracker)
        if kept["appointment_no_place"] in (None, _ASK):
            return kept
        again = ["appointment_no_place", "appointment_place"]
        if kept["appointment_no_place"] == _ANOTHER_WAY:
            again.append("appointment_where")
        return {**kept, **dict.fromkeys(again)}

    def validate_phone(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """A number in any shape. Without one nobody can ring back, and another way is offered."""
        asked = is_answer_to("phone", tracker) and tracker.get_slot("appointment_where") == RING_BACK
        if not asked or phone(value) != Taken(""):
            return super().validate_phone(value, dispatcher, tracker, domain)
        kept = take("phone", phone(value), dispatcher, tracker)
        dispatcher.utter_message(response="utter_ring_back_no_number")
        return {**kept, "phone": None, "reply_by": None, "appointment_where": None}

    def validate_appointment_company(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """Who comes with them, or nobody."""
        return take("appointment_company", line(value), dispatcher, tracker)


def _who(tracker: Tracker) -> tuple[str, ...]:
    return ("anyone", "named", "trustee") if Metadata.of(tracker).trustees else ("anyone", "named")
