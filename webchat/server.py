"""The web server: waitress, with a channel that lets its select loop sleep, and a clean stop."""

import logging
import signal
import socket
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from ipaddress import ip_address
from threading import Event, Lock
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.server import BaseWSGIServer, create_server
from waitress.task import ErrorTask

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

THREADS = 8
_BACKLOG = 1024
_WAKE_AT_LEAST_EVERY = 1.0  # seconds: how soon idle connections are looked at

# The app reads a form of 2 MB, to give words back that are too long to take (design.md, Limits), and has a
# page for a larger one; from this many bytes waitress answers 413 by itself, and a browser may see no page.
LARGEST_BODY = 3_145_728
_LARGEST_ANSWER = 4_194_304  # bytes; a recording of five minutes is about 1 MB
_SMALL_ANSWER = 262_144  # bytes a worker may send by itself, without the loop's help

NO_HEADERS: Mapping[str, str] = {}
_FROM_A_PROXY = {"x-forwarded-for", "x-forwarded-proto"}


class PlainHttpRefused(Exception):
    """Asked to serve plain http beyond this machine with no proxy in front to add the https."""


class Refusal(ErrorTask):  # type: ignore[misc]  # waitress ships no types
    """What the server answers by itself, before there is a page: 400, 413, 431. Our headers go with it."""

    def execute(self) -> None:
        """Answer, with the headers that every page has."""
        self.response_headers.extend(self.channel.server.on_refusals)
        super().execute()


class QuietChannel(HTTPChannel):  # type: ignore[misc]  # waitress ships no types
    """A connection that asks nothing of the select loop while a worker is sending a small answer on it.

    Stock waitress asks to write as soon as there is anything to send. A worker sends it already, so the
    loop wakes, finds the lock taken, and wakes again: it spins, and starves the very worker it waits
    for (speed.md section 2: 151 pages a second where 5,300 are possible). What the worker could not
    send, because the reader is slow, is the loop's as soon as the worker has done.
    """

    error_task_class = Refusal

    def writable(self) -> bool:
        """Whether the loop should wake when this connection can take more bytes."""
        if self.will_close or self.close_when_flushed:
            return True
        if self.requests and self.total_outbufs_len < _SMALL_ANSWER:
            return False
        return bool(self.total_outbufs_len)


class Server:
    """One listening address. `run()` serves until `close()`, from any thread, or an interrupt."""

    def __init__(
        self,
        app: "WSGIApplication",
        listening: socket.socket,
        trusted_proxies: int,
        headers: Mapping[str, str],
    ) -> None:
        behind = {"trusted_proxy": "*", "trusted_proxy_count": trusted_proxies}
        self._sockets: dict[int, wasyncore.dispatcher] = {}
        self._waitress: BaseWSGIServer = create_server(
            app,
            map=self._sockets,
            sockets=[listening],
            threads=THREADS,
            connection_limit=1000,
            channel_timeout=30,
            backlog=_BACKLOG,
            max_request_body_size=LARGEST_BODY,
            # So that neither a guest's words nor ours ever lie in a temporary file.
            inbuf_overflow=LARGEST_BODY + 1,
            outbuf_overflow=_LARGEST_ANSWER,
            ident=None,
            **(behind | {"trusted_proxy_headers": _FROM_A_PROXY} if trusted_proxies else {}),
        )
        self._waitress.channel_class = QuietChannel
        self._waitress.on_refusals = tuple(headers.items())
        # It warns of every request that waits a moment for a worker: hundreds of lines a second.
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)
        self._lock = Lock()
        self._running = self._closed = False
        self._ended = Event()
        self.host: str = self._waitress.effective_host
        self.port = int(self._waitress.effective_port)
        self.wakes = 0  # how often the select loop has woken; it must not spin

    def run(self) -> None:
        """Serve until closed, then end every thread and socket. An interrupt does the same, and is raised."""
        with self._lock:
            if self._closed:
                return
            self._running = True
        try:
            while not self._closed:
                wasyncore.loop(timeout=_WAKE_AT_LEAST_EVERY, use_poll=True, map=self._sockets, count=1)
                self.wakes += 1
        finally:
            self._end()

    def close(self) -> None:
        """Stop: requests being answered are finished, up to 5 seconds. Returns when all has ended."""
        with self._lock:
            first, self._closed = not self._closed, True
            if first and self._running:
                self._waitress.pull_trigger()
        if not self._running:
            self._end()
        self._ended.wait()

    def _end(self) -> None:
        with self._lock:
            self._closed = True
            if self._ended.is_set():
                return
        self._waitress.task_dispatcher.shutdown()
        wasyncore.close_all(self._sockets)
        self._ended.set()


def make_server(
    app: "WSGIApplication",
    host: str,
    port: int,
    *,
    trusted_proxies: int = 0,
    headers: Mapping[str, str] = NO_HEADERS,
) -> Server:
    """A server that listens, on any free port where `port` is 0, and is not yet running.

    `trusted_proxies` is how many stand in front of it (WEBCHAT_TRUSTED_PROXIES): that many last entries of
    X-Forwarded-For and X-Forwarded-Proto are then believed, and none otherwise. `headers` go with what the
    server answers by itself; the app's answers have their own. Raises PlainHttpRefused
    for an address beyond this machine with no proxy, and OSError where the address cannot be had.
    """
    if trusted_proxies < 1 and not _is_this_machine(host):
        raise PlainHttpRefused(host)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.create_server((host, port), family=family, backlog=_BACKLOG)
    return Server(app, listening, trusted_proxies, headers)


def serve(
    app: "WSGIApplication",
    host: str,
    port: int,
    *,
    trusted_proxies: int = 0,
    headers: Mapping[str, str] = NO_HEADERS,
    ready: Callable[[Server], None] = lambda server: None,
) -> None:
    """Serve until Ctrl-C or SIGTERM, and end cleanly. `ready` is told once it listens. Main thread only."""
    before = signal.signal(signal.SIGTERM, _stop)
    # Whoever starts it in the background of a script has told it to pass Ctrl-C over; it stops all the same.
    was = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with (
            suppress(KeyboardInterrupt, _Stop),
            closing(make_server(app, host, port, trusted_proxies=trusted_proxies, headers=headers)) as server,
        ):
            ready(server)
            server.run()
    finally:
        signal.signal(signal.SIGTERM, before)
        signal.signal(signal.SIGINT, was)


class _Stop(SystemExit):
    """SIGTERM; the loop lets a SystemExit through where it would log anything else."""


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    raise _Stop(0)


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
