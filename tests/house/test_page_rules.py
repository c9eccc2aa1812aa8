"""The rules that every page of a test is held to can fail, and no page escapes them (tests/page_rules.py)."""

import re

import pytest

from tests.house.reading import ROOT
from tests.page_rules import STEPS, charities, check_page, check_part, check_title
from tests.webhouse import Checking, Web
from webchat.cases.words import Kind

TITLE = re.compile(r"{% block title %}(.*?){% endblock %}|{% set title = (.*?) %}")
PAGE = '<html lang="en-GB" dir="ltr"><title>Chat - RUILS</title><h1>One</h1>{}</html>'
TOKEN = '<input type="hidden" name="csrf_token" value="a">'


def templates() -> str:
    """Every template of a page, one after another."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "webchat").rglob("*.html")))


def test_the_steps_are_the_titles_of_the_templates_and_each_is_a_plain_word() -> None:
    told = {one or other for one, other in TITLE.findall(templates())} - {"{{ title }}"}
    plain = {name.group(1) for one in told if (name := re.fullmatch(r'(?:{{ )?_\("([^"%]+)"\)(?: }})?', one))}
    assert len(plain) == len(told), f"a title that is made up: {sorted(told)}"
    assert plain == STEPS


def test_no_step_tells_what_somebody_wrote_about() -> None:
    told = [kind.value for kind in Kind] + ["feedback", "safeguarding", "danger"]
    assert [step for step in STEPS for word in told if word in step.lower()] == []


@pytest.mark.parametrize(
    ("title", "charity"),
    [
        ("A complaint - RUILS", ""),
        ("Chat - RUILS - AB3-C4D", ""),
        ("AB3-C4D - RUILS", ""),
        ("Chat - Ana", ""),
        ("Chat", "ruils"),
        ("Chat - Help &amp; Care", "ruils"),
        ("Error: What is your question? - RUILS", ""),
        ("", ""),
    ],
)
def test_a_title_that_tells_more_than_the_step_is_refused(title: str, charity: str) -> None:
    with pytest.raises(AssertionError):
        check_title(title, charity=charity)


@pytest.mark.parametrize("title", ["Chat - RUILS", "Error: Chat - Help &amp; Care", "Problem"])
def test_a_step_and_its_charity_are_a_title(title: str) -> None:
    check_title(title)


def test_in_other_languages_the_form_is_the_same() -> None:
    check_title("Błąd: Czat - RUILS", in_english=False, charity="ruils")
    for wrong in ("Czat - RUILS - AB3-C4D", " - RUILS", "Czat - Ana"):
        with pytest.raises(AssertionError):
            check_title(wrong, in_english=False)


@pytest.mark.parametrize(
    "body",
    [
        '<input type="radio" name="choice" value="1">',
        '<input type="checkbox" id="a"><label for="b">Yes</label>',
        '<label><input type="radio"></label>',
        '<input id="a">',
        "<textarea></textarea>",
        '<select id="a"></select>',
        "<h1>Two</h1>",
        '<p id="a"></p><p id="a"></p>',
        "<script>go()</script>",
        '<p style="color: red">Red</p>',
        "<style>p {}</style>",
        '<button onclick="go()">Go</button>',
        '<form method="post"><button>Send</button></form>',
        '<form method="post" id="a"><button form="a">Send</button></form>',
        '<form method="post"><label><input name="a"> A</label></form>',
        '<section data-title="AB3-C4D - RUILS"></section>',
        '<div role="alert">There is a problem</div>',
    ],
)
def test_a_page_that_breaks_a_rule_is_refused(body: str) -> None:
    with pytest.raises(AssertionError):
        check_page(PAGE.format(body))


@pytest.mark.parametrize(
    "body",
    [
        '<label><input type="radio" name="choice" value="1"> One</label>',
        '<label for="a">One</label><input type="checkbox" id="a">',
        f'<form method="post" id="a">{TOKEN}<button>Send</button></form><button form="a">Send too</button>',
        f'<form method="post" id="a">{TOKEN}</form><form method="post"><button form="a">On</button></form>',
        '<script src="/a.js"></script>',
        '<section data-title="Error: Chat - RUILS"></section>',
    ],
)
def test_a_page_that_keeps_them_is_taken(body: str) -> None:
    check_page(PAGE.format(body), "ruils")


def test_a_page_without_its_language_or_title_is_refused() -> None:
    for gone in ('lang="en-GB" ', 'dir="ltr"', "<title>Chat - RUILS</title>", "<h1>One</h1>"):
        with pytest.raises(AssertionError):
            check_page(PAGE.replace(gone, ""))


def test_a_part_is_held_to_the_rules_too() -> None:
    check_part("<ol><li>Said</li></ol>")
    for wrong in ("<h1>One</h1><h1>Two</h1>", '<input type="radio">', '<p data-title="Ana - Ana"></p>'):
        with pytest.raises(AssertionError):
            check_part(wrong)


def test_every_browser_of_a_house_is_held_to_them(web: Web) -> None:
    @web.app.get("/bare")
    def bare() -> str:
        return "<p>No page</p>"

    assert isinstance(web.browser().client, Checking)
    for ask in (web.app.test_client().get, web.browser().client.get, web.browser().get):
        with pytest.raises(AssertionError):
            ask("/bare")


def test_no_test_makes_an_app_that_escapes_them() -> None:
    """Whoever makes an app wraps it in a Web, whose browsers check; only what is really served does not."""
    makes = re.compile(r"(?<!Web\()\bcreate_app\(")
    files = [one for one in (ROOT / "tests").rglob("*.py") if one != ROOT / "tests/house/test_page_rules.py"]
    escaping = {str(one.relative_to(ROOT)) for one in files if makes.search(one.read_text(encoding="utf-8"))}
    assert escaping == {"tests/webhouse.py", "tests/bench/guests.py", "tests/browser/conftest.py"}
    assert charities()["ruils"] == "RUILS"
