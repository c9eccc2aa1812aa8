"""The moves a case allows: each rule of design.md with its refusal by name."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.builders.cases import MONDAY, a_calendar, a_member, a_policy, an_opening
from tests.builders.promises import a_promise
from webchat.cases.appointments.meeting import Act
from webchat.cases.case import Case, Purpose, Status
from webchat.cases.errors import NotAllowed
from webchat.cases.opening import Marks, opened
from webchat.cases.promises.promise import State
from webchat.cases.rules import (
    STAFF_WRITE,
    dated,
    must_be_a_later_day,
    must_be_known,
    must_be_open,
    must_do_what_it_says,
    must_explain,
    must_own,
)
from webchat.cases.words import MetBy, PromiseName, Why

ACKNOWLEDGE, CONTACT, REPLY, OUTCOME, WAIT, *_ = PromiseName
MON, FRI = date(2026, 11, 23), date(2026, 11, 27)
DAY = timedelta(days=1)
OVER = (State.MET, State.SUPERSEDED)
STILL = (State.OPEN, State.LATE)


def a_case() -> Case:
    marks = Marks("case-1", "REF-1", tuple(f"id-{place}" for place in range(12)))
    return opened(an_opening(), marks, a_policy(), a_calendar(), MONDAY).case


def test_a_closed_case_takes_no_move() -> None:
    must_be_open(a_case())
    with pytest.raises(NotAllowed, match="case_closed"):
        must_be_open(replace(a_case(), status=Status.CLOSED))


def test_only_whoever_has_the_case_writes_to_the_guest() -> None:
    must_own(replace(a_case(), owner="sam"), a_member("sam"))
    for owner in ("", "amina"):
        with pytest.raises(NotAllowed, match="not_yours"):
            must_own(replace(a_case(), owner=owner), a_member("sam"))


# Words to a guest


@pytest.mark.parametrize("purpose", [one for one in Purpose if one not in STAFF_WRITE])
def test_staff_write_no_receipt_no_closing_and_no_guests_words(purpose: Purpose) -> None:
    with pytest.raises(NotAllowed, match="unknown_purpose"):
        must_do_what_it_says([], Act(purpose), "words")


@pytest.mark.parametrize("purpose", STAFF_WRITE)
@pytest.mark.parametrize("body", ["", "  \n\t "])
def test_an_answer_without_words_is_none(purpose: Purpose, body: str) -> None:
    with pytest.raises(NotAllowed, match="no_words"):
        must_do_what_it_says([], Act(purpose), body)


def test_an_update_may_tell_a_date_or_a_name_and_nothing_else() -> None:
    must_do_what_it_says([], Act(Purpose.UPDATE, states_date=FRI), "")
    must_do_what_it_says([], Act(Purpose.UPDATE, officer="Priya Shah"), " ")


@pytest.mark.parametrize("state", STILL)
def test_an_acknowledgement_names_the_officer_where_the_policy_says_so(state: State) -> None:
    """Help & Care 15.2 and 16.2."""
    owed = [a_promise(ACKNOWLEDGE, met_by_rule=MetBy.NAMED_OFFICER, state=state)]
    with pytest.raises(NotAllowed, match="officer_not_named"):
        must_do_what_it_says(owed, Act(Purpose.ACKNOWLEDGE, officer=" "), "We have it.")
    must_do_what_it_says(owed, Act(Purpose.ACKNOWLEDGE, officer="Priya Shah"), "We have it.")


@pytest.mark.parametrize("state", STILL)
def test_an_acknowledgement_says_when_the_full_reply_comes_where_the_policy_says_so(state: State) -> None:
    """ACSOS, Contact by email."""
    owed = [a_promise(ACKNOWLEDGE, met_by_rule=MetBy.MESSAGE_WITH_DATE, state=state)]
    with pytest.raises(NotAllowed, match="no_date_stated"):
        must_do_what_it_says(owed, Act(Purpose.ACKNOWLEDGE), "We have it.")
    must_do_what_it_says(owed, Act(Purpose.ACKNOWLEDGE, states_date=FRI), "We have it.")


@pytest.mark.parametrize("state", OVER)
@pytest.mark.parametrize("rule", [MetBy.NAMED_OFFICER, MetBy.MESSAGE_WITH_DATE])
def test_what_is_no_longer_owed_asks_for_nothing(rule: MetBy, state: State) -> None:
    must_do_what_it_says(
        [a_promise(ACKNOWLEDGE, met_by_rule=rule, state=state)], Act(Purpose.ACKNOWLEDGE), "We have it."
    )


@pytest.mark.parametrize("purpose", [Purpose.REPLY, Purpose.OUTCOME, Purpose.UPDATE])
def test_only_an_acknowledgement_has_to_be_one(purpose: Purpose) -> None:
    owed = [a_promise(ACKNOWLEDGE, met_by_rule=rule) for rule in MetBy]
    must_do_what_it_says(owed, Act(purpose), "words")


# More time


def test_a_date_may_be_stated_where_there_was_none_without_a_reason_and_for_today() -> None:
    must_be_a_later_day(a_promise(REPLY), MON, "", None, MON)


@pytest.mark.parametrize("due", [None, FRI])
def test_nobody_is_ever_told_a_past_date(due: date | None) -> None:
    with pytest.raises(NotAllowed, match="date_in_the_past"):
        must_be_a_later_day(a_promise(REPLY, due), MON - DAY, "a reason", Why.OTHER, MON)


@pytest.mark.parametrize("on", [MON, FRI - DAY, FRI])
def test_a_longer_time_that_is_not_longer_is_refused(on: date) -> None:
    with pytest.raises(NotAllowed, match="not_later"):
        must_be_a_later_day(a_promise(REPLY, FRI), on, "a reason", Why.OTHER, MON)


@pytest.mark.parametrize("reason", ["", " ", "\n\t\u00a0"])
def test_a_longer_time_without_a_reason_is_refused(reason: str) -> None:
    with pytest.raises(NotAllowed, match="no_reason"):
        must_be_a_later_day(a_promise(REPLY, FRI), FRI + DAY, reason, Why.OTHER, MON)


def test_a_date_past_the_years_whose_bank_holidays_are_known_is_refused() -> None:
    must_be_known(FRI, FRI)
    with pytest.raises(NotAllowed, match="too_far_ahead"):
        must_be_known(FRI + DAY, FRI)


def test_of_two_dates_for_one_thing_a_new_one_is_about_the_later() -> None:
    passed, told = a_promise(REPLY, MON, state=State.LATE), a_promise(REPLY, FRI, id="told")
    assert dated([passed, told]) == told
    assert dated([told, passed]) == told


@pytest.mark.parametrize("state", OVER)
def test_what_is_over_gets_no_more_time(state: State) -> None:
    with pytest.raises(NotAllowed, match="already_kept"):
        must_be_a_later_day(a_promise(REPLY, FRI, state=state), FRI + DAY, "a reason", Why.OTHER, MON)


# Closing


@pytest.mark.parametrize("state", STILL)
@pytest.mark.parametrize("name", PromiseName)
def test_a_case_with_an_unmet_promise_closes_only_with_a_reason(name: PromiseName, state: State) -> None:
    owed = [a_promise(name, state=state)]
    with pytest.raises(NotAllowed, match="promise_not_kept"):
        must_explain(owed, "  ")
    must_explain(owed, "You told us you no longer need this.")


def test_a_case_that_owes_nothing_closes_without_one() -> None:
    must_explain([a_promise(REPLY, state=state) for state in OVER], "")


# Which promise a stated date is about


def test_it_is_about_what_has_no_date_then_the_outcome_then_the_reply() -> None:
    reply, outcome = a_promise(REPLY, FRI), a_promise(OUTCOME, FRI)
    undated = a_promise(REPLY, id="undated")
    assert dated([reply, outcome, undated]) == undated
    assert dated([reply, outcome]) == outcome
    assert dated([reply]) == reply


def test_it_is_never_about_an_acknowledgement_a_call_or_what_is_over() -> None:
    others = [a_promise(name) for name in (ACKNOWLEDGE, CONTACT, WAIT)]
    assert dated([*others, *(a_promise(REPLY, FRI, state=state) for state in OVER)]) is None
