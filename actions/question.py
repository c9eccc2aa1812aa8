"""The question journey: what a guest asks."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.about import AboutAnswers
from actions.answers import choice, words
from actions.card import hears_danger
from actions.check import CheckAnswers
from actions.found import FoundAnswers, found_slots
from actions.journey import ASKS_FOR_OWN, QUESTION
from actions.metadata import Metadata
from actions.needs import NeedsAnswers
from actions.reply import ReplyAnswers
from actions.safeguarding import SafetyAnswers
from actions.stop import StopAnswers
from actions.validation import Domain, is_answer_to, take
from webchat.cases.promises.owed_by_law import OWN_INFORMATION, REQUESTS


class QuestionForm(
    FoundAnswers, AboutAnswers, ReplyAnswers, NeedsAnswers, StopAnswers, SafetyAnswers, CheckAnswers
):
    """Takes the answers of the question journey."""

    journey = QUESTION

    def name(self) -> str:
        """As the domain lists it."""
        return "validate_question_form"

    def validate_question_words(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """Some words, as typed; where the policy answers them that comes first, but never before danger."""
        kept = take("question_words", words(value, must="question_words"), dispatcher, tracker)
        if not kept["question_words"] or not is_answer_to("question_words", tracker) or hears_danger(tracker):
            return kept
        metadata = Metadata.of(tracker)
        return {**kept, **found_slots(metadata), ASKS_FOR_OWN: metadata.asks_for_own or None}

    def validate_own_information(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """See, correct, delete, or none of it: the law sets a time for each (guest-rules G5)."""
        return take(OWN_INFORMATION, choice(value, (*REQUESTS, "none")), dispatcher, tracker)
