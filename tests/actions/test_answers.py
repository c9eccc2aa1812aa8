"""What is taken as an answer, and what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.answers import (
    MOST_WORDS,
    choice,
    email,
    line,
    phone,
    text_of,
    ticks,
    words,
    yes_or_no,
)


@given(st.text(max_size=300).filter(lambda text: text.strip() and text[:2] != " /"))
def test_words_in_any_script_are_kept_exactly_as_typed(text: str) -> None:
    kept = text_of(text)
    if kept:
        assert kept == text.replace("\0", "\ufffd")


def test_twenty_thousand_characters_are_taken_and_one_more_is_not() -> None:
    assert words("ж" * MOST_WORDS).fault == ""
    assert words("ж" * (MOST_WORDS + 1)).fault == "too_long"


@pytest.mark.parametrize("empty", ["", " ", "\n\t", "\u200b", "\u202e", None, [], 7])
def test_what_nobody_can_see_is_empty(empty: object) -> None:
    assert words(empty, must="question_words").fault == "question_words"
    assert words(empty).value == ""
    assert line(empty).value == ""


def test_what_no_store_can_hold_is_marked_and_the_rest_stays() -> None:
    assert words("a\0b\ud800c").value == "a\ufffdb\ufffdc"


def test_a_slash_that_a_server_was_handed_behind_a_space_is_given_back() -> None:
    assert words(" /restart").value == "/restart"
    assert words("/restart").value == "/restart"
    assert words("  two spaces").value == "  two spaces"


@pytest.mark.parametrize(
    "address", ["me@example.org", "zoë@exämple.org", "a+b@c.d", "  me@example.org ", "a@b.c"]
)
def test_an_address_in_any_script_is_taken(address: str) -> None:
    assert email(address).value == address.strip()


@pytest.mark.parametrize(
    "address",
    [
        *("me", "me at example.org", "me @example.org", "@", "a@b", "a@b@c.org", "me@gmail,com"),
        *("me@example..org", "me@example.org.", "me@example.org, you@example.org", "x" * 250 + "@a.bc"),
    ],
)
def test_what_cannot_be_an_address_is_not(address: str) -> None:
    assert email(address).fault in ("email", "too_long")


@pytest.mark.parametrize(
    "number", ["07700 900123", "+44 (0)20 7946 0018", "020-7946-0018 after 6", "٠٧٧٠٠٩٠٠١٢٣", "  07700900123"]
)
def test_a_number_in_any_shape_is_kept_as_typed(number: str) -> None:
    assert phone(number).value == number


@pytest.mark.parametrize("number", ["ask my sister", "12"])
def test_what_holds_no_number_is_no_number(number: str) -> None:
    assert phone(number).fault == "phone"


@pytest.mark.parametrize("said", ["yes", "Yes.", " YES ", "y", "tak", "نعم"])
def test_yes_is_an_exact_word(said: str) -> None:
    assert yes_or_no(said).value == "yes"


@pytest.mark.parametrize("said", ["no", "No!", "n", "nie", "لا"])
def test_no_is_an_exact_word(said: str) -> None:
    assert yes_or_no(said).value == "no"


@pytest.mark.parametrize(
    "said", ["maybe", "yes and no", "yes but not my sister", "not really", "yeah", "", "1"]
)
def test_consent_is_never_guessed(said: str) -> None:
    assert yes_or_no(said).fault == "choice"


def test_a_choice_is_one_of_those_offered_or_its_exact_name() -> None:
    assert choice("Email", ("email", "text")).value == "email"
    assert choice("not asked", ("not_asked",)).value == "not_asked"
    assert choice("by email", ("email",)).fault == "choice"


def test_nothing_ticked_is_not_taken_for_an_answer_that_was_there_to_tick() -> None:
    assert ticks([""], ("a", "nothing"), "nothing").value == []
    assert ticks([], ("a", "nothing"), "nothing").value == []


def test_ticks_are_kept_once_in_order_and_nothing_stands_alone() -> None:
    assert ticks(["b", "a", "b"], ("a", "b", "nothing"), "nothing").value == ["b", "a"]
    assert ticks(["a", "nothing"], ("a", "nothing"), "nothing").fault == "needs"
    assert ticks(["z"], ("a", "nothing"), "nothing").fault == "needs"
