"""A real browser on a real server: headless Chromium against waitress on loopback, over SQLite."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from webchat import demo
from webchat.app import create_app
from webchat.db.database import Database
from webchat.db.upgrade import upgrade
from webchat.server import make_server
from webchat.settings import Settings
from webchat.wiring import build, clock

_QUIET = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the demo is served for these tests."""
    home = tmp_path_factory.mktemp("browser") / "home"
    settings = Settings.read({"WEBCHAT_HOME": str(home), "WEBCHAT_MAIL": "file"}, demo=True)
    home.mkdir()
    upgrade(Database(settings.database).url)
    house = build(settings)
    demo.add_accounts(house, clock())
    app = create_app(settings, house)
    server = make_server(app, "127.0.0.1", 0)
    thread = threading.Thread(target=server.run)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.close()
    thread.join()
    app.extensions["dialogue"].close()
    house.close()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """Debian's chromium; with CI=true a missing one fails, else these tests are left out."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail("chromium is missing: sudo apt install chromium")
        pytest.skip("chromium is missing: sudo apt install chromium")
    browser = playwright.chromium.launch(executable_path=path, args=_QUIET)
    yield browser
    browser.close()


WAYS = {"320px-js": (320, True), "320px": (320, False), "1280px-js": (1280, True), "1280px": (1280, False)}


@pytest.fixture(params=WAYS.values(), ids=WAYS)
def page(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """A page as narrow as the narrowest phone or as wide as a desk, with JavaScript and without."""
    width, script = request.param
    context = chromium.new_context(viewport={"width": width, "height": 800}, java_script_enabled=script)
    context.set_default_timeout(8000)
    yield context.new_page()
    context.close()


@pytest.fixture
def is_sound(chromium: Browser) -> Callable[[Page], None]:
    """Check a page: axe finds nothing, and nothing needs sideways scrolling (guest-rules B14, B32)."""

    def check(page: Page) -> None:
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{page.url} scrolls sideways by {wide} px"
        found = Axe().run(page).response["violations"]
        told = [(one["id"], [node["target"] for node in one["nodes"]]) for one in found]
        assert told == [], f"{page.url}: {told}"

    return check
