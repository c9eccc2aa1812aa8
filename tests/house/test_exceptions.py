"""What is allowed only where somebody looked at it, and why: words shown as HTML, tests that wait or skip."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from tests.house.reading import ROOT, parsed

# Each place where words could become HTML or code, and why they cannot (security.md F1).
AS_HTML = {
    "static/chat.js innerHTML": "the part of a page that our own template made, escaped as every page is",
    "webchat/web/way_back.py Markup": "an SVG that a library draws of an address; it holds no text",
    "webchat/notify/letters.py autoescape": "an email or a text is plain text",
}
# Each place where a test waits for a time or is left out, and why.
NOT_RUN = {
    "tests/db/crashes.py sleep": "a process is killed at a moment that nobody chose; its length is the test",
    "tests/guest/test_once.py sleep": "a hash takes a second here, as on a small and busy machine",
    "tests/chat/test_nearness.py skip": "where the extra nlu is not installed; its seam is tested anyhow",
    "tests/databases.py skip": "where no PostgreSQL can be started; with CI=true that is a failure",
    "tests/browser/conftest.py skip": "where there is no chromium; with CI=true that is a failure",
}
_TO_HTML = re.compile(
    r"\b(Markup)\(|\|\s*(safe)\b|\b(render_template_string|innerHTML|outerHTML|insertAdjacentHTML|from_string)\b"
    r"|\b(autoescape)\b|\b(document\.write|eval|exec|new Function)\("
)
_WAITS_OR_SKIPS = {
    *("sleep", "skip", "skipif", "xfail", "importorskip", "wait_for_timeout", "skipTest", "expectedFailure"),
}


def ways_to_html(text: str) -> Counter[str]:
    """Each way in which a file may turn words into HTML or code, and how often."""
    return Counter(next(filter(None, found)) for found in _TO_HTML.findall(text))


def waits_or_skips(tree: ast.Module) -> Counter[str]:
    """Each way in which a test waits for a time or is left out, and how often."""
    named = (
        node.attr if isinstance(node, ast.Attribute) else node.name if isinstance(node, ast.alias) else ""
        for node in ast.walk(tree)
    )
    return Counter(name for name in named if name in _WAITS_OR_SKIPS)


def listed(found: dict[Path, Counter[str]]) -> dict[str, int]:
    """Places as they are written in the lists above, with how often."""
    return {
        f"{path.relative_to(ROOT).as_posix()} {what}": often
        for path, ways in found.items()
        for what, often in ways.items()
    }


def test_words_become_html_only_where_somebody_looked() -> None:
    files = [
        path
        for folder in ("webchat", "actions", "static")
        for path in (ROOT / folder).rglob("*.*")
        if path.suffix in (".py", ".html", ".txt", ".js", ".yml")
    ]
    found = listed({path: ways_to_html(path.read_text(encoding="utf-8")) for path in files})
    assert found == dict.fromkeys(AS_HTML, 1)


def test_a_test_waits_or_is_left_out_only_where_somebody_said_why() -> None:
    found = listed({path: waits_or_skips(parsed(path)) for path in (ROOT / "tests").rglob("*.py")})
    assert found == dict.fromkeys(NOT_RUN, 1)


@pytest.mark.parametrize(
    "line",
    [
        "Markup(words)",
        "{{ words | safe }}",
        "{{ words|safe }}",
        "made.innerHTML = words",
        "one.insertAdjacentHTML('beforeend', words)",
        "{% autoescape false %}",
        "render_template_string(words)",
    ],
)
def test_no_way_to_html_is_overlooked(line: str) -> None:
    assert ways_to_html(line)


@pytest.mark.parametrize(
    "line",
    [
        "import time\ntime.sleep(1)",
        "from time import sleep",
        "@pytest.mark.skip\ndef test_a(): ...",
        "pytestmark = pytest.mark.skipif(True, reason='')",
        "@pytest.mark.xfail(reason='later')\ndef test_a(): ...",
        "page.wait_for_timeout(100)",
    ],
)
def test_no_wait_and_no_way_to_pass_by_is_overlooked(line: str) -> None:
    assert waits_or_skips(ast.parse(line))
