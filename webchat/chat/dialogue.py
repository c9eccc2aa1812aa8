"""The port that `guest` talks to: what was heard goes in, what is said comes out, a state is kept between."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

JSON: TypeAlias = "str | int | float | bool | None | Sequence[JSON] | Mapping[str, JSON]"
Metadata: TypeAlias = "Mapping[str, JSON] | Callable[[str], Mapping[str, JSON]]"


class DialogueError(Exception):
    """Any reason why a turn was refused before anything was changed."""


class NotOffered(DialogueError):
    """A choice that was not among those just offered: nothing changes and nothing is lost."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What the guest did in one turn: typed words, or choices out of those just offered.

    `words`: as typed; a leading "/" means nothing. `choices`: payloads such as
    '/answer{"reply_by": "email"}', several where one list question had several ticks. With choices, words are
    not read.
    """

    words: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spoken:
    """One thing said: a response's name and its typed JSON values, never a sentence (design, step 3).

    Buttons that an action made itself are in `values["buttons"]`, a list of {title, payload}.
    """

    name: str
    values: Mapping[str, JSON] = field(default_factory=dict)

    def to_json(self) -> dict[str, JSON]:
        """As it is stored in a turn: {"name", "values"}."""
        return {"name": self.name, "values": dict(self.values)}

    @classmethod
    def from_json(cls, data: object) -> Spoken | None:
        """Read back; None when it is not such a pair."""
        if not isinstance(data, Mapping) or not isinstance(data.get("name"), str):
            return None
        values = data.get("values")
        return cls(data["name"], dict(values) if isinstance(values, Mapping) else {})


@dataclass(frozen=True, slots=True)
class State:
    """What is kept between two turns; JSON both ways.

    `form`: the active loop. `asked`: the slot asked for. `question`: what is open now, with its values.
    `offered`: payloads of the buttons just shown, the only choices taken. `run`: goes up each time a journey
    is sent or stopped, so it is part of the key of a sending. `misses`: messages in a row not understood.
    """

    slots: Mapping[str, JSON] = field(default_factory=dict)
    form: str | None = None
    asked: str | None = None
    question: Spoken | None = None
    offered: tuple[str, ...] = ()
    run: int = 0
    misses: int = 0

    def to_json(self) -> dict[str, JSON]:
        """A dict that `json.dumps` takes as it is."""
        return {
            "slots": dict(self.slots),
            "form": self.form,
            "asked": self.asked,
            "question": self.question.to_json() if self.question else None,
            "offered": list(self.offered),
            "run": self.run,
            "misses": self.misses,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, object] | str | None) -> State:
        """Read back what `to_json` gave, or its text; unknown keys are passed over, odd ones are empty."""
        found: object = data
        if isinstance(data, str):
            try:
                found = json.loads(data)
            except ValueError:
                return cls()
        if not isinstance(found, Mapping):
            return cls()
        slots, offered = found.get("slots"), found.get("offered")
        return cls(
            slots=dict(slots) if isinstance(slots, Mapping) else {},
            form=_text(found.get("form")),
            asked=_text(found.get("asked")),
            question=Spoken.from_json(found.get("question")),
            offered=tuple(p for p in offered if isinstance(p, str)) if isinstance(offered, list) else (),
            run=_count(found.get("run")),
            misses=_count(found.get("misses")),
        )


@dataclass(frozen=True, slots=True)
class Turned:
    """What one turn led to: the new state and the responses said before the question that is now open.

    `failed`: an action raised, hung or returned junk. Then the state was not moved on, `says` holds a kind
    response, and the caller keeps the guest's words in the box.
    """

    state: State
    says: tuple[Spoken, ...] = ()
    failed: bool = False

    @property
    def question(self) -> Spoken | None:
        """The question now open, if a form is active."""
        return self.state.question


class Dialogue(Protocol):
    """Takes one turn of a conversation. Embedded now; a real Rasa server may stand here later."""

    def begin(self, state: State, metadata: Metadata) -> Turned:
        """The first words of a conversation, before the guest has said anything."""

    def turn(self, state: State, heard: Heard, metadata: Metadata) -> Turned:
        """One exchange. `metadata` reaches actions as `tracker.latest_message["metadata"]`.

        Give a function of the intent to make dear values (a code and its hash) only when they are needed.
        Raises NotOffered.
        """

    def sounds_unhappy(self, words: str, lang: str) -> bool:
        """Whether words of feedback are like a complaint or a worry, whatever the guest called them."""

    def hears_danger(self, words: str) -> bool:
        """Whether words written beside the chat, to a case, may mean danger, as the chat itself hears it."""


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _count(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else 0
