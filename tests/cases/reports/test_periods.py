"""A report covers a quarter or a year, and two of them never differ by a day (guest-rules E24)."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from webchat.cases.errors import NotAllowed
from webchat.cases.reports.periods import Period, chosen, lately, quarter_of, year_of

TODAY = date(2026, 11, 27)
QUARTER = Period(date(2026, 10, 1), date(2026, 12, 31))
YEAR = Period(date(2026, 4, 1), date(2027, 3, 31))
DAYS = some.dates(date(2001, 1, 1), date(2100, 1, 1))


def test_with_no_dates_it_is_this_quarter() -> None:
    assert chosen(None, None, TODAY) == QUARTER


@pytest.mark.parametrize(
    ("first", "last", "period"),
    [
        (date(2026, 10, 1), date(2026, 12, 31), QUARTER),
        (date(2026, 10, 1), TODAY, QUARTER),
        (date(2026, 4, 1), date(2027, 3, 31), YEAR),
        (date(2026, 4, 1), TODAY, YEAR),
        (date(2026, 4, 1), date(2026, 6, 30), Period(date(2026, 4, 1), date(2026, 6, 30))),
    ],
)
def test_a_quarter_or_a_year_is_chosen_by_its_dates_or_up_to_today(
    first: date, last: date, period: Period
) -> None:
    assert chosen(first, last, TODAY) == period


@pytest.mark.parametrize(
    ("first", "last", "why"),
    [
        (date(2026, 10, 1), None, "not_a_period"),
        (None, date(2026, 12, 31), "not_a_period"),
        (date(2026, 10, 2), date(2026, 12, 31), "not_a_period"),
        (date(2026, 10, 1), date(2026, 11, 26), "not_a_period"),
        (date(2026, 1, 1), date(2026, 12, 31), "not_a_period"),
        (date(2026, 12, 31), date(2026, 10, 1), "not_begun"),
        (date(2026, 10, 1), date(2026, 9, 30), "not_a_period"),
        (date(2027, 1, 1), date(2027, 3, 31), "not_begun"),
        (date(1, 1, 1), date(1, 3, 31), "not_a_period"),
        (date(9999, 10, 1), date(9999, 12, 31), "not_begun"),
    ],
)
def test_other_dates_are_refused_and_say_why(first: date | None, last: date | None, why: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        chosen(first, last, TODAY)
    assert refused.value.reason == why


@given(DAYS, DAYS, DAYS)
def test_whatever_is_chosen_two_periods_are_apart_or_one_is_a_quarter_of_the_other(
    one: date, other: date, today: date
) -> None:
    for first in (quarter_of(one), year_of(one)):
        for second in (quarter_of(other), year_of(other)):
            apart = first.last < second.first or second.last < first.first
            assert apart or first == second or first in second.quarters or second in first.quarters


@given(DAYS)
def test_a_year_is_its_four_quarters(on: date) -> None:
    year = year_of(on)
    assert len(year.quarters) == 4
    assert (year.quarters[0].first, year.quarters[-1].last) == (year.first, year.last)
    assert all(a.last + timedelta(days=1) == b.first for a, b in pairwise(year.quarters))
    assert quarter_of(on).quarters == ()
    assert [one for one in year.quarters if one.first <= on <= one.last] == [quarter_of(on)]


def test_a_day_is_londons_day_and_the_instants_say_so_too() -> None:
    summer = Period(date(2026, 7, 1), date(2026, 9, 30))
    assert summer.begins == datetime(2026, 6, 30, 23, tzinfo=UTC)
    assert summer.ends == datetime(2026, 9, 30, 23, tzinfo=UTC)
    assert summer.holds(summer.begins)
    assert not summer.holds(summer.ends)
    assert not summer.holds(summer.begins - timedelta(microseconds=1))


def test_those_before_are_offered_the_latest_first() -> None:
    assert [one.first for one in lately(QUARTER, 3)] == [date(2026, month, 1) for month in (10, 7, 4)]
    assert [one.first.year for one in lately(YEAR, 2)] == [2026, 2025]
