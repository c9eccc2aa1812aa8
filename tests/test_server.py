"""The web server as guests meet it: slow readers, many at once, large forms."""

import hashlib
import os
import resource
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest

from tests.fakes.serving import KB, Running, body_of, sipped
from webchat.server import LARGEST_BODY, QuietChannel


@pytest.fixture
def running():
    with Running() as server:
        yield server


@pytest.mark.parametrize(
    ("sending", "waiting", "closing", "flushing", "wakes"),
    [
        (False, 0, False, False, False),  # idle
        (True, 0, False, False, False),  # a worker is thinking
        (True, 1, False, False, False),  # a worker is sending a small answer: the stock channel spins here
        (True, 256 * KB - 1, False, False, False),
        (True, 256 * KB, False, False, True),  # a large one: the loop helps
        (False, 1, False, False, True),  # the worker has done, the reader was slow
        (True, 0, True, False, True),
        (True, 1, True, False, True),
        (True, 0, False, True, True),
        (False, 0, True, True, True),
    ],
)
def test_when_the_loop_is_woken_to_write(sending, waiting, closing, flushing, wakes):
    state = SimpleNamespace(
        requests=["a request"] * sending,
        total_outbufs_len=waiting,
        will_close=closing,
        close_when_flushed=flushing,
    )
    assert QuietChannel.writable(state) is wakes


def test_the_loop_sleeps_while_a_worker_is_sending():
    """One worker is held in the middle of sending while another connection asks fifty questions."""
    held, go_on = threading.Event(), threading.Event()

    def held_or_not(environ, start_response):
        start_response("200 OK", [("Content-Length", "4")])
        return [b"held" if environ["PATH_INFO"] == "/held" else b"free"]

    with Running(held_or_not) as running:

        class Held(running.server._waitress.channel_class):
            def send(self, data, do_close=True):
                if threading.current_thread() is not running.thread and b"held" in bytes(data):
                    held.set()
                    go_on.wait(60)
                return super().send(data, do_close)

        running.server._waitress.channel_class = Held
        guest, other = running.ask(b"GET /held HTTP/1.0\r\n\r\n"), running.client()
        assert held.wait(60)
        before = running.server.wakes
        for _ in range(50):
            other.request("GET", "/free")
            assert other.getresponse().read() == b"free"
        woken = running.server.wakes - before
        go_on.set()
        other.close()
        assert sipped(guest).endswith(b"held")
    assert woken <= 50 * 4  # a question to read, an answer to tidy up after; a spinning loop makes thousands


@pytest.mark.parametrize("pieces", [1, 40])
@pytest.mark.parametrize("size", [1, 2 * KB, 200 * KB, 256 * KB, 300 * KB, 2 * KB * KB])
def test_every_byte_reaches_a_slow_reader(running, size, pieces):
    guest = running.ask(b"GET /%d/%d HTTP/1.0\r\n\r\n" % (size, pieces))
    assert sipped(guest).partition(b"\r\n\r\n")[2] == body_of(size)


def test_slow_readers_do_not_hold_up_the_quick(running):
    slow = [running.ask(b"GET /%d HTTP/1.0\r\n\r\n" % (900 * KB + place)) for place in range(20)]
    assert running.get("/2000") == body_of(2_000)  # though twenty wait, and there are eight workers
    with ThreadPoolExecutor(20) as readers:
        for place, answer in enumerate(readers.map(sipped, slow)):
            assert answer.endswith(body_of(900 * KB + place))


def test_many_guests_at_once_each_get_their_own_answers(running):
    def one_guest(number):
        client = running.client()
        for turn in range(25):
            client.request("GET", f"/{number * 100 + turn + 1}")
            assert client.getresponse().read() == body_of(number * 100 + turn + 1)
        client.close()
        return True

    with ThreadPoolExecutor(24) as guests:
        assert all(guests.map(one_guest, range(24)))


def test_questions_sent_all_at_once_are_answered_whole_and_in_order(running):
    sizes = [200 * KB, 1, 300 * KB, 10]
    asked = b"".join(b"GET /%d HTTP/1.1\r\nHost: desk\r\n\r\n" % size for size in sizes[:-1])
    guest = running.ask(asked + b"GET /%d HTTP/1.0\r\n\r\n" % sizes[-1])
    got, place = sipped(guest), 0
    for size in sizes:
        place = got.index(b"\r\n\r\n", place) + 4
        assert got[place : place + size] == body_of(size)
        place += size
    assert place == len(got)


def test_more_open_connections_than_stock_waitress_allows_stop_nobody(running):
    idle = [socket.create_connection(("127.0.0.1", running.server.port)) for _ in range(150)]
    assert running.get("/5") == body_of(5)
    for connection in idle:
        connection.close()


def test_a_connection_is_served_however_many_files_are_open(running):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(hard, 4096)), hard))
    open_files = [os.open(os.devnull, os.O_RDONLY) for _ in range(1100)]  # select() cannot count past 1023
    assert running.get("/5") == body_of(5)
    for file in open_files:
        os.close(file)
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_a_reader_who_goes_away_takes_nobody_with_them(running):
    for _ in range(20):
        running.ask(b"GET /%d HTTP/1.0\r\n\r\n" % (2 * KB * KB)).close()
    assert running.get("/5") == body_of(5)


def test_a_form_over_the_limit_still_reaches_the_app_so_that_it_can_give_the_words_back(running):
    words = os.urandom(700 * KB)
    client = running.client()
    client.request("POST", "/", words)
    assert client.getresponse().read().decode() == hashlib.sha256(words).hexdigest()
    client.close()


def test_a_body_that_no_form_could_have_is_refused_before_it_is_sent(running):
    client = running.client()
    client.request("POST", "/", headers={"Content-Length": str(LARGEST_BODY)})
    assert client.getresponse().status == 413
    client.close()


def test_no_words_lie_in_a_temporary_file(running, monkeypatch):
    monkeypatch.setattr("tempfile.TemporaryFile", lambda *mode: pytest.fail("a temporary file was made"))
    client = running.client()
    client.request("POST", "/", bytes(LARGEST_BODY - 1))
    assert client.getresponse().status == 200
    client.close()
    assert running.get(f"/{2 * KB * KB}") == body_of(2 * KB * KB)


@pytest.mark.parametrize(("idle_for", "closed"), [(29, False), (31, True)])
def test_a_connection_idle_for_30_seconds_is_let_go(running, idle_for, closed):
    client = running.idle_guest()
    (channel,) = running.server._waitress.active_channels.values()
    while channel.requests:
        pass  # the worker is tidying up after its answer
    running.server._waitress.maintenance(channel.last_activity + idle_for)
    assert channel.will_close is closed
    client.close()


def test_the_server_does_not_name_its_make(running):
    client = running.client()
    client.request("GET", "/1")
    assert client.getresponse().headers["Server"] is None
    client.close()
