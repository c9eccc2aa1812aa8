"""One complaint at Help & Care in a real browser, from the chat to the appeal, every date on the way checked.

It begins on the Thursday before Easter 2027, and the second stage has the early May bank holiday in it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import open_page, serving
from tests.browser.sound import is_sound
from tests.browser.test_desk import sign_in
from tests.browser.walking import Guest, press
from tests.webhouse import SetClock
from webchat.cases.words import Role

CHARITY = "help-and-care"
FINDING = {
    "Your words": "The driver did not ring your bell.",
    "What you learned from it, and what you do about it": "Drivers now ring, and wait five minutes.",
}


@dataclass
class Walk:
    """The charity with a clock that is moved, the guest's keys, and a browser for each page."""

    chromium: Browser
    address: str
    clock: SetClock
    reference: str = ""
    code: str = ""

    def on(self, *day: int) -> None:
        """It is another day: its year, month and day, then perhaps hours and minutes, in universal time."""
        self.clock.at = datetime(*(day if len(day) > 3 else (*day, 10)), tzinfo=UTC)  # type: ignore[arg-type,misc]

    @contextmanager
    def guest(self) -> Iterator[Page]:
        """The guest comes back on a phone with reference and code."""
        page = open_page(self.chromium, 320)
        page.goto(f"{self.address}/{CHARITY}/case")
        page.get_by_label("Your reference").fill(self.reference)
        page.get_by_label("Your code").fill(self.code)
        press(page.get_by_role("button", name="Continue", exact=True))
        yield page
        is_sound(page)
        page.context.close()

    @contextmanager
    def staff(self, role: Role) -> Iterator[Page]:
        """Somebody at the desk opens the case, found on their board, and takes it if nobody has."""
        page = open_page(self.chromium, 1280)
        sign_in(page, self.address, CHARITY, role)
        page.get_by_role("link", name=self.reference).click()
        take = page.get_by_role("button", name="Take this case")
        if take.count():
            take.click()
            expect(page.get_by_role("status")).to_contain_text("You have this case now.")
        yield page
        is_sound(page)
        page.context.close()


@pytest.fixture
def walk(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    """Thursday 25 March 2027, nine in the morning."""
    clock = SetClock(datetime(2027, 3, 25, 9, tzinfo=UTC))
    with serving(tmp_path_factory.mktemp("appeal") / "home", clock) as (port, _):
        yield Walk(chromium, f"http://127.0.0.1:{port}", clock)


def dates(page: Page, *told: str) -> None:
    """What we promised stands on the guest's page, each with its date."""
    for one in told:
        expect(page.locator("main")).to_contain_text(one)


def owed(page: Page, *told: str) -> None:
    """What is owed stands on the case's page at the desk, each with its date."""
    for one in told:
        expect(page.locator(".side")).to_contain_text(one)


def acknowledge(page: Page, officer: str) -> None:
    page.get_by_label("Says that you have their message").check()
    page.get_by_label("Your words").fill("We have your complaint.")
    page.get_by_label("Who is looking into it").fill(officer)
    page.get_by_role("button", name="Send to the guest").click()
    expect(page.get_by_role("status")).to_contain_text("Sent to the guest.")


def spoke(page: Page, day: str) -> None:
    page.locator("summary", has_text="I have spoken with them").click()
    page.get_by_label("The day you spoke").fill(day)
    page.get_by_role("button", name="Note it").click()
    expect(page.locator("#stage")).to_contain_text("spoke with them on")


def decide(page: Page) -> None:
    write_what_was_decided(page)
    page.get_by_role("button", name="Send to the guest").click()
    expect(page.get_by_role("status")).to_contain_text("Sent to the guest.")


def write_what_was_decided(page: Page) -> None:
    page.get_by_label("Says what you decided").first.check()
    page.locator("summary", has_text="When you say what you decided").click()
    for label, words in FINDING.items():
        page.get_by_label(label).fill(words)


def ask_on(page: Page, words: str) -> None:
    press(page.get_by_role("link", name="Ask for the next stage"))
    is_sound(page)
    page.get_by_label("Why you are still not satisfied").fill(words)
    press(page.get_by_role("button", name="Send it to the next stage"))


def acknowledge_appeal(page: Page) -> None:
    page.get_by_label("Says that you have their message").check()
    page.get_by_label("Your words").fill("We have your appeal.")
    page.get_by_role("button", name="Send to the guest").click()
    expect(page.get_by_role("status")).to_contain_text("Sent to the guest.")


def is_refused(page: Page, says: str) -> None:
    """What is decided is not sent, and stands in its boxes still (17.3, 17.4)."""
    page.get_by_role("button", name="Send to the guest").click()
    expect(page.get_by_role("alert")).to_contain_text(says)
    for label, words in FINDING.items():
        expect(page.get_by_label(label)).to_have_value(words)


def name_the_panel(page: Page) -> None:
    page.locator("summary", has_text="Name them").click()
    page.get_by_label("From the Board").nth(0).select_option(label="Tess Trustee")
    page.get_by_label("From the Board").nth(1).select_option(label="Charles Chair")
    page.get_by_label("Or their name").nth(2).fill("Una Okoro")
    page.get_by_role("button", name="They hear it").click()
    expect(page.locator("#stage")).to_contain_text("Una Okoro")


def agree(page: Page, day: str) -> None:
    page.locator("summary", has_text="Write down the date").click()
    page.get_by_label("The date you agreed").fill(day)
    page.get_by_label("How you agreed it").select_option(label="On the phone")
    page.get_by_role("button", name="We agreed this date").click()
    expect(page.locator("#stage")).to_contain_text("Agreed:")


def test_a_complaint_goes_from_the_chat_to_the_appeal_on_the_dates_of_the_policy(walk: Walk) -> None:
    phone = open_page(walk.chromium, 320)
    guest = Guest(phone, walk.address, CHARITY, look=is_sound, rather="me").arrive()
    guest.choose("Tell us something: thanks, an idea, a worry or a complaint")
    walk.reference, walk.code = guest.answer_all().slip()
    # Good Friday, the weekend and Easter Monday are not counted; 28 days are calendar days (15.2, 15.4).
    dates(phone, "Thursday 1 April 2027", "Thursday 22 April 2027", "Good Friday", "Easter Monday")
    phone.context.close()

    walk.on(2027, 3, 31)
    with walk.staff(Role.GOVERNANCE) as page:
        owed(page, "1 April 2027", "22 April 2027")
        acknowledge(page, "Priya Shah")
        expect(page.locator(".side")).not_to_contain_text("1 April 2027")
    with walk.guest() as page:
        dates(page, "Priya Shah", "Thursday 22 April 2027")

    walk.on(2027, 4, 20)
    with walk.staff(Role.GOVERNANCE) as page:
        spoke(page, "2027-04-19")
        decide(page)
    walk.on(2027, 4, 21, 19, 15)  # a quarter past eight in the evening, in London
    with walk.guest() as page:
        dates(page, "Drivers now ring")
        ask_on(page, "Nobody asked me.")
        # Monday 3 May is a bank holiday (16.3, 16.5).
        dates(page, "Monday 26 April 2027", "Thursday 13 May 2027")

    walk.on(2027, 4, 26)
    with walk.staff(Role.DIRECTOR) as page:
        owed(page, "26 April 2027", "13 May 2027")
        acknowledge(page, "Dilip Director")
        spoke(page, "2027-04-26")
    walk.on(2027, 5, 13)
    with walk.staff(Role.DIRECTOR) as page:
        decide(page)
    walk.on(2027, 5, 14)
    with walk.guest() as page:
        ask_on(page, "It is not put right.")
        dates(page, "Wednesday 19 May 2027")
        dates(page, "has not set a time for this", "The timescales for this will be agreed")

    walk.on(2027, 5, 18)
    with walk.staff(Role.CHAIR) as page:
        owed(page, "19 May 2027")
        acknowledge_appeal(page)
        write_what_was_decided(page)
        is_refused(page, "Name who hears this first.")
        name_the_panel(page)
        write_what_was_decided(page)
        is_refused(page, "Agree a date with the person first")
        agree(page, "2027-06-04")
        spoke(page, "2027-05-18")
    with walk.guest() as page:
        dates(page, "Friday 4 June 2027")

    walk.on(2027, 6, 3)
    with walk.staff(Role.CHAIR) as page:
        owed(page, "4 June 2027")
        decide(page)
    with walk.guest() as page:
        dates(page, "This was the last stage with us.", "Charity Commission")
        expect(page.get_by_role("link", name="Ask for the next stage")).to_have_count(0)
