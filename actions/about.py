"""Whether a message is about a person here, so that this person never sees it (design, Settled)."""

from __future__ import annotations

from abc import ABC
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answers import line, yes_or_no
from actions.validation import Domain, JourneyForm, take


class AboutAnswers(JourneyForm, ABC):
    """Takes the answers about a person."""

    def validate_about_person(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """Yes or no, never guessed."""
        return take("about_person", yes_or_no(value), dispatcher, tracker)

    def validate_person_name(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """A name, or nothing."""
        return take("person_name", line(value), dispatcher, tracker)
