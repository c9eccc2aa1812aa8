"""The demo as the world meets it: over https, behind a proxy, next to a page of somebody else's."""

import http.client
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

HOST, NEUTRAL = "chat.example.org", "www.bbc.co.uk"
_WEATHER = b"<!doctype html><title>Weather</title><h1>Weather</h1><p>It will rain."
_FOR_ONE_HOP = {"connection", "keep-alive", "transfer-encoding", "content-length", "date", "server"}
_FORGETTING = {"set-cookie", "clear-site-data"}
_KEEPING_OUT = {"cache-control"}


class Front(ThreadingHTTPServer):
    """The proxy. From the addresses in `without` it passes on no cookie and no Clear-Site-Data, and while
    `storing` no Cache-Control: so a test can see what happens where the house does not do its part."""

    daemon_threads = True

    def __init__(self, inside: int) -> None:
        self.without: frozenset[str] = frozenset()
        self.storing = False
        super().__init__(("127.0.0.1", 0), _handler(self, inside))

    @property
    def port(self) -> int:
        """Where it answers."""
        return int(self.server_address[1])

    def finish_request(self, request: socket.socket, client_address: object) -> None:  # type: ignore[override]
        """One connection, closed whatever becomes of it."""
        with closing(request):
            super().finish_request(request, client_address)  # type: ignore[arg-type]

    def handle_error(self, *_about: object) -> None:
        """A browser that hangs up in the middle is nothing to tell."""


@contextmanager
def https(inside: int, folder: Path) -> Iterator[Front]:
    """Answer https on a port of its own: with what the port `inside` answers for HOST, and with a page about
    the weather for any other name. `folder` holds the certificate, which nobody signed."""
    front = Front(inside)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(_certificate(folder))
    front.socket = context.wrap_socket(front.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=front.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield front
    front.shutdown()
    front.server_close()
    thread.join()


def _handler(front: Front, inside: int) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """One connection of a browser."""

        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            """Pass it on, or tell the weather."""
            if self.headers["Host"] != HOST:
                return self._answer(200, [("Content-Type", "text/html")], _WEATHER)
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            told = dict(self.headers.items()) | {"X-Forwarded-Proto": "https", "X-Forwarded-For": "127.0.0.1"}
            with closing(http.client.HTTPConnection("127.0.0.1", inside)) as behind:
                behind.request(self.command, self.path, body, told)
                answer = behind.getresponse()
                left_out = _FOR_ONE_HOP | (_FORGETTING if self.path in front.without else set())
                left_out |= _KEEPING_OUT if front.storing else set()
                headers = [one for one in answer.getheaders() if one[0].lower() not in left_out]
                self._answer(answer.status, headers, answer.read())
            return None

        do_POST = do_GET

        def _answer(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
            self.send_response(status)
            for name, value in headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    return Handler


def _certificate(folder: Path) -> Path:
    """A certificate for every name, and its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    names = x509.SubjectAlternativeName([x509.DNSName(HOST), x509.DNSName(NEUTRAL)])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    made = made.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=2))
    signed = made.add_extension(names, critical=False).sign(key, hashes.SHA256())
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file = folder / "certificate.pem"
    file.write_bytes(secret + signed.public_bytes(serialization.Encoding.PEM))
    return file
