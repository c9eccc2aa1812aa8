"""Sending: one call of Casework, then the guest is told what was promised."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.journey import ASK_TEAM, CARRIED_OVER, FORMS, MEMORY, OWN, has_enough
from actions.metadata import Metadata
from actions.next import what_next
from actions.opening import opening_from, unanswered
from actions.work import NeedsCasework
from webchat.cases.case import Case
from webchat.cases.casework import Casework
from webchat.cases.promise import Promise
from webchat.i18n.telling import heading, tell
from webchat.i18n.told import Told, a_moment, say

Events = list[dict[str, Any]]


class Send(NeedsCasework):
    """Opens the case."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_send"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Open it and tell; or, where an answer is missing, ask for it (rasa.md 2.5.1).

        A guest who has enough by what the policy says sends nothing.
        """
        if has_enough(tracker.slots):
            gladly = "utter_not_asked" if tracker.get_slot(ASK_TEAM) else "utter_answered"
            dispatcher.utter_message(response=gladly)
            dispatcher.utter_message(response="utter_anything_else")
            return _cleared(tracker)
        metadata, form = Metadata.of(tracker), FORMS.get(tracker.get_slot("journey") or "")
        if form is None or unanswered(tracker.slots, metadata):
            dispatcher.utter_message(response="utter_not_complete")
            return [FollowupAction(form)] if form else []
        casework, now = self.work(), self.now()
        case = casework.open(opening_from(tracker.slots, metadata), now)
        for told in receipt(case, casework, now):
            dispatcher.utter_message(response=told.name, **told.values)
        return _cleared(tracker)


def _cleared(tracker: Tracker) -> Events:
    # What is carried over to the next journey is sent with that too.
    alarming = [name for name in tracker.get_slot("alarming") or () if name in CARRIED_OVER]
    return [*(SlotSet(name, None) for name in (*OWN, *MEMORY)), SlotSet("alarming", alarming or None)]


def receipt(case: Case, casework: Casework, now: datetime) -> Iterator[Told]:
    """What the guest reads once the case is open: every promise, the earlier first, and what comes next."""
    document = casework.policies.policy(case.charity).document
    promises = sorted(casework.store.promises(case.id), key=_earlier_first)
    told = [(heading(one), tell(one, document, now, case.received_at)) for one in promises]
    yield Told(
        "utter_sent",
        {
            "reference": case.reference,
            "case": case.id,
            "kind": case.kind.value,
            "reply_by": case.reply_by.value,
            "received": a_moment(case.received_at),
            "promises": [{"heading": say(head), "says": [say(one) for one in lines]} for head, lines in told],
        },
    )
    for head, lines in told:
        yield from (head, *lines)
    yield from what_next(case, casework, promises)
    yield Told("utter_anything_else")


def _earlier_first(promise: Promise) -> tuple[bool, datetime | None]:
    return (promise.due_at is None, promise.due_at)
