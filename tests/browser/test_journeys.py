"""Each journey in a real browser, every page looked at: 320 and 1280 px, with JavaScript and without."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import open_page
from tests.browser.sound import is_sound
from tests.browser.walking import WORDS, Guest, press

JOURNEYS = {
    "question": ("ruils", "Ask a question"),
    "appointment": ("living-well-bromley", "Make an appointment"),
    "feedback": ("help-and-care", "Tell us something: thanks, an idea, a worry or a complaint"),
}


@pytest.mark.parametrize("journey", JOURNEYS)
def test_a_journey_ends_with_a_reference_a_code_and_dates(page: Page, address: str, journey: str) -> None:
    charity, name = JOURNEYS[journey]
    guest = Guest(page, address, charity, look=is_sound).arrive().choose(name).answer_all()
    expect(page.locator("h1")).to_have_text("We have your message")
    assert len(guest.asked) == len(set(guest.asked)), "a question was asked twice"
    told = page.locator("main").inner_text()
    assert "A working day is Monday to Friday" in told or "has not set a time for this" in told
    assert all(guest.slip())


def test_with_reference_and_code_a_guest_comes_back_on_another_device(
    chromium: Browser, phone: Page, address: str
) -> None:
    reference, code = Guest(phone, address, "ruils").arrive().choose("Ask a question").answer_all().slip()
    library = open_page(chromium, 1280, script=False)
    library.goto(f"{address}/ruils/case")
    library.get_by_label("Your reference").fill(f" {reference.lower()} ")
    library.get_by_label("Your code").fill(code.replace(" ", "-"))
    press(library.get_by_role("button", name="Continue", exact=True))
    is_sound(library)
    expect(library.locator("main")).to_contain_text(WORDS)
    library.get_by_label("Your answer, or anything you want to add").fill("One more thing.")
    library.get_by_role("button", name="Send to RUILS").click()
    expect(library.locator("main")).to_contain_text("One more thing.")
    is_sound(library)
    library.context.close()


def test_the_square_on_the_slip_fills_both_boxes_on_a_phone_and_leaves_the_address(
    chromium: Browser, phone: Page, address: str
) -> None:
    library = open_page(chromium, 1280, script=False)
    reference, code = Guest(library, address, "ruils").arrive().choose("Ask a question").answer_all().slip()
    expect(library.get_by_role("img", name="A square for the camera of a phone")).to_be_visible()
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.goto(f"{address}/ruils/case/come-back#{reference}.{code.replace(' ', '')}")
    expect(phone.get_by_label("Your reference")).to_have_value(reference)
    expect(phone.get_by_label("Your code")).to_have_value(code.replace(" ", ""))
    assert phone.url == f"{address}/ruils/case/come-back"
    assert code.replace(" ", "") not in "".join(asked)
    phone.keyboard.press("Enter")
    expect(phone.locator("main")).to_contain_text(WORDS)
    assert phone.evaluate("location.hash + document.referrer") in ("", f"{address}/")
    library.context.close()


def test_back_and_change_keep_what_was_answered(page: Page, address: str) -> None:
    guest = Guest(page, address, "ruils").arrive().choose("Ask a question").write(WORDS)
    guest.go_on("back")
    expect(page.locator("#answer")).to_have_value(WORDS)
    guest.go_on().answer_all(send=False)
    page.locator(".answers .change button").first.click()
    expect(page.locator("#answer")).to_have_value(WORDS)
    page.locator("#answer").fill("Another question.")
    guest.go_on()
    expect(page.locator(".answers")).to_contain_text("Another question.")
    assert page.locator("#turn button[value^='/send']").count() == 1, "Change leads back to the check page"


def test_the_browsers_back_button_after_sending_makes_no_second_case(page: Page, address: str) -> None:
    guest = Guest(page, address, "ruils").arrive().choose("Ask a question").answer_all()
    slip = guest.slip()
    page.go_back()
    again = page.locator("#turn button[value^='/send']")
    if again.count():
        again.click()
    page.goto(page.url.split("#")[0].removesuffix("/sent") + "/sent")
    assert guest.slip() == slip
    assert page.locator(".slip").count() == 1


def test_a_double_tap_on_send_is_one_case(page: Page, address: str) -> None:
    guest = Guest(page, address, "help-and-care").arrive().choose("Ask a question").answer_all(send=False)
    page.locator("#turn button[value^='/send']").dblclick()
    page.wait_for_url("**/sent")
    assert page.locator(".slip").count() == 1
    assert all(guest.slip())


def test_what_is_kept_for_later_goes_on_on_another_device(
    chromium: Browser, page: Page, address: str
) -> None:
    charity = "help-and-care"
    guest = Guest(page, address, charity).arrive().choose("Ask a question")
    page.locator("#answer").fill("Half a sen")
    press(page.get_by_role("button", name="Keep this for later"))
    is_sound(page)
    reference, code = guest.slip()
    press(page.get_by_role("button", name="Finish and clear this screen"))
    expect(page.locator("h1")).to_have_text("This screen is clear")
    phone = open_page(chromium)
    phone.goto(f"{address}/{charity}/case")
    phone.locator("#reference").fill(reference)
    phone.locator("#code").fill(code)
    press(phone.locator("#open .button"))
    expect(phone.locator("#answer")).to_have_value("Half a sen")
    Guest(phone, address, charity).write("Half a sentence, and the rest.")
    expect(phone.locator("main")).to_contain_text("Half a sentence, and the rest.")
    phone.context.close()
