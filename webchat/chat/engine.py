"""The embedded dialogue: walks a Rasa project in process, one turn at a time (rasa.md 3)."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from pathlib import Path

from rasa_sdk.interfaces import Action

from webchat.chat.dialogue import JSON, Heard, Metadata, Spoken, State, Turned
from webchat.chat.extraction import Extraction
from webchat.chat.failure import whereabouts
from webchat.chat.form import FormLoop
from webchat.chat.nearness import learnt
from webchat.chat.offers import Offers
from webchat.chat.payload import merged, put_together
from webchat.chat.performer import ActionFailed, PassedOn, Performer, quieten_rasa
from webchat.chat.project import DEACTIVATE, FALLBACK, LISTEN, NOT_UNDERSTOOD, SESSION_START, Project
from webchat.chat.rulebook import Rulebook
from webchat.chat.tracker import Message, Tracker
from webchat.chat.understanding import Understanding
from webchat.chat.workers import AllStuck, TookTooLong, Workers

logger = logging.getLogger(__name__)

GREET = "greet"
PERSON = "talk_to_person"
FAILED = "utter_action_failed"
DEFAULT = "utter_default"
PATIENCE = 3  # messages in a row that we do not understand before we offer a person (design, The chat)
_MOST_STEPS = 10


class EmbeddedDialogue:
    """A `Dialogue` that needs no server. Close it when done; safe to use from many threads."""

    def __init__(
        self,
        project: Project,
        actions: Iterable[Action],
        *,
        limit: float = 5.0,
        most: int = 64,
        always: Iterable[str] = ("/go_back", "/stop", "/talk_to_person", "/help_now"),
        understanding: Understanding | None = None,
    ) -> None:
        """`actions`: instances of just those the domain lists, or ValueError. `limit`: seconds a turn.
        `most`: turns that may be under way or stuck at once.

        `always`: payloads of the buttons on every page, taken whether or not a response offered them.
        `understanding`: the project's examples where they are laid out already.
        """
        quieten_rasa()
        self._project = project
        self._performer = Performer(project, actions)
        self._extraction = Extraction(project)
        self._forms = FormLoop(project, self._performer, self._extraction)
        self._rules = Rulebook(project)
        self._offers = Offers(project, always)
        self._understanding = understanding or Understanding(project.examples)
        self._workers = Workers(limit, most=most)

    def learn(self, kept: Path) -> None:
        """Learn what sentences mean, where the extra `nlu` is installed: slow, so in a thread of its own.

        `kept` is the file where the examples' vectors lie. Until it is done, words are counted as ever.
        """
        self._understanding.learn(learnt(self._project.examples, kept))

    def begin(self, state: State, metadata: Metadata) -> Turned:
        """What is said first: the project's own session start, if it has one, then its greeting."""
        first = SESSION_START if SESSION_START in self._project.actions else None
        return self._turn(state, Message(f"/{GREET}", GREET), metadata, first)

    def turn(self, state: State, heard: Heard, metadata: Metadata) -> Turned:
        """One exchange. Raises NotOffered; any fault of an action comes back as `failed`."""
        return self._turn(state, self._understood(state, heard, metadata), metadata)

    def hears_danger(self, words: str) -> bool:
        """Whether they may mean danger."""
        return self._understanding.hears_danger(words)

    def sounds_unhappy(self, words: str, lang: str) -> bool:
        """Whether they are like a complaint or a worry."""
        return self._understanding.sounds_unhappy(words, lang)

    def close(self) -> None:
        """End the workers."""
        self._workers.close()

    def _understood(self, state: State, heard: Heard, metadata: Metadata) -> Message:
        if heard.choices:
            intent, found = merged(heard.choices, self._offers.open_in(state))
            pairs = tuple((name, value) for name, values in found.items() for value in values)
            return Message(put_together(intent, found), intent, entities=pairs)
        lang = metadata.get("lang") if isinstance(metadata, Mapping) else None
        form = self._project.forms.get(state.form or "")
        intent, confidence = self._understanding.parse(
            heard.words,
            lang if isinstance(lang, str) else None,
            only=form.ignored_intents if form else None,
        )
        return Message(heard.words, intent, confidence, typed=True)

    def _turn(self, state: State, message: Message, metadata: Metadata, first: str | None = None) -> Turned:
        given: dict[str, JSON] = dict(metadata if isinstance(metadata, Mapping) else metadata(message.intent))
        tracker = Tracker.start(self._project, state, message, {"run": state.run, **given})
        try:
            return self._workers.run(lambda: self._walk(state, tracker, first))
        except (ActionFailed, TookTooLong, AllStuck) as exc:
            action = exc.action if isinstance(exc, ActionFailed) else tracker.running
            logger.error("action %s failed: %s", action, whereabouts(exc))
            return self._offers.failed(state, FAILED)

    async def _walk(self, state: State, tracker: Tracker, first: str | None) -> Turned:
        if first is not None:
            await self._act(first, tracker)
            tracker.done.clear()
            tracker.loops[:] = [tracker.form]
            if not self._rules.knows(GREET):
                return self._offers.turned(tracker, misses=0)
        found = self._extraction.run(tracker)
        tracker.slots.update(found)
        tracker.taken.update(found)
        for _ in range(_MOST_STEPS):
            action = self._next(state, tracker)
            if action == LISTEN:
                break
            if action == FALLBACK:
                return self._not_for_us(state, tracker)
            await self._act(action, tracker)
        return self._offers.turned(tracker, misses=self._misses(state, tracker))

    def _next(self, state: State, tracker: Tracker) -> str:
        if tracker.followup is not None:
            action, tracker.followup = tracker.followup, None
            return action
        action = self._rules.next_action(tracker)
        by_rule = not tracker.done and action != tracker.form
        if by_rule and tracker.message.typed and (tracker.intent == NOT_UNDERSTOOD or action == FALLBACK):
            tracker.missed = True
            if state.misses + 1 >= PATIENCE and tracker.intent != PERSON and self._rules.knows(PERSON):
                tracker.intent = PERSON
                return self._rules.next_action(tracker)
        return action

    async def _act(self, action: str, tracker: Tracker) -> None:
        tracker.running = action
        if action in self._project.responses:
            tracker.says.append(self._performer.wire.say(action, tracker.slots))
        elif action == DEACTIVATE:
            tracker.leave()
        elif action in self._project.forms:
            try:
                await self._forms.run(action, tracker)
            except PassedOn:
                tracker.passed_on = tracker.just_passed_on = True
                return
            tracker.passed_on = False
        else:
            await self._custom(action, tracker)
        tracker.acted(action)

    async def _custom(self, action: str, tracker: Tracker) -> None:
        try:
            outcome = await self._performer.perform(action, tracker)
        except PassedOn as exc:
            raise ActionFailed(action) from exc
        tracker.says += outcome.says
        for event in outcome.events:
            tracker.apply(event)

    def _not_for_us(self, state: State, tracker: Tracker) -> Turned:
        """Rasa's fallback: say so, and take back whatever this message had changed."""
        says: tuple[Spoken, ...] = tuple(tracker.says)
        if DEFAULT in self._project.responses:
            says += (self._performer.wire.say(DEFAULT, tracker.slots),)
        return self._offers.unchanged(state, says, misses=self._misses(state, tracker))

    @staticmethod
    def _misses(state: State, tracker: Tracker) -> int:
        if not tracker.missed:
            return 0
        return 0 if tracker.intent == PERSON else state.misses + 1
