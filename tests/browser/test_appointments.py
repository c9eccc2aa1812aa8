"""Appointments at the desk in a real browser: 320 and 1280 px, with JavaScript and without."""

import secrets
from datetime import UTC, time

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Served
from tests.browser.sound import is_sound
from tests.browser.test_desk import sign_in
from tests.builders.cases import an_opening
from tests.builders.diary import an_offer
from webchat.cases.appointments.booking import Wish
from webchat.cases.appointments.diary import Closure
from webchat.cases.case import Case
from webchat.cases.words import Kind, Role, Way
from webchat.wiring import clock

CHARITY = "ruils"


@pytest.fixture
def agreed(served: Served) -> Case:
    """The next free time with the worker, which a guest has agreed."""
    booking, now, wish = served.house.booking, clock(), Wish(Way.OFFICE)
    worker = next(one for one in served.house.staff.members(CHARITY) if one.has(Role.WORKER))
    offer = an_offer(id=secrets.token_hex(8), charity=CHARITY, staff_id=worker.staff_id, ends=time(18))
    booking.publish(offer, now)
    first = next(one for one in booking.free(CHARITY, wish, now) if one.offer == offer.id)
    opening = an_opening(charity=CHARITY, kind=Kind.APPOINTMENT, key=secrets.token_hex(8), name="Jo Bloggs")
    return booking.open(opening, offer.id, first.starts_at, wish, now)


def test_a_time_is_found_by_its_week_and_moved(
    page: Page, address: str, served: Served, agreed: Case
) -> None:
    meeting = served.house.booking.of_case(agreed)
    assert meeting is not None
    sign_in(page, address, CHARITY)
    on = meeting.starts_at.astimezone(UTC).date().isoformat()
    page.goto(f"{address}/{CHARITY}/desk/appointments?on={on}&span=day")
    is_sound(page)
    page.get_by_role("link", name="The whole week").click()
    is_sound(page)
    page.get_by_role("link", name=f"Move or cancel it {agreed.reference}").click()
    is_sound(page)
    page.get_by_role("button", name="Move it and tell the guest").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose the new time.")
    is_sound(page)
    page.get_by_label("The new time").select_option(index=1)
    page.get_by_label("Why it is moved").fill("We need the room.")
    page.get_by_role("button", name="Move it and tell the guest").click()
    expect(page.get_by_role("status").first).to_contain_text("It is moved.")
    is_sound(page)


def test_what_cannot_take_place_stands_first(page: Page, address: str, served: Served, agreed: Case) -> None:
    meeting = served.house.booking.of_case(agreed)
    assert meeting is not None
    on = meeting.starts_at.date()
    shut = Closure(secrets.token_hex(8), CHARITY, on, on)
    served.house.booking.close(shut, clock())
    sign_in(page, address, CHARITY, Role.MANAGER)
    page.goto(f"{address}/{CHARITY}/desk/appointments")
    expect(page.locator("main h2").first).to_have_text("These cannot take place")
    is_sound(page)
    served.house.booking.store.reopen(CHARITY, shut.id)


def test_a_secret_address_is_shown_once(page: Page, address: str) -> None:
    sign_in(page, address, CHARITY)
    page.goto(f"{address}/{CHARITY}/desk/appointments/calendar")
    is_sound(page)
    page.get_by_role("button", name="address").click()
    secret = page.get_by_label("Copy it now").input_value()
    is_sound(page)
    assert page.request.get(secret).status == 200
    page.goto(f"{address}/{CHARITY}/desk/appointments/calendar")
    expect(page.get_by_label("Copy it now")).to_have_count(0)
    is_sound(page)
