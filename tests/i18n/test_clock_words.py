"""The words of clocks at the desk (guest-rules I1), read from real clocks at fixed instants."""

from datetime import UTC, datetime, time

import pytest

from tests.builders.telling import a_promise_of
from tests.builders.words import a_renderer, the_responses
from webchat.cases.promises.clock import Hours, read
from webchat.cases.promises.promise import Promise, State
from webchat.cases.words import PromiseName, Unit
from webchat.i18n.clock_words import label, reading
from webchat.packs.bank_holidays import working_calendar


def words_at(promise: Promise, *now: int, hours: Hours | None = None) -> str:
    at = datetime(*now, tzinfo=UTC)  # type: ignore[misc, arg-type]  # year, month, day, hour, minute
    clock = read(promise, at, working_calendar("england"), hours or {})
    return a_renderer().words(reading(clock, promise.unit, at), "en")


def test_days_left_are_working_days() -> None:
    assert words_at(a_promise_of(5), 2026, 11, 26, 10) == "2 working days left"
    assert words_at(a_promise_of(5), 2026, 11, 27, 10) == "1 working day left"


def test_the_due_day_says_by_when() -> None:
    assert words_at(a_promise_of(5), 2026, 11, 30, 10) == "Due today by 5pm"
    until_four = {day: ((time(9), time(16)),) for day in range(5)}
    assert words_at(a_promise_of(5), 2026, 11, 30, 10, hours=until_four) == "Due today by 4pm"


def test_once_the_desk_has_closed_the_guests_date_is_still_today() -> None:
    assert words_at(a_promise_of(5), 2026, 11, 30, 17) == "Due today"


def test_a_date_on_a_day_off_is_never_due_by_a_time_that_has_passed() -> None:
    boxing_day = a_promise_of(28, Unit.CALENDAR_DAY, received=datetime(2026, 11, 28, 9, tzinfo=UTC))
    assert words_at(boxing_day, 2026, 12, 24, 10) == "Due today by 5pm"
    assert words_at(boxing_day, 2026, 12, 26, 10) == "Due today"


def test_a_passed_date_is_overdue_by_working_days() -> None:
    assert words_at(a_promise_of(5), 2026, 12, 1, 10) == "Overdue by 1 working day"
    assert words_at(a_promise_of(5), 2026, 12, 2, 10) == "Overdue by 2 working days"


def test_a_passed_date_with_no_working_day_since_is_overdue() -> None:
    friday = a_promise_of(4)
    assert words_at(friday, 2026, 11, 28, 10) == "Overdue"


def test_minutes_are_told_in_minutes() -> None:
    wait = a_promise_of(15, Unit.MINUTE, name=PromiseName.WAIT)
    assert words_at(wait, 2026, 11, 23, 10, 5) == "10 minutes left"
    assert words_at(wait, 2026, 11, 23, 10, 14) == "1 minute left"
    assert words_at(wait, 2026, 11, 23, 10, 18) == "Overdue by 3 minutes"


def test_what_has_no_date_asks_for_one() -> None:
    assert words_at(a_promise_of(None), 2026, 11, 23, 10) == "Tell the guest when"


def test_what_is_over_says_so() -> None:
    assert words_at(a_promise_of(5, state=State.MET), 2026, 11, 23, 10) == "Kept"
    assert words_at(a_promise_of(5, state=State.SUPERSEDED), 2026, 11, 23, 10) == "Replaced"


@pytest.mark.parametrize("name", list(PromiseName))
def test_the_name_of_a_promise_fits_a_narrow_list(name: PromiseName) -> None:
    words = a_renderer().words(label(name), "en")
    assert 0 < len(words) <= 20
    assert label(name).name in the_responses()


def test_clocks_fit_a_narrow_list_too() -> None:
    # "Overdue by 1 working day" is guest-rules I1's own wording.
    for now in ((2026, 11, 23, 10), (2026, 11, 30, 10), (2026, 11, 30, 18)):
        for value in (1, 5, 12):
            words = words_at(a_promise_of(value), *now)
            assert len(words) <= 20 or words.startswith("Overdue by")
