"""Every way a page is looked at and reached: magnified, in a narrow window, by keyboard, in other colours."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import open_page
from tests.browser.sound import is_sound
from tests.browser.walking import WORDS, Guest

PLAIN = ("", "person", "help-now", "policy", "privacy", "accessibility", "case", "no-such-page")
# Spacing that readers may set for themselves (WCAG 1.4.12).
SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
RING = """() => { const one = document.activeElement.closest('label') || document.activeElement;
  const style = getComputedStyle(one);
  return [style.outlineStyle, parseFloat(style.outlineWidth), one.outerHTML.slice(0, 80)]; }"""
COVERED = """() => { const one = document.activeElement; if (one === document.body) return null;
  const box = (one.closest('label') || one).getBoundingClientRect();
  const above = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height, 24) / 2);
  return box.top < -1 || (above && !one.contains(above) && !above.contains(one)
    && !(one.closest('label') || one).contains(above)) ? one.outerHTML.slice(0, 80) : null; }"""


def test_every_plain_page_is_sound(page: Page, address: str) -> None:
    for path in PLAIN:
        page.goto(f"{address}/ruils/{path}")
        is_sound(page)
    for path in ("/", "/help", "/finished"):
        page.goto(f"{address}{path}")
        is_sound(page)


@pytest.mark.parametrize("how", [{"color_scheme": "dark"}, {"forced_colors": "active"}])
def test_a_page_is_sound_in_other_colours(chromium: Browser, address: str, how: dict[str, str]) -> None:
    page = open_page(chromium, **how)
    Guest(page, address, "healthwatch-portsmouth", look=is_sound).arrive().choose("Ask a question")
    page.context.close()


def test_nothing_is_lost_at_four_times_the_size(chromium: Browser, address: str) -> None:
    # 1280 by 1024 at 400% is a window of 320 by 256 (guest-rules B14).
    page = open_page(chromium, 320, 256, bypass_csp=True)
    guest = Guest(page, address, "ruils").arrive().choose("Ask a question")
    guest.page.add_style_tag(content=SPACED)
    is_sound(page)
    for _ in range(20):
        page.keyboard.press("Tab")
        assert page.evaluate(COVERED) is None
    guest.write(WORDS)
    page.context.close()


def test_the_keyboard_alone_leads_through_a_journey(phone: Page, address: str) -> None:
    phone.goto(f"{address}/ruils/")
    for _ in range(25):
        if phone.url.endswith("/sent"):
            break
        asked = phone.locator("h1").inner_text()
        answer_by_keyboard(phone)
        expect(phone.locator("h1")).not_to_have_text(asked)
    expect(phone.locator("h1")).to_have_text("We have your message")


def answer_by_keyboard(page: Page) -> None:
    """Reach the question with Tab, answer it, reach its button, and press Enter."""
    choices, box = page.locator("#turn input[name=choice]"), page.locator("#answer")
    if choices.count():
        tab_to(page, "one => one.name === 'choice'")
        page.keyboard.press("Space")
    elif box.count():
        tab_to(page, "one => one.id === 'answer'")
        page.keyboard.type("ana@example.org" if box.get_attribute("type") == "email" else WORDS)
    tab_to(page, "one => one.matches('#turn .button')")
    page.keyboard.press("Enter")
    page.wait_for_load_state()


def tab_to(page: Page, wanted: str) -> None:
    """Press Tab until what has the focus is what is wanted; every stop on the way shows where it is."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate(f"({wanted})(document.activeElement)"):
            return
        assert page.evaluate(COVERED) is None
    raise AssertionError(f"Tab never reaches {wanted}")


def test_everything_that_has_the_focus_shows_it(phone: Page, address: str) -> None:
    phone.goto(f"{address}/ruils/")
    for _ in range(15):
        phone.keyboard.press("Tab")
        style, width, where = phone.evaluate(RING)
        assert (style != "none", width >= 2) == (True, True), where
