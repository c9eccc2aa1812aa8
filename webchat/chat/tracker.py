"""One turn being walked: what was heard, the slots and the form as they now are, and what has been said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from webchat.chat.dialogue import JSON, Spoken, State
from webchat.chat.project import LISTEN, Project


@dataclass(frozen=True, slots=True)
class Message:
    """What was heard, understood. `text`: typed words, or the payload of a choice (then not `typed`)."""

    text: str
    intent: str
    confidence: float = 1.0
    entities: tuple[tuple[str, JSON], ...] = ()
    typed: bool = False


@dataclass(slots=True)
class Tracker:
    """What the rules, the forms and the actions of one turn work on; thrown away if the turn fails."""

    project: Project
    message: Message
    metadata: Mapping[str, JSON]
    slots: dict[str, JSON]
    form: str | None
    asked: str | None
    question: Spoken | None
    intent: str
    run: int
    done: list[str] = field(default_factory=list)
    loops: list[str | None] = field(default_factory=list)
    taken: dict[str, JSON] = field(default_factory=dict)
    says: list[Spoken] = field(default_factory=list)
    followup: str | None = None
    passed_on: bool = False
    just_passed_on: bool = False
    missed: bool = False
    running: str = ""

    @classmethod
    def start(cls, project: Project, state: State, message: Message, metadata: Mapping[str, JSON]) -> Tracker:
        """Stand where the last turn ended; slots and forms that no longer exist are passed over."""
        slots = {name: state.slots.get(name, slot.initial) for name, slot in project.slots.items()}
        form = state.form if state.form in project.forms else None
        asked = state.asked if form is not None and state.asked in project.slots else None
        return cls(
            project=project,
            message=message,
            metadata=metadata,
            slots=slots,
            form=form,
            asked=asked,
            question=state.question if form is not None else None,
            intent=message.intent,
            run=state.run,
            loops=[form],
        )

    @property
    def last_action(self) -> str:
        """The last action of this turn; before the first, Rasa has been listening."""
        return self.done[-1] if self.done else LISTEN

    def enter(self, form: str) -> None:
        """Make a form the active one; one that was active is left behind."""
        if self.form is not None and self.form != form:
            self.run += 1
        self.form, self.asked, self.question = form, None, None

    def leave(self) -> None:
        """No form is active any more: a journey was sent or stopped."""
        if self.form is not None:
            self.run += 1
        self.form, self.asked, self.question = None, None, None

    def acted(self, action: str) -> None:
        """Note that an action has run, and which form is active after it."""
        self.done.append(action)
        self.loops.append(self.form)
        self.just_passed_on = False

    def apply(self, event: Mapping[str, JSON]) -> None:
        """One event that an action returned; kinds and names were checked when it came in."""
        kind, name = event["event"], event.get("name")
        if kind == "slot" and name == "requested_slot":
            value = event.get("value")
            self.asked = value if isinstance(value, str) else None
        elif kind == "slot":
            self.slots[str(name)] = event.get("value")
            self.taken[str(name)] = event.get("value")
        elif kind == "active_loop":
            self.enter(name) if isinstance(name, str) else self.leave()
        elif kind == "followup":
            self.followup = str(name)
        elif kind in ("reset_slots", "restart"):
            self.slots = {key: slot.initial for key, slot in self.project.slots.items()}
            if kind == "restart":
                self.leave()

    def kept_slots(self) -> dict[str, JSON]:
        """Slots worth keeping: those that are not as a new conversation has them."""
        slots = self.project.slots
        return {name: value for name, value in self.slots.items() if value != slots[name].initial}
