"""The days that were not counted, as a guest would name them."""

from collections.abc import Iterable
from datetime import date, timedelta

from webchat.cases.promises.calendar import WEEKEND
from webchat.i18n.told import Told

ANY_BANK_HOLIDAY = "bank_holiday"
# Every key of webchat/packs/bank_holidays.py has its own words; a key that is newer than these is told as
# "a bank holiday".
NAMED = frozenset(
    {
        "new_years_day",
        "new_years_day_substitute",
        "second_january",
        "second_january_substitute",
        "st_patricks_day",
        "st_patricks_day_substitute",
        "good_friday",
        "easter_monday",
        "early_may_bank_holiday",
        "spring_bank_holiday",
        "battle_of_the_boyne",
        "battle_of_the_boyne_substitute",
        "summer_bank_holiday",
        "st_andrews_day",
        "st_andrews_day_substitute",
        "christmas_day",
        "christmas_day_substitute",
        "boxing_day",
        "boxing_day_substitute",
    }
)


def skipped_days(skipped: Iterable[tuple[date, str]]) -> tuple[Told, ...]:
    """Each thing not counted, once, in the order met: "Good Friday, the weekend and Easter Monday".

    A Saturday and the Sunday after it are the weekend; several are counted in one ("3 weekends"). A message
    sent on a Saturday skips its Sunday alone.
    """
    days = dict(skipped)
    named: list[str] = []
    counts: dict[str, int] = {}
    for day in sorted(days):
        what = _what(day, days)
        if what:
            counts[what] = counts.get(what, 0) + 1
            named.append(what)
    return tuple(_told(what, counts[what]) for what in dict.fromkeys(named))


def _what(day: date, days: dict[date, str]) -> str:
    """Its response; "" for a Sunday that its Saturday has told already."""
    key = days[day]
    if key != WEEKEND:
        return f"skipped_{key if key in NAMED else ANY_BANK_HOLIDAY}"
    other = timedelta(days=1) if day.weekday() == 5 else timedelta(days=-1)
    if days.get(day + other) != WEEKEND:
        return "skipped_saturday" if day.weekday() == 5 else "skipped_sunday"
    return "skipped_weekends" if day.weekday() == 5 else ""


def _told(what: str, count: int) -> Told:
    counted = what in ("skipped_weekends", f"skipped_{ANY_BANK_HOLIDAY}")
    return Told(what, {"count": count}) if counted else Told(what)
