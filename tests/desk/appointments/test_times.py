"""Staff publish when they can be met, close days, and see what is agreed (issue 3, line 2)."""

from datetime import time, timedelta
from typing import Any

import pytest

from tests.builders.cases import an_opening
from tests.builders.diary import an_offer
from tests.desk.working import told
from tests.webhouse import Browser, Web
from webchat.cases.appointments.booking import Wish
from webchat.cases.appointments.diary import Offer
from webchat.cases.case import Case
from webchat.cases.people.member import Member
from webchat.cases.promises.calendar import london_date
from webchat.cases.words import Kind, Role, Way

AT = "/ruils/desk/appointments"
FORM = {
    "way": "office", "weekday": "1", "first": "", "last": "", "begins": "10:00", "ends": "12:00",
    "minutes": "30", "people": "1", "notice": "0",
}  # fmt: skip


def who(web: Web, role: Role) -> Member:
    return next(one for one in web.house.staff.members("ruils") if one.has(role))


def offers(web: Web) -> list[Offer]:
    return list(web.house.booking.store.offers("ruils"))


def after(browser: Browser, move: str, **fields: str) -> str:
    """Post a form and read the page it leads to."""
    browser.get(AT)
    answer = browser.post(f"{AT}/{move}", **fields)
    return told(browser.get(answer.headers["Location"]) if answer.status_code == 303 else answer)


def agreed(web: Web, **given: Any) -> Case:
    """An appointment a guest has agreed with a manager, on the next Tuesday at 10."""
    offer = an_offer(charity="ruils", staff_id=who(web, Role.MANAGER).staff_id, ends=time(10, 30))
    now, wish = web.clock(), Wish(Way.OFFICE)
    web.house.booking.publish(offer, now)
    first = web.house.booking.free("ruils", wish, now)[0]
    opening = an_opening(charity="ruils", kind=Kind.APPOINTMENT, name="Ana", **given)
    return web.house.booking.open(opening, offer.id, first.starts_at, wish, now)


def test_a_worker_publishes_their_own_times_and_withdraws_them(web: Web) -> None:
    worker = web.signed_in(Role.WORKER)
    assert "Guests can choose these times now." in after(worker, "offer", **FORM)
    (made,) = offers(web)
    assert (made.staff_id, made.weekday, made.begins) == (who(web, Role.WORKER).staff_id, 1, time(10))
    assert "Every Tuesday, 10am \u2013 midday" in told(worker.get(AT))
    assert "offered no longer" in after(worker, "withdraw", offer=made.id)
    assert offers(web) == []


def test_a_single_date(web: Web) -> None:
    day = london_date(web.clock()) + timedelta(days=14)
    after(web.signed_in(Role.WORKER), "offer", **{**FORM, "weekday": "", "first": day.isoformat()})
    (made,) = offers(web)
    assert (made.on, made.weekday) == ((day,), None)


def test_a_worker_arranges_nobody_elses_times_and_a_manager_does(web: Web) -> None:
    worker, manager = web.signed_in(Role.WORKER), web.signed_in(Role.MANAGER)
    other = who(web, Role.MANAGER).staff_id
    worker.get(AT)
    assert worker.post(f"{AT}/offer", **FORM, staff=other).status_code == 404
    assert worker.post(f"{AT}/close", closed_first="2027-01-04", closed_staff="").status_code == 404
    assert offers(web) == []
    after(manager, "offer", **FORM, staff=who(web, Role.WORKER).staff_id)
    (made,) = offers(web)
    assert made.staff_id == who(web, Role.WORKER).staff_id
    after(manager, "offer", **FORM, staff=other)
    theirs = next(one for one in offers(web) if one.staff_id == other)
    after(worker, "withdraw", offer=theirs.id)
    assert theirs in offers(web)


@pytest.mark.parametrize(
    ("field", "given", "words"),
    [
        ("way", "", "Choose how you meet."),
        ("weekday", "", "Choose a weekday, or write a date."),
        ("weekday", "9", "Choose a weekday, or write a date."),
        ("first", "32nd", "Write the date with the day, the month and the year."),
        ("begins", "soon", "Write the time, with the hour and the minutes."),
        ("ends", "09:00", "The end is before the beginning."),
        ("minutes", "121", "There is not enough time for one of them."),
        ("minutes", "\u0663\u0660", "Write a number of minutes, from 5 to 480."),
        ("people", "0", "Write a number of people, 50 at most."),
        ("notice", "-1", "Write a number of hours, 1,440 at most."),
        ("last", "2020-01-01", "These days have passed, or the last one is before the first."),
    ],
)
def test_what_cannot_be_kept_is_refused_beside_its_box(web: Web, field: str, given: str, words: str) -> None:
    page = after(web.signed_in(Role.WORKER), "offer", **{**FORM, field: given})
    assert page.count(words) >= 2  # above, and beside the box
    assert f'id="{field}-fault"' in page
    assert offers(web) == []


def test_a_day_is_closed_and_opened_again(web: Web) -> None:
    manager = web.signed_in(Role.MANAGER)
    page = after(manager, "close", closed_first="2027-01-04", closed_last="2027-01-08", closed_staff="")
    assert "Monday 4 January 2027 \u2013 Friday 8 January 2027" in page
    (shut,) = web.house.booking.store.closures("ruils", london_date(web.clock()))
    assert shut.staff_id == ""
    assert "offered again" in after(manager, "reopen", closure=shut.id)
    assert list(web.house.booking.store.closures("ruils", london_date(web.clock()))) == []
    assert "Write the first day." in after(manager, "close", closed_first="")
