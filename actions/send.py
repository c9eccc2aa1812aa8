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
from actions.times import FROM, TIME, TIMES, chosen, wish_of
from actions.work import NeedsCasework
from webchat.cases.appointments.booking import Booking
from webchat.cases.case import Case
from webchat.cases.errors import TimeGone
from webchat.cases.promises.promise import Promise
from webchat.cases.words import Kind
from webchat.i18n.telling import heading, tell
from webchat.i18n.time_told import time_told
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
        booking, now = self.booking(), self.now()
        try:
            case = _opened(booking, tracker, metadata, now)
        except TimeGone:
            dispatcher.utter_message(response="utter_time_gone")
            return [*(SlotSet(name, None) for name in (TIME, TIMES, FROM, "check")), FollowupAction(form)]
        for told in receipt(case, booking, now):
            dispatcher.utter_message(response=told.name, **told.values)
        return _cleared(tracker)


def _opened(booking: Booking, tracker: Tracker, metadata: Metadata, now: datetime) -> Case:
    """The case, with the time that was chosen, if one was. Raises TimeGone, with nothing stored."""
    opening, time = opening_from(tracker.slots, metadata), chosen(tracker.slots)
    wish = wish_of(tracker.slots, metadata.lang)
    if opening.kind is not Kind.APPOINTMENT or time is None or wish is None:
        return booking.casework.open(opening, now)
    return booking.open(opening, *time, wish, now)


def _cleared(tracker: Tracker) -> Events:
    # What is carried over to the next journey is sent with that too.
    alarming = [name for name in tracker.get_slot("alarming") or () if name in CARRIED_OVER]
    return [*(SlotSet(name, None) for name in (*OWN, *MEMORY)), SlotSet("alarming", alarming or None)]


def receipt(case: Case, booking: Booking, now: datetime) -> Iterator[Told]:
    """What the guest reads once the case is open: every promise, the earlier first, and what comes next."""
    casework, agreed = booking.casework, booking.of_case(case)
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
    if agreed:
        yield time_told(agreed, booking.names(case.charity))
    for head, lines in told:
        yield from (head, *lines)
    yield from what_next(case, casework, promises, agreed is not None)
    yield Told("utter_anything_else")


def _earlier_first(promise: Promise) -> tuple[bool, datetime | None]:
    return (promise.due_at is None, promise.due_at)
