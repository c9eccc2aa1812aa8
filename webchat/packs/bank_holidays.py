"""The bank holidays of one nation, as a calendar of working days with a stable key for each day off."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from holidays import country_holidays

from webchat.cases.promises.calendar import WorkingCalendar

FIRST_YEAR = 2000
# The last year of GOV.UK's list when tests/packs/test_bank_holidays.py was last checked against it.
LAST_CHECKED_YEAR = 2028

NATIONS: Mapping[str, str] = MappingProxyType(
    {"england": "ENG", "wales": "WLS", "scotland": "SCT", "northern-ireland": "NIR"}
)
ANY_OTHER = "bank_holiday"
_SUBSTITUTE = " (observed)"
# What the library calls each day, and the key by which every language here has words for it.
_KEYS: Mapping[str, str] = MappingProxyType(
    {
        "New Year's Day": "new_years_day",
        "New Year Holiday": "second_january",
        "Saint Patrick's Day": "st_patricks_day",
        "Good Friday": "good_friday",
        "Easter Monday": "easter_monday",
        "May Day": "early_may_bank_holiday",
        "Spring Bank Holiday": "spring_bank_holiday",
        "Battle of the Boyne": "battle_of_the_boyne",
        "Summer Bank Holiday": "summer_bank_holiday",
        "Late Summer Bank Holiday": "summer_bank_holiday",
        "Saint Andrew's Day": "st_andrews_day",
        "Christmas Day": "christmas_day",
        "Boxing Day": "boxing_day",
    }
)
_MOVED_OFF_A_WEEKEND = (
    "new_years_day",
    "second_january",
    "st_patricks_day",
    "battle_of_the_boyne",
    "st_andrews_day",
    "christmas_day",
    "boxing_day",
)
HOLIDAY_KEYS = frozenset(
    {ANY_OTHER, *_KEYS.values(), *(f"{moved}_substitute" for moved in _MOVED_OFF_A_WEEKEND)}
)


class UnknownNation(ValueError):
    """No such nation: without one the library would leave out Easter Monday and August (policy-facts F4)."""


@dataclass(frozen=True, slots=True)
class OneOff:
    """A bank holiday announced once, such as a jubilee; `instead_of` is the day it replaces, if any."""

    on: date
    instead_of: date | None = None


def working_calendar(
    nation: str, one_offs: Iterable[OneOff] = (), last_year: int = LAST_CHECKED_YEAR
) -> WorkingCalendar:
    """The working days of a nation ("england", "wales", "scotland", "northern-ireland") to a year's end.

    `one_offs` are days a charity has been told of since this version. Raises UnknownNation (policy-facts F2,
    F4).
    """
    if nation not in NATIONS:
        raise UnknownNation(nation)
    days = dict(_published(nation, last_year))
    for one in one_offs:
        days.setdefault(one.on, ANY_OTHER)
        if one.instead_of is not None:
            days.pop(one.instead_of, None)
    return WorkingCalendar(nation, days, date(FIRST_YEAR, 1, 1), date(last_year, 12, 31))


def last_year_for(today: date) -> int:
    """How far the calendar of a running house reaches: no guest is refused because a year was not checked."""
    return max(LAST_CHECKED_YEAR, today.year + 1)


def next_year_is_checked(today: date) -> bool:
    """Whether next year's bank holidays were checked against GOV.UK's list."""
    return today.year + 1 <= LAST_CHECKED_YEAR


@cache
def _published(nation: str, last_year: int) -> Mapping[date, str]:
    years = range(FIRST_YEAR, last_year + 1)
    named = country_holidays("GB", subdiv=NATIONS[nation], years=years, language="en_GB")
    return MappingProxyType({day: _key(name) for day, name in named.items()})


def _key(name: str) -> str:
    # Two holidays on one day are joined by "; " in the library; the first is the day's own.
    first = name.split("; ")[0]
    key = _KEYS.get(first.removesuffix(_SUBSTITUTE))
    if key is None:
        return ANY_OTHER
    return f"{key}_substitute" if first.endswith(_SUBSTITUTE) else key
