"""How a guest hears back: asked once, carried over, and never required (guest-rules C4 to C6, C17)."""

from __future__ import annotations

from abc import ABC
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answers import Taken, choice, email, line, looks_like_a_slip, phone, yes_or_no
from actions.validation import Domain, JourneyForm, is_answer_to, take
from webchat.cases.words import ReplyBy

_WAYS = tuple(way.value for way in ReplyBy if way is not ReplyBy.IN_PERSON)


class ReplyAnswers(JourneyForm, ABC):
    """Takes the answers about a way to reply and a name."""

    def validate_reply_by(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """One of the ways offered."""
        return take("reply_by", choice(value, _WAYS), dispatcher, tracker)

    def validate_email(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """An address, or nothing; one that looks mistyped is pointed out and taken (guest-rules C6)."""
        kept = _contact("email", email(value), dispatcher, tracker)
        if looks_like_a_slip(kept["email"] or "") and is_answer_to("email", tracker):
            dispatcher.utter_message(response="utter_look_again_email", email=kept["email"])
        return kept

    def validate_phone(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """A number in any shape, or nothing."""
        return _contact("phone", phone(value), dispatcher, tracker)

    def validate_call_times(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """Good times to call, or nothing."""
        return take("call_times", line(value), dispatcher, tracker)

    def validate_address(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """A postal address, or nothing."""
        return _contact("address", line(value), dispatcher, tracker)

    def validate_safe_to_contact(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """Yes or no, never guessed; after a no, what we then do (guest-rules E21)."""
        kept = take("safe_to_contact", yes_or_no(value), dispatcher, tracker)
        way = tracker.get_slot("reply_by")
        if kept["safe_to_contact"] != "no" or not is_answer_to("safe_to_contact", tracker):
            return kept
        dispatcher.utter_message(response=f"utter_not_safe_{way}")
        # A letter shows itself on the doormat: nothing about it can be left out.
        return {**kept, "reply_by": ReplyBy.CODE.value} if way == ReplyBy.LETTER.value else kept

    def validate_guest_name(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """Whatever they would like to be called, or nothing (guest-rules C4)."""
        return take("guest_name", line(value), dispatcher, tracker)


def _contact(slot: str, taken: Taken, dispatcher: CollectingDispatcher, tracker: Tracker) -> dict[str, Any]:
    """Left empty, the guest comes back with the code instead: nothing is ever mandatory."""
    kept = take(slot, taken, dispatcher, tracker)
    if kept[slot] != "" or not is_answer_to(slot, tracker):
        return kept
    dispatcher.utter_message(response="utter_come_back")
    return {**kept, "reply_by": ReplyBy.CODE.value}
