"""Where the web server may listen, whom it believes, and how it stops."""

import logging
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.fakes.serving import KB, Running, app, body_of, sipped
from webchat.server import PlainHttpRefused, make_server


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "", "192.168.1.20", "desk.example.org", "127.example.org"])
def test_plain_http_is_refused_beyond_this_machine(host):
    with pytest.raises(PlainHttpRefused):
        make_server(app, host, 0)


@pytest.mark.parametrize(("host", "proxies"), [("127.0.0.1", 0), ("localhost", 0), ("0.0.0.0", 1)])
def test_this_machine_or_behind_a_proxy_is_served(host, proxies):
    server = make_server(app, host, 0, trusted_proxies=proxies)
    assert server.port > 0
    server.close()


@pytest.mark.parametrize(
    ("proxies", "told"), [(0, b"http 127.0.0.1"), (1, b"https 203.0.113.9"), (2, b"https 203.0.113.8")]
)
def test_a_proxy_is_believed_only_as_far_as_we_were_told(proxies, told):
    headers = {"X-Forwarded-For": "198.51.100.1, 203.0.113.8, 203.0.113.9", "X-Forwarded-Proto": "https"}
    with Running(trusted_proxies=proxies) as running:
        assert running.get("/who", **headers) == told


def test_a_question_that_waits_a_moment_for_a_worker_is_no_line_in_the_log():
    make_server(app, "127.0.0.1", 0).close()
    assert not logging.getLogger("waitress.queue").isEnabledFor(logging.WARNING)


def test_closing_ends_every_thread_and_frees_the_address():
    before = set(threading.enumerate())
    with Running() as running:
        idle = running.idle_guest()
        ours = set(threading.enumerate()) - before
        assert len(ours) == 9  # the loop and its eight workers
    for thread in ours:
        thread.join(60)
        assert not thread.is_alive()
    assert idle.sock.recv(KB) == b""
    idle.close()
    make_server(app, "127.0.0.1", running.server.port).close()


def test_a_question_being_answered_when_the_server_closes_is_answered():
    begun, closing = threading.Event(), threading.Event()

    def slow(environ, start_response):
        begun.set()
        closing.wait(60)
        return app(environ, start_response)

    with Running(slow) as running:
        guest = running.ask(b"GET /2000 HTTP/1.0\r\n\r\n")
        assert begun.wait(60)
        stopper = threading.Thread(target=running.server.close)
        stopper.start()
        closing.set()
        stopper.join()
    assert sipped(guest).endswith(body_of(2_000))


def test_a_server_that_never_ran_or_is_closed_twice_closes_too():
    server = make_server(app, "127.0.0.1", 0)
    server.close()
    server.close()
    server.run()  # returns at once


def test_an_address_in_use_is_told_before_any_thread_begins():
    before = threading.active_count()
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(OSError, match="in use"):
        make_server(app, "127.0.0.1", taken.getsockname()[1])
    assert threading.active_count() == before


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_cleanly_when_told_to(told):
    script = (
        "from webchat.server import serve\n"
        "def ready(server): print('ready', flush=True)\n"
        "serve(lambda environ, start: [], '127.0.0.1', 0, ready=ready)\n"
        "print('ended')\n"
    )
    with subprocess.Popen(
        [sys.executable, "-W", "error", "-c", script],
        cwd=Path(__file__).parent.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout.readline() == "ready\n"
        process.send_signal(told)
        try:
            out, complaints = process.communicate(timeout=60)
        finally:
            process.kill()
    assert (process.returncode, out, complaints) == (0, "ended\n", "")
