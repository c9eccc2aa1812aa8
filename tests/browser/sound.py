"""What every page of the house must be, seen in a real browser (guest-rules B13, B14, B32)."""

import re
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_AXE = Axe()
_SMALLEST = 24  # CSS pixels, each way: nothing to press is smaller (WCAG 2.5.8)
_COMFORTABLE = 44  # CSS pixels: whatever is a button, a choice or a way out (guest-rules B13)

_SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
_SMALL = """([least, css]) => [...document.querySelectorAll(css)].filter(one => {
  const box = (one.closest('label') || one).getBoundingClientRect();
  return one.checkVisibility({visibilityProperty: true}) && !one.closest('.unseen, .skip')
    && (box.width < least - .5 || box.height < least - .5);
}).map(one => `${one.outerHTML.slice(0, 90)}`)"""
_PRESSED = "button, .button, summary, .exits a, main input, main textarea, main select"


def is_sound(page: Page) -> None:
    """Check a page: axe finds nothing, nothing scrolls sideways, and everything can be hit with a thumb."""
    wide = page.evaluate(_SIDEWAYS)
    assert wide <= 0, f"{page.url} scrolls sideways by {wide} px"
    assert page.evaluate(_SMALL, [_COMFORTABLE, _PRESSED]) == [], page.url
    assert page.evaluate(_SMALL, [_SMALLEST, "footer a"]) == [], page.url
    told = [
        (one["id"], [(node["target"], node["failureSummary"]) for node in one["nodes"]])
        for one in _violations(page)
    ]
    assert told == [], f"{page.url}: {told}"


def _violations(page: Page) -> list[dict[str, Any]]:
    if not page.evaluate("matchMedia('(scripting: none)').matches"):
        return _found(page)
    # axe is a script. Where scripts are off it judges a copy of the page as it stands, where they are on.
    copy = re.sub(r"<script\b[^>]*></script>", "", page.content()).replace("noscript>", "div>")
    assert page.context.browser
    assert page.viewport_size
    context = page.context.browser.new_context(viewport=page.viewport_size)
    twin = context.new_page()
    twin.route(page.url.split("#")[0], lambda route: route.fulfill(body=copy, content_type="text/html"))
    twin.goto(page.url)
    found = _found(twin)
    context.close()
    return found


def _found(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = _AXE.run(page).response["violations"]
    return found
