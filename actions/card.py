"""The emergency card: it asks nothing, blocks nothing and tells nobody (guest-rules E15, E17, E18)."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.metadata import Metadata

# The intent of words that may mean danger; the phrases are in data/nlu/<language>.danger.yml.
_DANGER = "danger"
# The silent solution: works from mobile phones only (guest-rules E19).
_PRESS = "55"


def hears_danger(tracker: Tracker) -> bool:
    """Whether the guest's last words may mean that somebody is in danger."""
    return bool(tracker.get_intent_of_latest_message() == _DANGER)


def show_card(dispatcher: CollectingDispatcher, tracker: Tracker) -> None:
    """Show it; the charity's own numbers come last, marked where nobody has checked them."""
    heard = hears_danger(tracker)
    if heard:
        dispatcher.utter_message(response="utter_help_heard")
    dispatcher.utter_message(response="utter_help_999")
    dispatcher.utter_message(response="utter_help_silent", press=_PRESS)
    dispatcher.utter_message(response="utter_help_111")
    dispatcher.utter_message(response="utter_help_samaritans")
    for number in Metadata.of(tracker).directory:
        entry = "utter_help_entry" if number.checked else "utter_help_entry_unchecked"
        dispatcher.utter_message(response=entry, name=number.name, phone=number.phone)
    dispatcher.utter_message(response="utter_help_not_seen_yet" if heard else "utter_help_not_seen")
