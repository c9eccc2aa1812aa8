"""A server of ours in a process of its own, and a line to it that adds next to nothing to the time."""

import re
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from webchat.server import make_server

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

_LENGTH = re.compile(rb"\r\ncontent-length: (\d+)", re.IGNORECASE)
_COOKIE = re.compile(rb"\r\nset-cookie: ([^;]+)", re.IGNORECASE)
_FORM = "application/x-www-form-urlencoded"


@contextmanager
def serving(make_app: "Callable[[Path], WSGIApplication]", home: Path) -> Iterator[int]:
    """The port of a server of this app, whose process ends with the block."""
    apart = get_context("spawn")
    told, tells = apart.Pipe(duplex=False)
    process = apart.Process(target=_serve, args=(make_app, home, tells), daemon=True)
    process.start()
    try:
        yield told.recv()
    finally:
        process.terminate()
        process.join()


def _serve(make_app: "Callable[[Path], WSGIApplication]", home: Path, tells: Any) -> None:
    server = make_server(make_app(home), "127.0.0.1", 0)
    tells.send(server.port)
    server.run()


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, and the seconds from the first byte sent to the last received."""

    status: int
    head: bytes
    body: bytes
    seconds: float

    @property
    def text(self) -> str:
        """The body as words."""
        return self.body.decode()


class Line:
    """One connection that is kept open, with the cookie it was given. The request is made before the clock
    starts and nothing is looked at until it has stopped, so that what is timed is the server."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port))
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._cookie = b""

    def get(self, path: str, accept: str = "identity") -> Answer:
        """Fetch a page, compressed if `accept` says so."""
        return self._ask(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: {accept}\r\n", b"")

    def post(self, path: str, form: Mapping[str, object]) -> Answer:
        """Send a form."""
        body = urlencode(form, doseq=True).encode()
        head = f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {_FORM}\r\n"
        return self._ask(f"{head}Content-Length: {len(body)}\r\n", body)

    def close(self) -> None:
        """Hang up."""
        self._socket.close()

    def _ask(self, head: str, body: bytes) -> Answer:
        cookie = b"Cookie: " + self._cookie + b"\r\n" if self._cookie else b""
        asked = head.encode() + cookie + b"\r\n" + body
        began = perf_counter()
        self._socket.sendall(asked)
        got = bytearray(self._socket.recv(65_536))
        while not _is_whole(got):
            got += self._socket.recv(65_536)
        took = perf_counter() - began
        top, _, rest = bytes(got).partition(b"\r\n\r\n")
        given = _COOKIE.search(top)
        self._cookie = given.group(1) if given else self._cookie
        return Answer(int(top[9:12]), top, rest, took)


def _is_whole(got: bytearray) -> bool:
    end = got.find(b"\r\n\r\n")
    length = _LENGTH.search(got, 0, end + 2) if end >= 0 else None
    return length is not None and len(got) >= end + 4 + int(length.group(1))
