"""Working days, counted as policy-facts F1 to F11 tell."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from holidays import country_holidays
from hypothesis import given
from hypothesis import strategies as some

from webchat.cases.errors import BadRequest, BeyondCalendar
from webchat.cases.promises.calendar import LONDON, WorkingCalendar, end_of_day, london_date
from webchat.cases.promises.clock import desk_target
from webchat.cases.words import Unit
from webchat.packs.bank_holidays import working_calendar

ENGLAND = working_calendar("england")
TABLE = country_holidays("GB", subdiv="ENG", years=range(2015, 2029))

# policy-facts F11: received; +1 / +2 / +3 / +5 / +7 / +15 working days; +28 calendar days.
F11 = [
    ("2026-11-23 10:00", "11-24 11-25 11-26 11-30 12-02 12-14", "2026-12-21"),
    ("2026-11-24 20:15", "11-25 11-26 11-27 12-01 12-03 12-15", "2026-12-22"),
    ("2026-11-28 09:00", "11-30 12-01 12-02 12-04 12-08 12-18", "2026-12-26"),
    ("2026-12-24 18:30", "12-29 12-30 12-31 01-05 01-07 01-19", "2027-01-21"),
    ("2026-12-25 11:00", "12-29 12-30 12-31 01-05 01-07 01-19", "2027-01-22"),
    ("2026-12-31 23:59", "01-04 01-05 01-06 01-08 01-12 01-22", "2027-01-28"),
    ("2027-03-25 09:00", "03-30 03-31 04-01 04-05 04-07 04-19", "2027-04-22"),
    ("2027-12-24 12:00", "12-29 12-30 12-31 01-05 01-07 01-19", "2028-01-21"),
]


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


@pytest.mark.parametrize(("received", "working", "calendar"), F11)
def test_the_vectors_of_f11(received: str, working: str, calendar: str) -> None:
    at = local(received)
    for days, due in zip((1, 2, 3, 5, 7, 15), working.split(), strict=True):
        assert ENGLAND.due(at, days, Unit.WORKING_DAY).on.strftime("%m-%d") == due
    assert ENGLAND.due(at, 28, Unit.CALENDAR_DAY).on == date.fromisoformat(calendar)


def test_a_message_in_the_evening_is_not_moved_to_the_next_day() -> None:
    """F3: deeming would give Wednesday 2 December, a day later than the guest understands."""
    due = ENGLAND.due(local("2026-11-24 20:15"), 5, Unit.WORKING_DAY)
    assert due.on == date(2026, 12, 1)


def test_calendar_days_are_never_rolled_forward_and_staff_aim_for_the_working_day_before() -> None:
    """F6: 28 days from Saturday 28 November end on a Saturday; the desk's target is Thursday 24 December."""
    due = ENGLAND.due(local("2026-11-28 09:00"), 28, Unit.CALENDAR_DAY)
    assert due.on == date(2026, 12, 26)
    assert desk_target(due.on, ENGLAND, {}) == local("2026-12-24 17:00")


def test_a_scottish_holiday_is_a_working_day_in_england() -> None:
    """F4: St Andrew's Day, Monday 30 November 2026."""
    assert ENGLAND.is_working(date(2026, 11, 30))


def test_summer_time_decides_the_date_of_receipt() -> None:
    """F11: 30 June 2027 at 23:30 UTC is 1 July in London."""
    assert london_date(datetime(2027, 6, 30, 23, 30, tzinfo=UTC)) == date(2027, 7, 1)


def test_the_end_of_a_day_follows_the_clock_on_the_wall() -> None:
    assert end_of_day(date(2027, 7, 1)) == datetime(2027, 7, 1, 22, 59, 59, 999999, tzinfo=UTC)
    assert end_of_day(date(2027, 1, 1)) == datetime(2027, 1, 1, 23, 59, 59, 999999, tzinfo=UTC)


def test_minutes_are_counted_from_the_instant() -> None:
    """RUILS, Appointments: 15 minutes, also over the night the clocks go back."""
    at = datetime(2026, 10, 25, 0, 50, tzinfo=UTC)
    assert ENGLAND.due(at, 15, Unit.MINUTE).at == at + timedelta(minutes=15)


def test_the_days_not_counted_are_told_with_their_reasons() -> None:
    skipped = ENGLAND.due(local("2027-03-25 09:00"), 1, Unit.WORKING_DAY).skipped
    assert skipped == (
        (date(2027, 3, 26), "good_friday"),
        (date(2027, 3, 27), "weekend"),
        (date(2027, 3, 28), "weekend"),
        (date(2027, 3, 29), "easter_monday"),
    )


def test_a_date_past_the_known_bank_holidays_is_refused_loudly() -> None:
    with pytest.raises(BeyondCalendar):
        ENGLAND.due(local("2028-12-29 09:00"), 5, Unit.WORKING_DAY)


@pytest.mark.parametrize("at", [datetime.min, datetime.max])
@pytest.mark.parametrize("unit", Unit)
def test_the_ends_of_time_are_beyond_every_calendar(at: datetime, unit: Unit) -> None:
    with pytest.raises(BeyondCalendar):
        ENGLAND.due(at.replace(tzinfo=UTC), 10, unit)


def test_a_time_without_its_offset_is_refused() -> None:
    with pytest.raises(BadRequest):
        ENGLAND.due(datetime(2026, 11, 23, 10), 5, Unit.WORKING_DAY)


def _walked(day_zero: date, days: int) -> date:
    """Day by day, with nothing but the table of holidays: another way to the same date."""
    on = day_zero
    while days:
        on += timedelta(days=1)
        if on.weekday() < 5 and on not in TABLE:
            days -= 1
    return on


_INSTANTS = some.datetimes(
    datetime(2016, 1, 1),
    datetime(2028, 9, 1),
    timezones=some.sampled_from([UTC, LONDON, ZoneInfo("Asia/Tokyo")]),
)


@given(_INSTANTS, some.integers(1, 40))
def test_working_days_agree_with_a_walk_day_by_day_and_with_the_library(at: datetime, days: int) -> None:
    due = ENGLAND.due(at, days, Unit.WORKING_DAY)
    day_zero = at.astimezone(LONDON).date()
    assert due.on == _walked(day_zero, days)
    assert due.on == TABLE.get_nth_working_day(day_zero, days)
    assert due.at.astimezone(LONDON).date() == due.on
    assert end_of_day(due.on) == due.at


@given(_INSTANTS, some.integers(1, 40))
def test_every_day_is_counted_or_told_as_not_counted(at: datetime, days: int) -> None:
    due = ENGLAND.due(at, days, Unit.WORKING_DAY)
    between = (due.on - at.astimezone(LONDON).date()).days
    assert between == days + len(due.skipped)


@given(_INSTANTS, some.integers(1, 40))
def test_a_later_message_is_never_due_earlier(at: datetime, days: int) -> None:
    later = at + timedelta(hours=7)
    assert ENGLAND.due(later, days, Unit.WORKING_DAY).on >= ENGLAND.due(at, days, Unit.WORKING_DAY).on


@given(some.dates(date(2016, 1, 1), date(2028, 6, 1)), some.integers(0, 90))
def test_working_days_between_two_dates_are_those_a_walk_would_meet(start: date, length: int) -> None:
    to = start + timedelta(days=length)
    days = (start + timedelta(days=n) for n in range(1, length + 1))
    met = sum(day.weekday() < 5 and day not in TABLE for day in days)
    assert ENGLAND.working_days_between(start, to) == met
    assert ENGLAND.working_days_between(to, start) == -met


def test_a_calendar_of_two_known_years_answers_only_for_them() -> None:
    short = WorkingCalendar("england", {}, date(2026, 1, 1), date(2026, 12, 31))
    with pytest.raises(BeyondCalendar):
        short.is_working(date(2027, 1, 1))
