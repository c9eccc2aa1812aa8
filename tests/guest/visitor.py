"""A guest without JavaScript: reads the page they are on, fills in its form, follows where it leads."""

import re
from collections.abc import Mapping
from html import unescape
from typing import Any
from urllib.parse import urlencode

from werkzeug.test import TestResponse

from tests.webhouse import Browser, Web

BROMLEY = "living-well-bromley"
_TAG = re.compile(r"<[^>]+>")


def words_on(page: str) -> str:
    """What can be read on a page."""
    return re.sub(r"\s+", " ", unescape(_TAG.sub(" ", page)))


class Visitor:
    """One guest in one browser at one charity. `page` is the page they see, `at` its address."""

    def __init__(self, web: Web, charity: str = BROMLEY) -> None:
        self.web = web
        self.charity = charity
        self.browser: Browser = web.browser()
        self.status = 0
        self.page = ""
        self.at = ""

    @property
    def text(self) -> str:
        """What can be read on the page."""
        return words_on(self.page)

    @property
    def asked(self) -> str:
        """The slot that is asked for; empty on the first page."""
        return self.fields()["asked"]

    @property
    def number(self) -> str:
        """The number of the conversation in the address."""
        return str(re.findall(r"/chat/(\d+)", self.at)[0])

    def open(self, path: str = "") -> "Visitor":
        """Go to a page of the charity."""
        return self.see(self.browser.get(path if path.startswith("/") else f"/{self.charity}/{path}"), path)

    def see(self, answer: TestResponse, at: str = "") -> "Visitor":
        """Look at an answer, and follow where it leads."""
        while answer.status_code in (302, 303):
            at = answer.headers["Location"]
            answer = self.browser.get(at.split("#")[0])
        self.status, self.page, self.at = answer.status_code, answer.get_data(as_text=True), at
        return self

    def form(self, name: str = "turn") -> str:
        """The form of this id."""
        found = re.search(rf'<form[^>]*\bid="{name}".*?</form>', self.page, re.DOTALL)
        assert found, f"no form {name} on {self.at}: {self.text[-400:]}"
        return found.group(0)

    def fields(self, name: str = "turn") -> dict[str, str]:
        """The hidden fields of a form."""
        pairs = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', self.form(name))
        return {key: unescape(value) for key, value in pairs}

    def without_token(self) -> str:
        """The page without the token of its forms, which is another one in another second."""
        return re.sub(r'(name="csrf_token" value=")[^"]*', r"\1", self.page)

    def choices(self) -> list[str]:
        """The payloads of every choice and button of the question."""
        return [unescape(one) for one in re.findall(r'name="choice" value="([^"]*)"', self.form())]

    def box(self, name: str = "words") -> str:
        """What stands in a box of the page."""
        area = re.search(rf'<textarea[^>]*\bname="{name}"[^>]*>\n(.*?)</textarea>', self.page, re.DOTALL)
        line = re.search(rf'<input[^>]*\bname="{name}"[^>]*?\bvalue="([^"]*)"', self.page)
        found = area or line
        assert found, f"no box {name} on {self.at}"
        return unescape(found.group(1))

    def post(self, changed: Mapping[str, Any], name: str = "turn", to: str = "") -> "Visitor":
        """Send a form with some fields changed."""
        action = re.search(r'action="([^"]+)"', self.form(name))
        assert action
        where = to or action.group(1)
        return self.send(where, {**self.fields(name), **changed})

    def send(self, where: str, fields: Mapping[str, Any]) -> "Visitor":
        """Send these fields, byte for byte: half a surrogate pair too, as a broken program would."""
        body = urlencode({"csrf_token": self.browser.token, **fields}, doseq=True, errors="surrogatepass")
        kind = "application/x-www-form-urlencoded"
        answer = self.browser.client.post(where, data=body, content_type=kind)
        return self.see(self.browser._seen(answer), where)

    def write(self, words: str) -> "Visitor":
        """Type words and continue."""
        return self.post({"words": words, "do": "continue"})

    def choose(self, *parts: str) -> "Visitor":
        """Choose what has these in its payload and continue."""
        found = [one for part in parts for one in self.choices() if part in one]
        assert len(found) == len(parts), f"{parts} of {self.choices()} at {self.asked}"
        return self.post({"choice": found, "do": "continue"})

    def walk(self, answers: Mapping[str, str | tuple[str, ...]], until: str = "") -> "Visitor":
        """Answer every question of a journey: a tuple names choices, words are typed. Sends, unless `until`
        names a question to stop at."""
        for _ in range(40):
            if "/sent" in self.at or self.asked == until != "":
                return self
            if self.asked == "check":
                return self.choose("/send")
            given = answers[self.asked]
            self.write(given) if isinstance(given, str) else self.choose(*given)
        raise AssertionError(f"no end: {self.text[-400:]}")

    def code(self) -> tuple[str, str]:
        """The reference and the code on the confirmation."""
        shown = re.findall(r'<p class="key"><bdi[^>]*>([^<]+)</bdi>', self.page)
        return shown[0], shown[1]
