"""Phrases as word lists: alternatives, gaps, and slips of the finger."""

import pytest

from webchat.chat.phrases import Phrases, one_slip, words_of


def found(phrase: str, text: str, exactly: bool = False) -> list[tuple[int, int]]:
    return list(Phrases([phrase], exactly=exactly).spans(words_of(text)))


def test_a_phrase_is_its_words_in_order_with_any_of_those_that_stand_for_each_other() -> None:
    assert found("he/she hit/hits me", "Yesterday SHE hits me!") == [(1, 4)]
    assert found("he/she hit/hits me", "me hits he") == []
    assert found("he/she hit/hits me", "he hits at me") == []


@pytest.mark.parametrize(("between", "stands"), [("", True), ("a b c", True), ("a b c d", False)])
def test_up_to_three_words_may_stand_in_a_gap(between: str, stands: bool) -> None:
    assert bool(found("scared ~ home", f"scared {between} home")) is stands


@pytest.mark.parametrize("text", ["strngled", "strangeld", "strangeled", "stranglad"])
def test_one_slip_of_the_finger_is_forgiven_in_a_long_word(text: str) -> None:
    assert found("strangled", text)
    assert not found("strangled", text, exactly=True)


@pytest.mark.parametrize(
    ("typed", "meant", "same"),
    [
        *(("stpo", "stop", True), ("stopp", "stop", True), ("shop", "stop", False), ("sop", "stop", False)),
        *(("cancle", "cancel", True), ("scard", "scared", True), ("suiside", "suicide", True)),
        *(("kill", "killing", False), ("", "stop", False), ("husbnd", "husband", True)),
    ],
)
def test_what_one_slip_is(typed: str, meant: str, same: bool) -> None:
    assert one_slip(typed, meant) is same


def test_words_are_small_letters_without_accents_or_apostrophes_and_sentences_end() -> None:
    assert words_of("Don\u2019t! Zoë, I'm") == ["dont", "|", "zoe", "im"]
