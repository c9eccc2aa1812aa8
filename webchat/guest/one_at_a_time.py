"""Lets the turns of one conversation go one after another, so that fifty taps on Send are one sending."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

from webchat.db.errors import Busy

_PATIENCE = 10.0  # seconds; longer than a turn may take, so that whoever waits finds it taken


class OneAtATime:
    """Holds whoever comes while the same conversation is taking a turn, and nobody else.

    In one process only: what two processes do at once is settled by the database (design.md 5).
    """

    def __init__(self, patience: float = _PATIENCE) -> None:
        self._patience = patience
        self._taking: set[str] = set()
        self._done = Condition()

    @contextmanager
    def turn_of(self, conversation: str) -> Iterator[bool]:
        """Whether it had to wait: then what was read before may be old. Raises Busy."""
        with self._done:
            waited = conversation in self._taking
            if not self._done.wait_for(lambda: conversation not in self._taking, self._patience):
                raise Busy
            self._taking.add(conversation)
        try:
            yield waited
        finally:
            with self._done:
                self._taking.discard(conversation)
                self._done.notify_all()
