"""A guest over real HTTP: reads the page they are on, answers its question, and goes where that leads."""

import re
from collections.abc import Mapping, Sequence
from html import unescape
from pathlib import Path

from flask import Flask

from tests.bench.serving import Answer, Line
from webchat.app import create_app
from webchat.db.engines import database_url
from webchat.db.upgrade import upgrade
from webchat.demo import add_accounts
from webchat.settings import Settings
from webchat.wiring import build

_FORM = re.compile(r'<form[^>]*action="([^"]*)"[^>]*id="turn".*?</form>', re.DOTALL)
_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
_CHOICE = re.compile(r'name="choice" value="([^"]*)"')
_LOCATION = re.compile(rb"\r\nlocation: ([^\r#]*)", re.IGNORECASE)


def whole_app(home: Path) -> Flask:
    """The demo as `make serve` builds it, over an SQLite file of its own."""
    settings = Settings.read({"WEBCHAT_HOME": str(home)}, demo=True)
    upgrade(database_url(settings.database))
    house = build(settings)
    add_accounts(house, house.now())
    return create_app(settings, house)


class Guest:
    """One guest at one charity, who begins on its first page."""

    def __init__(self, port: int, charity: str) -> None:
        self._line = Line(port)
        self._path = f"/{charity}/"
        self.read()

    def read(self) -> Answer:
        """Fetch the page and see what it asks."""
        answer = self._line.get(self._path)
        found = _FORM.search(answer.text)
        assert answer.status == 200, f"no page: {answer.status}"
        assert found, "no question on the page"
        self._to, form = unescape(found.group(1)), found.group(0)
        self._fields = {name: unescape(value) for name, value in _HIDDEN.findall(form)}
        self._choices = [unescape(one) for one in _CHOICE.findall(form)]
        return answer

    @property
    def asked(self) -> str:
        """The slot that is asked for; empty on the first page."""
        return self._fields["asked"]

    @property
    def turn(self) -> int:
        """The turn that the page has seen."""
        return int(self._fields["turn"])

    def answer(self, answers: Mapping[str, str | Sequence[str]]) -> Answer:
        """Answer the open question: words are typed, a sequence names choices. What the POST itself gives."""
        given = answers[self.asked]
        said = {"words": given} if isinstance(given, str) else {"choice": self._chosen(given)}
        answer = self._line.post(self._to, {**self._fields, **said, "do": "continue"})
        led = _LOCATION.search(answer.head)
        assert answer.status == 303, f"the turn did not go on: {answer.status}"
        assert led, "it leads nowhere"
        self._path = led.group(1).decode()
        return answer

    def leave(self) -> None:
        """Hang up."""
        self._line.close()

    def _chosen(self, parts: Sequence[str]) -> list[str]:
        return [one for part in parts for one in self._choices if part in one]
