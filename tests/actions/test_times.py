"""A guest chooses a time from those that staff publish (issue 3, line 2)."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Any

import pytest

from tests.actions.acting import NOW
from tests.actions.walking import Walk
from tests.builders.cases import a_member
from tests.builders.diary import an_offer
from webchat.cases.appointments.diary import Meeting, read_token
from webchat.cases.people.member import Member
from webchat.cases.words import Way

SOUTHEND = "age-concern-southend"
SAM = a_member("sam", charity=SOUTHEND)


def a_walk(*offers: dict[str, Any], staff: tuple[Member, ...] = (SAM,)) -> Walk:
    """A guest of a charity whose staff have published times; half an hour on each Tuesday from 10 to 12."""
    walk = Walk(SOUTHEND)
    walk.store.staff = list(staff)
    walk.diary.published = [an_offer(charity=SOUTHEND, **one) for one in offers]
    walk.picks("/begin_appointment")
    return walk


@pytest.fixture
def guest() -> Iterator[Walk]:
    with a_walk({}) as walk:
        yield walk


def titles(walk: Walk) -> list[str]:
    """What each button answers."""
    assert walk.question is not None
    buttons: Any = walk.question.values["buttons"]
    return [one["payload"].rpartition('": "')[2].removesuffix('"}') for one in buttons]


def send(walk: Walk) -> Walk:
    walk.picks("/send")
    return walk


def test_the_next_few_are_offered_and_the_one_they_choose_is_theirs(guest: Walk) -> None:
    guest.until("appointment_time")
    tokens = titles(guest)
    assert tokens[-2:] == ["later", "none"]
    assert len(tokens) == 6
    guest.answer([tokens[1]])
    guest.until("check")
    assert not guest.state.slots.get("appointment_when")
    send(guest)
    (meeting,) = guest.diary.agreed
    assert (f"{meeting.offer}@{meeting.starts_at.isoformat()}", meeting.case_id) == (tokens[1], guest.case.id)
    assert "words_agreed_office" in guest.heard


def test_later_ones_are_shown_and_after_the_last_the_first_again(guest: Walk) -> None:
    guest.until("appointment_time")
    first = titles(guest)[:4]
    seen = [first]
    for _ in range(20):
        guest.answer(["later"])
        assert guest.asked == "appointment_time"
        seen.append([one for one in titles(guest) if "@" in one])
        if seen[-1] == first:
            break
    assert seen[-1] == first
    assert len({one for some in seen for one in some}) == len([one for some in seen[:-1] for one in some])


def test_where_none_suits_they_say_in_words_and_it_is_a_case_with_the_charitys_promise(guest: Walk) -> None:
    guest.until("appointment_time")
    guest.answer(["none"])
    assert guest.asked == "appointment_when"
    guest.until("check")
    send(guest)
    assert guest.diary.agreed == []
    assert dict(guest.case.answers)["appointment_when"] == "Any Tuesday morning"


@pytest.mark.parametrize(
    "answers",
    [
        {"appointment_where": ["phone"], "appointment_place": "01702 345156"},
        {"appointment_where": ["home"], "appointment_place": ""},
        {"appointment_who": ["named"], "appointment_person": "Pat"},
        {"about_person": ["yes"], "person_name": "Sam"},
        {"about_person": ["yes"], "person_name": ""},
    ],
    ids=["another way", "home with no address", "somebody else", "it is about them", "about whom?"],
)
def test_a_time_is_offered_only_where_it_can_be_kept(answers: dict[str, Any]) -> None:
    with a_walk({}, {"way": Way.HOME}) as guest:
        assert "appointment_time" not in guest.until("check", **answers)


def test_home_visits_where_they_told_the_address() -> None:
    with a_walk({"way": Way.HOME}) as guest:
        guest.until("appointment_time", appointment_where=["home"])


def test_what_somebody_else_took_meanwhile_is_told_and_the_next_are_offered(guest: Walk) -> None:
    guest.until("appointment_time")
    wanted = titles(guest)[0]
    take(guest, wanted)
    guest.answer([wanted])
    assert "utter_time_gone" in guest.heard
    assert guest.asked == "appointment_time"
    assert wanted not in titles(guest)


def test_what_goes_while_they_check_is_told_nothing_is_lost_and_nothing_sent(guest: Walk) -> None:
    guest.until("appointment_time")
    wanted = titles(guest)[0]
    guest.answer([wanted])
    guest.until("check")
    take(guest, wanted)
    send(guest)
    assert "utter_time_gone" in guest.heard
    assert guest.store.cases == {}
    assert guest.asked == "appointment_time"
    guest.answer([titles(guest)[0]])
    assert guest.asked == "check"
    send(guest)
    assert len(guest.diary.agreed) == 2
    assert guest.case.answers


def test_another_way_to_meet_asks_for_the_time_again() -> None:
    with a_walk({}, {"way": Way.PHONE}) as guest:
        guest.until("appointment_time")
        guest.answer([titles(guest)[0]])
        guest.until("check")
        guest.picks('/change{"answer": "appointment_where"}')
        number = "01702 345156"
        passed = guest.until("appointment_time", appointment_where=["phone"], appointment_place=number)
        assert "appointment_place" in passed
        guest.answer([titles(guest)[0]])
        guest.until("check")
        send(guest)
        (meeting,) = guest.diary.agreed
        assert meeting.way is Way.PHONE


def test_a_time_that_nobody_offered_is_not_taken(guest: Walk) -> None:
    guest.until("appointment_time")
    guest.answer("next Tuesday at ten")
    assert guest.asked == "appointment_time"
    assert "utter_error_choice" in guest.heard


def take(guest: Walk, token: str) -> None:
    """Somebody else has it now."""
    read = read_token(token)
    assert read is not None
    offer, starts_at = read
    guest.diary.agreed.append(Meeting(offer, "sam", Way.OFFICE, starts_at, 30, "another"))


def test_the_days_are_counted_from_now() -> None:
    tomorrow = {"weekday": None, "on": (date(2026, 11, 24),), "begins": time(9), "ends": time(9, 30)}
    with a_walk(tomorrow) as guest:
        guest.until("appointment_time")
        assert titles(guest)[0].endswith((NOW + timedelta(days=1)).date().isoformat() + "T09:00:00+00:00")
