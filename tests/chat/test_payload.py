"""What a choice carries, taken apart as Rasa does, and several ticks merged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webchat.chat.dialogue import NotOffered
from webchat.chat.payload import merged, put_together, take_apart


@pytest.mark.parametrize(
    ("payload", "intent", "entities"),
    [
        ("/send", "send", {}),
        ('/answer{"needs": "braille"}', "answer", {"needs": ("braille",)}),
        ('/answer{"needs": ["braille", "bsl"]}', "answer", {"needs": ("braille", "bsl")}),
        ('/answer{"n": 1, "ok": true}', "answer", {"n": (1,), "ok": (True,)}),
    ],
)
def test_a_payload_is_an_intent_and_entities_each_with_its_values(
    payload: str, intent: str, entities: dict[str, tuple[object, ...]]
) -> None:
    assert take_apart(payload) == (intent, entities)


@pytest.mark.parametrize(
    "text", ["", "/", "send", "/send ", "/a b", "/a{", "/a[1]", '/a{"b"}', "/a{}b", "/send@0.5"]
)
def test_anything_else_is_no_payload(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # json and we both raise it; which one is no matter
        take_apart(text)


@given(
    st.from_regex(r"[a-z_]+", fullmatch=True),
    st.dictionaries(st.text(), st.lists(st.text() | st.integers() | st.booleans(), min_size=1).map(tuple)),
)
def test_what_is_put_together_is_taken_apart_the_same(
    intent: str, entities: dict[str, tuple[str, ...]]
) -> None:
    assert take_apart(put_together(intent, entities)) == (intent, entities)


def test_ticks_are_merged_in_order_and_a_value_is_taken_once() -> None:
    offered = ['/answer{"needs": ["braille", "bsl"]}', '/answer{"needs": "bsl"}', '/answer{"needs": "audio"}']
    assert merged(offered, offered) == ("answer", {"needs": ("braille", "bsl", "audio")})


def test_one_choice_among_several_that_was_not_offered_spoils_all() -> None:
    with pytest.raises(NotOffered):
        merged(["/send", "/stop"], ["/send"])
