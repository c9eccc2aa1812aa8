"""Every answer carries our headers, the server's own too; no redirect says what a stranger put in Host."""

import re
from pathlib import Path

import pytest
from flask import redirect
from werkzeug import Response

from tests.fakes.serving import Running, sipped
from tests.webhouse import Web
from webchat.server import LARGEST_BODY
from webchat.web.headers import on_refusals

REFUSED = {
    b"400": b"GET / HTTP/1.0\r\nContent-Length: nonsense\r\n\r\n",
    b"413": b"POST / HTTP/1.0\r\nContent-Length: %d\r\n\r\n" % LARGEST_BODY,
    b"431": b"GET / HTTP/1.0\r\nX: " + b"x" * 262_144 + b"\r\n\r\n",
}
WANTED = (
    *("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cache-Control"),
    *("Cross-Origin-Opener-Policy", "Permissions-Policy", "Strict-Transport-Security"),
)


@pytest.mark.parametrize("status", REFUSED)
def test_what_the_server_answers_by_itself_carries_the_headers_of_a_page(web: Web, status: bytes) -> None:
    with Running(web.app, headers=on_refusals(https=True)) as server:
        head = sipped(server.ask(REFUSED[status])).partition(b"\r\n\r\n")[0].decode()
    told = dict(line.split(": ", 1) for line in head.split("\r\n")[1:])
    assert head.split(" ")[1].encode() == status
    page = web.app.test_client().get("/", base_url="https://desk.example.org").headers
    assert {name: told.get(name) for name in WANTED} == {name: page[name] for name in WANTED}


def test_over_plain_http_nobody_is_told_to_come_by_https() -> None:
    assert "Strict-Transport-Security" not in on_refusals(https=False)


def test_the_command_hands_these_headers_to_the_server() -> None:
    command = Path("webchat/cli_house.py").read_text(encoding="utf-8")
    assert re.search(r"\bserve\([^)]*headers=on_refusals\(", command)


@pytest.mark.parametrize("path", ["/ruils", "/ruils//chat", "//ruils/", "//evil.example//ruils"])
def test_a_redirect_to_another_spelling_names_no_host(web: Web, path: str) -> None:
    answer = web.app.test_client().get(path, base_url="http://evil.example", buffered=True)
    led = answer.headers.get("Location", "/")
    assert led.startswith("/")
    assert not led.startswith("//")


def test_a_charity_without_its_slash_is_still_found(web: Web) -> None:
    answer = web.app.test_client().get("/ruils?lang=x", base_url="http://evil.example")
    assert (answer.status_code, answer.headers["Location"]) == (308, "/ruils/?lang=x")


def test_a_redirect_elsewhere_stays_as_it_is(web: Web) -> None:
    @web.app.get("/away")
    def away() -> Response:
        return redirect("https://www.example.org/a?b#c")

    assert web.app.test_client().get("/away").headers["Location"] == "https://www.example.org/a?b#c"
