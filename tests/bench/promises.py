"""Promises worked out a second, from instant to due instant, beside `holidays`' own working-day call."""

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from statistics import median
from time import process_time

import holidays

from tests.bench.table import Row
from webchat.cases.promises.calendar import london_date
from webchat.cases.words import Unit
from webchat.packs.bank_holidays import working_calendar

INSTANTS = 20_000
ROUNDS = 5
AIM = 20_000  # a second, on one core


def rows() -> list[Row]:
    """The rates in one run, taken in turn so that both meet the same machine."""
    calendar = working_calendar("england")
    england = holidays.country_holidays("GB", subdiv="ENG", years=range(2025, 2030))
    chosen = random.Random(1)
    start = datetime(2026, 1, 1, tzinfo=UTC)
    asked = [
        (start + timedelta(seconds=chosen.randrange(600 * 86_400)), chosen.randint(1, 20))
        for _ in range(INSTANTS)
    ]

    def ours() -> None:
        for at, days in asked:
            calendar.due(at, days, Unit.WORKING_DAY)

    def theirs() -> None:
        for at, days in asked:
            england.get_nth_working_day(london_date(at), days)

    rates = [(_rate(ours), _rate(theirs)) for _ in range(ROUNDS)]
    mine, other = median(one for one, _ in rates), median(one for _, one in rates)
    ratio = median(one / their for one, their in rates)
    return [
        Row("promises worked out a second", f"{mine:,.0f}", f"at least {AIM:,}", mine >= AIM),
        Row("holidays' own working-day call a second", f"{other:,.0f}", "beside it", None),
        Row("ours to holidays'", f"{ratio:.1f} times", "", None),
    ]


def _rate(work: Callable[[], None]) -> float:
    began = process_time()
    work()
    return INSTANTS / (process_time() - began)
