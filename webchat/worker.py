"""The worker: runs what the outbox asks for, and clears what has ended; woken once a minute."""

import logging
import os
import socket
from datetime import timedelta

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
            house.outbox.try_again(key, name, str(busy), house.now())
        except WillNotGo as refused:
            house.outbox.give_up(key, name, str(refused), house.now())
        except Exception as fault:  # one errand's fault must not stop the others; the type only, never words
            _log.error("errand %s failed: %s", one.errand.kind, type(fault).__name__)
            house.outbox.try_again(key, name, type(fault).__name__, house.now())
        else:
            house.outbox.done(key, name, house.now())
    return len(taken)
