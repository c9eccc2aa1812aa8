"""What a clock says, and by when the desk should aim to be done (policy-facts F6, F7; guest-rules I1)."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from tests.builders.cases import a_calendar
from tests.builders.promises import a_promise
from webchat.cases.promises.calendar import LONDON
from webchat.cases.promises.clock import Hours, Reading, Tells, desk_target, next_open, read
from webchat.cases.promises.promise import State
from webchat.cases.words import Unit

CALENDAR = a_calendar()
WEEKDAYS_TO_FOUR: Hours = {day: ((time(9), time(12)), (time(13), time(16))) for day in range(5)}
TUESDAYS_ONLY: Hours = {1: ((time(10), time(14)),)}
SATURDAYS_TOO: Hours = {**WEEKDAYS_TO_FOUR, 5: ((time(10), time(12)),)}
FRIDAY = date(2026, 11, 27)


def at(text: str) -> datetime:
    """An instant given in London time, "2026-11-27 17:00"."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON).astimezone(UTC)


def says(due: date | None, now: str, hours: Hours | None = None, **given: Any) -> Reading:
    return read(a_promise(due=due, **given), at(now), CALENDAR, hours or {})


def target(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


@pytest.mark.parametrize(
    ("now", "tells", "count"),
    [
        ("2026-11-23 10:00", Tells.DAYS_LEFT, 4),
        ("2026-11-26 23:59", Tells.DAYS_LEFT, 1),
        ("2026-11-27 00:00", Tells.DUE_TODAY, 0),
        ("2026-11-27 17:01", Tells.DUE_TODAY, 0),
        ("2026-11-27 23:59:59", Tells.DUE_TODAY, 0),
        ("2026-11-28 00:00", Tells.OVERDUE, 0),
        ("2026-11-29 12:00", Tells.OVERDUE, 0),
        ("2026-11-30 00:01", Tells.OVERDUE, 1),
        ("2026-12-02 09:00", Tells.OVERDUE, 3),
    ],
)
def test_it_is_counted_in_working_days_to_the_end_of_its_day(now: str, tells: Tells, count: int) -> None:
    found = says(FRIDAY, now)
    assert (found.tells, found.count, found.target) == (tells, count, target("2026-11-27 17:00"))


def test_the_day_is_londons_also_in_summer_time() -> None:
    """The end of 30 June in London is 22:59:59 in UTC."""
    due = date(2026, 6, 30)
    assert says(due, "2026-06-30 23:59:59").tells is Tells.DUE_TODAY
    assert says(due, "2026-07-01 00:00").tells is Tells.OVERDUE


def test_bank_holidays_and_weekends_are_not_counted_as_days_left() -> None:
    assert says(date(2026, 12, 29), "2026-12-24 09:00").count == 1
    assert says(date(2027, 1, 4), "2026-12-31 09:00").count == 1


@pytest.mark.parametrize(
    ("state", "tells"), [(State.MET, Tells.KEPT), (State.SUPERSEDED, Tells.REPLACED)]
)
@pytest.mark.parametrize("due", [FRIDAY, None])
def test_what_is_over_tells_no_time(state: State, tells: Tells, due: date | None) -> None:
    assert says(due, "2030-01-01 00:00", state=state) == Reading(tells)


def test_a_promise_without_a_date_says_so() -> None:
    assert says(None, "2026-11-23 10:00") == Reading(Tells.NO_DATE)


def test_a_late_promise_is_read_like_an_open_one() -> None:
    assert says(FRIDAY, "2026-11-30 09:00", state=State.LATE).tells is Tells.OVERDUE


@pytest.mark.parametrize(
    ("now", "tells", "count"),
    [
        ("2026-11-27 10:05", Tells.MINUTES_LEFT, 10),
        ("2026-11-27 10:15", Tells.MINUTES_LEFT, 0),
        ("2026-11-27 10:16", Tells.OVERDUE, 1),
    ],
)
def test_minutes_are_minutes(now: str, tells: Tells, count: int) -> None:
    """RUILS: seen within 15 minutes."""
    due = at("2026-11-27 10:15")
    found = says(FRIDAY, now, due_at=due, unit=Unit.MINUTE, value=15)
    assert (found.tells, found.count, found.target) == (tells, count, target("2026-11-27 10:15"))


@pytest.mark.parametrize(
    ("due", "now", "tells"),
    [
        ("2099-01-05", "2026-11-23 10:00", Tells.FAR),
        ("9999-12-30", "2026-11-23 10:00", Tells.FAR),
        ("2026-11-27", "2099-01-01 10:00", Tells.OVERDUE),
    ],
)
@pytest.mark.parametrize("hours", [{}, TUESDAYS_ONLY])
def test_a_day_nobody_can_count_to_stops_no_clock(due: str, now: str, tells: Tells, hours: Hours) -> None:
    assert says(date.fromisoformat(due), now, hours).tells is tells


# The desk's own target


@pytest.mark.parametrize(
    ("due", "hours", "aim"),
    [
        ("2026-11-27", {}, "2026-11-27 17:00"),
        ("2026-11-27", WEEKDAYS_TO_FOUR, "2026-11-27 16:00"),
        ("2026-11-27", TUESDAYS_ONLY, "2026-11-24 14:00"),
        ("2026-12-26", {}, "2026-12-24 17:00"),  # a Saturday after Christmas Day
        ("2026-12-26", WEEKDAYS_TO_FOUR, "2026-12-24 16:00"),
        ("2026-12-25", SATURDAYS_TOO, "2026-12-24 16:00"),
        ("2026-12-29", TUESDAYS_ONLY, "2026-12-29 14:00"),
        ("2026-12-27", SATURDAYS_TOO, "2026-12-26 12:00"),  # open on Saturdays, though no working day
    ],
)
def test_the_target_is_the_last_open_hour_on_or_before_the_due_date(due: str, hours: Hours, aim: str) -> None:
    assert desk_target(date.fromisoformat(due), CALENDAR, hours) == target(aim)


def test_opening_hours_never_move_the_promise_itself() -> None:
    found = says(FRIDAY, "2026-11-27 23:00", TUESDAYS_ONLY)
    assert found.tells is Tells.DUE_TODAY
    assert found.target == target("2026-11-24 14:00")


@pytest.mark.parametrize(
    ("now", "tells", "count"),
    [
        ("2026-11-23 10:00", Tells.DAYS_LEFT, 1),  # to Tuesday, the last open hour
        ("2026-11-24 13:00", Tells.DUE_TODAY, 0),
        ("2026-11-24 16:00", Tells.DAYS_LEFT, 3),  # closed for the day: never "due today" for Friday
        ("2026-11-25 09:00", Tells.DAYS_LEFT, 2),  # it has gone by: to the promise itself
        ("2026-11-26 09:00", Tells.DAYS_LEFT, 1),
        ("2026-11-27 09:00", Tells.DUE_TODAY, 0),
        ("2026-11-28 09:00", Tells.OVERDUE, 0),
    ],
)
def test_a_charity_open_on_tuesdays_is_not_told_on_wednesday_that_friday_is_today(
    now: str, tells: Tells, count: int
) -> None:
    found = says(FRIDAY, now, TUESDAYS_ONLY)
    assert (found.tells, found.count) == (tells, count)


def test_the_day_before_an_open_saturday_is_not_the_last_day() -> None:
    found = says(date(2026, 11, 29), "2026-11-27 09:00", SATURDAYS_TOO)
    assert (found.tells, found.count) == (Tells.DAYS_LEFT, 1)


def test_days_left_are_counted_to_the_target_so_that_nobody_is_told_too_late() -> None:
    found = says(date(2026, 12, 26), "2026-12-22 09:00")
    assert (found.tells, found.count) == (Tells.DAYS_LEFT, 2)


@pytest.mark.parametrize("hours", [{}, {0: ()}, dict.fromkeys(range(7), ())])
def test_hours_that_were_not_told_are_five_in_the_afternoon_of_a_working_day(hours: Hours) -> None:
    assert desk_target(date(2026, 11, 29), CALENDAR, hours) == target("2026-11-27 17:00")


# When it is next open


@pytest.mark.parametrize(
    ("now", "hours", "opens"),
    [
        ("2026-11-27 08:00", WEEKDAYS_TO_FOUR, "2026-11-27 09:00"),
        ("2026-11-27 10:30", WEEKDAYS_TO_FOUR, "2026-11-27 10:30"),  # open now
        ("2026-11-27 12:00", WEEKDAYS_TO_FOUR, "2026-11-27 13:00"),  # at lunch
        ("2026-11-27 16:00", WEEKDAYS_TO_FOUR, "2026-11-30 09:00"),
        ("2026-12-24 16:30", WEEKDAYS_TO_FOUR, "2026-12-29 09:00"),  # Christmas, the weekend, Boxing Day
        ("2026-12-24 16:30", SATURDAYS_TOO, "2026-12-26 10:00"),
        ("2026-11-24 14:00", TUESDAYS_ONLY, "2026-12-01 10:00"),
    ],
)
def test_the_next_open_hour(now: str, hours: Hours, opens: str) -> None:
    found = next_open(at(now), CALENDAR, hours)
    assert found == target(opens)


@pytest.mark.parametrize("hours", [{}, {0: ()}])
def test_a_charity_that_has_not_told_its_hours_is_next_open_at_no_known_time(hours: Hours) -> None:
    assert next_open(at("2026-11-27 10:00"), CALENDAR, hours) is None


def test_hours_are_told_also_beyond_the_years_whose_holidays_are_known() -> None:
    beyond = datetime.combine(CALENDAR.last, time(12), LONDON) + timedelta(days=10)
    assert next_open(beyond, CALENDAR, WEEKDAYS_TO_FOUR) is not None
