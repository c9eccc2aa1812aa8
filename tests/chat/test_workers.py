"""The pool runs each turn within its limit, and what is stuck never uses it up."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from webchat.chat.workers import AllStuck, TookTooLong, Workers


class Held:
    """Work that waits until a test lets it go, and knows which threads took it up."""

    def __init__(self) -> None:
        self.started = threading.Semaphore(0)
        self.release = threading.Event()
        self.threads: list[threading.Thread] = []

    async def work(self) -> str:
        self.threads.append(threading.current_thread())
        self.started.release()
        self.release.wait()
        return "late"


async def quick() -> str:
    return threading.current_thread().name


@pytest.fixture
def held() -> Iterator[Held]:
    made = Held()
    yield made
    made.release.set()
    for thread in made.threads:
        thread.join()


def test_what_is_returned_or_raised_comes_back_to_the_caller() -> None:
    async def wrong() -> None:
        raise LookupError("gone")

    workers = Workers()
    assert workers.run(quick) == "turn"
    with pytest.raises(LookupError):
        workers.run(wrong)
    workers.close()


def test_one_worker_serves_one_turn_after_another_and_ends_when_closed() -> None:
    workers = Workers()
    for _ in range(20):
        workers.run(quick)
    assert workers.alive() == 1
    workers.close()
    assert workers.alive() == 0


def test_eight_stuck_turns_pass_the_limit_and_the_pool_is_whole_again(held: Held) -> None:
    workers = Workers(limit=1.0)
    outcomes: list[str] = []

    def stuck() -> None:
        try:
            workers.run(held.work)
        except TookTooLong:
            outcomes.append("too long")

    callers = [threading.Thread(target=stuck) for _ in range(8)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()
    assert outcomes == ["too long"] * 8
    assert workers.alive() == 8
    assert workers.run(quick) == "turn"
    held.release.set()
    for thread in held.threads:
        thread.join()
    assert workers.alive() == 1
    workers.close()


def test_more_stuck_turns_than_there_may_be_threads_are_refused_at_once(held: Held) -> None:
    workers = Workers(limit=60, most=2)
    callers = [threading.Thread(target=workers.run, args=(held.work,)) for _ in range(2)]
    for caller in callers:
        caller.start()
        held.started.acquire()
    with pytest.raises(AllStuck):
        workers.run(quick)
    held.release.set()
    for caller in callers:
        caller.join()
    assert workers.run(quick) == "turn"
    workers.close()


def test_no_more_idle_workers_are_kept_than_asked_for(held: Held) -> None:
    workers = Workers(limit=60, warm=2)
    callers = [threading.Thread(target=workers.run, args=(held.work,)) for _ in range(5)]
    for caller in callers:
        caller.start()
        held.started.acquire()
    assert workers.alive() == 5
    held.release.set()
    for caller in callers:
        caller.join()
    assert workers.idle() == 2
    workers.close()
    for thread in held.threads:
        thread.join()
    assert workers.alive() == 0
