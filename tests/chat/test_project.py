"""The project in actions/ is one that we can walk, keeps every lint, and never lets a guest down."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rasa_sdk.forms import FormValidationAction

import actions
from actions import all_actions
from tests.builders.cases import MONDAY, casework
from tests.chat.test_random_walk import NAUGHTY
from tests.fakes.diary import MemoryDiary
from webchat.cases.appointments.booking import Booking
from webchat.chat.dialogue import Heard, State
from webchat.chat.engine import EmbeddedDialogue
from webchat.chat.lints import every_form_slot_is_validated, project_lints, selective_domain_is_never_set
from webchat.chat.load import load_project
from webchat.chat.project import Project

ROOT = Path(inspect.getfile(actions)).parent
METADATA = {"charity": "kind-place", "lang": "en", "conversation": "c1", "key": "c1:0"}
METADATA |= {"code_hash": "h", "sealed_code": "s"}


@pytest.fixture(scope="module")
def project() -> Project:
    """Loading refuses whatever we do not walk, by file and line."""
    return load_project(ROOT)


@pytest.fixture(scope="module")
def dialogue(project: Project) -> Iterator[EmbeddedDialogue]:
    booking = Booking(casework()[0], MemoryDiary())
    made = EmbeddedDialogue(project, all_actions(booking, lambda: MONDAY), limit=60)
    yield made
    made.close()


def test_the_project_keeps_every_lint(project: Project) -> None:
    made = all_actions(Booking(casework()[0], MemoryDiary()), lambda: MONDAY)
    validations = [type(action) for action in made if isinstance(action, FormValidationAction)]
    faults = [
        *project_lints(project),
        *every_form_slot_is_validated(project, validations),
        *selective_domain_is_never_set(ROOT),
    ]
    assert [str(fault) for fault in faults] == []


@settings(max_examples=120, deadline=None)
@given(
    st.lists(
        st.one_of(st.sampled_from(NAUGHTY), st.text(max_size=60), st.integers(0, 30), st.integers(0, 30)),
        min_size=1,
        max_size=25,
    )
)
def test_any_walk_is_answered_and_keeps_its_state(dialogue: EmbeddedDialogue, walk: list[str | int]) -> None:
    turned = dialogue.begin(State(), METADATA)
    for move in walk:
        before = turned.state
        if isinstance(move, int) and before.offered:
            heard = Heard(choices=(before.offered[move % len(before.offered)],))
        else:
            heard = Heard(words=str(move))
        turned = dialogue.turn(before, heard, METADATA)
        state = turned.state
        assert not turned.failed
        assert turned.says or turned.question, "a guest is never left with silence"
        assert State.from_json(json.dumps(state.to_json())) == state
        assert (state.form is None) == (state.asked is None) == (state.question is None)
        assert state.offered or state.form is not None, "a guest outside a journey always has a choice"
