"""The question journey: what a guest asks."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.about import AboutAnswers
from actions.answers import words
from actions.card import hears_danger
from actions.check import CheckAnswers
from actions.found import FoundAnswers, found_slots
from actions.journey import QUESTION
from actions.metadata import Metadata
from actions.needs import NeedsAnswers
from actions.reply import ReplyAnswers
from actions.safeguarding import SafetyAnswers
from actions.stop import StopAnswers
from actions.validation import Domain, is_answer_to, take


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
        return {**kept, **found_slots(Metadata.of(tracker))}
