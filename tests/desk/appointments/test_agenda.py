"""A day and a week of appointments as lists: whose, which days, and first what cannot take place (line 8)."""

from datetime import date, timedelta

import pytest

from tests.desk.appointments.test_times import AT, agreed, who
from tests.desk.working import told
from tests.webhouse import Web
from webchat.cases.appointments.diary import Closure
from webchat.cases.case import Case
from webchat.cases.promises.calendar import london_date
from webchat.cases.words import Role

TUESDAY = date(2026, 11, 24)


def close(web: Web, staff_id: str = "", on: date = TUESDAY) -> None:
    web.house.booking.close(Closure(f"c-{staff_id}", "ruils", on, on, staff_id), web.clock())


def test_what_is_agreed_stands_under_its_day_with_its_case(web: Web) -> None:
    case = agreed(web)
    page = told(web.signed_in(Role.MANAGER).get(AT))
    assert "The week of Monday 23 November 2026" in page
    assert "10am \u2013 10:30am" in page
    assert case.reference in page
    assert "Ana" in page


def test_a_worker_sees_their_own_and_who_arranges_sees_anybodys(web: Web) -> None:
    case = agreed(web)
    manager, worker = who(web, Role.MANAGER).staff_id, who(web, Role.WORKER).staff_id
    seen = {role: told(web.signed_in(role).get(AT)) for role in (Role.WORKER, Role.ADMINISTRATOR)}
    assert {role: case.reference in page for role, page in seen.items()} == {
        Role.WORKER: False, Role.ADMINISTRATOR: True,
    }  # fmt: skip
    desk = web.signed_in(Role.MANAGER)
    shown = {whose: case.reference in told(desk.get(f"{AT}?whose={whose}")) for whose in (manager, worker)}
    assert shown == {manager: True, worker: False}


@pytest.mark.parametrize("whose", ["everybody", "manager", "nobody-there"])
def test_somebody_elses_times_are_not_found_by_who_arranges_only_their_own(web: Web, whose: str) -> None:
    asked = who(web, Role.MANAGER).staff_id if whose == "manager" else whose
    assert web.signed_in(Role.WORKER).get(f"{AT}?whose={asked}").status_code == 404


def test_days_and_weeks_are_links_with_the_date_in_the_address(web: Web) -> None:
    case, desk = agreed(web), web.signed_in(Role.MANAGER)
    week = told(desk.get(AT))
    assert "on=2026-11-16&amp;span=week" in week
    assert "on=2026-11-30&amp;span=week" in week
    day = told(desk.get(f"{AT}?on=2026-11-24&span=day"))
    assert case.reference in day
    assert "on=2026-11-23&amp;span=day" in day
    assert "on=2026-11-25&amp;span=day" in day
    assert case.reference not in told(desk.get(f"{AT}?on=2026-11-25&span=day"))
    assert case.reference not in told(desk.get(f"{AT}?on=2026-11-30"))


@pytest.mark.parametrize("on", ["", "soon", "0001-01-01", "9999-12-31", "2026-13-01"])
def test_a_date_that_is_none_is_today(web: Web, on: str) -> None:
    page = told(web.signed_in(Role.MANAGER).get(f"{AT}?on={on}&span=day"))
    assert "Monday 23 November 2026" in page


def test_the_first_and_the_last_known_week_can_be_looked_at(web: Web) -> None:
    desk, calendar = web.signed_in(Role.MANAGER), web.house.charities["ruils"].calendar
    for on in (calendar.first, calendar.last):
        assert desk.get(f"{AT}?on={on.isoformat()}").status_code == 200
    assert "Next week" not in told(desk.get(f"{AT}?on={calendar.last.isoformat()}"))


def test_a_bank_holiday_and_a_closure_stand_in_the_list(web: Web) -> None:
    close(web)
    desk = web.signed_in(Role.MANAGER)
    assert "Closed. Nobody is met." in told(desk.get(AT))
    assert "Bank holiday. Nobody is met." in told(desk.get(f"{AT}?on=2026-12-25&span=day"))


def test_whose_closure_it_is_stands_there(web: Web) -> None:
    manager = who(web, Role.MANAGER)
    close(web, manager.staff_id)
    assert f"{manager.name} is not met on this day." in told(web.signed_in(Role.MANAGER).get(AT))
    assert "is not met on this day." not in told(web.signed_in(Role.WORKER).get(AT))


@pytest.mark.parametrize("why", ["closed", "left"])
def test_what_can_no_longer_take_place_stands_first_on_any_day_and_offers_to_tell_the_guest(
    web: Web, why: str
) -> None:
    case = agreed(web)
    if why == "closed":
        close(web)
    else:
        web.house.staff.leave(who(web, Role.MANAGER).staff_id, "ruils")
    page = told(web.signed_in(Role.ADMINISTRATOR).get(f"{AT}?on=2026-12-07&span=day"))
    first = page.index("These cannot take place")
    assert first < page.index(case.reference) < page.index("Monday 7 December 2026")
    assert f"/desk/cases/{case.reference}/time?open=move#move" in page
    assert "Tell the guest" in page


def test_once_the_guest_is_told_nothing_stands_first(web: Web) -> None:
    case, desk = agreed(web), web.signed_in(Role.MANAGER)
    close(web)
    desk.get(AT)
    meeting = web.house.booking.of_case(case)
    assert meeting is not None
    desk.post(f"/ruils/desk/cases/{case.reference}/time/cancel", seen=meeting.token, reason="Closed.")
    assert "These cannot take place" not in told(desk.get(AT))


def about(web: Web, role: Role) -> Case:
    """A case of an agreed time that turns out to be about somebody."""
    case = agreed(web)
    chair = next(one for one in web.house.staff.members("ruils") if one.has(Role.CHIEF_EXECUTIVE))
    return web.house.casework.say_who(chair, case.id, who(web, role).staff_id, web.clock())


def test_whoever_a_case_is_about_sees_nothing_of_its_time(web: Web) -> None:
    case = about(web, Role.MANAGER)
    page = told(web.signed_in(Role.MANAGER).get(AT))
    assert case.reference not in page
    assert 'class="card meeting' not in page
    assert case.reference in told(web.signed_in(Role.ADMINISTRATOR).get(AT))


def test_a_day_across_the_change_of_clocks(web: Web) -> None:
    """A meeting at 10 stands at 10 on either side of it."""
    case, desk = agreed(web), web.signed_in(Role.MANAGER)
    meeting = web.house.booking.of_case(case)
    assert meeting is not None
    assert london_date(meeting.starts_at + timedelta(days=1)) == date(2026, 11, 25)
    for on in ("2027-03-28", "2026-10-25"):
        assert desk.get(f"{AT}?on={on}&span=day").status_code == 200
