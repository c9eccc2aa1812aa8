"""A guest who walks a whole journey in process, over the real project and a real charity's pack."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from actions import all_actions
from tests.actions.acting import NOW, SENDING
from tests.chat.conversation import Conversation
from tests.fakes.diary import MemoryDiary
from tests.fakes.store import MemoryStore
from webchat.cases.appointments.booking import Booking
from webchat.cases.case import Case
from webchat.cases.casework import Casework
from webchat.chat.engine import EmbeddedDialogue
from webchat.chat.load import load_project
from webchat.chat.project import Project
from webchat.chat.understanding import Understanding
from webchat.packs import load_packs
from webchat.packs.load import SHIPPED

FOLDER = Path(__file__).parents[2] / "actions"
PROJECT: Project = load_project(FOLDER)
UNDERSTANDING = Understanding(PROJECT.examples)
PACKS = load_packs([SHIPPED], date(2026, 11, 23))
CHARITIES = sorted(PACKS)

# What a guest answers when a test does not say: words for boxes, values for buttons.
USUAL: Mapping[str, Any] = {
    "question_words": "When do you open? I can come on Tuesdays.",
    "appointment_where": ["office"],
    "appointment_place": "1 High Street",
    "appointment_no_place": ["ask"],
    "appointment_who": ["anyone"],
    "appointment_person": "Sam",
    "appointment_about": "My rent /send {charity}",
    "appointment_when": "Any Tuesday morning",
    "appointment_company": "My sister",
    "appointment_access": ["bsl"],
    "appointment_access_words": "Polish",
    "feedback_kind": ["compliment"],
    "feedback_words": "Nikt nie przyszedł. لم يأت أحد 🙂",
    "own_information": ["see"],
    "as_elected": ["no"],
    "feedback_scope": ["service"],
    "treat_as_complaint": ["no"],
    "about_information": ["no"],
    "feedback_when": "last week",
    "for_whom": ["me"],
    "for_name": "My mother",
    "for_agrees": ["not_asked"],
    "feedback_wish": "Call me",
    "about_person": ["no"],
    "person_name": "Alex",
    "reply_by": ["code"],
    "email": "me@example.org",
    "phone": "07700 900123",
    "call_times": "mornings",
    "address": "1 High Street\nTown",
    "safe_to_contact": ["yes"],
    "guest_name": "Ola",
    "needs": ["nothing"],
    "needs_words": "Polish",
}


class Walk(Conversation):
    """One guest of one charity; `asked` is the open question."""

    def __init__(self, charity: str, **metadata: Any) -> None:
        self.store, self.diary = MemoryStore(), MemoryDiary()
        booking = Booking(Casework(self.store, PACKS), self.diary)
        dialogue = EmbeddedDialogue(
            PROJECT, all_actions(booking, lambda: NOW), limit=60.0, understanding=UNDERSTANDING.shared()
        )
        super().__init__(dialogue, {**SENDING, "charity": charity, **metadata})
        self.begin()

    def __enter__(self) -> Walk:
        return self

    def __exit__(self, *_: object) -> None:
        self.dialogue.close()

    @property
    def asked(self) -> str:
        """The slot asked for; empty outside a journey."""
        return self.state.asked or ""

    @property
    def case(self) -> Case:
        """The one case that was opened."""
        (case,) = self.store.cases.values()
        return case

    def answer(self, given: Any) -> Walk:
        """Type words, or tick buttons."""
        if isinstance(given, str):
            self.says(given)
        else:
            self.picks(*(f'/answer{{"{self.asked}": "{value}"}}' for value in given))
        assert not self.last.failed
        return self

    def until(self, slot: str, **answers: Any) -> list[str]:
        """Answer every question until `slot` is asked; what was asked on the way."""
        passed: list[str] = []
        while self.asked != slot:
            assert self.asked, f"left the journey before {slot}"
            assert len(passed) < 40
            passed.append(self.asked)
            self.answer({**USUAL, **answers}[self.asked])
        return passed

    def until_next(self, **answers: Any) -> Walk:
        """Answer the open question."""
        return self.answer({**USUAL, **answers}[self.asked])

    def walk(self, journey: str, **answers: Any) -> list[str]:
        """Begin a journey and answer everything up to the check page."""
        self.picks(f"/begin_{journey}")
        return self.until("check", **answers)

    @property
    def rows(self) -> dict[str, Any]:
        """The check page: each answer as it is shown."""
        assert self.question is not None
        assert self.question.name == "utter_ask_check"
        rows: Any = self.question.values["rows"]
        return {row["slot"]: row["value"] for row in rows}
