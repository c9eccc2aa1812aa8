"""A guest chooses a time, saves it, moves it and gives it up, with no JavaScript (issue 3, line 2)."""

from datetime import time
from typing import Any

import pytest
from icalendar import Calendar

from tests.builders.diary import an_offer
from tests.guest.answers import APPOINTMENT
from tests.guest.test_changing import the_case
from tests.guest.visitor import BROMLEY, Visitor
from tests.webhouse import Web
from webchat.cases.appointments.diary import Meeting
from webchat.cases.words import Role, Way

SOUTHEND = "age-concern-southend"
AT_OFFICE = {**APPOINTMENT, "appointment_where": ('"office"',), "appointment_who": ('"anyone"',)}


def publish(web: Web, charity: str) -> None:
    """A worker can be met at the office on each Tuesday from 10 to 12, half an hour each."""
    worker = next(one for one in web.house.staff.members(charity) if one.has(Role.WORKER))
    offer = an_offer(charity=charity, staff_id=worker.staff_id, ends=time(12))
    web.house.booking.publish(offer, web.clock())


def agreed(web: Web, charity: str = BROMLEY) -> Meeting:
    meeting = web.house.booking.of_case(the_case(web, charity))
    assert meeting is not None
    return meeting


def sent(web: Web, charity: str = BROMLEY) -> Visitor:
    """A guest who has chosen the first time and sent it."""
    publish(web, charity)
    guest = Visitor(web, charity).open()
    guest.walk(AT_OFFICE, until="appointment_time")
    first = next(one for one in guest.choices() if "@" in one)
    return guest.choose(first).walk(AT_OFFICE)


def back(web: Web, charity: str = BROMLEY) -> Visitor:
    """The same, come back with reference and code."""
    reference, code = sent(web, charity).code()
    return Visitor(web, charity).open("case").post({"reference": reference, "code": code}, "open")


@pytest.mark.parametrize("charity", [BROMLEY, SOUTHEND])
def test_a_time_is_chosen_in_words_and_stands_on_the_slip(here: Web, charity: str) -> None:
    publish(here, charity)
    guest = Visitor(here, charity).open().walk(AT_OFFICE, until="appointment_time")
    assert "Tuesday 24 November 2026 at 10am, with Wendy Worker" in guest.text
    first = next(one for one in guest.choices() if "@" in one)
    guest.choose(first).walk(AT_OFFICE, until="check")
    assert "Tuesday 24 November 2026 at 10am, with Wendy Worker" in guest.text
    guest.choose("/send")
    assert "Your appointment is on Tuesday 24 November 2026 at 10am , until 10:30am ." in guest.text
    assert "You meet Wendy Worker at our office." in guest.text
    assert "keeps this time for you." in guest.text
    assert "choose a day and a time, and offer it to you" not in guest.text
    assert agreed(here, charity).way is Way.OFFICE


def test_sent_twice_it_is_one_case_with_one_time(here: Web) -> None:
    publish(here, BROMLEY)
    guest = Visitor(here, BROMLEY).open().walk(AT_OFFICE, until="appointment_time")
    guest.choose(next(one for one in guest.choices() if "@" in one)).walk(AT_OFFICE, until="check")
    fields = {**guest.fields(), "choice": "/send", "do": "continue"}
    where = guest.at.split("#")[0]
    first, second = guest.send(where, fields).code(), guest.send(where, fields).code()
    assert first == second
    assert len(here.house.booking.store.booked(BROMLEY, here.clock())) == 1


def test_of_two_guests_and_one_time_one_gets_it_and_the_other_is_offered_the_next(here: Web) -> None:
    publish(here, BROMLEY)
    ana, ben = (Visitor(here, BROMLEY).open().walk(AT_OFFICE, until="appointment_time") for _ in range(2))
    first = next(one for one in ana.choices() if "@" in one)
    for one in (ana, ben):
        one.choose(first).walk(AT_OFFICE, until="check")
    ana.choose("/send")
    assert "We have your message" in ana.text
    ben.choose("/send")
    assert "Somebody else has just taken that time, or it has passed. Nothing you wrote is lost." in ben.text
    assert ben.asked == "appointment_time"
    assert first not in ben.choices()
    ben.choose(next(one for one in ben.choices() if "@" in one))
    assert ben.asked == "check"
    ben.choose("/send")
    assert "Tuesday 24 November 2026 at 10:30am" in ben.text


def test_the_file_for_a_calendar_tells_when_and_with_which_charity_and_no_more(here: Web) -> None:
    guest = back(here)
    file = guest.browser.get(f"/{BROMLEY}/case/appointment.ics")
    assert file.mimetype == "text/calendar"
    assert file.headers["Cache-Control"] == "no-store"
    event: Any
    (event,) = Calendar.from_ical(file.get_data()).walk("VEVENT")
    meeting = agreed(here)
    assert (event["dtstart"].dt, event["dtend"].dt) == (meeting.starts_at, meeting.ends_at)
    assert str(event["summary"]) == "Appointment: Living Well Bromley"
    case = the_case(here, BROMLEY)
    for word in (case.reference, case.id, "Ana", "door was shut", "bsl"):
        assert word.encode() not in file.get_data()


def test_the_file_is_there_on_the_slip_too_and_for_nobody_else(here: Web) -> None:
    guest = sent(here)
    path = f"/{BROMLEY}/chat/{guest.number}/appointment.ics"
    assert guest.browser.get(path).mimetype == "text/calendar"
    for other in (path, f"/{BROMLEY}/case/appointment.ics"):
        assert Visitor(here, BROMLEY).browser.get(other).mimetype == "text/html"


def test_another_time_instead(here: Web) -> None:
    guest = back(here)
    assert "Your appointment is on Tuesday 24 November 2026 at 10am" in guest.text
    guest.open("case/time")
    assert "Your time stays yours until you have chosen another one." in guest.text
    wanted = agreed(here).starts_at.replace(hour=11)
    guest.send(f"/{BROMLEY}/case/time", {"choice": f"{agreed(here).offer}@{wanted.isoformat()}"})
    assert agreed(here).starts_at == wanted
    assert "Your appointment is on Tuesday 24 November 2026 at 11am" in guest.text


@pytest.mark.parametrize("choice", ["", "nonsense", "offer@not a time", "@", "\ud800@"])
def test_what_was_not_offered_is_not_taken_and_the_time_stays(here: Web, choice: str) -> None:
    guest = back(here)
    before = agreed(here)
    guest.open("case/time").send(f"/{BROMLEY}/case/time", {"choice": choice})
    assert guest.status == 400
    assert "There is a problem" in guest.text
    assert agreed(here) == before


def test_who_cannot_come_gives_it_back_and_can_choose_again(here: Web) -> None:
    guest = back(here)
    guest.send(f"/{BROMLEY}/case/no-time", {})
    assert "No time is agreed yet." in guest.text
    assert here.house.booking.of_case(the_case(here, BROMLEY)) is None
    assert "Choose a time" in guest.text


def test_what_they_take_back_is_free_for_somebody_else(here: Web) -> None:
    guest = back(here)
    guest.open("case/take-back").post({}, "take-back")
    assert here.house.booking.of_case(the_case(here, BROMLEY)) is None
    assert "Your appointment" not in guest.text


def test_where_no_times_are_offered_it_is_as_it_was(here: Web) -> None:
    guest = Visitor(here, BROMLEY).open().walk(AT_OFFICE, until="appointment_when")
    guest.walk(AT_OFFICE)
    assert "We have your message" in guest.text
    assert "Your appointment" not in guest.text


def test_at_ruils_they_read_by_when_they_are_seen(here: Web) -> None:
    """RUILS, Appointments: within 10 minutes of the agreed time; another time is another minute."""
    guest = sent(here, "ruils")
    assert "We aim to see you by Tuesday 24 November 2026 at 10:10am ." in guest.text
    assert "That is 10 minutes after Tuesday 24 November 2026 at 10am ." in guest.text
