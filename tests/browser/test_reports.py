"""A trustee reads a report in a real browser, wide and narrow, with scripts and without."""

import secrets

from playwright.sync_api import Page, expect

from tests.browser.conftest import Served
from tests.browser.sound import is_sound
from tests.builders.cases import an_opening
from webchat import demo
from webchat.cases.words import Kind, Role
from webchat.wiring import clock


def test_a_trustee_signs_in_and_reads(page: Page, address: str, served: Served) -> None:
    for kind in [Kind.QUESTION] * 6 + [Kind.COMMENT] * 5 + [Kind.COMPLAINT] * 2:
        opening = an_opening(charity="help-and-care", key=secrets.token_hex(8), kind=kind)
        served.house.casework.open(opening, clock())
    page.goto(f"{address}/sign-in")
    page.get_by_label("Email address").fill(demo.email_of(Role.TRUSTEE, "help-and-care"))
    page.get_by_label("Password").fill(demo.PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator("h1")).to_have_text("Reports")
    is_sound(page)
    page.get_by_text("Choose a period").click()
    is_sound(page)
    page.locator("#periods a").last.click()
    expect(page.locator("main")).to_contain_text("Every number here is too small to be told.")
    page.goto(f"{address}/help-and-care/desk/reports?from=2026-10-02")
    expect(page.get_by_role("alert")).to_contain_text("A report covers a quarter")
    is_sound(page)
