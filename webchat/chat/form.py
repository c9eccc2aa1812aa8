"""A form as Rasa runs it: activate, validate what was heard, ask for what is missing, or end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from webchat.chat.dialogue import JSON
from webchat.chat.extraction import Extraction
from webchat.chat.performer import ActionFailed, PassedOn, Performer
from webchat.chat.project import LISTEN, REQUESTED_SLOT, Form, Project
from webchat.chat.tracker import Tracker
from webchat.chat.wire import Junk, Outcome

Event = Mapping[str, JSON]


class FormLoop:
    """Runs the forms of one project."""

    def __init__(self, project: Project, performer: Performer, extraction: Extraction) -> None:
        self._performer, self._extraction = performer, extraction
        self._forms = project.forms
        self._responses = project.responses
        self._questions = {
            (form.name, slot): project.question_for(form.name, slot)
            for form in project.forms.values()
            for slot in project.slots
        }

    async def run(self, name: str, tracker: Tracker) -> None:
        """One run of a form. Raises PassedOn when it was asked something and heard no answer."""
        form = self._forms[name]
        entered = tracker.form != name
        events = await self._activate(form, tracker) if entered else []
        if not events:
            events = await self._validate_what_was_heard(form, tracker, entered)
        for event in events:
            if event["event"] != "active_loop":
                tracker.apply(event)
        slot = None if _ended(events) else self._next_slot(form, tracker, events)
        if slot is None:
            tracker.leave()
        else:
            tracker.asked = slot
            await self._ask(form, tracker, slot)

    async def _activate(self, form: Form, tracker: Tracker) -> list[Event]:
        tracker.enter(form.name)
        found = self._extraction.run(tracker)
        tracker.slots.update(found)
        tracker.taken.update(found)
        ready = {s: tracker.slots[s] for s in form.required_slots if tracker.slots[s] is not None}
        if not self._performer.has(f"validate_{form.name}"):
            return [_slot(name, value) for name, value in found.items()]
        return await self._validate(form, tracker, ready)

    async def _validate_what_was_heard(self, form: Form, tracker: Tracker, entered: bool) -> list[Event]:
        if not entered and tracker.last_action != LISTEN:
            # Back from an interruption: nothing was answered, but what to ask may have changed.
            return await self._validate(form, tracker, {})
        wanted = {*form.required_slots, *((tracker.asked,) if tracker.asked else ())}
        candidates = {name: value for name, value in tracker.taken.items() if name in wanted}
        had_said = len(tracker.says)
        events = await self._validate(form, tracker, candidates)
        if tracker.form == form.name and tracker.asked and not candidates and not _slots_set(events):
            del tracker.says[had_said:]
            raise PassedOn
        return events

    async def _validate(self, form: Form, tracker: Tracker, candidates: Mapping[str, JSON]) -> list[Event]:
        """Candidates that the form's validation does not mention are taken as they are, as in Rasa."""
        name = f"validate_{form.name}"
        if not self._performer.has(name):
            return [_slot(slot, value) for slot, value in candidates.items()]
        outcome = await self._performer.perform(name, tracker, candidates)
        tracker.says += outcome.says
        settled = _slots_set(outcome.events)
        return [*outcome.events, *(_slot(s, v) for s, v in candidates.items() if s not in settled)]

    @staticmethod
    def _next_slot(form: Form, tracker: Tracker, events: list[Event]) -> str | None:
        """What the validation chose first, otherwise the first required slot that has no value."""
        for event in events:
            if event["event"] == "slot" and event["name"] == REQUESTED_SLOT and event["value"]:
                return str(event["value"])
        return next((slot for slot in form.required_slots if tracker.slots[slot] is None), None)

    async def _ask(self, form: Form, tracker: Tracker, slot: str) -> None:
        name = self._questions[form.name, slot]
        if name is not None and name in self._responses:
            tracker.question = self._performer.wire.say(name, tracker.slots)
            return
        outcome = await self._performer.perform(name, tracker) if name is not None else Outcome()
        if not outcome.says:
            raise ActionFailed(f"ask {form.name} {slot}") from Junk("nothing was asked")
        for event in outcome.events:
            tracker.apply(event)
        tracker.says += outcome.says[:-1]
        tracker.question = outcome.says[-1]


def _slot(name: str, value: JSON) -> Event:
    return {"event": "slot", "name": name, "value": value}


def _slots_set(events: Iterable[Event]) -> set[JSON]:
    """Names of the slots that events set; the one to ask for next is not a slot a guest fills."""
    return {e["name"] for e in events if e["event"] == "slot" and e["name"] != REQUESTED_SLOT}


def _ended(events: list[Event]) -> bool:
    """Only the last word counts: the last slot to ask for is none, or the last active form is none."""
    for kind in ("slot", "active_loop"):
        last = [e for e in events if e["event"] == kind and (kind != "slot" or e["name"] == REQUESTED_SLOT)]
        if last and last[-1].get("value" if kind == "slot" else "name") is None:
            return True
    return False
