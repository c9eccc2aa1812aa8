"""Polish and Arabic in a real browser: pressed in mid-conversation, read from the right, and as sound."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import open_page
from tests.browser.sound import is_sound
from tests.browser.walking import WORDS, Guest

LATIN = re.compile(r"[A-Za-z]{3,}")


def press(page: Page, name: str) -> None:
    """Press the button of a language, and wait until the page speaks it."""
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.get_by_role("button", name=name, exact=True)).to_have_attribute("aria-current", "true")


def test_a_press_in_mid_journey_rewords_what_was_said_and_keeps_every_answer(
    page: Page, address: str
) -> None:
    guest = Guest(page, address, "ruils").arrive().choose("Ask a question").write(WORDS)
    page.get_by_label("No", exact=True).check()
    press(page, "العربية")
    html = page.locator("html")
    expect(html).to_have_attribute("lang", "ar")
    expect(html).to_have_attribute("dir", "rtl")
    said = page.locator("#said")
    expect(said).to_contain_text(WORDS)
    ours = [one for one in said.locator(".bubble:not(.mine) .said").all_inner_texts() if LATIN.search(one)]
    assert [one for one in ours if not one.replace("RUILS", "").isascii()] == ours, "a bubble stayed English"
    expect(page.get_by_role("radio").nth(1)).to_be_checked()
    is_sound(page)
    press(page, "Polski")
    expect(html).to_have_attribute("dir", "ltr")
    expect(said).to_contain_text(WORDS)
    press(page, "English")
    assert guest.question == "Is this about somebody who works or volunteers at RUILS?"


@pytest.mark.parametrize(
    ("name", "width", "script"),
    [("Polski", 1280, True), ("العربية", 320, True), ("العربية", 1280, False)],
)
def test_a_whole_journey_in_another_language(
    chromium: Browser, address: str, name: str, width: int, script: bool
) -> None:
    page = open_page(chromium, width, script=script)
    page.goto(f"{address}/help-and-care/")
    press(page, name)
    guest = Guest(page, address, "help-and-care", look=is_sound)
    page.locator("#turn input[name=choice]").last.check()
    page.locator("#turn button[value=continue]").click()
    guest.answer_all()
    assert re.fullmatch(r"[A-Z2-9]{3}-[A-Z2-9]{3}", guest.slip()[0])
    expect(page.locator(".promise summary").first).to_have_text("The same in English")
    page.context.close()


def test_numbers_keep_their_order_in_a_page_read_from_the_right(phone: Page, address: str) -> None:
    phone.goto(f"{address}/ruils/person")
    press(phone, "العربية")
    number = phone.locator("a[href^='tel:'] bdi")
    boxes = number.evaluate(
        """one => { const text = one.firstChild, at = (from) => { const range = document.createRange();
        range.setStart(text, from); range.setEnd(text, from + 1); return range.getBoundingClientRect().x; };
        return [text.data, at(0), at(text.data.length - 1)]; }"""
    )
    assert boxes[0].startswith("020 7946")
    assert boxes[1] < boxes[2], "the first digit stands left of the last"
