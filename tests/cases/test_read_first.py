"""What must be read first: told at once, told on when nobody reads it, outside every clock (E13 to E16)."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.builders.cases import MONDAY, a_calendar, an_opening
from tests.builders.guarding import (
    DEPUTY,
    LEAD,
    MANAGER,
    TEN_TO_FOUR,
    WORDS,
    WORKER,
    guarding,
    store_of,
    told,
)
from webchat.cases.case import Errand, Status
from webchat.cases.errors import NotAllowed, NotFound
from webchat.cases.moves import Letter, Purpose
from webchat.cases.people.guarding import Guarding
from webchat.cases.promises.clock import next_open
from webchat.cases.read_first import others_told_at
from webchat.cases.words import Kind, ReplyBy

QUARTER = timedelta(minutes=15)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A day of November 2026, when London keeps UTC; the 23rd is a Monday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


def alerts(guard: Guarding) -> list[Errand]:
    """What the outbox is to tell, in order."""
    return [one for one in store_of(guard).errands.values() if one.kind == "alert"]


# When the next one is told


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (at(23, 11), at(23, 11, 15)),
        (at(23, 10), at(23, 10, 15)),
        (at(23, 15, 44), at(23, 15, 59)),
        (at(23, 15, 50), at(24, 10)),  # the quarter of an hour is not over when they close
        (at(23, 16), at(24, 10)),
        (at(23, 22), at(24, 10)),
        (at(24, 3), at(24, 10)),
        (at(27, 15, 55), at(30, 10)),
        (at(28, 12), at(30, 10)),
        (datetime(2026, 12, 24, 20, tzinfo=UTC), datetime(2026, 12, 29, 10, tzinfo=UTC)),
    ],
)
def test_the_deputy_is_told_after_a_quarter_of_staffed_hours_or_at_opening(
    now: datetime, then: datetime
) -> None:
    assert others_told_at(now, a_calendar(), TEN_TO_FOUR) == then


def test_a_break_at_midday_is_not_staffed() -> None:
    broken = {0: ((time(10), time(12)), (time(13), time(16)))}
    assert others_told_at(at(23, 11, 50), a_calendar(), broken) == at(23, 13)


def test_where_no_hours_are_told_a_quarter_of_an_hour_is_all_that_is_waited() -> None:
    assert others_told_at(at(28, 3), a_calendar(), {}) == at(28, 3) + QUARTER


@given(some.integers(0, 60 * 24 * 40))
def test_the_next_one_is_told_later_never_sooner_and_only_while_staff_are_in(minutes: int) -> None:
    now = at(23, 0) + timedelta(minutes=minutes)
    then = others_told_at(now, a_calendar(), TEN_TO_FOUR)
    opens = next_open(then, a_calendar(), TEN_TO_FOUR)
    assert now < then
    assert opens is not None
    assert opens <= then


# What telling the lead writes


def test_the_words_are_kept_as_typed_with_a_reference_and_no_clock_at_all() -> None:
    guard = guarding()
    case = told(guard, words="  he HITS me\n\n🙂 ")
    store = store_of(guard)
    assert [one.body for one in store.messages(case.id)] == ["  he HITS me\n\n🙂 "]
    assert case.reference
    assert (case.read_first, case.read_first_at, case.next_due_at, case.undated_since) == (
        True, None, None, None,
    )  # fmt: skip
    assert store.promises(case.id) == []


def test_two_alerts_are_queued_with_the_case_and_nobody_else_is_told() -> None:
    guard = guarding()
    case = told(guard, at(23, 11))
    assert [(one.not_before, one.payload) for one in alerts(guard)] == [
        (at(23, 11), {"case": case.id, "step": 0}),
        (at(23, 11, 15), {"case": case.id, "step": 1}),
    ]
    assert len(store_of(guard).errands) == 2


def test_told_twice_with_the_same_words_it_is_one_case() -> None:
    guard = guarding()
    first, second = told(guard, key="talk:safeguarding"), told(guard, key="talk:safeguarding")
    assert first == second
    assert len(store_of(guard).messages(first.id)) == 1
    assert len(alerts(guard)) == 2


def test_other_words_in_the_same_chat_are_added_to_it_and_it_is_unread_again() -> None:
    guard = guarding()
    case = told(guard, key="talk:safeguarding")
    guard.read(LEAD, case.id, MONDAY)
    later = told(guard, MONDAY + QUARTER, key="talk:safeguarding", words="He is here now.")
    assert [one.body for one in store_of(guard).messages(case.id)] == [WORDS, "He is here now."]
    assert (later.id, later.read_first_at, later.read_first_by) == (case.id, None, "")
    assert len(alerts(guard)) == 4
    assert store_of(guard).promises(case.id) == []


def test_who_pressed_for_help_without_a_word_opens_a_case_without_a_message() -> None:
    guard = guarding()
    case = told(guard, words="", answers=(("help_pressed", "yes"),))
    assert store_of(guard).messages(case.id) == []
    assert case.answers == (("help_pressed", "yes"),)


def test_a_safeguarding_case_is_never_made_another_kind_nor_taken_back_nor_judged() -> None:
    guard = guarding()
    case = told(guard)
    for kind in Kind:
        with pytest.raises(NotAllowed):
            guard.casework.change_kind(LEAD, case.id, kind, MONDAY)
    with pytest.raises(NotAllowed):
        guard.casework.guest_takes_back(case, MONDAY)
    mine = guard.casework.claim(LEAD, case.id, MONDAY)
    closed = guard.casework.close(LEAD, mine.id, "They are safe.", MONDAY)
    assert closed.status is Status.CLOSED
    with pytest.raises(NotAllowed):
        guard.casework.guest_judges(closed, "well", "", MONDAY)  # type: ignore[arg-type]


def test_no_other_case_becomes_a_safeguarding_case() -> None:
    guard = guarding()
    case = guard.casework.open(an_opening(kind=Kind.COMPLAINT), MONDAY)
    with pytest.raises(NotAllowed):
        guard.casework.change_kind(MANAGER, case.id, Kind.SAFEGUARDING, MONDAY)


# A case sent the ordinary way, with danger in it


def test_a_complaint_with_danger_in_it_keeps_its_clock_and_staff_are_told_as_ever() -> None:
    guard = guarding()
    case = guard.casework.open(an_opening(kind=Kind.COMPLAINT, read_first=True), MONDAY)
    plain = guarding().casework.open(an_opening(kind=Kind.COMPLAINT), MONDAY)
    store = store_of(guard)
    assert (case.next_due_at, case.undated_since) == (plain.next_due_at, plain.undated_since)
    assert [one.name for one in store.promises(case.id)]
    assert [one.kind for one in store.errands.values()] == ["tell_staff", "alert", "alert", *["clock"] * 3]
    assert case.read_first


def test_a_case_with_no_danger_in_it_alerts_nobody() -> None:
    guard = guarding()
    case = guard.casework.open(an_opening(), MONDAY)
    assert (case.read_first, alerts(guard)) == (False, [])


def test_words_added_later_mark_a_case_too() -> None:
    guard = guarding()
    case = guard.casework.open(an_opening(), MONDAY)
    quiet = guard.casework.guest_adds(case, "Thank you.", "en", MONDAY)
    assert (quiet.read_first, alerts(guard)) == (False, [])
    marked = guard.casework.guest_adds(quiet, WORDS, "en", MONDAY, in_danger=True)
    assert (marked.read_first, len(alerts(guard))) == (True, 2)
    assert store_of(guard).promises(case.id)


def test_a_complaint_that_was_taken_back_unread_is_still_to_be_read() -> None:
    guard = guarding()
    case = guard.casework.open(an_opening(read_first=True), MONDAY)
    back = guard.casework.guest_takes_back(case, MONDAY)
    assert (back.read_first, back.read_first_at) == (True, None)


# Reading


def test_the_lead_opens_it_and_it_is_read_once() -> None:
    guard = guarding()
    case = told(guard)
    read = guard.read(LEAD, case.id, MONDAY + QUARTER)
    assert (read.read_first_at, read.read_first_by) == (MONDAY + QUARTER, "lea")
    assert guard.read(DEPUTY, case.id, MONDAY + 2 * QUARTER) == read
    assert [(one.who, one.what) for one in store_of(guard).events(case.id)][-1] == ("lea", "read_it")


def test_whoever_else_sees_a_marked_complaint_does_not_read_it_for_the_lead() -> None:
    guard = guarding()
    case = guard.casework.open(an_opening(read_first=True), MONDAY)
    assert guard.casework.seen_by(WORKER, case.id) == case
    with pytest.raises(NotAllowed):
        guard.read(WORKER, case.id, MONDAY)
    with pytest.raises(NotFound):
        guard.read(WORKER, told(guard).id, MONDAY)


def test_read_only_by_the_person_it_turns_out_to_be_about_it_is_unread_again() -> None:
    guard = guarding()
    case = told(guard)
    guard.read(LEAD, case.id, MONDAY)
    said = guard.casework.say_who(DEPUTY, case.id, "lea", MONDAY)
    assert (said.read_first_at, said.read_first_by, len(alerts(guard))) == (None, "", 4)
    assert not guard.casework.may_see(LEAD, said)


def test_an_answer_is_added_once_and_one_after_reading_is_unread_again() -> None:
    guard = guarding()
    case = told(guard)
    for _ in range(2):
        guard.answer(case.charity, case.id, "danger_now", "yes", MONDAY)
    store = store_of(guard)
    assert store.cases[case.id].answers == (("danger_now", "yes"),)
    assert len(alerts(guard)) == 2
    guard.read(LEAD, case.id, MONDAY)
    guard.answer(case.charity, case.id, "safe_how", "Ring my sister.", MONDAY)
    assert store.cases[case.id].answers == (("danger_now", "yes"), ("safe_how", "Ring my sister."))
    assert store.cases[case.id].read_first_at is None
    assert len(alerts(guard)) == 4


def test_what_the_lead_writes_goes_only_where_the_guest_said() -> None:
    guard = guarding()
    case = guard.casework.claim(LEAD, told(guard, reply_by=ReplyBy.CODE).id, MONDAY)
    guard.casework.write(LEAD, case.id, Letter(Purpose.UPDATE, "I have read it."), MONDAY)
    assert {one.kind for one in store_of(guard).errands.values()} == {"alert"}
