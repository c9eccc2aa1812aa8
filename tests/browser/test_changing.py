"""After sending, in a real browser with and without script: reach, not safe, how it went, taking it back."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import Served
from tests.browser.sound import is_sound
from tests.browser.walking import Guest, press


def came_back(page: Page, address: str, charity: str) -> str:
    """Send a question, and come back to it with reference and code; the reference."""
    guest = Guest(page, address, charity).arrive().answer_all()
    reference, code = guest.slip()
    guest.arrive("case")
    page.locator("#reference").fill(reference)
    page.locator("#code").fill(code)
    press(page.locator("#open .button"))
    is_sound(page)
    return reference


def test_a_guest_changes_how_they_are_reached_says_it_is_not_safe_and_takes_it_back(
    page: Page, served: Served
) -> None:
    came_back(page, served.address, "living-well-bromley")
    press(page.get_by_role("link", name="Change how we reach you"))
    is_sound(page)
    page.get_by_label("Text message").check()
    press(page.locator("#reach .go button"))
    is_sound(page)
    page.locator("#contact").fill("ring me")
    page.locator("#reach-how .go button").click()
    expect(page.get_by_role("alert")).to_be_visible()
    is_sound(page)
    page.locator("#contact").fill("07700 900456")
    page.locator("#reach-how .go button").click()
    expect(page.locator("#reach")).to_contain_text("07700 900456")
    page.get_by_role("button", name="It is no longer safe to contact me").click()
    expect(page.locator("#reach")).to_contain_text("We will not send you any email")
    is_sound(page)
    press(page.get_by_role("link", name="Take back what you sent"))
    is_sound(page)
    page.get_by_role("button", name="Yes, take it back").click()
    expect(page.locator("main")).to_contain_text("You took this back.")


def test_a_guest_says_how_it_went_and_that_it_is_not_resolved(page: Page, served: Served) -> None:
    charity = "help-and-care"
    reference, house = came_back(page, served.address, charity), served.house
    case = house.cases.case_by_reference(charity, reference)
    assert case is not None
    member = next(one for one in house.staff.members(charity) if house.casework.may_see(one, case))
    house.casework.claim(member, case.id, house.now())
    house.casework.close(member, case.id, "It is solved.", house.now(), neutral=True)
    page.reload()
    is_sound(page)
    press(page.get_by_role("link", name="Answer the question"))
    is_sound(page)
    page.get_by_label("Badly", exact=True).check()
    page.get_by_role("button", name="Send my answer").click()
    expect(page.locator("#how")).to_contain_text("You told us: Badly")
    page.locator("#words").fill("The door is still shut.")
    page.get_by_role("button", name="It is not resolved").click()
    expect(page.locator("#done")).to_be_visible()  # on no page at all nothing is said either
    expect(page.locator("main")).not_to_contain_text("Staff have finished.")
    is_sound(page)
