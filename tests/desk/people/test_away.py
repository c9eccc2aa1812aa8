"""At the desk: saying who is away, and looking after their cases meanwhile (issue 4, line 7)."""

import re
from dataclasses import replace
from datetime import date

import pytest
from werkzeug.test import TestResponse

from tests.builders.cases import an_opening
from tests.builders.diary import an_offer
from tests.desk.working import at, opened, taken, told
from tests.webhouse import Browser, Web
from webchat import demo
from webchat.cases.appointments.booking import Wish
from webchat.cases.case import About
from webchat.cases.leaving import Leaving
from webchat.cases.moves import Moved
from webchat.cases.people.away import Absence
from webchat.cases.people.member import Member
from webchat.cases.words import Kind, Role, Way

HERE = "/ruils/desk/away"
BOARD = "/ruils/desk/"
WANDA = "Wanda Second"
WEEK = {"first": "2026-11-23", "back": "2026-11-30"}


def member(web: Web, role: Role) -> Member:
    demos = [one for one in web.house.staff.members("ruils") if one.name != WANDA]
    return next(one for one in demos if one.has(role))


def a_second_worker(web: Web) -> Member:
    """Another worker, to stand in: Wanda."""
    staff_id = web.house.staff.add("wanda@ruils.example", WANDA, demo_hash(web), web.clock())
    web.house.staff.join(staff_id, "ruils", [Role.WORKER])
    found = web.house.staff.member(staff_id, "ruils")
    assert found
    return found


def demo_hash(web: Web) -> str:
    account = web.house.staff.by_email(demo.email_of(Role.WORKER, "ruils"))
    assert account
    return account.password_hash


def as_second(web: Web) -> Browser:
    browser = web.browser()
    browser.get("/sign-in")
    browser.post("/sign-in", email="wanda@ruils.example", password=demo.PASSWORD)
    return browser


def say(browser: Browser, **given: str) -> TestResponse:
    browser.get(HERE)
    return browser.post(f"{HERE}/say", **{**WEEK, **given})


def absences(web: Web) -> list[Absence]:
    return list(web.house.booking.store.absences("ruils", web.clock().date()))


def group(page: str, heading: str) -> str:
    """One group of the board; empty where there is none."""
    found = re.search(rf"<h2>{heading} .*?</section>", page, re.DOTALL)
    return found.group() if found else ""


def test_somebody_says_that_they_are_away_and_it_stands_there(web: Web) -> None:
    wanda, worker = a_second_worker(web), web.signed_in(Role.WORKER)
    landed = say(worker, substitute=wanda.staff_id)
    page = told(worker.get(landed.headers["Location"]))
    assert "Guests are offered no appointments on these days." in page
    assert "Away from Monday 23 November 2026. Back on Monday 30 November 2026." in page
    assert "Wanda Second stands in." in page
    assert "You stand in." in told(as_second(web).get(HERE))


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"first": ""}, "Write the first day away."),
        ({"back": ""}, "Write the day they are back."),
        ({"back": "soon"}, "Write the date with the day, the month and the year."),
        ({"back": "2026-11-23"}, "The day back must be later than the first day away."),
        ({"first": "2026-11-02", "back": "2026-11-20"}, "This day has come already."),
        ({"back": "2040-01-01"}, "This date is too far away."),
        ({"substitute": "nobody-of-ours"}, "This person does not work on cases here."),
    ],
)
def test_what_cannot_be_is_said_at_its_box_and_what_was_typed_is_kept(
    web: Web, given: dict[str, str], says: str
) -> None:
    answer = say(web.signed_in(Role.WORKER), **given)
    page = told(answer)
    assert answer.status_code == 400
    assert page.count(says) == 2
    assert page.count('aria-invalid="true"') == 1
    assert absences(web) == []


def test_a_colleague_who_is_away_too_cannot_stand_in_nor_two_for_each_other(web: Web) -> None:
    wanda, worker = a_second_worker(web), member(web, Role.WORKER)
    say(web.signed_in(Role.WORKER), substitute=wanda.staff_id)
    answer = say(as_second(web), substitute=worker.staff_id)
    assert "This colleague is away on some of these days too." in told(answer)
    assert "They are away on some of these days already." in told(say(web.signed_in(Role.WORKER)))


def test_a_manager_writes_down_somebody_who_fell_ill_and_a_colleague_cannot(web: Web) -> None:
    a_second_worker(web)
    ill = member(web, Role.WORKER).staff_id
    assert say(as_second(web), staff=ill).status_code == 404
    assert say(web.signed_in(Role.MANAGER), staff=ill, first="2026-11-20").status_code == 303
    assert [one.staff_id for one in absences(web)] == [ill]


def test_another_charitys_staff_are_not_there(web: Web) -> None:
    other = next(one for one in web.house.staff.members("help-and-care") if one.has(Role.WORKER))
    assert say(web.signed_in(Role.MANAGER), staff=other.staff_id).status_code == 404


def test_it_can_be_made_longer_and_ended_early_by_those_who_may(web: Web) -> None:
    a_second_worker(web)
    worker = web.signed_in(Role.WORKER)
    say(worker)
    (one,) = absences(web)
    other = as_second(web)
    other.get(HERE)
    for move in ("change", "back"):
        assert other.post(f"{HERE}/{move}", absence=one.id, back="2026-12-07").status_code == 404
    assert worker.post(f"{HERE}/change", absence=one.id, back="2026-12-07").status_code == 303
    assert str(absences(web)[0].back) == "2026-12-07"
    refused = told(worker.post(f"{HERE}/change", absence=one.id, back="2026-11-20"))
    assert f'id="back-{one.id}-fault"' in refused
    landed = worker.post(f"{HERE}/back", absence=one.id)
    assert "Nobody is away." in told(worker.get(landed.headers["Location"]))
    assert "This is over, or somebody has taken it back." in told(worker.post(f"{HERE}/back", absence=one.id))


# ---- The board ----


def test_the_substitute_finds_the_cases_in_a_group_of_their_own_and_takes_one(web: Web) -> None:
    wanda = a_second_worker(web)
    case, worker = taken(web)
    say(worker, substitute=wanda.staff_id)
    browser = as_second(web)
    page = told(browser.get(BOARD))
    assert case.reference in group(page, "While Wendy Worker is away")
    assert page.count(case.reference) == page.count(f"/cases/{case.reference}") + 1  # one row
    opened_ = told(browser.get(at(case)))
    assert "Away, back on Monday 30 November 2026" in opened_
    assert "Take this case" in opened_
    landed = browser.post(at(case, "/claim"))
    assert "You have this case now." in told(browser.get(landed.headers["Location"]))
    assert "While Wendy Worker is away" not in told(browser.get(BOARD))


def test_a_colleague_who_does_not_stand_in_has_no_such_group(web: Web) -> None:
    a_second_worker(web)
    case, worker = taken(web)
    say(worker)
    page = told(as_second(web).get(BOARD))
    assert case.reference in page
    assert "While Wendy" not in page
    assert "While Wendy Worker is away" in told(web.signed_in(Role.MANAGER).get(BOARD))


def test_a_case_about_the_substitute_is_not_shown_counted_or_hinted_at(web: Web) -> None:
    """Substitution gives no sight; the line manager finds it."""
    wanda = a_second_worker(web)
    case, worker = taken(web, kind=Kind.COMPLAINT)
    about = replace(case, about=About.MATCHED, about_staff=wanda.staff_id)
    web.house.casework.move(case, Moved(about))
    before = told(as_second(web).get(BOARD))
    say(worker, substitute=wanda.staff_id)
    browser = as_second(web)
    page = told(browser.get(BOARD))
    assert "While Wendy" not in page
    assert case.reference not in page + told(browser.get(HERE))
    assert page.count("<tr>") == before.count("<tr>")
    assert browser.post(at(case, "/claim")).status_code == 404
    manager = web.signed_in(Role.MANAGER)
    assert case.reference in group(told(manager.get(BOARD)), "While Wendy Worker is away")
    assert "stands in." not in told(manager.get(at(case)))  # nobody reads that she is kept from it
    assert manager.post(at(case, "/claim")).status_code == 303


def test_what_must_be_read_first_stays_where_it_is(web: Web) -> None:
    lead = member(web, Role.SAFEGUARDING_LEAD)
    case = opened(web, charity="ruils")
    web.house.casework.move(case, Moved(replace(case, owner=lead.staff_id, read_first=True)))
    say(web.signed_in(Role.MANAGER), staff=lead.staff_id)
    page = told(web.signed_in(Role.SAFEGUARDING_DEPUTY).get(BOARD))
    assert case.reference in group(page, "Read first")


def test_only_my_own_cases_are_only_my_own(web: Web) -> None:
    case, worker = taken(web)
    say(worker)
    assert case.reference not in told(web.signed_in(Role.MANAGER).get(f"{BOARD}?whose=mine"))


def test_whoever_leaves_is_away_no_more(web: Web) -> None:
    say(web.signed_in(Role.WORKER))
    house = web.house
    Leaving(house.casework, house.desk_lists.owned_by, house.actions.acts_in, house.staff.leave).end(
        member(web, Role.WORKER), web.clock()
    )
    assert absences(web) == []
    assert web.signed_in(Role.MANAGER).get(HERE).status_code == 200


# ---- Appointments ----


def test_what_was_agreed_for_these_days_is_to_be_moved_and_no_time_is_offered(web: Web) -> None:
    worker = member(web, Role.WORKER)
    web.house.booking.publish(an_offer(charity="ruils", staff_id=worker.staff_id), web.clock())
    wish = Wish(Way.OFFICE)
    first = web.house.booking.free("ruils", wish, web.clock())[0]
    opening = an_opening(charity="ruils", kind=Kind.APPOINTMENT)
    case = web.house.booking.open(opening, first.offer, first.starts_at, wish, web.clock())
    browser = web.signed_in(Role.WORKER)
    say(browser)
    page = told(browser.get(HERE))
    assert "Move or cancel these." in page
    assert f"/ruils/desk/cases/{case.reference}/time?open=move#move" in page
    assert "These cannot take place" in told(browser.get("/ruils/desk/appointments"))
    assert str(web.house.booking.free("ruils", wish, web.clock())[0].starts_at.date()) == "2026-12-01"


def test_an_absence_comes_back_as_it_went(web: Web) -> None:
    one = Absence("a", "ruils", member(web, Role.WORKER).staff_id, *two_days(web), "sub", "me")
    web.house.booking.store.say_away(one, web.clock())
    assert absences(web) == [one]
    web.house.booking.store.not_away("help-and-care", "a")
    assert absences(web) == [one]
    assert list(web.house.booking.store.absences("ruils", one.back)) == []


def two_days(web: Web) -> tuple[date, date]:
    today = web.clock().date()
    return today, today.replace(day=today.day + 1)
