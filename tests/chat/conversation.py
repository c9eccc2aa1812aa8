"""Builders: a dialogue over the fixture project, and a conversation that remembers its state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rasa_sdk.interfaces import Action

from tests.chat import journeys
from webchat.chat.dialogue import Heard, Metadata, Spoken, State, Turned
from webchat.chat.engine import EmbeddedDialogue
from webchat.chat.load import load_project
from webchat.chat.project import Project

FOLDER = Path(__file__).parent / "project"
METADATA = {"charity": "ruils", "lang": "en"}
_loaded: list[Project] = []


def fixture_project() -> Project:
    """The project of tests/chat/project, read once."""
    if not _loaded:
        _loaded.append(load_project(FOLDER))
    return _loaded[0]


def fixture_actions(*instead: Action) -> list[Action]:
    """Every action the project lists; those given take the place of their namesakes."""
    usual = [
        journeys.Begin(),
        journeys.GoBack(),
        journeys.Change(),
        journeys.Stop(),
        journeys.Send(),
        journeys.AskChecked(),
        journeys.QuestionAnswers(),
        journeys.FeedbackAnswers(),
    ]
    return list({action.name(): action for action in (*usual, *instead)}.values())


class Conversation:
    """One guest: says things, keeps the state as JSON between turns, remembers the last answer."""

    def __init__(self, dialogue: EmbeddedDialogue, metadata: Metadata | None = None) -> None:
        self.dialogue = dialogue
        self.metadata: Metadata = METADATA if metadata is None else metadata
        self.state = State()
        self.last = Turned(self.state)

    def begin(self) -> Conversation:
        return self._keep(self.dialogue.begin(self.state, self.metadata))

    def says(self, words: str) -> Conversation:
        return self._keep(self.dialogue.turn(self.state, Heard(words=words), self.metadata))

    def picks(self, *choices: str) -> Conversation:
        return self._keep(self.dialogue.turn(self.state, Heard(choices=choices), self.metadata))

    @property
    def heard(self) -> list[str]:
        """Names of what was said last, the open question after it."""
        return [each.name for each in (*self.last.says, *((self.question,) if self.question else ()))]

    @property
    def question(self) -> Spoken | None:
        return self.last.question

    def _keep(self, turned: Turned) -> Conversation:
        self.last = turned
        self.state = State.from_json(turned.state.to_json())
        assert self.state == turned.state
        return self


@contextmanager
def dialogue_with(
    *instead: Action,
    limit: float = 60.0,
    most: int = 64,
    project: Project | None = None,
    actions: Iterable[Action] = (),
) -> Iterator[EmbeddedDialogue]:
    """A dialogue over the fixture project (or another), closed at the end."""
    chosen = list(actions) or fixture_actions(*instead)
    dialogue = EmbeddedDialogue(project or fixture_project(), chosen, limit=limit, most=most)
    try:
        yield dialogue
    finally:
        dialogue.close()


def slots_of(conversation: Conversation) -> Mapping[str, Any]:
    """The slots kept now."""
    return conversation.state.slots
