"""A real browser on a real server: headless Chromium, and Firefox where the two differ, against waitress on
loopback, over SQLite."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from webchat import demo
from webchat.app import create_app
from webchat.db.database import Database
from webchat.db.upgrade import upgrade
from webchat.server import make_server
from webchat.settings import Settings
from webchat.wiring import House, build, clock

QUIET = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update"]
_LONGEST_WAIT = 30_000  # milliseconds: a busy machine is no fault of the page


@dataclass(frozen=True, slots=True)
class Served:
    """The demo as it is served for these tests: its address, and the house behind it."""

    address: str
    house: House


@contextmanager
def serving(
    home: Path, now: Callable[[], datetime] = clock, **environ: str
) -> Iterator[tuple[int, House]]:
    """The demo on a port of its own, with some settings: the port, and the house behind it.

    `now` is the clock of the house, where a test sets another.
    """
    settings = Settings.read({"WEBCHAT_HOME": str(home), "WEBCHAT_MAIL": "file", **environ}, demo=True)
    home.mkdir()
    upgrade(Database(settings.database).url)
    house = build(settings, now=now)
    demo.add_accounts(house, now())
    app = create_app(settings, house)
    server = make_server(app, "127.0.0.1", 0, trusted_proxies=settings.trusted_proxies)
    thread = threading.Thread(target=server.run)
    thread.start()
    yield server.port, house
    server.close()
    thread.join()
    app.extensions["dialogue"].close()
    house.close()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The demo on a port of its own."""
    with serving(tmp_path_factory.mktemp("browser") / "home") as (port, house):
        yield Served(f"http://127.0.0.1:{port}", house)


@pytest.fixture(scope="session")
def address(served: Served) -> str:
    """Where the demo is served."""
    return served.address


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The driver."""
    expect.set_options(timeout=_LONGEST_WAIT)
    with sync_playwright() as started:
        yield started


def find_browser(*names: str) -> str:
    """Debian's browser of one of these names; with CI=true a missing one fails, else they are left out."""
    path = next(filter(None, map(shutil.which, names)), None)
    if path is None:
        missing = f"{names[0]} is missing: sudo apt install {names[0]}"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    return path


def find_chromium() -> str:
    """Debian's chromium."""
    return find_browser("chromium", "chromium-browser")


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """The browser of these tests."""
    browser = playwright.chromium.launch(executable_path=find_chromium(), args=QUIET)
    yield browser
    browser.close()


def open_page(
    chromium: Browser, width: int = 390, height: int = 800, script: bool = True, **how: object
) -> Page:
    """A page in a browser with no cookies; whoever opens it closes its context."""
    context = chromium.new_context(
        viewport={"width": width, "height": height},
        java_script_enabled=script,
        **how,  # type: ignore[arg-type]  # any of playwright's own settings of a context
    )
    context.set_default_timeout(_LONGEST_WAIT)
    return context.new_page()


# What is_sound looks at, it looks at on both widths.
WAYS = {"phone": (320, True), "desk-without-script": (1280, False)}


@pytest.fixture(params=WAYS.values(), ids=WAYS)
def page(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """A page on the narrowest phone with JavaScript, and one as wide as a desk without."""
    width, script = request.param
    opened = open_page(chromium, width, script=script)
    yield opened
    opened.context.close()


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    """An ordinary phone with JavaScript."""
    opened = open_page(chromium)
    yield opened
    opened.context.close()


@pytest.fixture
def plain_phone(chromium: Browser) -> Iterator[Page]:
    """An ordinary phone without JavaScript."""
    opened = open_page(chromium, script=False)
    yield opened
    opened.context.close()
