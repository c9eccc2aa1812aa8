"""Dates, times, numbers and lists in words (guest-rules D3, D4, H3)."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webchat.i18n import dates
from webchat.i18n.locales import LANGUAGES


def test_an_english_date_has_its_weekday_and_its_month_in_full_and_no_comma() -> None:
    assert dates.day(date(2026, 12, 12), "en") == "Saturday 12 December 2026"


def test_the_day_of_the_month_has_no_ordinal_and_no_zero() -> None:
    assert dates.day(date(2026, 12, 1), "en") == "Tuesday 1 December 2026"


def test_other_languages_write_a_date_as_their_readers_do() -> None:
    assert dates.day(date(2026, 12, 1), "pl") == "wtorek, 1 grudnia 2026"
    assert dates.day(date(2026, 12, 1), "ar") == "الثلاثاء، 1 ديسمبر 2026"


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (time(17), "5pm"),
        (time(17, 30), "5:30pm"),
        (time(9, 5), "9:05am"),
        (time(12), "midday"),
        (time(12, 30), "12:30pm"),
        (time(23, 59), "11:59pm"),
        (time(0, 0), "12am"),
    ],
)
def test_english_times_are_short_and_midday_is_a_word(at: time, words: str) -> None:
    assert dates.clock_time(at, "en") == words


@given(st.times())
def test_nobody_ever_reads_midnight(at: time) -> None:
    assert "midnight" not in dates.clock_time(at, "en")


def test_a_moment_is_london_time_in_summer_too() -> None:
    late_in_june = datetime(2027, 6, 30, 23, 30, tzinfo=UTC)
    assert dates.moment(late_in_june, "en") == "Thursday 1 July 2027 at 12:30am"


def test_a_timeline_has_the_date_and_the_minute() -> None:
    at = datetime(2026, 6, 4, 8, 32, 59, tzinfo=UTC)
    assert dates.stamp(at, "en") == "4 June 2026 at 9:32am"
    assert dates.stamp(at, "pl") == "4 czerwca 2026 09:32"


def test_the_last_moment_of_a_day_is_told_as_a_minute_of_that_day() -> None:
    last = datetime(2026, 12, 2, tzinfo=UTC) - timedelta(microseconds=1)
    assert dates.moment(last, "en") == "Tuesday 1 December 2026 at 11:59pm"


def test_a_month_is_told_with_its_year() -> None:
    assert dates.month(date(2020, 6, 1), "en") == "June 2020"


def test_a_list_ends_in_and_without_a_comma_before_it() -> None:
    assert dates.listed(["Good Friday", "the weekend", "Easter Monday"], "en") == (
        "Good Friday, the weekend and Easter Monday"
    )


@pytest.mark.parametrize("one", LANGUAGES, ids=lambda one: one.code)
@given(items=st.lists(st.text(st.characters(categories=["L"]), min_size=1), max_size=6))
def test_a_list_holds_every_item_once_in_order_in_every_language(one, items: list[str]) -> None:
    between = dates.around(len(items), one.code)
    assert len(between) == len(items) + 1
    rest = dates.listed(items, one.code)
    for before, item in zip(between, items, strict=False):
        assert rest.startswith(before + item)
        rest = rest[len(before + item) :]
    assert rest == between[-1]


def test_numbers_are_numerals_from_the_first() -> None:
    assert [dates.number(count, "en") for count in (0, 1, 2, 1234)] == ["0", "1", "2", "1,234"]


def test_every_language_can_write_every_date_of_a_year() -> None:
    for one in LANGUAGES:
        written = {dates.day(date(2027, 1, 1) + timedelta(days=n), one.code) for n in range(365)}
        assert len(written) == 365
