"""Questions whose wording depends on an answer or on the charity; all others are responses of their own."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import Action

from actions.access import is_a_place_to_get_into
from actions.journey import APPOINTMENT
from actions.metadata import Metadata
from webchat.cases.needs import SOMETHING_ELSE


class Ask(Action, ABC):
    """Asks one question. rasa-sdk's server makes one of every concrete class, so this one is abstract."""

    @abstractmethod
    def name(self) -> str:
        """The name that Rasa looks for: action_ask_ and the slot's."""

    @abstractmethod
    def response(self, tracker: Tracker) -> str:
        """The response that asks."""

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Ask."""
        dispatcher.utter_message(response=self.response(tracker))
        return []


class AskAppointmentWho(Ask):
    """Asks who to see."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_ask_appointment_who"

    def response(self, tracker: Tracker) -> str:
        """A trustee too, where the policy offers one (Living Well Bromley 7.1)."""
        return f"utter_ask_appointment_who{'_trustee' if Metadata.of(tracker).trustees else ''}"


class AskAppointmentPlace(Ask):
    """Asks for what this meeting needs."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_ask_appointment_place"

    def response(self, tracker: Tracker) -> str:
        """The address, the place or the number."""
        return f"utter_ask_appointment_place_{tracker.get_slot('appointment_where')}"


class AskAppointmentAccess(Ask):
    """Asks what the guest needs at the appointment."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_ask_appointment_access"

    def response(self, tracker: Tracker) -> str:
        """Nobody has to get in where the meeting is at home, by phone or by video."""
        far = not is_a_place_to_get_into(tracker.get_slot("appointment_where"))
        return f"utter_ask_appointment_access{'_far' if far else ''}"


class AskAppointmentNoPlace(Ask):
    """Asks what to do without an address or a number."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_ask_appointment_no_place"

    def response(self, tracker: Tracker) -> str:
        """Nobody can come without an address, or ring without a number."""
        return f"utter_ask_appointment_no_place_{tracker.get_slot('appointment_where')}"


class AskAppointmentAccessWords(Ask):
    """Asks what the ticks do not say."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_ask_appointment_access_words"

    def response(self, tracker: Tracker) -> str:
        """Only the language, where only an interpreter was ticked."""
        language = SOMETHING_ELSE not in (tracker.get_slot("appointment_access") or ())
        return f"utter_ask_appointment_access_words{'_interpreter' if language else ''}"


class AskAppointmentCompany(Ask):
    """Asks who comes along."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_ask_appointment_company"

    def response(self, tracker: Tracker) -> str:
        """With the guest, where they come; beside them, where they are already."""
        here = is_a_place_to_get_into(tracker.get_slot("appointment_where"))
        return f"utter_ask_appointment_company{'' if here else '_there'}"


class AskFeedbackWords(Ask):
    """Asks for the words of feedback."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_ask_feedback_words"

    def response(self, tracker: Tracker) -> str:
        """Worded for the kind: a compliment is never spoken of as a complaint (policy-facts A4.6)."""
        return f"utter_ask_feedback_words_{tracker.get_slot('feedback_kind')}"


class AskForAgrees(Action):
    """Asks whether the person it is about agrees, by the name that was given."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_ask_for_agrees"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Ask."""
        name = tracker.get_slot("for_name")
        if name:
            dispatcher.utter_message(response="utter_ask_for_agrees_named", name=name)
        else:
            dispatcher.utter_message(response="utter_ask_for_agrees")
        return []


class AskReplyBy(Ask):
    """Asks how to answer."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_ask_reply_by"

    def response(self, tracker: Tracker) -> str:
        """Nobody can agree an appointment with somebody who wants no answer."""
        return f"utter_ask_reply_by{'_appointment' if tracker.get_slot('journey') == APPOINTMENT else ''}"


class AskEmailSure(Action):
    """Asks whether another address was meant (guest-rules C6)."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_ask_email_sure"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Ask."""
        dispatcher.utter_message(response="utter_ask_email_sure", address=tracker.get_slot("email_guess"))
        return []


class AskPhone(Ask):
    """Asks for a number."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_ask_phone"

    def response(self, tracker: Tracker) -> str:
        """To call, or to send texts to: some people read texts but do not take calls (guest-rules C5)."""
        return f"utter_ask_phone_{tracker.get_slot('reply_by')}"


class AskSafeToContact(Ask):
    """Asks whether the way to reply is safe."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_ask_safe_to_contact"

    def response(self, tracker: Tracker) -> str:
        """Said of this way alone (guest-rules E21)."""
        return f"utter_ask_safe_to_contact_{tracker.get_slot('reply_by')}"


class AskNeedsWords(Ask):
    """Asks what the ticks do not say."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_ask_needs_words"

    def response(self, tracker: Tracker) -> str:
        """Only the language, where only an interpreter was ticked."""
        language = SOMETHING_ELSE not in (tracker.get_slot("needs") or ())
        return f"utter_ask_needs_words{'_interpreter' if language else ''}"
