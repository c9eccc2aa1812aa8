"""Wakes the outbox. Huey only ticks: the rows and their leases are ours (design.md, How words travel 6)."""

import logging
from collections.abc import Callable
from typing import Any

from huey import MemoryHuey, crontab
from huey.consumer import Consumer

_log = logging.getLogger(__name__)


class QuietConsumer(Consumer):  # type: ignore[misc]  # huey has no types
    """A consumer that leaves the process's signals to the server it lives in."""

    def _set_signal_handlers(self) -> None:
        return None


def ticker(jobs: dict[str, Callable[[], object]]) -> QuietConsumer:
    """A consumer that runs each named job once a minute, in threads of its own; `start()` and `stop()` it."""
    huey = MemoryHuey("webchat", immediate=False)
    for name, job in jobs.items():
        huey.periodic_task(crontab(), name=name)(_safely(name, job))
    return QuietConsumer(huey, workers=1, periodic=True, check_worker_health=False)


def _safely(name: str, job: Callable[[], object]) -> Callable[[], Any]:
    def run() -> None:
        try:
            job()
        except Exception as fault:  # one job's fault must not stop the next tick
            _log.error("job %s failed: %s", name, type(fault).__name__)

    run.__name__ = name
    return run
