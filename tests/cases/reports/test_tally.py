"""What a case carries so that the desk can sort by the next thing owed."""

from dataclasses import replace
from datetime import date, timedelta

from tests.builders.cases import MONDAY, a_calendar, a_policy, an_opening
from tests.builders.promises import a_promise
from webchat.cases.case import Case, Status
from webchat.cases.opening import Marks, opened
from webchat.cases.promises.calendar import end_of_day
from webchat.cases.promises.promise import State
from webchat.cases.reports.tally import merged, tallied
from webchat.cases.words import PromiseName

THURSDAY, FRIDAY = date(2026, 11, 26), date(2026, 11, 27)
REPLY, OUTCOME, ACKNOWLEDGE = PromiseName.REPLY, PromiseName.OUTCOME, PromiseName.ACKNOWLEDGE


def a_case() -> Case:
    marks = Marks("case-1", "REF-1", tuple(f"id-{place}" for place in range(12)))
    case = opened(an_opening(), marks, a_policy(), a_calendar(), MONDAY).case
    return replace(case, next_due_at=MONDAY, undated_since=MONDAY)


def test_the_earliest_of_what_is_owed_is_next() -> None:
    found = tallied(a_case(), [a_promise(REPLY, FRIDAY), a_promise(ACKNOWLEDGE, THURSDAY)])
    assert (found.next_due_at, found.undated_since) == (end_of_day(THURSDAY), None)


def test_what_is_kept_or_replaced_is_not_next_and_what_is_late_still_is() -> None:
    promises = [
        a_promise(ACKNOWLEDGE, date(2026, 11, 24), state=State.MET),
        a_promise(REPLY, date(2026, 11, 25), state=State.SUPERSEDED),
        a_promise(REPLY, THURSDAY, state=State.LATE),
        a_promise(OUTCOME, FRIDAY),
    ]
    assert tallied(a_case(), promises).next_due_at == end_of_day(THURSDAY)


def test_a_guest_waits_for_a_date_since_the_promise_began() -> None:
    later = MONDAY + timedelta(days=2)
    promises = [a_promise(OUTCOME, starts_at=later), a_promise(REPLY, starts_at=MONDAY + timedelta(days=1))]
    assert tallied(a_case(), promises).undated_since == MONDAY + timedelta(days=1)


def test_where_the_policy_is_silent_they_wait_since_they_wrote() -> None:
    assert tallied(a_case(), [a_promise(OUTCOME, starts_at=None)]).undated_since == MONDAY


def test_a_case_can_have_a_date_and_wait_for_another() -> None:
    found = tallied(a_case(), [a_promise(ACKNOWLEDGE, THURSDAY), a_promise(OUTCOME)])
    assert (found.next_due_at, found.undated_since) == (end_of_day(THURSDAY), MONDAY)


def test_a_closed_case_owes_nothing_next() -> None:
    closed = replace(a_case(), status=Status.CLOSED)
    found = tallied(closed, [a_promise(ACKNOWLEDGE, THURSDAY), a_promise(OUTCOME)])
    assert (found.next_due_at, found.undated_since) == (None, None)


def test_a_case_with_nothing_owed_has_no_next() -> None:
    found = tallied(a_case(), [])
    assert (found.next_due_at, found.undated_since) == (None, None)


def test_what_changed_takes_its_old_place_and_what_is_new_comes_last() -> None:
    first, second, new = (a_promise(REPLY, id=name) for name in ("first", "second", "new"))
    met = replace(first, state=State.MET)
    assert merged((first, second), (met, new)) == (met, second, new)
