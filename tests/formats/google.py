"""A stand-in for Google's voice on loopback, with real TLS, and a proxy that leads to it (formats.md 1)."""

import base64
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

Answer = Callable[["Request"], None]


class Google(ThreadingHTTPServer):
    """Answers as `answer` says, and remembers what it was asked to say (the decoded forms)."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), Request)
        self.socket = _context(folder).wrap_socket(self.socket, server_side=True)
        self.asked: list[str] = []
        self.answer: Answer = speaks(b"")
        self.never = threading.Event()
        self.port = self.server_address[1]

    def handle_error(self, request, client_address) -> None:
        """A client that hung up is no news here."""


class Request(BaseHTTPRequestHandler):
    server: Google

    def do_POST(self) -> None:
        form = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.asked.append(parse_qs(form)["f.req"][0])
        self.server.answer(self)

    def do_GET(self) -> None:
        send(self, 200, b"<html>Before you continue</html>")

    def log_message(self, *args) -> None:
        """Quiet."""


def send(request: Request, status: int, body: bytes = b"", **headers: str) -> None:
    request.send_response(status)
    headers.setdefault("Content_Length", str(len(body)))
    for name, value in headers.items():
        request.send_header(name.replace("_", "-"), value)
    request.end_headers()
    request.wfile.write(body)


def speaks(sound: bytes) -> Answer:
    line = b'[["wrb.fr","jQ1olc","[\\"%s\\"]",null,null,null,"generic"]]' % base64.b64encode(sound)
    return lambda request: send(request, 200, b")]}'\n\n" + line + b"\n25\n")


def fails(status: int, **headers: str) -> Answer:
    return lambda request: send(request, status, b"<html>no</html>", **headers)


def says(body: bytes) -> Answer:
    return lambda request: send(request, 200, body)


def sends_elsewhere(request: Request) -> None:
    send(request, 302, Location=f"https://127.0.0.1:{request.server.port}/sorry")


def breaks_off(request: Request) -> None:
    send(request, 200, b"half", Content_Length="4000")
    request.close_connection = True


def never_answers(request: Request) -> None:
    request.server.never.wait(20)
    speaks(b"")(request)


@contextmanager
def running(server: ThreadingHTTPServer) -> Iterator[None]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield
    finally:
        if isinstance(server, Google):
            server.never.set()
        server.shutdown()
        server.server_close()
        thread.join()


class Proxy(ThreadingHTTPServer):
    """Leads every CONNECT to one port of this machine, and remembers where each wanted to go."""

    daemon_threads = True

    def __init__(self, port: int) -> None:
        super().__init__(("127.0.0.1", 0), _Tunnel)
        self.to, self.wanted = port, list[str]()
        self.address = f"http://127.0.0.1:{self.server_address[1]}"


class _Tunnel(BaseHTTPRequestHandler):
    server: Proxy

    def do_CONNECT(self) -> None:
        self.server.wanted.append(self.path)
        with socket.create_connection(("127.0.0.1", self.server.to)) as google:
            self.send_response(200)
            self.end_headers()
            back = threading.Thread(target=_pour, args=(google, self.connection))
            back.start()
            _pour(self.connection, google)
            back.join()
        self.close_connection = True

    def log_message(self, *args) -> None:
        """Quiet."""


def _pour(source: socket.socket, target: socket.socket) -> None:
    try:
        while data := source.recv(65_536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        return  # either end may hang up first


def _context(folder: Path) -> ssl.SSLContext:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "wrong.example")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    pem, kind = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    file = folder / "google.pem"
    file.write_bytes(
        certificate.public_bytes(pem) + key.private_bytes(pem, kind, serialization.NoEncryption())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context
