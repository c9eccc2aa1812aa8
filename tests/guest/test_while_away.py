"""Whoever has a guest's case is away: they read until when, and how else they reach us (issue 4, line 7)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.builders.cases import an_opening
from tests.guest.answers import QUESTION
from tests.guest.test_case_page import came_back
from tests.guest.visitor import Visitor
from tests.notify.test_errands import Postbag
from tests.webhouse import Web
from webchat.cases.people.away import Absence
from webchat.cases.people.member import Member
from webchat.cases.words import ReplyBy, Role

DAY = timedelta(days=1)
ACSOS, RUILS, BROMLEY = "age-concern-southend", "ruils", "living-well-bromley"


def a_worker(web: Web, charity: str) -> Member:
    return next(one for one in web.house.staff.members(charity) if one.has(Role.WORKER))


def away(web: Web, charity: str, days: int) -> None:
    """The worker is away from today for so many days."""
    today = web.clock().date()
    one = Absence("away-1", charity, a_worker(web, charity).staff_id, today, today + days * DAY)
    web.house.standing_in.say(one, web.clock())


def waiting(web: Web, charity: str) -> Visitor:
    """A guest who has come back to what the worker has taken."""
    guest = came_back(Visitor(web, charity), QUESTION)
    (row,) = web.house.desk_lists.open_cases(charity)
    web.house.casework.claim(a_worker(web, charity), row.case.id, web.clock())
    return guest.open("case")


@pytest.mark.parametrize(
    ("charity", "days", "back", "other"),
    [
        (ACSOS, 7, "Monday 30 November 2026", "Until then you can also call us on"),
        (ACSOS, 1, "Tuesday 24 November 2026", ""),  # one working day
        (RUILS, 1, "Tuesday 24 November 2026", "If it is urgent, contact 020 7946 0103 ."),
        (BROMLEY, 7, "Monday 30 November 2026", ""),
    ],
)
def test_the_page_says_when_they_are_back_and_what_the_policy_adds(
    web: Web, charity: str, days: int, back: str, other: str
) -> None:
    guest = waiting(web, charity)
    assert "is away" not in guest.text
    away(web, charity, days)
    text = guest.open("case").text
    assert f"Wendy Worker has your message. Wendy Worker is away. They are back on {back} ." in text
    for words in ("Until then", "If it is urgent", "not been told"):
        assert (words in text) is (bool(other) and words in other)
    assert other in text


@pytest.mark.parametrize("charity", [ACSOS, RUILS])
def test_after_they_write_it_stands_in_what_was_said_once(web: Web, charity: str) -> None:
    guest = waiting(web, charity)
    away(web, charity, 7)
    guest.open("case").post({"words": "Are you there?"}, "add")
    guest.post({"words": "Hello?"}, "add")
    said = guest.text[guest.text.index("Messages") : guest.text.index("What we promised")]
    assert said.count("is away. They are back on Monday 30 November 2026 .") == 1
    assert said.index("Are you there?") < said.index("is away") < said.index("Hello?")


def test_where_the_policy_asks_for_nothing_no_message_answers(web: Web) -> None:
    guest = waiting(web, BROMLEY)
    away(web, BROMLEY, 7)
    guest.open("case").post({"words": "Are you there?"}, "add")
    said = guest.text[guest.text.index("Messages") : guest.text.index("What we promised")]
    assert "is away" not in said


def test_a_charity_that_told_no_number_says_so(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    guest = waiting(web, RUILS)
    away(web, RUILS, 7)
    monkeypatch.setattr(type(web.house.charities[RUILS].settings), "other_way", lambda self, gives: "")
    assert "We have not been told whom to contact at RUILS if it is urgent." in guest.open("case").text


def test_whoever_takes_it_meanwhile_is_named_and_nobody_is_away(web: Web) -> None:
    guest = waiting(web, RUILS)
    away(web, RUILS, 7)
    manager = next(one for one in web.house.staff.members(RUILS) if one.has(Role.MANAGER))
    (row,) = web.house.desk_lists.open_cases(RUILS)
    web.house.standing_in.claim(manager, row.case.id, web.clock())
    text = guest.open("case").text
    assert "Malik Manager has your message." in text
    assert "is away" not in text


def test_an_email_carries_it_where_that_is_safe(web: Web) -> None:
    opening = an_opening(
        charity=RUILS, reply_by=ReplyBy.EMAIL, contact="jo@example.org", safe_to_contact=True
    )
    case = web.house.casework.open(opening, web.clock())
    case = web.house.casework.claim(a_worker(web, RUILS), case.id, web.clock())
    away(web, RUILS, 7)
    web.house.standing_in.guest_adds(case, "Are you there?", "en", web.clock())
    bag = Postbag()
    for one in web.house.outbox.take("test", web.clock(), DAY, 20):
        if one.errand.kind == "send_message":
            replace(web.house.errands, mail=bag).run(one.errand)
    (sent,) = bag.parcels
    body = sent.body
    assert "Wendy Worker is away. They are back on Monday 30 November 2026." in body
    assert "If it is urgent, contact 020 7946 0103." in body
    assert "Are you there" not in body
