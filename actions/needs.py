"""What a guest needs so that they can read, hear and be understood (guest-rules D17 to D21)."""

from __future__ import annotations

from abc import ABC
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answers import line, ticks
from actions.metadata import Metadata
from actions.validation import Domain, JourneyForm, is_answer_to, take
from webchat.cases.needs import FIELDS, INTERPRETER, NEEDS, NOTHING, SOMETHING_ELSE


class NeedsAnswers(JourneyForm, ABC):
    """Takes the answers about needs."""

    def validate_needs(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """Any of them, or nothing. What the policy does not list is not promised (guest-rules D19)."""
        kept = take("needs", ticks(value, NEEDS, NOTHING), dispatcher, tracker)
        if is_answer_to("needs", tracker):
            say_we_will_try("needs", NEEDS, kept["needs"] or (), dispatcher, tracker)
        return kept

    def validate_needs_words(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> dict[str, Any]:
        """A language or a need in words, or nothing; what nobody has promised is said back in those words."""
        kept = take("needs_words", line(value), dispatcher, tracker)
        if is_answer_to("needs_words", tracker):
            try_in_words(tracker.get_slot("needs") or (), kept["needs_words"], dispatcher)
        return kept


def say_we_will_try(
    slot: str,
    known: Sequence[str],
    needs: Collection[str],
    dispatcher: CollectingDispatcher,
    tracker: Tracker,
) -> None:
    """Say of what was ticked and the policy does not list that nobody has promised it (guest-rules D19)."""
    doubtful = set(needs) - {NOTHING, SOMETHING_ELSE} - Metadata.of(tracker).formats
    if doubtful:
        named = [{"say": [f"value_{slot}_{need}", {}]} for need in known if need in doubtful]
        dispatcher.utter_message(response="utter_we_will_try", needs={"list": named})


def try_in_words(needs: Collection[str], said: str | None, dispatcher: CollectingDispatcher) -> None:
    """The same of something else, in the guest's own words, or that staff will ask what it is."""
    if SOMETHING_ELSE not in needs or said is None:
        return
    if said:
        dispatcher.utter_message(response="utter_we_will_try", needs={"list": [said]})
    else:
        dispatcher.utter_message(response="utter_need_not_said")


def recorded(
    needs: Sequence[str], in_words: str, fields: Mapping[str, str] = FIELDS
) -> tuple[tuple[str, str], ...]:
    """Needs as a case stores them: (field, code or the guest's words) pairs (guest-rules D18)."""
    pairs = [(fields[need], need) for need in needs if need in fields]
    if in_words:
        about = INTERPRETER if SOMETHING_ELSE not in needs else SOMETHING_ELSE
        pairs = [pair for pair in pairs if pair[1] != about] + [(fields[about], in_words)]
    return tuple(pairs)
