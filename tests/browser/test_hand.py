"""A guest and a member of staff write to each other, each on a page of their own (issue 4, line 2).

With scripts new words come by themselves, and move neither the focus nor what is being typed; without, the
button brings them. A page asks every four seconds; the test waits as long as for anything else.
"""

import secrets
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Served, open_page
from tests.browser.sound import is_sound
from tests.browser.test_desk import sign_in, taken
from tests.browser.walking import Guest, press
from tests.builders.cases import an_opening
from webchat.cases.words import Role
from webchat.wiring import clock

CHARITY = "living-well-bromley"
HALF = "I am half way thr"


@pytest.fixture(params=[True, False], ids=["js", "no-js"])
def both(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[tuple[Page, Page, bool]]:
    """A guest's phone and a desk, with scripts or without."""
    phone = open_page(chromium, 320, script=request.param)
    desk = open_page(chromium, 1280, script=request.param)
    yield phone, desk, request.param
    phone.context.close()
    desk.context.close()


def look_again(page: Page) -> None:
    press(page.get_by_role("button", name="Check for new messages"))


def test_each_sees_the_others_new_words(both: tuple[Page, Page, bool], address: str) -> None:
    phone, desk, script = both
    guest = Guest(phone, address, CHARITY).arrive().choose("Ask a question").answer_all()
    reference, _ = guest.slip()
    phone.goto(f"{address}/{CHARITY}/chat/1")
    expect(phone.locator("#who")).to_contain_text("Nobody has taken it yet.")
    sign_in(desk, address, CHARITY)
    desk.goto(f"{address}/{CHARITY}/desk/cases/{reference}")
    press(desk.get_by_role("button", name="Take this case"))
    if not script:
        look_again(phone)
    expect(phone.locator("#who")).to_contain_text("has your message.")
    expect(phone.locator("h1")).to_contain_text("Write to ")
    is_sound(phone)

    box = phone.locator("#turn textarea")
    box.fill(HALF)
    box.focus()
    desk.get_by_label("Says how it is going").check()
    desk.get_by_label("Your words").fill("We open at ten.")
    press(desk.get_by_role("button", name="Send to the guest"))
    if not script:
        look_again(phone)
    expect(phone.locator("#written")).to_contain_text("We open at ten.")
    expect(box).to_have_value(HALF)
    if script:
        expect(box).to_be_focused()
        expect(phone.locator("[data-fresh]")).to_contain_text("We open at ten.")
    is_sound(phone)

    reply = desk.get_by_label("Your words")
    reply.fill(HALF)
    reply.focus()
    box.fill("The door has a bell.")
    press(phone.get_by_role("button", name="Send to"))
    expect(phone.locator("#written")).to_contain_text("The door has a bell.")
    if script:
        expect(desk.locator("[data-fresh]")).to_have_text("New words.")
        expect(reply).to_be_focused()
        expect(desk.locator(".talk")).not_to_contain_text("The door has a bell.")
        is_sound(desk)
        desk.get_by_role("button", name="Show them").click()
    else:
        look_again(desk)
    expect(desk.locator(".talk")).to_contain_text("The door has a bell.")
    expect(reply).to_have_value(HALF)
    is_sound(desk)
    desk.get_by_label("Says how it is going").check()
    press(desk.get_by_role("button", name="Send to the guest"))
    expect(desk.get_by_role("status").first).to_contain_text("Sent")


def test_given_back_the_guest_reads_it_and_the_chat_speaks_again(
    both: tuple[Page, Page, bool], address: str
) -> None:
    phone, desk, script = both
    guest = Guest(phone, address, CHARITY).arrive().choose("Ask a question").answer_all()
    reference, _ = guest.slip()
    sign_in(desk, address, CHARITY)
    desk.goto(f"{address}/{CHARITY}/desk/cases/{reference}")
    press(desk.get_by_role("button", name="Take this case"))
    phone.goto(f"{address}/{CHARITY}/chat/1")
    expect(phone.locator("h1")).to_contain_text("Write to ")
    desk.get_by_text("Put it back for anybody").click()
    press(desk.get_by_role("button", name="Put it back", exact=True))
    if not script:
        look_again(phone)
    expect(phone.locator("#who")).to_contain_text("Nobody has your message at this moment.")
    expect(phone.locator("#who")).to_contain_text("A member of staff will tell you when")
    expect(phone.locator("h1")).not_to_contain_text("Write to ")


def test_a_case_is_passed_on_and_accepted_at_the_top_of_the_board(page: Page, served: Served) -> None:
    opening = an_opening(charity=CHARITY, key=secrets.token_hex(8), name="Ana")
    case = served.house.casework.open(opening, clock())
    taken(page, served.address, case)
    page.get_by_text("Pass it on to a colleague").click()
    page.get_by_label("To whom").select_option(label=name_of(served, Role.MANAGER))
    page.get_by_label("A note for them").fill("She prefers calls before noon.")
    press(page.get_by_role("button", name="Pass it on", exact=True))
    expect(page.get_by_role("alert")).to_contain_text("Choose why you pass it on.")
    is_sound(page)
    page.locator("#why-pass").select_option("too_close")
    press(page.get_by_role("button", name="Pass it on", exact=True))
    expect(page.locator("#did")).to_contain_text("You have it until they accept.")
    is_sound(page)
    press(page.get_by_role("button", name="Sign out"))
    sign_in(page, served.address, CHARITY, Role.MANAGER)
    offer = page.locator(".passed", has_text=case.reference)
    expect(offer).to_contain_text("She prefers calls before noon.")
    offer.get_by_text("Decline it").first.click()
    is_sound(page)
    press(offer.get_by_role("button", name="Accept it"))
    expect(page.locator("#did")).to_contain_text("You have this case now.")


def name_of(served: Served, role: Role) -> str:
    return next(one.name for one in served.house.staff.members(CHARITY) if one.has(role))
