"""The real web server in a thread of a test, with an app that answers so many bytes, and slow readers."""

import hashlib
import http.client
import socket
import threading

from webchat.server import make_server

KB = 1024


def app(environ, start_response):
    """/<bytes>/<pieces> answers so many bytes; a POST answers what it got; /who says who is asking."""
    kind, *numbers = environ["PATH_INFO"].strip("/").split("/")
    if environ["REQUEST_METHOD"] == "POST":
        pieces = [hashlib.sha256(environ["wsgi.input"].read()).hexdigest().encode()]
    elif kind == "who":
        pieces = [f"{environ['wsgi.url_scheme']} {environ['REMOTE_ADDR']}".encode()]
    else:
        pieces = in_pieces(body_of(int(kind)), int(*numbers or [1]))
    start_response("200 OK", [("Content-Length", str(sum(map(len, pieces))))])
    return iter(pieces)


def body_of(size):
    return (b"%d." % size * (size // 2 + 1))[:size]


def in_pieces(body, pieces):
    step = -(-len(body) // pieces)
    return [body[place : place + step] for place in range(0, len(body), step)]


class Running:
    """A server in a thread of this test, closed when its block ends."""

    def __init__(self, application=app, **more):
        self.server = make_server(application, "127.0.0.1", 0, **more)
        self.thread = threading.Thread(target=self.server.run)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *fault):
        self.server.close()
        self.thread.join()

    def client(self):
        return http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)

    def idle_guest(self):
        """A client that has had its answer and keeps its connection."""
        client = self.client()
        client.request("GET", "/5")
        assert client.getresponse().read() == body_of(5)
        return client

    def get(self, path, **headers):
        client = self.client()
        try:
            client.request("GET", path, headers=headers)
            return client.getresponse().read()
        finally:
            client.close()

    def ask(self, request, receive_buffer=4 * KB):
        """A bare socket that has sent a request, and takes little at a time."""
        guest = socket.socket()
        guest.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        guest.settimeout(60)
        guest.connect(("127.0.0.1", self.server.port))
        guest.sendall(request)
        return guest


def sipped(guest, sip=3_000):
    """All that a slow reader is sent until the server closes."""
    got = bytearray()
    with guest:
        while data := guest.recv(sip):
            got += data
    return bytes(got)
