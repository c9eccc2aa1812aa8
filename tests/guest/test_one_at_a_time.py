"""Turns of one conversation go one after another; another conversation does not wait."""

import pytest

from tests.builders.at_once import all_at_once
from webchat.db.errors import Busy
from webchat.guest.one_at_a_time import OneAtATime


def test_whoever_comes_meanwhile_waits_and_is_told_so() -> None:
    queue, inside, most = OneAtATime(), list[int](), list[int]()

    def take() -> bool:
        with queue.turn_of("one") as waited:
            inside.append(1)
            most.append(len(inside))
            inside.pop()
            return waited

    waits = all_at_once([take] * 20)
    assert set(most) == {1}
    assert set(waits) <= {True, False}


def test_another_conversation_does_not_wait() -> None:
    queue = OneAtATime(patience=0.01)
    with queue.turn_of("one"), queue.turn_of("another") as waited:
        assert waited is False


def test_whoever_waits_too_long_is_told_that_we_are_busy() -> None:
    queue = OneAtATime(patience=0.01)
    with queue.turn_of("one"), pytest.raises(Busy), queue.turn_of("one"):
        pass


def test_a_turn_that_fails_lets_the_next_one_in() -> None:
    queue = OneAtATime(patience=0.01)
    with pytest.raises(ValueError), queue.turn_of("one"):  # noqa: PT011  # any fault of a turn
        raise ValueError
    with queue.turn_of("one") as waited:
        assert waited is False
