"""What every page keeps, whatever it says (design.md, Titles; guest-rules B1, B12, B20; ASVS 3.4.3)."""

import re
from datetime import date
from functools import cache
from html import unescape
from html.parser import HTMLParser

from webchat.packs import load_packs
from webchat.packs.load import SHIPPED

# The names of the steps. A browser's list of visited pages shows them to whoever comes next: so a title tells
# no question, no kind of feedback, no reference, no name and no word of a guest (design.md, Titles).
STEPS = frozenset(
    {
        *("Choose a charity", "Chat", "Sent", "Come back", "Your message", "Start again"),
        *("For later", "Your code", "Finish", "Finished", "Loading."),
        *("Answers", "How to reach you", "Take it back", "How we did"),
        *("Help now", "Talk to a person", "What we promise", "Your privacy", "Using this page your way"),
        *("Sign in", "Choose a password", "Letter", "Open cases", "Closed cases", "Case", "Problem"),
        *("Away", "Times", "Find a case", "Write down", "Reports", "Decisions", "Appeals", "Promised action"),
        *("Needs", "To do"),
    }
)
_VOID = {"meta", "link", "input", "br", "img", "hr"}
_CONTROLS = {"input", "textarea", "select"}
_NEEDS_NO_LABEL = {"hidden", "submit"}


@cache
def charities() -> dict[str, str]:
    """The short name of each charity of the house, by its slug."""
    return {slug: one.policy.short_name for slug, one in load_packs([SHIPPED], date(2026, 11, 23)).items()}


class Page(HTMLParser):
    """The parts of a page that the rules are about."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.counted: dict[str, int] = {}
        self.attributes: list[tuple[str, dict[str, str]]] = []
        self.controls: list[tuple[dict[str, str], dict[str, str] | None]] = []
        self.labels: list[dict[str, str]] = []
        self.forms: list[dict[str, str]] = []
        self._label: dict[str, str] | None = None
        self._form: dict[str, str] | None = None
        self.title = ""
        self._in_title = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        told = {name: value or "" for name, value in attrs}
        self.attributes.append((tag, told))
        self.counted[tag] = self.counted.get(tag, 0) + 1
        if tag == "label":
            self._label = {"for": told.get("for", ""), "words": ""}
            self.labels.append(self._label)
        elif tag == "form":
            self._form = {
                "id": told.get("id", ""),
                "method": told.get("method", "get"),
                "token": "",
                "own": "",
            }
            self.forms.append(self._form)
        elif tag in _CONTROLS:
            self.controls.append((told, self._label))
        if self._form and told.get("name") == "csrf_token":
            self._form["token"] = told.get("value", "")
        elif self._form and tag in ("button", *_CONTROLS) and "form" not in told:
            self._form["own"] = "yes"
        self._in_title = tag == "title"

    def handle_endtag(self, tag: str) -> None:
        """Leave a tag."""
        self._label = None if tag == "label" else self._label
        self._form = None if tag == "form" else self._form
        self._in_title = False if tag == "title" else self._in_title

    def handle_data(self, data: str) -> None:
        """The words of a label and of the title."""
        if self._label is not None:
            self._label["words"] += data.strip()
        if self._in_title:
            self.title += data


def check_page(text: str, charity: str = "") -> None:
    """Hold a whole page to the rules. `charity` is the slug in its address, where it has one that exists."""
    page = Page(text)
    assert re.search(r'<html lang="[a-zA-Z-]+" dir="(ltr|rtl)">', text), "lang and dir"
    assert page.counted.get("title") == 1, "one title"
    assert page.counted.get("h1") == 1, "one h1"
    in_english = '<html lang="en' in text
    check_title(page.title, in_english, charity)
    wrong = any(told.get("role") == "alert" for _, told in page.attributes)
    assert page.title.startswith("Error: ") or not wrong or not in_english, "a problem that the title hides"
    _check(page, in_english)


def check_part(text: str) -> None:
    """Hold a part of a page, as the script fetches it, to the same rules."""
    page = Page(text)
    assert page.counted.get("h1", 0) <= 1, "one h1"
    assert "title" not in page.counted, "a title in a part"
    _check(page, in_english=False)  # a part does not say which language its words are in


def check_title(title: str, in_english: bool = True, charity: str = "") -> None:
    """ "Error: " perhaps, a step, and the charity; in other languages only this form."""
    step, *named = unescape(title).split(" - ")
    assert len(named) <= 1, f"a title of {len(named) + 1} parts: {title}"
    assert set(named) <= {*charities().values()}, f"no charity: {title}"
    assert not charity or named == [charities()[charity]], f"another charity's title: {title}"
    if in_english:
        assert step.removeprefix("Error: ") in STEPS, f"not the name of a step: {title}"
    else:
        assert step.strip(), f"an empty title: {title}"


def _check(page: Page, in_english: bool) -> None:
    ids = [told["id"] for _, told in page.attributes if "id" in told]
    assert len(ids) == len(set(ids)), f"ids twice: {sorted(one for one in ids if ids.count(one) > 1)}"
    for tag, told in page.attributes:
        assert tag != "style", "an inline style"
        assert "style" not in told, f"an inline style: {told}"
        assert tag != "script" or "src" in told, "an inline script"
        assert not any(name.startswith("on") for name in told), f"an inline handler: {told}"
        if "data-title" in told:  # what the script makes the title after a turn
            check_title(told["data-title"], in_english)
    _check_labels(page)
    _check_forms(page)


def _check_labels(page: Page) -> None:
    assert all(one["words"] for one in page.labels), f"a label without words: {page.labels}"
    named = {one["for"] for one in page.labels}
    for told, around in page.controls:
        if told.get("type") not in _NEEDS_NO_LABEL:
            assert around is not None or told.get("id") in named, f"no label: {told}"


def _check_forms(page: Page) -> None:
    tokens = {one["id"] for one in page.forms if one["token"]}
    for tag, told in page.attributes:
        assert tag != "button" or "form" not in told or told["form"] in tokens, (
            f"a form without its token: {told}"
        )
    for one in page.forms:
        sends = one["method"].lower() == "post" and one["own"]
        assert one["token"] or not sends, f"a form without its token: {one}"
