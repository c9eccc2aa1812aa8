"""Each journey in a real browser, from the first page to the desk."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from webchat import demo
from webchat.cases.words import Role

Check = Callable[[Page], None]
JOURNEYS = {
    "question": ("ruils", "Ask a question"),
    "appointment": ("living-well-bromley", "Make an appointment"),
    "feedback": ("help-and-care", "Tell us something"),
}
MOST_STEPS = 25


def walk(page: Page, is_sound: Check) -> None:
    """Answer every question with the first thing offered, and send."""
    for _ in range(MOST_STEPS):
        is_sound(page)
        heading = page.locator("h1").inner_text()
        if page.url.endswith("/sent"):
            return
        send = page.get_by_role("button", name="Send", exact=False)
        if send.count():
            send.first.click()
        else:
            _answer(page)
            page.get_by_role("button", name="Continue").last.click()
        expect(page.locator("h1")).not_to_have_text(heading)
    raise AssertionError("the journey does not end")


def _answer(page: Page) -> None:
    radios, ticks = page.locator("main input[type=radio]"), page.locator("main input[type=checkbox]")
    boxes = page.locator("main form textarea, main form input.box")
    if radios.count():
        radios.last.check()
    elif ticks.count():
        ticks.last.check()
    elif boxes.count():
        boxes.first.fill("My words: when, where and who?")


@pytest.mark.parametrize("journey", JOURNEYS)
def test_a_journey_ends_with_a_reference_a_code_and_dates(
    page: Page, address: str, is_sound: Check, journey: str
) -> None:
    charity, name = JOURNEYS[journey]
    page.goto(f"{address}/{charity}/")
    is_sound(page)
    page.get_by_label(name).check()
    heading = page.locator("h1").inner_text()
    page.get_by_role("button", name="Continue").last.click()
    expect(page.locator("h1")).not_to_have_text(heading)
    walk(page, is_sound)
    expect(page.locator("h1")).to_have_text("We have your message")
    told = page.locator("main").inner_text()
    assert "Your reference" in told
    assert "Your code" in told
    assert "A working day is Monday to Friday" in told or "has not set a time for this" in told


@pytest.mark.parametrize("path", ["person", "help-now", "policy", "privacy", "accessibility", "case"])
def test_every_plain_page_is_sound(page: Page, address: str, is_sound: Check, path: str) -> None:
    page.goto(f"{address}/ruils/{path}")
    is_sound(page)


def test_the_desk_is_sound(page: Page, address: str, is_sound: Check) -> None:
    page.goto(f"{address}/sign-in")
    is_sound(page)
    page.get_by_label("Email address").fill(demo.email_of(Role.MANAGER, "ruils"))
    page.get_by_label("Password").fill(demo.PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator("h1")).to_have_text("Open cases")
    is_sound(page)
    case = page.locator(".cases a")
    if case.count():
        case.first.click()
        expect(page.locator("#moves")).to_be_visible()
        is_sound(page)


def test_the_keyboard_alone_is_enough(page: Page, address: str) -> None:
    page.goto(f"{address}/ruils/")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "radio":
            break
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("What is your question?")
