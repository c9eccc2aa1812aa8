"""What every page of the house must be, seen in a real browser (guest-rules B13, B14, B32)."""

import re
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

_AXE = Axe()
WIDTHS = (320, 1280)  # CSS pixels: the narrowest phone, and a desk
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
    """Check a page: axe finds nothing, and as a phone and as a desk show it nothing scrolls sideways and
    everything can be hit with a thumb."""
    page.wait_for_load_state()
    as_it_was = page.viewport_size
    assert as_it_was
    told = [
        (one["id"], [(node["target"], node["failureSummary"]) for node in one["nodes"]])
        for one in _found(_judged(page))
    ]
    assert told == [], f"{page.url}: {told}"
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": as_it_was["height"]})
        _fits(page, f"{page.url} at {width} px")
    page.set_viewport_size(as_it_was)


def _fits(page: Page, where: str) -> None:
    wide = page.evaluate(_SIDEWAYS)
    assert wide <= 0, f"{where} scrolls sideways by {wide} px"
    assert page.evaluate(_SMALL, [_COMFORTABLE, _PRESSED]) == [], where
    assert page.evaluate(_SMALL, [_SMALLEST, "footer a"]) == [], where


def _judged(page: Page) -> Page:
    """The page that axe judges. It is a script: where scripts are off it judges a copy of the page as it
    stands, where they are on."""
    if not page.evaluate("matchMedia('(scripting: none)').matches"):
        return page
    copy = re.sub(r"<script\b[^>]*></script>", "", page.content()).replace("noscript>", "div>")
    twin = _twin_of(page)
    assert page.viewport_size
    twin.set_viewport_size(page.viewport_size)
    twin.route(page.url.split("#")[0], lambda route: route.fulfill(body=copy, content_type="text/html"))
    twin.goto(page.url)
    twin.unroute_all()
    return twin


def _twin_of(page: Page) -> Page:
    """The one page of this browser in which copies are judged."""
    browser = page.context.browser
    assert browser
    if browser not in _TWINS:
        _TWINS[browser] = browser.new_context().new_page()
    return _TWINS[browser]


def _found(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = _AXE.run(page).response["violations"]
    return found
