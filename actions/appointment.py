"""The appointment journey: who, what about, when and where; staff then offer a time."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.about import AboutAnswers
from actions.answers import choice, line, phone, words
from actions.check import CheckAnswers
from actions.journey import APPOINTMENT
from actions.metadata import Metadata
from actions.needs import NeedsAnswers
from actions.reply import ReplyAnswers
from actions.stop import StopAnswers
from actions.validation import Domain, take

_WHERE = ("office", "home", "elsewhere", "phone", "video")


class AppointmentForm(AboutAnswers, ReplyAnswers, NeedsAnswers, StopAnswers, CheckAnswers):
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
        """One of the ways to meet."""
        return take("appointment_where", choice(value, _WHERE), dispatcher, tracker)

    def validate_appointment_place(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """An address, a place or a number, or nothing."""
        taken = phone(value) if tracker.get_slot("appointment_where") == "phone" else line(value)
        return take("appointment_place", taken, dispatcher, tracker)

    def validate_appointment_access(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """What they need to get in and take part, or nothing (guest-rules D17, D18)."""
        return take("appointment_access", line(value), dispatcher, tracker)


def _who(tracker: Tracker) -> tuple[str, ...]:
    return ("anyone", "named", "trustee") if Metadata.of(tracker).trustees else ("anyone", "named")
