"""One writer at a time, in the order they came: SQLite by itself is neither fair nor quick (speed.md 2)."""

from collections import deque
from threading import Lock


class FairLock:
    """A lock that goes to whoever has waited longest. Any thread may release it."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._held = False
        self._waiting: deque[Lock] = deque()

    def acquire(self, seconds: float) -> bool:
        """Take it, waiting at most so many seconds; False when it did not come in time."""
        with self._guard:
            if not self._held:
                self._held = True
                return True
            turn = Lock()
            turn.acquire()
            self._waiting.append(turn)
        if turn.acquire(timeout=seconds):
            return True
        with self._guard:
            if turn in self._waiting:
                self._waiting.remove(turn)
                return False
        return True  # it was handed over at the very last moment

    def release(self) -> None:
        """Hand it to the next in line, or leave it free."""
        with self._guard:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._held = False
