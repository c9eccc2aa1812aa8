"""The question journey: what a guest asks."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.about import AboutAnswers
from actions.answers import words
from actions.check import CheckAnswers
from actions.journey import QUESTION
from actions.needs import NeedsAnswers
from actions.reply import ReplyAnswers
from actions.safeguarding import SafetyAnswers
from actions.stop import StopAnswers
from actions.validation import Domain, take


class QuestionForm(AboutAnswers, ReplyAnswers, NeedsAnswers, StopAnswers, SafetyAnswers, CheckAnswers):
    """Takes the answers of the question journey."""

    journey = QUESTION

    def name(self) -> str:
        """As the domain lists it."""
        return "validate_question_form"

    def validate_question_words(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """Some words, as typed."""
        return take("question_words", words(value, must="question_words"), dispatcher, tracker)
