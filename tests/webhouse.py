"""A whole house for web tests: the demo's charities, a clock a test sets, a browser that keeps the rules."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from jinja2.bccache import Bucket, BytecodeCache
from werkzeug.test import TestResponse

from tests.page_rules import check_page, check_part
from webchat import demo
from webchat.app import create_app
from webchat.cases.words import Role
from webchat.chat.load import load_project
from webchat.chat.project import Project
from webchat.chat.topics import Topics
from webchat.chat.understanding import Understanding
from webchat.db.database import Database
from webchat.i18n.catalogues import Catalogues, load
from webchat.packs.asked import load_asked
from webchat.packs.load import DEMO, SHIPPED, Packs, load_packs
from webchat.settings import Settings
from webchat.wiring import House, build

ROOT = Path(__file__).parents[1]
MONDAY = datetime(2026, 11, 23, 10, tzinfo=UTC)


class SetClock:
    """A clock that stands still until a test moves it."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at


class Checking(FlaskClient):
    """A browser that holds every page it is given to the rules of the house, whoever asks for it."""

    def open(self, *given: Any, **more: Any) -> TestResponse:
        """Ask for something, and check what comes."""
        answer = super().open(*given, **more)
        if answer.mimetype == "text/html" and not 300 <= answer.status_code < 400:
            check_answer(answer, self.application.extensions["house"].charities)
        return answer


def check_answer(answer: TestResponse, charities: Container[str]) -> None:
    """Hold a page to the rules: a part as the script fetches it, or a whole one of this charity."""
    slug = answer.request.path.split("/")[1]
    if "X-Part" in answer.headers:
        check_part(answer.get_data(as_text=True))
    else:
        named = slug in charities and answer.status_code != 404
        check_page(answer.get_data(as_text=True), slug if named else "")


@dataclass
class Web:
    """The app, its house and its clock."""

    app: Flask
    house: House
    clock: SetClock

    def __post_init__(self) -> None:
        """Have every answer of every browser held to the rules of a page."""
        self.app.test_client_class = Checking

    def browser(self) -> "Browser":
        """A new browser with no cookies."""
        return Browser(self.app.test_client())

    def signed_in(self, role: Role, charity: str = "ruils") -> "Browser":
        """A browser in which a member of staff of the demo has signed in."""
        browser = self.browser()
        browser.get("/sign-in")
        told = {"email": demo.email_of(role, charity), "password": demo.PASSWORD}
        assert browser.post("/sign-in", **told).status_code == 303
        return browser


class Browser:
    """A browser without JavaScript: it keeps cookies, and sends the last page's token with every form."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client
        self.token = ""

    @property
    def cookie(self) -> str:
        """What the cookie of its session holds. Fails where there is none."""
        found = self.client.get_cookie("visit")
        assert found is not None, "no session"
        return found.value

    def get(self, path: str, **given: object) -> TestResponse:
        """Fetch a page."""
        return self._seen(self.client.get(path, **given))

    def post(self, path: str, **form: object) -> TestResponse:
        """Send a form."""
        return self._seen(self.client.post(path, data={"csrf_token": self.token, **form}))

    def _seen(self, answer: TestResponse) -> TestResponse:
        if answer.mimetype == "text/html" and answer.status_code not in (301, 302, 303, 308):
            found = re.search(r'name="csrf_token" value="([^"]+)"', answer.get_data(as_text=True))
            self.token = found.group(1) if found else self.token
        return answer


@cache
def the_project() -> Project:
    """The conversation that ships, read once: nothing changes it."""
    return load_project(ROOT / "actions")


@cache
def the_topics() -> Topics:
    """What guests ask, laid out once."""
    return Topics(load_asked(), the_project().examples)


@cache
def the_understanding() -> Understanding:
    """The examples, laid out once; each app shares them."""
    return Understanding(the_project().examples)


@cache
def the_packs() -> Packs:
    """The demo's charities, read once."""
    return load_packs([SHIPPED], MONDAY.date(), demo_settings=DEMO)


@cache
def the_words() -> Catalogues:
    """Every language that ships, read once."""
    return load(ROOT / "locales")


# The house's own hash takes a tenth of a second by intent, and these tests sign in thousands of times.
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@cache
def the_hash() -> str:
    """What is kept of the demo's password, made once."""
    return QUICK.hash(demo.PASSWORD)


class CompiledOnce(BytecodeCache):
    """Templates as they were compiled for the first app: each test builds an app of its own."""

    kept: ClassVar[dict[str, bytes]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """What was compiled from the same words."""
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it for the next app."""
        self.kept[bucket.key] = bucket.bytecode_to_string()


@pytest.fixture
def web(database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    """The house over each database, with the demo's accounts."""
    monkeypatch.setattr("webchat.desk.door.passwords._hasher", QUICK)
    monkeypatch.setattr("webchat.web.sealing.PasswordHasher", lambda: QUICK)
    settings = Settings.read({"WEBCHAT_HOME": str(tmp_path / "home"), "WEBCHAT_SPEECH": "off"}, demo=True)
    clock = SetClock(MONDAY)
    house = build(settings, clock, database, the_packs(), the_words())
    demo.add_accounts(house, MONDAY, the_hash())
    app = create_app(settings, house, the_project(), the_topics(), the_understanding().shared())
    app.jinja_env.bytecode_cache = CompiledOnce()
    yield Web(app, house, clock)
    app.extensions["dialogue"].close()
    house.studio.close()
