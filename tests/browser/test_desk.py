"""The desk in a real browser, every page looked at: 320 and 1280 px, with JavaScript and without."""

import secrets
from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Served, open_page
from tests.browser.sound import is_sound
from tests.browser.walking import WORDS, Guest
from tests.builders.cases import an_opening
from webchat import demo
from webchat.cases.case import Case
from webchat.cases.words import Kind, ReplyBy, Role
from webchat.db.invites import Invite
from webchat.web.session import hashed
from webchat.wiring import clock

Open = Callable[..., Case]


@pytest.fixture
def opened(served: Served) -> Open:
    """Open a case as a guest would, some days ago."""

    def make(charity: str = "help-and-care", days_ago: int = 0, **given: object) -> Case:
        opening = an_opening(charity=charity, key=secrets.token_hex(8), **given)
        return served.house.casework.open(opening, clock() - timedelta(days=days_ago))

    return make


def sign_in(page: Page, address: str, charity: str = "help-and-care", role: Role = Role.WORKER) -> None:
    page.goto(f"{address}/sign-in")
    page.get_by_label("Email address").fill(demo.email_of(role, charity))
    page.get_by_label("Password").fill(demo.PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator("h1")).to_have_text("Open cases")


def taken(page: Page, address: str, case: Case) -> None:
    """Sign in, open a case and take it."""
    sign_in(page, address, case.charity)
    page.goto(f"{address}/{case.charity}/desk/cases/{case.reference}")
    page.get_by_role("button", name="Take this case").click()
    expect(page.get_by_role("status")).to_contain_text("You have this case now.")


def test_a_wrong_password_is_told_and_the_right_one_lets_in_and_out(page: Page, address: str) -> None:
    page.goto(f"{address}/sign-in")
    is_sound(page)
    page.get_by_label("Email address").fill("nobody@ruils.example")
    page.get_by_label("Password").fill("not the password")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_contain_text("Check your email address and password.")
    is_sound(page)
    sign_in(page, address, "healthwatch-portsmouth")
    expect(page.locator("main")).to_contain_text("Nothing is open here.")
    is_sound(page)
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("status")).to_have_text("You are signed out.")
    page.goto(f"{address}/healthwatch-portsmouth/desk/")
    expect(page.locator("h1")).to_have_text("Sign in to the desk")


def test_the_board_groups_what_is_owed_and_can_be_narrowed(page: Page, address: str, opened: Open) -> None:
    opened(kind=Kind.COMPLAINT, name="Olu Late", days_ago=60, lang="pl")
    opened(name="Moira Fitzgerald-Anstruther", needs=(("information_format", "large_print"),))
    opened(kind=Kind.COMPLAINT, name="Later")
    sign_in(page, address)
    is_sound(page)
    expect(page.locator(".group h2").nth(0)).to_contain_text("Overdue")
    expect(page.locator(".group h2").nth(1)).to_contain_text("Tell the guest when")
    late = page.locator("tr", has_text="Olu Late").first
    expect(late).to_contain_text("Overdue by")
    expect(late).to_contain_text("Polish")
    expect(page.locator("tr", has_text="Moira Fitzgerald-Anstruther").first).to_contain_text("Large print")
    page.get_by_label("Kind").select_option(label="Compliment")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("main")).to_contain_text("Only some cases are shown.")
    is_sound(page)


def test_a_case_that_a_guest_sent_is_taken_and_acknowledged(page: Page, address: str, opened: Open) -> None:
    case = opened(kind=Kind.COMPLAINT, words=WORDS, reply_by=ReplyBy.LETTER, contact="1 High Street")
    sign_in(page, address)
    page.goto(f"{address}/help-and-care/desk/cases/{case.reference}")
    expect(page.locator(".talk")).to_contain_text(WORDS)
    expect(page.locator("#write")).to_have_count(0)
    is_sound(page)
    page.get_by_role("button", name="Take this case").click()
    page.get_by_label("Says that you have their message").check()
    page.get_by_label("Your words").fill("We have your complaint.")
    page.get_by_role("button", name="Send to the guest").click()
    page.get_by_role("alert").get_by_role("link").click()
    expect(page.get_by_label("Who is looking into it")).to_be_focused()
    expect(page.get_by_label("Your words")).to_have_value("We have your complaint.")
    is_sound(page)
    page.get_by_label("Who is looking into it").fill("Priya Shah")
    page.get_by_role("button", name="Send to the guest").click()
    expect(page.get_by_role("status")).to_contain_text("Now post the letter")
    is_sound(page)
    page.get_by_role("button", name="I have posted this").click()
    expect(page.get_by_role("status")).to_have_text("It is noted.")
    expect(page.locator(".side")).not_to_contain_text("Say we have it")


def test_a_date_a_reply_and_the_end(page: Page, address: str, opened: Open) -> None:
    case = opened(words=WORDS)
    taken(page, address, case)
    page.get_by_label("They will hear by").fill("2020-01-01")
    page.get_by_role("button", name="Tell them this date").click()
    expect(page.get_by_role("alert")).to_contain_text("This date has passed.")
    expect(page.get_by_label("They will hear by")).to_have_value("2020-01-01")
    is_sound(page)
    page.get_by_label("They will hear by").fill((clock() + timedelta(days=9)).date().isoformat())
    page.get_by_role("button", name="Tell them this date").click()
    expect(page.get_by_role("status")).to_contain_text("It is a promise now.")
    page.locator("summary", has_text="Close the case").click()
    page.get_by_role("button", name="Close the case").click()
    expect(page.get_by_role("alert")).to_contain_text("Something is still owed.")
    page.get_by_label("Replies").check()
    page.get_by_label("Your words").fill("Yes, there is food.")
    page.get_by_role("button", name="Send to the guest").click()
    expect(page.get_by_role("status")).to_have_text("Sent to the guest.")
    page.locator("summary", has_text="Close the case").click()
    page.get_by_label("Why you close it").fill("You have your answer.")
    page.get_by_role("button", name="Close the case").click()
    expect(page.get_by_role("status")).to_contain_text("The case is closed.")
    page.get_by_role("link", name="Closed cases").click()
    expect(page.locator("tr", has_text=case.reference)).to_contain_text("You have your answer.")
    is_sound(page)
    page.get_by_role("link", name=case.reference).click()
    expect(page.locator("#moves")).to_contain_text("This case is closed.")
    is_sound(page)


def test_another_has_the_case_and_a_page_that_is_not_there(page: Page, address: str, opened: Open) -> None:
    case = opened()
    taken(page, address, case)
    sign_in(page, address, role=Role.MANAGER)
    page.goto(f"{address}/help-and-care/desk/cases/{case.reference}")
    expect(page.locator("#moves")).to_contain_text("Wendy Worker has this case.")
    is_sound(page)
    page.goto(f"{address}/help-and-care/desk/cases/NO-SUCH")
    expect(page.locator("h1")).to_have_text("There is no such page")
    expect(page.get_by_role("navigation", name="Desk")).to_be_visible()
    is_sound(page)


def test_a_letter_lets_somebody_in_once(page: Page, address: str, served: Served) -> None:
    token = secrets.token_urlsafe(16)
    email = f"{token.lower()}@ruils.example"
    asked = Invite(
        email, "Noor New", "ruils", frozenset({Role.WORKER}), "command", clock() + timedelta(hours=1)
    )
    served.house.invites.make(hashed(token), asked, clock())
    page.goto(f"{address}/invite/{token}")
    is_sound(page)
    page.get_by_label("Password").fill("short")
    page.get_by_role("button", name="Keep this password").click()
    expect(page.get_by_role("alert")).to_contain_text("Use 12 characters or more.")
    is_sound(page)
    page.get_by_label("Password").fill("seven green kettles")
    page.get_by_role("button", name="Keep this password").click()
    expect(page.get_by_role("status")).to_contain_text("Your password is kept.")
    page.goto(f"{address}/invite/{token}")
    expect(page.locator("h1")).to_have_text("This letter cannot be used")
    is_sound(page)


def test_what_a_guest_sends_reaches_the_desk(chromium: Browser, phone: Page, address: str) -> None:
    guest = Guest(phone, address, "age-concern-southend").arrive().choose("Ask a question").answer_all()
    reference, _ = guest.slip()
    desk = open_page(chromium, 1280, color_scheme="dark")
    sign_in(desk, address, "age-concern-southend")
    desk.get_by_role("link", name=reference).click()
    expect(desk.locator(".talk")).to_contain_text(WORDS)
    is_sound(desk)
    desk.context.close()


@pytest.mark.parametrize(
    ("charity", "scheme"),
    [("ruils", "dark"), ("healthwatch-portsmouth", "light"), ("living-well-bromley", "dark")],
)
def test_a_charitys_colours_can_be_read(
    chromium: Browser, address: str, opened: Open, charity: str, scheme: str
) -> None:
    case = opened(charity, days_ago=30, kind=Kind.COMPLAINT, lang="ar", name="Yusuf")
    desk = open_page(chromium, 1280, color_scheme=scheme)
    taken(desk, address, case)
    is_sound(desk)
    desk.context.close()
