"""What a guest needs, in a real browser: told before Send, made by its date, corrected, explained."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import open_page
from tests.browser.sound import is_sound
from tests.browser.test_desk import Open, opened, sign_in, taken  # noqa: F401  # a fixture, by its name
from webchat.cases.words import Kind

NEEDS = (
    ("information_format", "large_print"),
    ("information_format", "easy_read"),
    ("additional_support", "quiet_room"),
)


def test_a_reply_in_large_print_is_made_and_keeps_its_promise(
    page: Page, address: str, opened: Open  # noqa: F811
) -> None:
    case = opened("ruils", needs=NEEDS, name="Ana")
    taken(page, address, case)
    expect(page.locator("#fit")).to_contain_text("large print")
    is_sound(page)
    page.get_by_label("Replies").check()
    page.get_by_label("Your words").fill("We open at ten.")
    page.locator("summary", has_text="Send it as it is instead").click()
    page.get_by_label("Send it in another format").check()
    page.get_by_role("button", name="Send to the guest").click()
    page.get_by_role("alert").get_by_role("link").click()
    expect(page.get_by_label("Why it goes like this: the kind of reason")).to_be_focused()
    expect(page.get_by_label("Your words")).to_have_value("We open at ten.")
    is_sound(page)
    page.get_by_label("Send it in another format").uncheck()
    page.get_by_role("button", name="Send to the guest").click()
    expect(page.get_by_role("status")).to_contain_text("Now make it into what they can read.")
    is_sound(page)
    page.goto(f"{address}/ruils/desk/to-do?whose=mine")
    row = page.locator("tr", has_text=case.reference)
    expect(row).to_contain_text("It then keeps:")
    is_sound(page)
    row.get_by_role("button", name="I made it and posted it").click()
    expect(page.get_by_role("status")).to_contain_text("It is noted that it reached them.")
    expect(page.locator("tr", has_text=case.reference)).to_have_count(0)


def test_needs_are_corrected_and_one_is_explained(page: Page, address: str, opened: Open) -> None:  # noqa: F811
    case = opened("ruils", needs=NEEDS, kind=Kind.CONCERN)
    taken(page, address, case)
    page.get_by_role("link", name="Correct them, or ask again").click()
    is_sound(page)
    page.get_by_label("Size of large print").fill("9")
    page.get_by_role("button", name="Write it down").click()
    page.get_by_role("alert").get_by_role("link").click()
    expect(page.get_by_label("Size of large print")).to_be_focused()
    is_sound(page)
    page.get_by_label("Size of large print").fill("24")
    page.get_by_role("button", name="Write it down").click()
    expect(page.locator(".strip")).to_contain_text("Large print, 24 point")
    page.get_by_role("link", name="Correct them, or ask again").click()
    page.locator("summary", has_text="Say that something cannot be met").click()
    page.get_by_label("Easy Read").last.check()
    page.get_by_label("Why, and what you can do instead").fill("Nobody here can write it.")
    page.get_by_role("button", name="Tell them").click()
    expect(page.get_by_role("status")).to_contain_text("The guest is told that it cannot be met")
    is_sound(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_can_be_read_in_every_light(
    chromium: Browser, address: str, opened: Open, scheme: str  # noqa: F811
) -> None:
    case = opened("ruils", days_ago=40, needs=NEEDS, lang="ar", kind=Kind.COMPLAINT)
    desk = open_page(chromium, 1280, color_scheme=scheme)
    taken(desk, address, case)
    for path in ("cases/" + case.reference, f"cases/{case.reference}/needs", "to-do"):
        desk.goto(f"{address}/ruils/desk/{path}")
        is_sound(desk)
    desk.context.close()
