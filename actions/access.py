"""What a guest needs at an appointment, so that they can get in and take part (guest-rules D17, D18, D21)."""

from __future__ import annotations

from abc import ABC
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answers import Taken, line, ticks
from actions.needs import say_we_will_try, try_in_words
from actions.validation import Domain, JourneyForm, is_answer_to, take
from webchat.cases.needs import FIELDS, INTERPRETER, NEEDS, SOMETHING_ELSE

BSL = "bsl"
# Where nobody has to get in anywhere; at an office or another place there is more to need.
AT_A_DISTANCE = (INTERPRETER, BSL, SOMETHING_ELSE)
ACCESS = (INTERPRETER, BSL, "hearing_loop", "step_free", "quiet_room", SOMETHING_ELSE)
# Where each is recorded (guest-rules D18).
ACCESS_FIELDS = {
    **FIELDS,
    "hearing_loop": "communication_support",
    "step_free": "additional_support",
    "quiet_room": "additional_support",
}
_PLACES_TO_GET_INTO = frozenset({"office", "elsewhere"})
_NEVER = ""


def is_a_place_to_get_into(where: str | None) -> bool:
    """Whether a way to meet has a door, a room and a lift."""
    return where in _PLACES_TO_GET_INTO


class AccessAnswers(JourneyForm, ABC):
    """Takes the answers about what is needed there."""

    def validate_appointment_access(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """Any of them, or none. What the policy does not list is not promised (guest-rules D19)."""
        ticked = ticks(value, ACCESS, _NEVER)
        taken = Taken(fault="access") if ticked.fault else ticked
        kept = take("appointment_access", taken, dispatcher, tracker)
        needed = kept["appointment_access"]
        if needed is None or not is_answer_to("appointment_access", tracker):
            return kept
        say_we_will_try("appointment_access", ACCESS, needed, dispatcher, tracker)
        # The question about communicating comes with what they have said here (guest-rules B23).
        known = [one for one in needed if one in NEEDS and one != SOMETHING_ELSE]
        boxes = dict(kept.get("kept") or tracker.get_slot("kept") or {})
        return {**kept, "kept": {**boxes, "needs": known}} if known else kept

    def validate_appointment_access_words(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """A language or a need in words, or nothing."""
        kept = take("appointment_access_words", line(value), dispatcher, tracker)
        needed = tracker.get_slot("appointment_access") or ()
        if is_answer_to("appointment_access_words", tracker):
            try_in_words(needed, kept["appointment_access_words"], dispatcher)
        if INTERPRETER not in needed or SOMETHING_ELSE in needed or not kept["appointment_access_words"]:
            return kept
        boxes = dict(kept.get("kept") or tracker.get_slot("kept") or {})
        return {**kept, "kept": {**boxes, "needs_words": kept["appointment_access_words"]}}
