"""The worker: runs what the outbox asks for, and clears what has ended; woken once a minute."""

import logging
import os
import socket
from datetime import timedelta

from webchat.cases.case import Errand
from webchat.db.tables.outbox import Fate
from webchat.notify.ticks import QuietConsumer, ticker
from webchat.notify.ways_out import TryAgain, WillNotGo
from webchat.wiring import House

_log = logging.getLogger(__name__)
_LEASE = timedelta(minutes=5)
_AT_ONCE = 20


def worker_of(house: House) -> QuietConsumer:
    """A worker for a house, not yet started."""
    return ticker({"outbox": lambda: drain(house), "sessions": lambda: house.sessions.purge(house.now())})


def drain(house: House) -> int:
    """Run every errand that is due, the longest due first; how many were taken."""
    name = f"{socket.gethostname()}:{os.getpid()}"
    taken = house.outbox.take(name, house.now(), _LEASE, _AT_ONCE)
    for one in taken:
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
    return len(taken)


def _later(house: House, errand: Errand, name: str, fault: str) -> None:
    if house.outbox.try_again(errand.key, name, fault, house.now()) is Fate.GIVEN_UP:
        house.errands.gave_up(errand)
