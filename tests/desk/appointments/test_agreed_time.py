"""At the desk one time is moved, cancelled, begins late or was held; the guest reads it (issue 4, line 8)."""

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from werkzeug.test import TestResponse

from tests.builders.cases import an_opening
from tests.desk.appointments.test_times import agreed, who
from tests.desk.working import at, promises, told
from tests.webhouse import Browser, Web
from webchat.cases.appointments.booking import Wish
from webchat.cases.appointments.diary import Meeting, read_token
from webchat.cases.case import Case, Delivery, Message, Purpose, Status
from webchat.cases.moves import Moved
from webchat.cases.words import Kind, ReplyBy, Role, Way

DELAY = "to inform clients before the agreed start time"
FOLLOW_UP = "the date and time of the next meeting"


@dataclass
class Page:
    """The page of a time that was agreed with the manager, in the manager's browser."""

    web: Web
    case: Case
    browser: Browser

    @property
    def meeting(self) -> Meeting:
        found = self.web.house.booking.of_case(self.case)
        assert found is not None
        return found

    @property
    def last(self) -> Message:
        return self.web.house.cases.messages(self.case.id)[-1]

    def read(self) -> str:
        return told(self.browser.get(at(self.case, "/time")))

    def post(self, move: str, **fields: Any) -> TestResponse:
        self.browser.get(at(self.case, "/time"))
        return self.browser.post(at(self.case, f"/time/{move}"), **{"seen": self.meeting.token, **fields})

    def after(self, move: str, **fields: Any) -> str:
        answer = self.post(move, **fields)
        return told(self.browser.get(answer.headers["Location"]) if answer.status_code == 303 else answer)

    def choice(self) -> str:
        return next(iter(re.findall(r'<option value="([^"]+@[^"]+)"', self.read())))


def a_page(web: Web, **given: Any) -> Page:
    return Page(web, agreed(web, **given), web.signed_in(Role.MANAGER))


def test_it_is_moved_and_the_guest_is_told_why(web: Web) -> None:
    page = a_page(web, reply_by=ReplyBy.EMAIL, contact="ana@example.org")
    new = page.choice()
    read = page.after("move", choice=new, reason="We need the room.")
    assert "It is moved. The guest is told the new time and why." in read
    assert "We need the room." in read
    assert (page.meeting.token, page.last.purpose) == (new, Purpose.TIME_MOVED)
    assert page.last.delivery is Delivery.QUEUED


def test_where_nothing_is_sent_the_desk_says_so(web: Web) -> None:
    page = a_page(web, reply_by=ReplyBy.CODE)
    assert "Tell them yourself if you can." in page.after("cancel", reason="I am ill.")


def test_where_people_carry_it_it_is_a_task(web: Web) -> None:
    page = a_page(web, reply_by=ReplyBy.PHONE, contact="020 7946 0018")
    assert "Now tell the guest yourself" in page.after("late", minutes="10")


def test_it_is_cancelled(web: Web) -> None:
    page = a_page(web)
    assert "It is cancelled. The guest is told why." in page.after("cancel", reason="I am ill.")
    assert "No time is agreed now." in page.read()
    assert page.last.body == "I am ill."


def test_the_promise_stands_beside_the_button_where_the_pack_has_it(web: Web) -> None:
    page = a_page(web)
    assert DELAY in page.read()
    assert FOLLOW_UP not in page.read()
    web.clock.at = page.meeting.ends_at
    page.browser = web.signed_in(Role.MANAGER)
    assert FOLLOW_UP in page.read()
    other = web.house.casework.open(an_opening(charity="help-and-care", kind=Kind.APPOINTMENT), web.clock())
    assert DELAY not in told(web.signed_in(Role.MANAGER, "help-and-care").get(at(other, "/time")))


def test_running_late(web: Web) -> None:
    page = a_page(web)
    assert "The guest is told that you are late." in page.after("late", minutes="20")
    assert page.last.time_is == page.meeting.starts_at + timedelta(minutes=20)


@pytest.mark.parametrize("minutes", ["", "4", "61", "soon", "-5", "\u0661\u0660", "9" * 5000])
def test_a_number_that_is_none_is_refused_beside_its_box(web: Web, minutes: str) -> None:
    page = a_page(web)
    read = page.after("late", minutes=minutes)
    assert read.count("Write a number of minutes, from 5 to 60.") == 2
    assert 'id="minutes-fault"' in read


def test_once_it_should_have_begun_it_is_too_late_to_tell(web: Web) -> None:
    page = a_page(web)
    token = page.meeting.token
    web.clock.at = page.meeting.starts_at
    page.browser = web.signed_in(Role.MANAGER)
    assert "I am running late" not in page.read()
    assert "It is too late to tell the guest here." in page.after("late", minutes="10", seen=token)


def test_it_was_held_and_the_next_time_is_agreed(web: Web) -> None:
    page = a_page(web)
    web.clock.at = page.meeting.ends_at
    page.browser = web.signed_in(Role.MANAGER)
    new = page.choice()
    assert "It is noted that it was held." in page.after("held", began="10:05", next=new)
    assert page.meeting.token == new
    assert page.last.purpose is Purpose.NEXT_TIME


def test_or_the_date_of_the_next_contact_becomes_a_promise(web: Web) -> None:
    page = a_page(web)
    web.clock.at = page.meeting.ends_at
    page.browser = web.signed_in(Role.MANAGER)
    read = page.after("held", began="10:05", contact_on="2026-11-30")
    assert "We will contact you by Monday 30 November 2026." in read
    assert promises(web, page.case)["contact"].is_owed


@pytest.mark.parametrize(
    ("fields", "words", "box"),
    [
        ({}, "The policy asks for one of them.", "next"),
        ({"contact_on": "soon"}, "Write the date with the day", "contact_on"),
        ({"contact_on": "2026-11-01"}, "This date has passed.", "contact_on"),
        (
            {"contact_on": "2026-11-30", "began": "23:59"},
            "Write a time of that day that has passed.",
            "began",
        ),
        ({"contact_on": "2026-11-30", "began": "then"}, "Write when it began", "began"),
    ],
)
def test_what_is_missing_is_told_beside_its_box_and_nothing_is_noted(
    web: Web, fields: dict[str, str], words: str, box: str
) -> None:
    page = a_page(web)
    web.clock.at = page.meeting.ends_at
    page.browser = web.signed_in(Role.MANAGER)
    read = page.after("held", **{"began": "10:00", **fields})
    assert read.count(words) == 2
    assert f'id="{box}-fault"' in read
    assert page.meeting


def test_a_reason_is_asked_for_beside_its_box(web: Web) -> None:
    page = a_page(web)
    for move, fields, box in (("move", {"choice": page.choice()}, "why-move"), ("cancel", {}, "why-cancel")):
        read = page.after(move, **fields)
        assert read.count("Say why. The guest reads your reason.") == 2
        assert f'id="{box}-fault"' in read


def test_a_stale_page_is_told_and_the_words_are_kept(web: Web) -> None:
    page = a_page(web)
    before = page.meeting.token
    page.after("move", choice=page.choice(), reason="We need the room.")
    answer = page.post("cancel", seen=before, reason="I am ill today.")
    assert answer.status_code == 409
    read = told(answer)
    assert "Somebody changed this time meanwhile" in read
    assert "I am ill today." in read
    assert page.last.body == "We need the room."


def test_a_time_the_guest_gave_up_is_told_and_the_words_are_kept(web: Web) -> None:
    page = a_page(web)
    token = page.meeting.token
    page.browser.get(at(page.case, "/time"))
    web.house.booking.give_up(page.case, web.clock())
    answer = page.browser.post(at(page.case, "/time/cancel"), seen=token, reason="I am ill today.")
    assert answer.status_code == 409
    assert "I am ill today." in told(answer)


def test_a_time_that_was_taken_is_told_beside_the_box(web: Web) -> None:
    page = a_page(web)
    taken, meeting = page.choice(), page.meeting
    other, asked = an_opening(charity="ruils", kind=Kind.APPOINTMENT), read_token(taken)
    assert asked is not None
    web.house.booking.open(other, *asked, Wish(Way.OFFICE), web.clock())
    read = page.after("move", choice=taken, reason="We need the room.")
    assert "This time is not free any more." in read
    assert "We need the room." in read
    assert page.meeting.token == meeting.token


def test_a_case_closed_under_them_is_told_and_the_words_are_kept(web: Web) -> None:
    page = a_page(web)
    page.browser.get(at(page.case, "/time"))
    web.house.casework.move(page.case, Moved(replace(page.case, status=Status.CLOSED)))
    read = page.after("cancel", reason="I am ill today.")
    assert "This case was closed meanwhile." in read
    assert "I am ill today." in read


def test_a_worker_changes_nobody_elses_time_until_they_have_the_case(web: Web) -> None:
    page = a_page(web)
    page.browser = web.signed_in(Role.WORKER)
    assert "I am running late" not in page.read()
    assert "This time is not yours to change." in page.after("late", minutes="10")
    page.browser.post(at(page.case, "/claim"))
    assert "The guest is told that you are late." in page.after("late", minutes="10")


def test_words_that_are_too_long_come_back(web: Web) -> None:
    page = a_page(web)
    read = page.after("cancel", reason="a" * 20_001)
    assert "This is too long to send." in read
    assert "a" * 20_001 in read


def test_it_is_the_person_of_the_page_who_is_named(web: Web) -> None:
    page = a_page(web)
    page.after("cancel", reason="I am ill.")
    assert page.last.author_name == who(web, Role.MANAGER).name
