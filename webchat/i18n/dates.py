"""Dates, times, numbers and lists as people write them in each language. Times are London time."""

from collections.abc import Sequence
from datetime import date, datetime, time
from functools import lru_cache

from babel.dates import format_date, format_time, get_datetime_format, get_day_names
from babel.lists import format_list
from babel.numbers import format_decimal

from webchat.cases.promises.calendar import LONDON
from webchat.i18n.locales import ENGLISH, language

_KEPT = 2048


@lru_cache(_KEPT)
def day(on: date, lang: str) -> str:
    """A date in full: "Saturday 12 December 2026"; other languages as CLDR writes it (guest-rules D4, H3)."""
    # CLDR's own full form has a comma in English, and a pattern of ours is wrong elsewhere.
    pattern = "EEEE d MMMM y" if lang == ENGLISH.code else "full"
    return format_date(on, pattern, locale=language(lang).babel)


@lru_cache(_KEPT)
def clock_time(at: time, lang: str) -> str:
    """A time of day: "5pm", "5:30pm", "midday" (guest-rules D4). The word midnight is never used."""
    if lang != ENGLISH.code:
        return format_time(at, "short", locale=language(lang).babel)
    if (at.hour, at.minute) == (12, 0):
        return "midday"
    minutes = f":{at.minute:02}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'am' if at.hour < 12 else 'pm'}"


def moment(at: datetime, lang: str) -> str:
    """A date and a time for a guest: "Saturday 12 December 2026 at 5:30pm". `at` is aware."""
    local = at.astimezone(LONDON)
    return _together(day(local.date(), lang), _minute(local, lang), lang)


def stamp(at: datetime, lang: str) -> str:
    """When something was written: "4 June 2026 at 9:32am" (guest-rules I10). `at` is aware."""
    local = at.astimezone(LONDON)
    return _together(short_day(local.date(), lang), _minute(local, lang), lang)


@lru_cache(_KEPT)
def short_day(on: date, lang: str) -> str:
    """A date without its weekday: "4 June 2026"."""
    return format_date(on, "long", locale=language(lang).babel)


def weekday(number: int, lang: str) -> str:
    """The name of a day of the week, by its number from Monday, 0. Raises KeyError."""
    return str(get_day_names("wide", locale=language(lang).babel)[number])


def month(on: date, lang: str) -> str:
    """A month and its year: "June 2020"."""
    return format_date(on, "LLLL y", locale=language(lang).babel)


def number(count: int, lang: str) -> str:
    """A whole number in numerals, 1 and 2 as well (guest-rules D3)."""
    return str(count) if 0 <= count < 1000 else format_decimal(count, locale=language(lang).babel)


def listed(items: Sequence[str], lang: str) -> str:
    """Several things in one sentence: "A, B and C"."""
    between = around(len(items), lang)
    return "".join(part for pair in zip(between, (*items, ""), strict=True) for part in pair)


@lru_cache(_KEPT)
def around(count: int, lang: str) -> tuple[str, ...]:
    """What stands before, between and after `count` listed things; one more than there are things."""
    marks = [f"\x1f{place}\x1f" for place in range(count)]
    pieces = format_list(marks, locale=language(lang).babel).split("\x1f")
    return tuple(pieces[::2])


def _minute(local: datetime, lang: str) -> str:
    return clock_time(local.time().replace(second=0, microsecond=0), lang)


def _together(on: str, at: str, lang: str) -> str:
    if lang == ENGLISH.code:
        return f"{on} at {at}"
    pattern = str(get_datetime_format("long", locale=language(lang).babel))
    return pattern.replace("'", "").replace("{0}", at).replace("{1}", on)
