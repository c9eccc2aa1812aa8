"""The emergency card: it blocks nothing and tells nobody (guest-rules E15, E17, E18)."""

from __future__ import annotations

from itertools import groupby

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.metadata import Metadata
from webchat.i18n.help_told import group_told, number_told

# The intent of words that may mean danger; the phrases are in data/nlu/<language>.danger.yml.
_DANGER = "danger"
# The silent solution: works from mobile phones only (guest-rules E19).
_PRESS = "55"


def hears_danger(tracker: Tracker) -> bool:
    """Whether the guest's last words may mean that somebody is in danger."""
    return bool(tracker.get_intent_of_latest_message() == _DANGER)


def show_card(dispatcher: CollectingDispatcher, tracker: Tracker) -> None:
    """Show it. Who asked for help reads every other number too; after words of danger it stays short.

    Once the safeguarding lead was told it no longer says that nobody was.
    """
    heard = hears_danger(tracker)
    if heard:
        dispatcher.utter_message(response="utter_help_heard")
    dispatcher.utter_message(response="utter_help_999")
    dispatcher.utter_message(response="utter_help_silent", press=_PRESS)
    dispatcher.utter_message(response="utter_help_111")
    dispatcher.utter_message(response="utter_help_samaritans")
    if heard:
        dispatcher.utter_message(response="utter_help_more")
    else:
        _show_numbers(dispatcher, tracker)
    if not tracker.get_slot("told_case"):
        dispatcher.utter_message(response="utter_help_not_seen_yet" if heard else "utter_help_not_seen")


def _show_numbers(dispatcher: CollectingDispatcher, tracker: Tracker) -> None:
    """The rest of the directory in its groups, each number marked where the charity has not checked it."""
    for group, numbers in groupby(Metadata.of(tracker).directory, key=lambda one: one.group):
        dispatcher.utter_message(response=group_told(group).name)
        for one in numbers:
            told = number_told(one.name, one.way, one.number, one.message, one.checked)
            dispatcher.utter_message(response=told.name, **told.values)
