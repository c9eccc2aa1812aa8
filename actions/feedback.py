"""The feedback journey: thank you, an idea, a worry or a complaint, as the guest says (guest-rules E5)."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.about import AboutAnswers
from actions.answers import choice, line, words, yes_or_no
from actions.check import CheckAnswers
from actions.found import said_on
from actions.journey import ELECTED, FEEDBACK, OTHER_DOOR, SOUNDS_UNHAPPY
from actions.metadata import Metadata
from actions.needs import NeedsAnswers
from actions.reply import ReplyAnswers
from actions.safeguarding import SafetyAnswers
from actions.stop import StopAnswers
from actions.validation import Domain, is_answer_to, take
from actions.work import NeedsCasework
from webchat.cases.people.directing import AS_ELECTED
from webchat.cases.words import Kind
from webchat.i18n.answers_told import clauses_told

_KINDS = (Kind.COMPLIMENT.value, Kind.COMMENT.value, Kind.CONCERN.value, Kind.COMPLAINT.value)
_UNHAPPY = frozenset({Kind.CONCERN.value, Kind.COMPLAINT.value})
_NO_HARM = "no_harm"  # the topic of whether a complaint changes anything
_AGREES = ("yes", "no", "not_asked", "cannot")


class FeedbackForm(
    AboutAnswers, ReplyAnswers, NeedsAnswers, StopAnswers, SafetyAnswers, CheckAnswers, NeedsCasework
):
    """Takes the answers of the feedback journey."""

    journey = FEEDBACK

    def name(self) -> str:
        """As the domain lists it."""
        return "validate_feedback_form"

    def validate_feedback_kind(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """One of the four; before a worry or a complaint is written, what it will not do (E4, E10), with the
        charity's own words where its policy says so.
        """
        kept = take("feedback_kind", choice(value, _KINDS), dispatcher, tracker)
        if kept["feedback_kind"] in _UNHAPPY and is_answer_to("feedback_kind", tracker):
            dispatcher.utter_message(response=f"utter_no_effect_{kept['feedback_kind']}")
            policy = self.work().policies.policy(Metadata.of(tracker).charity)
            for told in clauses_told(policy.answers[_NO_HARM]) if _NO_HARM in policy.answers else ():
                dispatcher.utter_message(response=told.name, **told.values)
            dispatcher.utter_message(response="utter_anonymous")
        return kept

    def validate_feedback_words(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """Some words, as typed; and whether they are like those of somebody who is not satisfied (E1).

        Whoever has another way to be heard reads of it, and goes on all the same (Help & Care 10, 12, 14;
        guest-rules E11).
        """
        kept = take("feedback_words", words(value, must="feedback_words"), dispatcher, tracker)
        if is_answer_to("feedback_words", tracker):
            metadata = Metadata.of(tracker)
            kept[SOUNDS_UNHAPPY] = metadata.unhappy or None
            kept[OTHER_DOOR] = next(iter(metadata.found), None)
            for topic in metadata.found:
                for told in said_on(topic, self.work().policies, metadata, self.now()):
                    dispatcher.utter_message(response=told.name, **told.values)
                if topic != ELECTED:  # an elected member is asked whether they are one
                    dispatcher.utter_message(response="utter_other_door")
        return kept

    def validate_as_elected(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """Yes or no: what an elected member writes goes to whom the policy names (Help & Care 12)."""
        return take(AS_ELECTED, yes_or_no(value), dispatcher, tracker)

    def validate_feedback_when(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """Roughly, in their own words, or nothing."""
        return take("feedback_when", line(value), dispatcher, tracker)

    def validate_about_information(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """Yes or no: about personal information the law sets times of its own (guest-rules E23)."""
        return take("about_information", yes_or_no(value), dispatcher, tracker)

    def validate_feedback_scope(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """To the guest, or the service in general."""
        return take("feedback_scope", choice(value, ("me", "service")), dispatcher, tracker)

    def validate_treat_as_complaint(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """Yes or no, never guessed."""
        return take("treat_as_complaint", yes_or_no(value), dispatcher, tracker)

    def validate_for_whom(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """Themselves, themselves as a carer, which needs nobody's consent, or somebody else (E9)."""
        return take("for_whom", choice(value, ("me", "carer", "someone")), dispatcher, tracker)

    def validate_for_name(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """A name, or nothing."""
        return take("for_name", line(value), dispatcher, tracker)

    def validate_for_agrees(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """What the guest knows of it, and what they are then told; work starts whatever it is (E9)."""
        kept = take("for_agrees", choice(value, _AGREES), dispatcher, tracker)
        if kept["for_agrees"] and is_answer_to("for_agrees", tracker):
            dispatcher.utter_message(response="utter_told_until_agreed")
        return kept

    def validate_feedback_wish(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """What the guest would like to happen, or nothing (guest-rules E7)."""
        return take("feedback_wish", words(value), dispatcher, tracker)
