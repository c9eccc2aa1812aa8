"""The reference that can be said aloud and the code typed on any keypad (guest-rules B25; security A5)."""

import re
import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as some

from webchat.cases.code import (
    REFERENCE_LETTERS,
    in_fours,
    new_code,
    new_reference,
    typed_code,
    typed_reference,
)

A_CODE = some.builds(lambda seed: new_code(lambda letters: letters[seed.pop() % len(letters)]),
                     some.lists(some.integers(0, 99), min_size=15, max_size=15))  # fmt: skip


def test_a_reference_is_two_threes_of_letters_that_are_not_taken_for_each_other() -> None:
    seen = {new_reference(secrets.choice) for _ in range(2000)}
    assert len(seen) > 1990
    assert all(re.fullmatch(r"[^01OIL\W_]{3}-[^01OIL\W_]{3}", one) and one == one.upper() for one in seen)
    assert set(REFERENCE_LETTERS).isdisjoint("01OIL")
    assert set("".join(seen)) == {*REFERENCE_LETTERS, "-"}


@pytest.mark.parametrize(
    "typed",
    [
        "K7Q-4PM", "k7q-4pm", " k7q 4pm ", "K7Q4PM", "k7q–4pm", "K 7 Q 4 P M", "k.7q/4pm",
        "\uff2b\uff17\uff31\uff0d4PM",
    ],
)  # fmt: skip
def test_a_reference_is_found_however_it_is_typed(typed: str) -> None:
    assert typed_reference(typed) == "K7Q-4PM"


@given(some.text())
def test_nonsense_for_a_reference_stays_nonsense(typed: str) -> None:
    assert isinstance(typed_reference(typed), str)


def test_a_code_is_fifteen_random_digits_and_one_more_in_fours() -> None:
    codes = {new_code(secrets.choice) for _ in range(2000)}
    assert len(codes) == 2000
    assert all(re.fullmatch(r"\d{4} \d{4} \d{4} \d{4}", code) for code in codes)
    for place in range(15):
        assert {code.replace(" ", "")[place] for code in codes} == set("0123456789")


@given(A_CODE)
def test_a_code_is_read_back_as_it_was_shown(code: str) -> None:
    digits = code.replace(" ", "")
    assert typed_code(code) == typed_code(digits) == digits
    assert in_fours(digits) == code


@given(A_CODE, some.integers(0, 15), some.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(code: str, place: int, by: int) -> None:
    digits = code.replace(" ", "")
    wrong = str((int(digits[place]) + by) % 10)
    assert typed_code(digits[:place] + wrong + digits[place + 1 :]) is None


@given(A_CODE, some.integers(0, 14))
def test_two_neighbours_swapped_are_always_noticed(code: str, place: int) -> None:
    digits = code.replace(" ", "")
    swapped = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
    assert typed_code(swapped) == (digits if swapped == digits else None)


@given(A_CODE)
def test_digits_of_any_script_and_any_gaps_will_do(code: str) -> None:
    digits = code.replace(" ", "")
    for zero in ("٠", "۰", "०", "০", "੦", "０"):
        theirs = "".join(chr(ord(zero) + int(digit)) for digit in digits)
        assert typed_code(theirs) == digits
    assert typed_code(f" {'-'.join(digits)}.\u200f\n") == digits


@given(A_CODE)
def test_a_digit_too_few_or_too_many_is_no_code(code: str) -> None:
    digits = code.replace(" ", "")
    assert typed_code(digits[:-1]) is None
    assert typed_code(digits + "0") is None


@given(some.text())
def test_nonsense_is_no_code_and_no_error(typed: str) -> None:
    found = typed_code(typed)
    assert found is None or len(found) == 16
