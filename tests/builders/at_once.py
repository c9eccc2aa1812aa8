"""Several things at the very same time."""

import threading
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


def all_at_once(work: Sequence[Callable[[], T]]) -> list[T]:
    """Do all of it on threads that start together; what each came to."""
    ready = threading.Barrier(len(work))
    results: list[Any] = [None] * len(work)

    def run(place: int) -> None:
        ready.wait(30)
        try:
            results[place] = work[place]()
        except Exception as fault:
            results[place] = fault

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(work))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
