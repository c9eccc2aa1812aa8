"""What keeps a promise: "met by what the policy means" (design.md, rules for dates), sentence by sentence."""

from datetime import date

import pytest

from tests.builders.cases import MONDAY
from tests.builders.promises import a_promise
from webchat.cases.appointments.meeting import Act, keeps, kept
from webchat.cases.case import OF_COMPLAINTS, OF_TIMES, OTHER_TIMES, Purpose
from webchat.cases.promises.promise import State
from webchat.cases.rules import STAFF_WRITE
from webchat.cases.words import MetBy, PromiseName

FRIDAY = date(2026, 11, 27)
ACKNOWLEDGE, CONTACT, REPLY, OUTCOME, WAIT, *_ = PromiseName
STAFF_WORDS = STAFF_WRITE
NOT_STAFF_WORDS = (
    *(Purpose.WORDS, Purpose.RECEIPT, Purpose.CLOSING),
    *(*OTHER_TIMES, *OF_TIMES, *OF_COMPLAINTS),
)
# What was asked for about oneself is an answer as well (guest-rules G5).
REPLIES = {Purpose.REPLY, Purpose.OUTCOME, Purpose.INFORMATION_REPLY}


def kept_by(name: PromiseName, rule: MetBy) -> set[Purpose]:
    """Which purposes keep such a promise, with no date and no officer named."""
    promise = a_promise(name, met_by_rule=rule)
    return {purpose for purpose in Purpose if keeps(promise, Act(purpose))}


def test_an_acknowledgement_that_may_be_automatic_is_kept_by_the_receipt() -> None:
    """RUILS Target 2; Living Well Bromley 3.4."""
    assert kept_by(ACKNOWLEDGE, MetBy.AUTOMATIC) == {Purpose.RECEIPT, *STAFF_WORDS}


def test_an_acknowledgement_by_people_is_kept_by_any_words_of_theirs_but_never_by_a_receipt() -> None:
    assert kept_by(ACKNOWLEDGE, MetBy.REPLY) == set(STAFF_WORDS)


def test_acsos_is_kept_only_by_a_message_that_says_when_the_full_reply_will_come() -> None:
    promise = a_promise(ACKNOWLEDGE, met_by_rule=MetBy.MESSAGE_WITH_DATE)
    for purpose in (Purpose.ACKNOWLEDGE, Purpose.UPDATE):
        assert not keeps(promise, Act(purpose))
        assert keeps(promise, Act(purpose, states_date=FRIDAY))
    for purpose in NOT_STAFF_WORDS:
        assert not keeps(promise, Act(purpose, states_date=FRIDAY))


def test_acsos_needs_no_date_any_more_once_the_full_reply_has_come() -> None:
    assert kept_by(ACKNOWLEDGE, MetBy.MESSAGE_WITH_DATE) == REPLIES


@pytest.mark.parametrize("purpose", STAFF_WORDS)
def test_help_and_care_is_kept_only_by_a_message_that_names_the_officer(purpose: Purpose) -> None:
    """15.2 and 16.2."""
    promise = a_promise(ACKNOWLEDGE, met_by_rule=MetBy.NAMED_OFFICER)
    assert not keeps(promise, Act(purpose))
    assert not keeps(promise, Act(purpose, officer="  \t"))
    assert not keeps(promise, Act(purpose, states_date=FRIDAY))
    assert keeps(promise, Act(purpose, officer="Priya Shah"))


@pytest.mark.parametrize("purpose", NOT_STAFF_WORDS)
def test_no_officer_is_named_by_a_receipt_or_by_closing(purpose: Purpose) -> None:
    promise = a_promise(ACKNOWLEDGE, met_by_rule=MetBy.NAMED_OFFICER)
    assert not keeps(promise, Act(purpose, officer="Priya Shah"))


def test_no_receipt_meets_healthwatchs_two_day_response() -> None:
    assert kept_by(REPLY, MetBy.REPLY) == REPLIES


def test_a_reply_is_not_kept_by_a_receipt_even_where_acknowledgements_may_be_automatic() -> None:
    assert Purpose.RECEIPT not in kept_by(REPLY, MetBy.REPLY) | kept_by(OUTCOME, MetBy.REPLY)


def test_only_an_outcome_keeps_the_outcome() -> None:
    assert kept_by(OUTCOME, MetBy.REPLY) == {Purpose.OUTCOME}


@pytest.mark.parametrize("name", [CONTACT, REPLY, ACKNOWLEDGE])
def test_a_call_that_nobody_answered_does_not_return_a_call(name: PromiseName) -> None:
    promise = a_promise(name, met_by_rule=MetBy.SPOKEN_TO)
    for purpose in Purpose:
        assert not keeps(promise, Act(purpose, reached=False, spoken=True))
        assert not keeps(promise, Act(purpose, reached=True, spoken=False))
    assert keeps(promise, Act(Purpose.REPLY, reached=True, spoken=True))


@pytest.mark.parametrize("rule", MetBy)
@pytest.mark.parametrize("name", PromiseName)
def test_nothing_that_did_not_reach_the_guest_keeps_anything(name: PromiseName, rule: MetBy) -> None:
    promise = a_promise(name, met_by_rule=rule)
    for purpose in Purpose:
        assert not keeps(promise, Act(purpose, False, True, True, FRIDAY, "Priya Shah"))


def test_being_seen_is_kept_by_being_seen_alone() -> None:
    """RUILS: seen within 15 minutes."""
    promise = a_promise(WAIT, met_by_rule=MetBy.SEEN)
    assert not keeps(promise, Act(Purpose.REPLY, spoken=True, states_date=FRIDAY, officer="Priya Shah"))
    assert keeps(promise, Act(Purpose.UPDATE, seen=True))


@pytest.mark.parametrize("rule", [rule for rule in MetBy if rule is not MetBy.SEEN])
@pytest.mark.parametrize("name", PromiseName)
def test_a_guests_own_words_and_a_closing_keep_nothing(name: PromiseName, rule: MetBy) -> None:
    promise = a_promise(name, met_by_rule=rule)
    assert not keeps(promise, Act(Purpose.WORDS, states_date=FRIDAY, officer="Priya Shah"))
    assert not keeps(promise, Act(Purpose.CLOSING, states_date=FRIDAY, officer="Priya Shah"))


def test_what_is_kept_says_by_what_and_when_and_what_was_not_owed_stays_as_it_was() -> None:
    owed = a_promise(REPLY, id="owed")
    late = a_promise(REPLY, id="late", state=State.LATE)
    met = a_promise(REPLY, id="met", state=State.MET, met_by="an older message")
    replaced = a_promise(REPLY, id="replaced", state=State.SUPERSEDED)
    outcome = a_promise(OUTCOME, id="outcome")
    found = kept((owed, late, met, replaced, outcome), Act(Purpose.REPLY), "message-1", MONDAY)
    assert [(one.id, one.state, one.met_by, one.met_at) for one in found] == [
        ("owed", State.MET, "message-1", MONDAY),
        ("late", State.MET, "message-1", MONDAY),
    ]
