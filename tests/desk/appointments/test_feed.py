"""Staff follow their appointments in a calendar of their own (issue 4, line 8; guest-rules E21, G12)."""

import re
from dataclasses import replace

import pytest
from icalendar import Calendar
from icalendar.cal import Component

from tests.desk.appointments.test_agenda import about
from tests.desk.appointments.test_times import AT, agreed, who
from tests.desk.working import told
from tests.house.test_routes import everything
from tests.webhouse import Browser, Web
from webchat.cases.appointments.diary import Meeting
from webchat.cases.appointments.rearranging import Rearranging, Reason
from webchat.cases.case import Case
from webchat.cases.words import Role
from webchat.db.tables import calendar_feed

PAGE = f"{AT}/calendar"


def made(browser: Browser) -> str:
    """A new address, as its page shows it once; the path of it."""
    browser.get(PAGE)
    found = re.search(r'id="address"[^>]*value="http://localhost([^"]+)"', told(browser.post(PAGE)))
    assert found is not None
    return found.group(1)


def events(web: Web, path: str) -> list[dict[str, str]]:
    """What a phone reads there, without any cookie."""
    answer = web.app.test_client().get(path)
    assert answer.status_code == 200
    found = Calendar.from_ical(answer.get_data()).walk("VEVENT")
    return [dict(line.split(":", 1) for line in told_of(one)) for one in found]


def told_of(event: Component) -> list[str]:
    """The lines of an entry, but for the first and the last."""
    return event.to_ical().decode().strip().split("\r\n")[1:-1]


def meeting_of(web: Web, case: Case) -> Meeting:
    found = web.house.booking.of_case(case)
    assert found is not None
    return found


def test_a_phone_reads_the_time_the_way_and_the_reference_and_nothing_else(web: Web) -> None:
    case = agreed(web, contact="ana@example.org", words="My landlord shouts at me.")
    path = made(web.signed_in(Role.MANAGER))
    (event,) = events(web, path)
    assert event["SUMMARY"] == f"At the office\\, {case.reference}"
    assert (event["DTSTART"], event["DTEND"]) == ("20261124T100000Z", "20261124T103000Z")
    assert set(event) == {"SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "UID", "CLASS"}
    whole = told(web.app.test_client().get(path))
    assert not [word for word in ("Ana", "ana@", "landlord") if word in whole]


def test_it_is_for_nobody_to_keep_or_index_and_says_how_often_to_look(web: Web) -> None:
    answer = web.app.test_client().get(made(web.signed_in(Role.MANAGER)))
    assert answer.mimetype == "text/calendar"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert "Set-Cookie" not in answer.headers
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT1H" in told(answer)


def test_the_secret_is_long_shown_once_and_kept_only_as_a_hash(web: Web) -> None:
    desk = web.signed_in(Role.MANAGER)
    path = made(desk)
    secret = path.removeprefix("/ruils/calendar/").removesuffix(".ics")
    assert len(secret) == 43  # 256 bits
    assert secret not in told(desk.get(PAGE))
    assert secret not in str(everything(web))
    assert len(web.house.database.rows(calendar_feed.select())) == 1


def test_reading_it_changes_nothing(web: Web) -> None:
    agreed(web)
    path = made(web.signed_in(Role.MANAGER))
    before = everything(web)
    for _ in range(2):
        assert web.app.test_client().get(path).status_code == 200
        assert web.app.test_client().get("/ruils/calendar/nothing.ics").status_code == 404
    assert everything(web) == before


def test_made_anew_the_old_address_finds_nothing(web: Web) -> None:
    desk = web.signed_in(Role.MANAGER)
    first, second = made(desk), made(desk)
    statuses = [web.app.test_client().get(path).status_code for path in (first, second)]
    assert statuses == [404, 200]


@pytest.mark.parametrize("ends", ["stopped", "left", "account", "no desk"])
def test_what_has_ended_looks_exactly_like_what_never_was(web: Web, ends: str) -> None:
    desk, manager = web.signed_in(Role.MANAGER), who(web, Role.MANAGER)
    path = made(desk)
    if ends == "stopped":
        assert "It is stopped." in told(desk.get(desk.post(f"{PAGE}/stop").headers["Location"]))
    elif ends == "left":
        web.house.staff.leave(manager.staff_id, "ruils")
    elif ends == "account":
        web.house.staff.stop(manager.staff_id, web.clock())
    else:
        web.house.staff.join(manager.staff_id, "ruils", [Role.TRUSTEE])
    gone, never = (web.app.test_client().get(one) for one in (path, "/ruils/calendar/never-was.ics"))
    assert (gone.status_code, never.status_code) == (404, 404)
    hidden = re.compile(r'(value|nonce)="[^"]*"')
    assert hidden.sub("", told(gone)) == hidden.sub("", told(never))
    assert dict(gone.headers) == dict(never.headers)


def test_it_is_found_at_its_own_charity_alone(web: Web) -> None:
    path = made(web.signed_in(Role.MANAGER))
    elsewhere = path.replace("/ruils/", "/help-and-care/")
    assert web.app.test_client().get(elsewhere).status_code == 404


def test_only_their_own(web: Web) -> None:
    agreed(web)
    assert events(web, made(web.signed_in(Role.WORKER))) == []
    assert events(web, made(web.signed_in(Role.ADMINISTRATOR))) == []


def test_a_case_that_turns_out_to_be_about_them_is_not_in_it(web: Web) -> None:
    path = made(web.signed_in(Role.MANAGER))
    about(web, Role.MANAGER)
    assert events(web, path) == []


def test_moved_it_stays_the_same_entry_and_cancelled_it_goes(web: Web) -> None:
    case, path = agreed(web), made(web.signed_in(Role.MANAGER))
    (first,) = events(web, path)
    staff, now, manager = Rearranging(web.house.booking), web.clock(), who(web, Role.MANAGER)
    meeting = meeting_of(web, case)
    other = staff.choices(case, meeting, now)[0]
    chosen = (other.offer, other.starts_at)
    case = staff.move(manager, case.id, meeting.token, chosen, Reason("The room."), now)
    (second,) = events(web, path)
    assert (second["UID"], second["DTSTART"]) == (first["UID"], other.starts_at.strftime("%Y%m%dT%H%M%SZ"))
    staff.cancel(manager, case.id, other.token, Reason("Ill."), now)
    assert events(web, path) == []


def test_the_next_meeting_of_a_case_is_another_entry(web: Web) -> None:
    case, path = agreed(web), made(web.signed_in(Role.MANAGER))
    (before,) = events(web, path)
    staff, meeting, now = Rearranging(web.house.booking), meeting_of(web, case), web.clock()
    web.house.booking.store.held(case.id)
    later = staff.choices(case, meeting, now)[-1]
    web.house.booking.agree(case, later.offer, later.starts_at, staff.wish(case, meeting), now)
    held, then = events(web, path)
    assert held["UID"] == before["UID"] != then["UID"]


def test_times_are_right_on_both_sides_of_the_change_of_clocks(web: Web) -> None:
    """10 o'clock in London is 10 in winter and 9 in summer by the world's clock."""
    web.clock.at = web.clock.at.replace(year=2027, month=3, day=20)
    path = made(web.signed_in(Role.MANAGER))
    case = agreed(web)  # Tuesday 23 March
    (winter,) = events(web, path)
    staff, meeting = Rearranging(web.house.booking), meeting_of(web, case)
    summer = staff.choices(case, meeting, web.clock())[0]  # a week later
    web.house.booking.agree(case, summer.offer, summer.starts_at, staff.wish(case, meeting), web.clock())
    (moved,) = events(web, path)
    assert (winter["DTSTART"], moved["DTSTART"]) == ("20270323T100000Z", "20270330T090000Z")


def test_the_address_is_ours_and_not_what_a_request_says(web: Web) -> None:
    web.house = replace(
        web.house, settings=replace(web.house.settings, public_url="https://chat.example.org")
    )
    web.app.extensions["house"] = web.house
    desk = web.signed_in(Role.MANAGER)
    desk.get(PAGE)
    assert 'value="https://chat.example.org/ruils/calendar/' in told(desk.post(PAGE))
