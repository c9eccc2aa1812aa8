"""What a guest needs so that they can read, hear and be understood (guest-rules D17 to D21)."""

from __future__ import annotations

from abc import ABC
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answers import line, ticks
from actions.metadata import Metadata
from actions.validation import Domain, JourneyForm, is_answer_to, take

NOTHING, SOMETHING_ELSE, INTERPRETER = "nothing", "something_else", "interpreter"
NEEDS = ("large_print", "braille", "audio", "easy_read", "bsl", INTERPRETER, SOMETHING_ELSE, NOTHING)
# Where each need is recorded (guest-rules D18).
FIELDS = {
    "large_print": "information_format",
    "braille": "information_format",
    "audio": "information_format",
    "easy_read": "information_format",
    "bsl": "communication_professional",
    INTERPRETER: "community_language",
    SOMETHING_ELSE: "additional_support",
}


class NeedsAnswers(JourneyForm, ABC):
    """Takes the answers about needs."""

    def validate_needs(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """Any of them, or nothing. What the policy does not list is not promised (guest-rules D19)."""
        kept = take("needs", ticks(value, NEEDS, NOTHING), dispatcher, tracker)
        doubtful = set(kept["needs"] or ()) - {NOTHING, SOMETHING_ELSE} - Metadata.of(tracker).formats
        if doubtful and is_answer_to("needs", tracker):
            named = [{"say": [f"value_needs_{need}", {}]} for need in NEEDS if need in doubtful]
            dispatcher.utter_message(response="utter_we_will_try", needs={"list": named})
        return kept

    def validate_needs_words(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """A language or a need in words, or nothing; what nobody has promised is said back in those words."""
        kept = take("needs_words", line(value), dispatcher, tracker)
        said = kept["needs_words"]
        if SOMETHING_ELSE in (tracker.get_slot("needs") or ()) and is_answer_to("needs_words", tracker):
            if said:
                dispatcher.utter_message(response="utter_we_will_try", needs={"list": [said]})
            elif said == "":
                dispatcher.utter_message(response="utter_need_not_said")
        return kept


def recorded(needs: list[str], in_words: str, access: str) -> tuple[tuple[str, str], ...]:
    """Needs as a case stores them: (field, code or the guest's words) pairs (guest-rules D18).

    `access` is what they need to get in and take part.
    """
    pairs = [(FIELDS[need], need) for need in needs if need in FIELDS]
    if in_words:
        about = INTERPRETER if SOMETHING_ELSE not in needs else SOMETHING_ELSE
        pairs = [pair for pair in pairs if pair[1] != about] + [(FIELDS[about], in_words)]
    return (*pairs, *([(FIELDS[SOMETHING_ELSE], access)] if access else []))
