"""Runs a turn beside the thread that answers the guest, within a time limit.

Each worker is a thread with its own event loop. A turn takes an idle worker or starts one, so no guest ever
waits behind another's hung action. A turn that passes the limit is let go: its task is cancelled, its worker
never comes back to the pool, and it ends by itself if the action ever returns. `most` bounds how many can be
stuck at once.
"""

from __future__ import annotations

import asyncio
import contextvars
import threading
from collections import deque
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class TookTooLong(Exception):
    """The time limit passed; whatever it may still do is not waited for."""


class AllStuck(Exception):
    """As many workers as there may be are still held up."""


@dataclass(slots=True)
class _Job(Generic[T]):
    """One turn on its way: `ready` is released when `result` or `error` is set."""

    work: Callable[[], Coroutine[Any, Any, T]]
    context: contextvars.Context
    ready: threading.Lock = field(default_factory=threading.Lock)
    task: asyncio.Task[T] | None = None
    result: T | None = None
    error: BaseException | None = None


class Workers:
    """A small pool: `warm` idle workers are kept, at most `most` threads live, `limit` seconds a turn."""

    def __init__(self, limit: float = 5.0, warm: int = 4, most: int = 64) -> None:
        self._limit, self._warm, self._most = limit, warm, most
        self._idle: deque[_Worker] = deque()
        self._lock = threading.Lock()
        self._alive: set[_Worker] = set()
        self._closed = False

    def run(self, work: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Await `work()` in a worker, with this thread's context variables, and give back what it returns.

        Raises what it raised, TookTooLong, or AllStuck.
        """
        job = _Job(work, contextvars.copy_context())
        job.ready.acquire()
        worker = self._take()
        worker.jobs.put(job)
        if not job.ready.acquire(timeout=self._limit):
            worker.let_go(job)
            raise TookTooLong
        if job.error is not None:
            raise job.error
        return job.result  # type: ignore[return-value]  # without an error the result is a T

    def alive(self) -> int:
        """How many worker threads there are: idle, busy and let go."""
        with self._lock:
            return len(self._alive)

    def idle(self) -> int:
        """How many wait for a turn."""
        return len(self._idle)

    def close(self) -> None:
        """End the idle workers and wait for them; those that are stuck end when their action does."""
        with self._lock:
            self._closed = True
        while self._idle:
            worker = self._idle.pop()
            worker.jobs.put(None)
            worker.thread.join()

    def _take(self) -> _Worker:
        try:
            return self._idle.pop()
        except IndexError:
            pass
        with self._lock:
            if len(self._alive) >= self._most:
                raise AllStuck
            worker = _Worker(self)
            self._alive.add(worker)
        worker.thread.start()
        return worker

    def _put_back(self, worker: _Worker) -> bool:
        with self._lock:
            if self._closed or worker.gone or len(self._idle) >= self._warm:
                return False
            self._idle.append(worker)
            return True

    def _ended(self, worker: _Worker) -> None:
        with self._lock:
            self._alive.discard(worker)


class _Worker:
    def __init__(self, pool: Workers) -> None:
        self.jobs: SimpleQueue[_Job[Any] | None] = SimpleQueue()
        self.gone = False
        self._pool = pool
        self._loop: asyncio.AbstractEventLoop | None = None
        self.thread = threading.Thread(target=self._live, name="turn", daemon=True)

    def let_go(self, job: _Job[Any]) -> None:
        """Never use this worker again; cancel the job, which helps where it awaits something."""
        self.gone = True
        loop, task = self._loop, job.task
        if loop is not None and task is not None:
            try:
                loop.call_soon_threadsafe(task.cancel)
            except RuntimeError:
                return  # it ended just now

    def _live(self) -> None:
        try:
            with asyncio.Runner() as runner:
                self._loop = runner.get_loop()
                while (job := self.jobs.get()) is not None:
                    self._do(runner, job)
                    if not self._settle(job):
                        return
        finally:
            self._pool._ended(self)

    def _do(self, runner: asyncio.Runner, job: _Job[Any]) -> None:
        async def noted() -> Any:
            job.task = asyncio.current_task()
            return await job.work()

        try:
            # A Runner kept per thread would otherwise keep the context of its first job (rasa.md 1.4).
            job.result = runner.run(noted(), context=job.context)
        except BaseException as exc:  # handed to the waiting thread, whatever it is
            job.error = exc

    def _settle(self, job: _Job[Any]) -> bool:
        stays = self._pool._put_back(self)
        job.ready.release()
        return stays
