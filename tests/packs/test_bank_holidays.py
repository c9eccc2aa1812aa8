"""The bank holidays of each nation, by keys that every language has words for."""

from datetime import UTC, date, datetime, timedelta

import pytest
from holidays import country_holidays

from webchat.cases.words import Unit
from webchat.i18n.skipped import NAMED
from webchat.packs.bank_holidays import (
    ANY_OTHER,
    HOLIDAY_KEYS,
    LAST_CHECKED_YEAR,
    NATIONS,
    OneOff,
    UnknownNation,
    last_year_for,
    next_year_is_checked,
    working_calendar,
)

# GOV.UK's list for England and Wales, as it stood in November 2026: the days on which nobody works.
PUBLISHED = {
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
    2028: "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
}


def closed_weekdays(nation: str, year: int) -> list[str]:
    calendar = working_calendar(nation)
    days = (date(year, 1, 1) + timedelta(days=n) for n in range(366))
    return [
        day.strftime("%m-%d")
        for day in days
        if day.year == year and day.weekday() < 5 and not calendar.is_working(day)
    ]


def test_next_years_bank_holidays_were_checked() -> None:
    assert next_year_is_checked(date.today()), (
        "Next year's bank holidays were not checked. Update `holidays`, add the year to PUBLISHED from "
        "GOV.UK's list, and raise LAST_CHECKED_YEAR in webchat/packs/bank_holidays.py."
    )
    assert [*PUBLISHED] == [*range(2026, LAST_CHECKED_YEAR + 1)]


@pytest.mark.parametrize("year", PUBLISHED)
@pytest.mark.parametrize("nation", ["england", "wales"])
def test_england_and_wales_agree_with_the_published_list(nation: str, year: int) -> None:
    assert closed_weekdays(nation, year) == PUBLISHED[year].split()


@pytest.mark.parametrize("nation", ["", "England", "GB", "france"])
def test_a_nation_is_always_given(nation: str) -> None:
    """F4: without one the library leaves out Easter Monday and the August bank holiday."""
    without = country_holidays("GB", years=2027)
    assert date(2027, 3, 29) not in without
    with pytest.raises(UnknownNation):
        working_calendar(nation)


def test_each_nation_has_its_own_days() -> None:
    st_andrews = date(2026, 11, 30)
    assert {nation: working_calendar(nation).is_working(st_andrews) for nation in NATIONS} == {
        "england": True,
        "wales": True,
        "scotland": False,
        "northern-ireland": True,
    }


def test_a_day_not_counted_is_told_by_a_key_that_does_not_change() -> None:
    christmas = working_calendar("england").due(datetime(2027, 12, 24, 12, tzinfo=UTC), 4, Unit.WORKING_DAY)
    told = {on: key for on, key in christmas.skipped if key != "weekend"}
    assert told == {
        date(2027, 12, 27): "christmas_day_substitute",
        date(2027, 12, 28): "boxing_day_substitute",
        date(2028, 1, 3): "new_years_day_substitute",
    }


@pytest.mark.parametrize("nation", NATIONS)
def test_no_yearly_holiday_is_without_a_key(nation: str) -> None:
    """If the library calls a day by a new name, its key must not be lost: give the name its key in _KEYS."""
    calendar = working_calendar(nation)
    every = calendar.due(datetime(2023, 12, 31, 12, tzinfo=UTC), 1200, Unit.WORKING_DAY).skipped
    nameless = {on for on, key in every if key == ANY_OTHER}
    world_cup = {date(2026, 6, 15)} if nation == "scotland" else set()
    assert nameless == world_cup


def test_every_key_has_words() -> None:
    assert HOLIDAY_KEYS - {ANY_OTHER} == NAMED


def test_a_day_announced_once_is_not_counted() -> None:
    jubilee = working_calendar("england", [OneOff(date(2027, 6, 4))])
    assert not jubilee.is_working(date(2027, 6, 4))
    due = jubilee.due(datetime(2027, 6, 3, 9, tzinfo=UTC), 1, Unit.WORKING_DAY)
    assert due.on == date(2027, 6, 7)
    assert due.skipped[0] == (date(2027, 6, 4), ANY_OTHER)


def test_a_moved_bank_holiday_is_a_working_day_again() -> None:
    """As in 2020 and 2022, when the May holidays were moved."""
    moved = working_calendar("england", [OneOff(date(2027, 6, 3), instead_of=date(2027, 5, 31))])
    assert moved.is_working(date(2027, 5, 31))
    assert not moved.is_working(date(2027, 6, 3))


def test_a_day_announced_once_that_the_list_has_already_keeps_its_name() -> None:
    calendar = working_calendar("england", [OneOff(date(2027, 3, 26))])
    skipped = calendar.due(datetime(2027, 3, 25, 9, tzinfo=UTC), 1, Unit.WORKING_DAY).skipped
    assert skipped[0] == (date(2027, 3, 26), "good_friday")


def test_a_running_house_always_knows_the_days_of_next_year() -> None:
    """No guest is turned away because nobody installed a newer version."""
    assert last_year_for(date(2026, 11, 24)) == LAST_CHECKED_YEAR
    assert last_year_for(date(2035, 12, 31)) == 2036
    assert not next_year_is_checked(date(LAST_CHECKED_YEAR, 1, 1))
