"""What every page of the house must be, seen in a real browser (guest-rules B13, B14, B32)."""

import re
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

_AXE = Axe()
# A context takes a second to open; a browser keeps one for all the copies it judges.
_TWINS: dict[Browser, Page] = {}
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
    page.wait_for_load_state()
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
    twin = _twin_of(page)
    twin.route(page.url.split("#")[0], lambda route: route.fulfill(body=copy, content_type="text/html"))
    twin.goto(page.url)
    found = _found(twin)
    twin.unroute_all()
    return found


def _twin_of(page: Page) -> Page:
    """The one page of this browser in which copies are judged, as wide as the page itself."""
    browser = page.context.browser
    assert browser
    assert page.viewport_size
    if browser not in _TWINS:
        _TWINS[browser] = browser.new_context().new_page()
    _TWINS[browser].set_viewport_size(page.viewport_size)
    return _TWINS[browser]


def _found(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = _AXE.run(page).response["violations"]
    return found
