"""Reminders at the start of the working day in which a quarter, then three quarters, has gone."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.builders import sent
from tests.builders.cases import MONDAY, a_calendar, a_member, an_entry, an_opening, casework
from webchat.cases.case import Purpose
from webchat.cases.moves import Letter
from webchat.cases.promises.calendar import LONDON, london_date
from webchat.cases.promises.clockwork import Clockwork, Reached, told_of
from webchat.cases.promises.promise import Promise, State
from webchat.cases.promises.reminding import Step, reminders, start_of_day
from webchat.cases.words import PromiseName, Role, Unit, Why

DAY = timedelta(days=1)
REPLY = {"promise": PromiseName.REPLY, "value": 5}
SAM, MO, CHLOE = a_member("sam"), a_member("mo", Role.MANAGER), a_member("chloe", Role.CHIEF_EXECUTIVE)
SAM = replace(SAM, line_manager="mo")


class Sent(sent.Sent):
    """A question that is owed a reply in 5 working days: Monday 23 to Monday 30 November 2026."""

    def __init__(self, staff: Any = (SAM, MO, CHLOE), **entry: Any) -> None:
        super().__init__({**REPLY, **entry}, staff=staff)

    @property
    def promise(self) -> Promise:
        return next(one for one in self.store.promises(self.id) if one.name is PromiseName.REPLY)

    def planned(self) -> dict[str, datetime]:
        clocks = [one for one in self.store.errands.values() if one.kind == "clock"]
        return {str(one.payload["step"]): one.not_before for one in clocks}

    def reached(self, step: Step, at: datetime) -> Reached | None:
        one = self.promise
        return Clockwork(self.work).reached(self.case.charity, self.id, one.id, step, str(one.due_on), at)


def at_9(day: int, month: int = 11) -> datetime:
    return datetime(2026, month, day, 9, tzinfo=UTC)


def test_a_reply_due_in_5_working_days_is_looked_at_on_the_second_day_the_last_and_the_day_after() -> None:
    planned = Sent().planned()
    assert planned == {"quarter": at_9(25), "three_quarters": at_9(30), "late": at_9(1, 12)}


def test_a_time_reached_on_a_weekend_is_looked_at_on_the_next_working_day() -> None:
    # Three quarters of the time to Monday night is Saturday night.
    assert Sent().planned()["three_quarters"].astimezone(LONDON).weekday() == 0


def test_the_day_begins_when_the_charity_opens() -> None:
    opens = {2: ((time(10, 30), time(16)),)}
    assert start_of_day(MONDAY.date() + 2 * DAY, opens) == datetime(2026, 11, 25, 10, 30, tzinfo=UTC)
    assert start_of_day(MONDAY.date(), opens) == at_9(23)
    assert start_of_day(datetime(2026, 7, 1).date(), {}) == datetime(2026, 7, 1, 8, tzinfo=UTC)  # summer


@pytest.mark.parametrize("entry", [{"value": None}, {"value": 15, "unit": Unit.MINUTE}])
def test_without_a_date_and_for_minutes_nobody_is_reminded(entry: dict[str, Any]) -> None:
    assert Sent(**entry).planned() == {}


def test_what_is_kept_replaced_or_closed_reminds_nobody() -> None:
    kept, closed, moved = Sent(), Sent(), Sent()
    for one in (kept, closed, moved):
        one.work.claim(SAM, one.id, MONDAY)
    before = moved.promise
    kept.work.write(SAM, kept.id, Letter(Purpose.REPLY, "Yes."), MONDAY)
    closed.work.close(SAM, closed.id, "Done.", MONDAY)
    moved.work.state_date(
        SAM, moved.id, before.id, MONDAY.date() + 14 * DAY, "Illness.", MONDAY, why=Why.OTHER
    )
    assert kept.reached(Step.THREE_QUARTERS, at_9(30)) is None
    assert closed.reached(Step.THREE_QUARTERS, at_9(30)) is None
    clock = Clockwork(moved.work)
    assert (
        clock.reached(moved.case.charity, moved.id, before.id, Step.LATE, str(before.due_on), at_9(30))
        is None
    )


def names(found: Reached | None) -> set[str]:
    assert found
    return {one.staff_id for one in found.told}


def test_a_quarter_tells_whoever_has_it_and_else_those_who_might_take_it() -> None:
    sent = Sent()
    assert names(sent.reached(Step.QUARTER, at_9(25))) == {"sam", "mo", "chloe"}
    sent.work.claim(SAM, sent.id, MONDAY)
    assert names(sent.reached(Step.QUARTER, at_9(25))) == {"sam"}


def test_three_quarters_tells_the_line_manager_too() -> None:
    sent = Sent()
    sent.work.claim(SAM, sent.id, MONDAY)
    assert names(sent.reached(Step.THREE_QUARTERS, at_9(30))) == {"sam", "mo"}


def test_late_tells_whoever_the_pack_names() -> None:
    """ACSOS, No Surprises: the chief executive."""
    sent = Sent(escalate_to=Role.CHIEF_EXECUTIVE)
    sent.work.claim(SAM, sent.id, MONDAY)
    assert names(sent.reached(Step.LATE, at_9(1, 12))) == {"sam", "mo", "chloe"}


def test_where_nobody_has_that_role_whoever_does_its_work_is_told() -> None:
    sent = Sent(staff=(SAM, MO), escalate_to=Role.GOVERNANCE)
    sent.work.claim(SAM, sent.id, MONDAY)
    assert names(sent.reached(Step.LATE, at_9(1, 12))) == {"sam", "mo"}


def test_the_guest_is_told_once_that_it_was_not_kept_and_it_is_written_down() -> None:
    sent = Sent()
    for _ in range(2):
        sent.reached(Step.LATE, at_9(1, 12))
    assert sent.promise.state is State.LATE
    assert [one.purpose for one in sent.store.messages(sent.id)] == [Purpose.WORDS, Purpose.LATE]
    assert [one.what for one in sent.store.events(sent.id)].count("late") == 1


def test_a_late_reply_can_still_be_sent_and_keeps_it() -> None:
    sent = Sent()
    sent.reached(Step.LATE, at_9(1, 12))
    sent.work.claim(SAM, sent.id, at_9(1, 12))
    sent.work.write(SAM, sent.id, Letter(Purpose.REPLY, "Yes."), at_9(1, 12))
    assert sent.promise.state is State.MET


def test_a_date_stated_once_it_was_late_is_a_new_promise_that_is_not() -> None:
    sent = Sent()
    sent.reached(Step.LATE, at_9(1, 12))
    sent.work.claim(SAM, sent.id, at_9(1, 12))
    late, on = sent.promise, date(2026, 12, 9)
    sent.work.state_date(SAM, sent.id, late.id, on, "Illness.", at_9(1, 12), why=Why.OTHER)
    states = [(one.due_on, one.state) for one in sent.store.promises(sent.id)]
    assert states == [(late.due_on, State.LATE), (on, State.OPEN)]


def test_whoever_may_not_know_of_a_case_is_never_told_of_its_clock() -> None:
    sent = Sent(escalate_to=Role.CHIEF_EXECUTIVE)
    about = replace(sent.case, about_staff="chloe")
    sent.store.cases[sent.id] = about
    assert "chloe" not in names(sent.reached(Step.LATE, at_9(1, 12)))
    policy = sent.work.policies.policy(about.charity)
    assert CHLOE in told_of(Step.LATE, about, sent.promise, (SAM, MO, CHLOE), policy)  # sight took her out


@given(
    some.datetimes(datetime(2026, 1, 5), datetime(2027, 10, 1), timezones=some.just(UTC)),
    some.integers(1, 28),
)
def test_whatever_the_day_reminders_come_in_order_on_working_days_and_late_comes_after_it(
    at: datetime, value: int
) -> None:
    work, store = casework(an_entry(PromiseName.REPLY, value))
    case = work.open(an_opening(), at)
    (promise,) = [one for one in store.promises(case.id) if one.due_at]
    assert promise.due_at
    planned = reminders(case, (promise,), work.policies, at)
    found = [one.not_before for one in planned]
    assert found == sorted(found)
    assert all(a_calendar().is_working(london_date(one)) for one in found)
    assert found[-1] > promise.due_at
    assert all(at < one < promise.due_at for one in found[:-1])
