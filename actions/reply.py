"""How a guest hears back: asked once, carried over, and never required (guest-rules C4 to C6, C17)."""

from __future__ import annotations

from abc import ABC
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answers import Taken, choice, email, line, phone, text_of, yes_or_no
from actions.card import hears_danger
from actions.journey import APPOINTMENT, CONTACT_FOR, EMAIL_SURE
from actions.slips import meant
from actions.validation import Domain, JourneyForm, is_answer_to, take
from webchat.cases.words import ReplyBy

_WAYS = tuple(way.value for way in ReplyBy if way is not ReplyBy.IN_PERSON)
# Ways that can say only that there is an update (design, Replies travel).
_SAY_LITTLE = (ReplyBy.EMAIL.value, ReplyBy.TEXT.value)


class ReplyAnswers(JourneyForm, ABC):
    """Takes the answers about a way to reply and a name."""

    def validate_reply_by(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """One of the ways offered. The number given for an appointment is not asked for twice (B23)."""
        none = ReplyBy.NONE.value
        ways = [way for way in _WAYS if way != none or self.journey != APPOINTMENT]
        kept = take("reply_by", choice(value, ways), dispatcher, tracker)
        if not is_answer_to("reply_by", tracker):
            return kept
        if kept["reply_by"] == none:
            dispatcher.utter_message(response="utter_no_reply")
        number = _number_of_the_appointment(tracker)
        return {**kept, "phone": number} if number and CONTACT_FOR.get(kept["reply_by"]) == "phone" else kept

    def validate_email(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """An address, or nothing; where it looks mistyped, whether another was meant is asked once (C6)."""
        guess = meant(text_of(value))
        if not guess or hears_danger(tracker) or not is_answer_to("email", tracker):
            return _contact("email", email(value), dispatcher, tracker)
        kept = {**(tracker.get_slot("kept") or {}), "email": text_of(value)}
        return {"email": None, "email_guess": guess, "kept": kept}

    def validate_email_sure(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """Yes takes the address we asked about, no the one typed, if it can be one."""
        sure = take(EMAIL_SURE, yes_or_no(value), dispatcher, tracker)
        if sure[EMAIL_SURE] is None:
            return sure
        typed = (tracker.get_slot("kept") or {}).get("email")
        answer = Taken(tracker.get_slot("email_guess")) if sure[EMAIL_SURE] == "yes" else email(typed)
        kept = {**(tracker.get_slot("kept") or {}), "email": typed}
        taken = {**take("email", answer, dispatcher, tracker), "kept": kept}
        return {**taken, EMAIL_SURE: None, "email_guess": None}

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
        """Yes, no, or only that there is an update; never guessed, and said what we then do (E21)."""
        way = tracker.get_slot("reply_by")
        kept = take("safe_to_contact", _safe(value, way), dispatcher, tracker)
        safe = kept["safe_to_contact"]
        if safe not in ("no", "update") or not is_answer_to("safe_to_contact", tracker):
            return kept
        dispatcher.utter_message(response=f"utter_{'not_safe' if safe == 'no' else 'only_update'}_{way}")
        # No means no: only a call can be made without anybody else learning of it.
        gone = safe == "no" and way != ReplyBy.PHONE.value
        return {**kept, "reply_by": ReplyBy.CODE.value} if gone else kept

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


def _safe(value: Any, way: str) -> Taken:
    said = yes_or_no(value)
    return choice(value, ("update",)) if said.fault and way in _SAY_LITTLE else said


def _number_of_the_appointment(tracker: Tracker) -> str:
    """The number a guest gave to be called on for the appointment itself."""
    by_phone = tracker.get_slot("appointment_where") == ReplyBy.PHONE.value
    given = phone(tracker.get_slot("appointment_place") if by_phone else "")
    return str(given.value or "")
