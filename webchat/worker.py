"""The worker: runs what the outbox asks for, and clears what has ended; woken once a minute."""

import logging
import os
import socket
import time
from collections.abc import Callable
from datetime import timedelta

from webchat.cases.case import Errand
from webchat.db.outbox import Leased
from webchat.db.tables.outbox import Fate
from webchat.notify.ticks import QuietConsumer, ticker
from webchat.notify.ways_out import TryAgain, WillNotGo
from webchat.wiring import House

_log = logging.getLogger(__name__)
_LEASE = timedelta(minutes=5)
_AT_ONCE = 20
# A tick comes every minute: whatever is still due then goes on at the next one, after the other jobs.
_MOST_SECONDS = 50.0
_SECONDS_FOR_THE_INDEX = 15.0
_FILED_AT_ONCE = 50  # cases: a guest who sends something meanwhile waits for no more


def worker_of(house: House) -> QuietConsumer:
    """A worker for a house, not yet started."""
    jobs: dict[str, Callable[[], object]] = {
        "outbox": lambda: drain(house),
        "sessions": lambda: house.sessions.purge(house.now()),
        "index": lambda: file_old(house),
    }
    return ticker(jobs)


def drain(house: House, seconds: Callable[[], float] = time.monotonic) -> int:
    """Run every errand that is due, the longest due first, for less than a minute; how many were run.

    `seconds` counts on from anywhere. What is taken is leased, a few at a time: where the lease of one ends
    before its turn comes, it is left to whoever takes it next.
    """
    name = f"{socket.gethostname()}:{os.getpid()}"
    until, run = seconds() + _MOST_SECONDS, 0
    while seconds() < until and (taken := house.outbox.take(name, house.now(), _LEASE, _AT_ONCE)):
        for one in taken:
            if house.now() < one.until:
                _run(house, one, name)
                run += 1
    return run


def file_old(house: House, seconds: Callable[[], float] = time.monotonic) -> int:
    """File what an older version stored, so that it can be found; for a part of the minute, how many."""
    until, done = seconds() + _SECONDS_FOR_THE_INDEX, 0
    while seconds() < until and (some := house.index.catch_up(_FILED_AT_ONCE)):
        done += some
    return done


def _run(house: House, one: Leased, name: str) -> None:
    key = one.errand.key
    try:
        house.errands.run(one.errand)
    except TryAgain as busy:
        _later(house, one.errand, name, str(busy))
    except WillNotGo as refused:
        house.errands.gave_up(one.errand)
        house.outbox.give_up(key, name, str(refused), house.now())
    except Exception as fault:  # one errand's fault must not stop the others; the type only, never words
        _log.error("errand %s failed: %s", one.errand.kind, type(fault).__name__)
        _later(house, one.errand, name, type(fault).__name__)
    else:
        house.outbox.done(key, name, house.now())


def _later(house: House, errand: Errand, name: str, fault: str) -> None:
    if house.outbox.try_again(errand.key, name, fault, house.now()) is Fate.GIVEN_UP:
        house.errands.gave_up(errand)
