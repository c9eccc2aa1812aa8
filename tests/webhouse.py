"""A whole house for web tests: the demo's charities, a clock a test sets, a browser that keeps the rules."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from webchat import demo
from webchat.app import create_app
from webchat.cases.words import Role
from webchat.chat.load import load_project
from webchat.chat.project import Project
from webchat.db.database import Database
from webchat.desk.passwords import hash_of
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


@dataclass
class Web:
    """The app, its house and its clock."""

    app: Flask
    house: House
    clock: SetClock

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

    def get(self, path: str, **given: object) -> TestResponse:
        """Fetch a page, and check it by the rules of the house."""
        return self._seen(self.client.get(path, **given))

    def post(self, path: str, **form: object) -> TestResponse:
        """Send a form."""
        return self._seen(self.client.post(path, data={"csrf_token": self.token, **form}))

    def _seen(self, answer: TestResponse) -> TestResponse:
        if answer.mimetype == "text/html" and answer.status_code not in (301, 302, 303, 308):
            text = answer.get_data(as_text=True)
            check_page(text)
            found = re.search(r'name="csrf_token" value="([^"]+)"', text)
            self.token = found.group(1) if found else self.token
        return answer


def check_page(text: str) -> None:
    """What every page keeps (design.md, Titles; guest-rules B1, B12, B20; ASVS 3.4.3)."""
    assert len(re.findall(r"<h1[\s>]", text)) == 1, "one h1"
    assert re.search(r"<title>[^<]+</title>", text), "a title"
    assert re.search(r'<html lang="[a-zA-Z-]+" dir="(ltr|rtl)">', text), "lang and dir"
    ids = re.findall(r'\sid="([^"]+)"', text)
    assert len(ids) == len(set(ids)), f"ids twice: {sorted(one for one in ids if ids.count(one) > 1)}"
    assert not re.search(r"<script(?![^>]*\ssrc=)", text), "no inline script"
    assert not re.search(r"\sstyle=|<style", text), "no inline style"
    assert not re.search(r"\son[a-z]+=", text), "no inline handler"
    labels = set(re.findall(r'<label[^>]*\sfor="([^"]+)"', text))
    for control in re.findall(r"<(?:input|textarea|select)\b[^>]*>", text):
        if 'type="hidden"' in control or 'type="radio"' in control or 'type="checkbox"' in control:
            continue
        named = re.search(r'\sid="([^"]+)"', control)
        assert named is not None, f"no id: {control}"
        assert named.group(1) in labels, f"no label: {control}"
    for form in re.findall(r"<form\b[^>]*method=\"post\".*?</form>", text, re.DOTALL):
        assert "csrf_token" in form or ' form="' in form, "a form without its token"


@cache
def the_project() -> Project:
    """The conversation that ships, read once: nothing changes it."""
    return load_project(ROOT / "actions")


@cache
def the_hash() -> str:
    """What is kept of the demo's password, made once."""
    return hash_of(demo.PASSWORD)


@pytest.fixture
def web(database: Database, tmp_path: Path) -> Iterator[Web]:
    """The house over each database, with the demo's accounts."""
    settings = Settings.read({"WEBCHAT_HOME": str(tmp_path / "home"), "WEBCHAT_SPEECH": "off"}, demo=True)
    clock = SetClock(MONDAY)
    house = build(settings, clock, database)
    demo.add_accounts(house, MONDAY, the_hash())
    app = create_app(settings, house, the_project())
    yield Web(app, house, clock)
    app.extensions["dialogue"].close()
    house.studio.close()
