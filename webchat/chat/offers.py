"""What stays open after a turn: the state to keep, and which choices the guest may make next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from webchat.chat.dialogue import Spoken, State, Turned
from webchat.chat.payload import take_apart
from webchat.chat.project import Project
from webchat.chat.tracker import Tracker


class Offers:
    """Knows the buttons of every response of one project, and the few that are on every page."""

    def __init__(self, project: Project, always: Iterable[str]) -> None:
        intents = frozenset(project.intents)
        self._always = tuple(payload for payload in always if take_apart(payload)[0] in intents)
        self._buttons = {
            name: tuple(button.payload for button in response.buttons)
            for name, response in project.responses.items()
        }

    def open_in(self, state: State) -> tuple[str, ...]:
        """Every payload that may be chosen now."""
        return state.offered + self._always

    def turned(self, tracker: Tracker, misses: int) -> Turned:
        """The state after a turn that was walked to its end."""
        spoken = [*tracker.says, *((tracker.question,) if tracker.question else ())]
        state = State(
            slots=tracker.kept_slots(),
            form=tracker.form,
            asked=tracker.asked,
            question=tracker.question,
            offered=self._offered(spoken),
            run=tracker.run,
            misses=misses,
        )
        return Turned(state, tuple(tracker.says))

    def unchanged(self, state: State, says: tuple[Spoken, ...], misses: int) -> Turned:
        """The state as it was; what was offered stays open beside what is said now."""
        offered = tuple(dict.fromkeys((*state.offered, *self._offered(says))))
        return Turned(replace(state, offered=offered, misses=misses), says)

    def failed(self, state: State, response: str) -> Turned:
        """Nothing has moved: the same question again, with a kind word where the project has one."""
        says = (Spoken(response),) if response in self._buttons else ()
        offered = tuple(dict.fromkeys((*state.offered, *self._offered(says))))
        return Turned(replace(state, offered=offered), says, failed=True)

    def _offered(self, spoken: Iterable[Spoken]) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for each in spoken:
            found.update(dict.fromkeys(self._buttons.get(each.name, ())))
            made = each.values.get("buttons")
            for button in made if isinstance(made, list) else ():
                payload = button.get("payload") if isinstance(button, dict) else None
                if isinstance(payload, str):
                    found[payload] = None
        return tuple(found)
