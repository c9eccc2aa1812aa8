"""Slows down whoever tries many codes for one reference, without ever locking anybody out (ASVS A7)."""

from collections import OrderedDict, deque
from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Lock

_FREE = 10  # wrong tries an hour before we slow down
_OVER = timedelta(hours=1)
_BETWEEN = timedelta(seconds=1)  # one guess a second finds a code of 50 bits never
_MOST_KNOWN = 10_000  # references remembered at once


class Patience:
    """Counts wrong tries by reference, whether or not it exists, in memory: they matter for an hour."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._wrong: OrderedDict[str, deque[datetime]] = OrderedDict()
        self._lock = Lock()

    def may_try(self, reference: str) -> bool:
        """Whether to look at a code now. After ten wrong ones in an hour, one a second is looked at."""
        with self._lock:
            wrong = self._recent(reference)
            return len(wrong) < _FREE or self._now() - wrong[-1] >= _BETWEEN

    def was_wrong(self, reference: str) -> None:
        """Count a wrong try."""
        with self._lock:
            wrong = self._recent(reference)
            wrong.append(self._now())
            self._wrong[reference] = wrong
            self._wrong.move_to_end(reference)
            while len(self._wrong) > _MOST_KNOWN:
                self._wrong.popitem(last=False)

    def _recent(self, reference: str) -> deque[datetime]:
        wrong = self._wrong.get(reference, deque(maxlen=_FREE))
        while wrong and self._now() - wrong[0] > _OVER:
            wrong.popleft()
        return wrong
