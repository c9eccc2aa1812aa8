"""Guests who do anything at all: no exception, every state survives as JSON, and no word is lost."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.chat.conversation import dialogue_with, fixture_project
from webchat.chat.dialogue import Heard, NotOffered, State, Turned
from webchat.chat.engine import EmbeddedDialogue

NAUGHTY = [
    "",
    " ",
    "\0",
    "a\0b",
    "\ud800",
    "\u202eright to left\u202c",
    "\u2066\u2069",
    "\ufeff",
    "👩‍👩‍👧‍👦" * 20,
    "Ｆｕｌｌ ｗｉｄｔｈ",
    "توقف من فضلك",
    "ZALGO h̸̡̪̯ͨ͊̽̅̾̎e̩̤̙̪",
    "{words} {charity} {0} %s %(x)s ${x}",
    "<script>alert(1)</script>",
    "'; DROP TABLE case; --",
    "/restart",
    "/stop",
    '/answer{"reply_by": "email"}',
    '/question{"',
    "None",
    "null",
    "1e999",
    "x" * 20_000,
    "stop " * 50,
    "help",
    "stop",
    "back",
    "hello",
    "sam@example.org",
]
words = st.one_of(
    st.sampled_from(NAUGHTY), st.text(max_size=80), st.text(alphabet='/{}":,[] answer', max_size=40)
)
moves = st.lists(
    st.one_of(words, st.integers(min_value=0, max_value=12), st.just(("", ""))), min_size=1, max_size=14
)


@pytest.fixture(scope="module")
def dialogue() -> Iterator[EmbeddedDialogue]:
    with dialogue_with() as made:
        yield made


def kept(turned: Turned) -> Turned:
    """The state goes out as JSON text and comes back the same."""
    text = json.dumps(turned.state.to_json())
    assert State.from_json(text) == turned.state
    assert not turned.failed
    for said in (*turned.says, *((turned.question,) if turned.question else ())):
        assert said.name in fixture_project().responses
        json.dumps(said.to_json(), allow_nan=False)
    return turned


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves)
def test_any_walk_keeps_its_state_and_its_words(dialogue: EmbeddedDialogue, walk: list[object]) -> None:
    turned = kept(dialogue.begin(State(), {"charity": "ruils", "lang": "en"}))
    for move in walk:
        before = turned.state
        if isinstance(move, int) and before.offered:
            heard = Heard(choices=(before.offered[move % len(before.offered)],))
        elif isinstance(move, str):
            heard = Heard(words=move)
        else:
            heard = Heard(choices=("/stop", "/go_back"))
        try:
            turned = dialogue.turn(before, heard, {"charity": "ruils", "lang": "en"})
        except NotOffered:
            assert heard.choices
            continue
        kept(turned)
        state = turned.state
        assert turned.says or turned.question, "a guest is never left with silence"
        assert (state.form is None) == (state.asked is None) == (state.question is None)
        assert state.run >= before.run
        if before.asked == "words" and heard.words.strip() and state.asked == "reply_by":
            assert state.slots["words"] == heard.words


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["slots", "form", "asked", "question", "offered", "run", "misses", "extra"]),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=10) | st.just("question_form"),
            lambda inner: (
                st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
            ),
            max_leaves=6,
        ),
    )
)
def test_any_stored_state_can_be_walked_on(dialogue: EmbeddedDialogue, stored: dict[str, object]) -> None:
    """Older versions, half-written rows: what cannot be read is as if it were new."""
    state = State.from_json(stored)
    assert State.from_json(state.to_json()) == state
    kept(dialogue.turn(state, Heard(words="hello"), {"charity": "ruils"}))


@pytest.mark.parametrize("text", NAUGHTY, ids=range(len(NAUGHTY)))
def test_naughty_words_answer_a_free_text_question_whole(dialogue: EmbeddedDialogue, text: str) -> None:
    state = State(form="question_form", asked="words")
    turned = kept(dialogue.turn(state, Heard(words=text), {"charity": "ruils"}))
    command = text in ("help", "stop", "back")
    assert turned.state.slots.get("words") == (None if command or not text.strip() else text)
