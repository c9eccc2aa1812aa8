"""A complaint about personal information runs on a clock of its own (guest-rules E23; DPA 2018, s 164A)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.builders.cases import (
    COMPLAINT_28_DAYS,
    MONDAY,
    a_calendar,
    a_member,
    an_entry,
    an_opening,
    an_outcome,
)
from tests.builders.cases import casework as a_casework
from tests.builders.sent import DAY, SAM
from tests.fakes.store import MemoryStore
from webchat.cases.case import Case, Purpose
from webchat.cases.complaints.complaining import Complaining
from webchat.cases.errors import NotAllowed, NotFound
from webchat.cases.information import Information
from webchat.cases.moves import Letter
from webchat.cases.promises.calendar import london_date
from webchat.cases.promises.clock import Tells, read
from webchat.cases.promises.owed_by_law import OF_INFORMATION, OF_REQUEST, owed_by_law
from webchat.cases.promises.policy import NextStage
from webchat.cases.promises.promise import Source, State
from webchat.cases.words import Kind, PromiseName, Role, Strength, Unit
from webchat.packs.law import load_law

LAW = load_law()
ACKNOWLEDGE, OUTCOME = OF_INFORMATION
SHARED = (("about_information", "yes"),)
SECOND = NextStage("16", "words", (Role.WORKER,), 2)


class Sent:
    """A complaint as its guest sent it, in Sam's hands, at a charity with an outcome after 28 days."""

    def __init__(self, **given: Any) -> None:
        staff = (SAM, a_member("pat"))
        self.work, self.store = a_casework(
            an_entry(**COMPLAINT_28_DAYS), staff=staff, law=LAW, stages=2, next_stages=(SECOND,)
        )
        self.id = self.work.open(an_opening(**{"kind": Kind.COMPLAINT, **given}), MONDAY).id
        self.work.claim(SAM, self.id, MONDAY)

    store: MemoryStore

    @property
    def case(self) -> Case:
        return self.store.cases[self.id]

    @property
    def owed(self) -> dict[PromiseName, date | None]:
        return {one.name: one.due_on for one in self.store.promises(self.id) if one.is_owed}

    def writes(self, purpose: Purpose, at: datetime = MONDAY) -> "Sent":
        letter = an_outcome() if purpose is Purpose.OUTCOME else Letter(purpose, "Words.")
        self.work.write(SAM, self.id, letter, at)
        return self


def test_it_is_acknowledged_in_30_days_of_which_the_day_of_receipt_is_the_first() -> None:
    sent = Sent(answers=SHARED)
    assert sent.owed[ACKNOWLEDGE] == date(2026, 12, 22)
    assert sent.owed[OUTCOME] is None
    first = next(one for one in sent.store.promises(sent.id) if one.name is ACKNOWLEDGE)
    assert (first.source, first.strength) == (Source.LAW, Strength.WILL)
    assert first.ref == "Data Protection Act 2018, section 164A(3)"


def test_nothing_is_owed_by_law_on_anything_else() -> None:
    for answers in ((), (("about_information", "no"),)):
        assert not set(Sent(answers=answers).owed) & set(OF_INFORMATION)


def test_the_page_is_no_acknowledgement_and_the_first_words_of_staff_are_one() -> None:
    sent = Sent(answers=SHARED)
    assert ACKNOWLEDGE in sent.owed
    assert ACKNOWLEDGE not in sent.writes(Purpose.UPDATE).owed


@pytest.mark.parametrize("purpose", [Purpose.ACKNOWLEDGE, Purpose.UPDATE, Purpose.REPLY])
def test_no_other_words_are_what_was_decided_about_it(purpose: Purpose) -> None:
    assert OUTCOME in Sent(answers=SHARED).writes(purpose).owed


def test_what_is_decided_about_it_does_not_wait_for_the_rest_and_ends_nothing_else() -> None:
    sent = Sent(answers=SHARED).writes(Purpose.INFORMATION_OUTCOME)
    assert set(sent.owed) == {PromiseName.OUTCOME}


def test_what_is_decided_on_the_whole_answers_it_too() -> None:
    assert Sent(answers=SHARED).writes(Purpose.OUTCOME).owed == {}


def test_without_undue_delay_is_no_date_that_a_guest_waits_to_be_told() -> None:
    assert Sent(answers=SHARED).case.undated_since is None


def test_another_kind_does_not_end_it() -> None:
    sent = Sent(answers=SHARED)
    sent.work.change_kind(SAM, sent.id, Kind.CONCERN, MONDAY + DAY)
    assert set(OF_INFORMATION) <= set(sent.owed)
    assert PromiseName.OUTCOME not in sent.owed


def test_the_next_stage_does_not_end_it() -> None:
    sent = Sent(answers=SHARED)
    sent.work.close(SAM, sent.id, "Solved.", MONDAY + DAY)
    Complaining(sent.work).go_on(sent.case, "", "en", MONDAY + 2 * DAY)
    assert sent.case.stage == 2
    assert set(OF_INFORMATION) <= set(sent.owed)


def test_taken_back_it_is_owed_no_more_and_written_again_as_before() -> None:
    sent = Sent(answers=SHARED)
    sent.work.guest_takes_back(sent.case, MONDAY + DAY)
    assert sent.owed == {}
    sent.work.guest_adds(sent.case, "After all.", "en", MONDAY + 2 * DAY)
    assert sent.owed[ACKNOWLEDGE] == date(2026, 12, 22)
    assert OUTCOME in sent.owed


def test_staff_may_see_it_later_and_it_counts_from_the_first_receipt() -> None:
    sent = Sent()
    Information(sent.work).note(SAM, sent.id, MONDAY + 5 * DAY)
    assert sent.owed[ACKNOWLEDGE] == date(2026, 12, 22)
    last = sent.store.messages(sent.id)[-1]
    assert (last.purpose, last.body) == (Purpose.INFORMATION, "")


def test_the_message_that_tells_of_it_keeps_nothing() -> None:
    sent = Sent()
    Information(sent.work).note(SAM, sent.id, MONDAY + DAY)
    assert {ACKNOWLEDGE, OUTCOME, PromiseName.OUTCOME} == set(sent.owed)


def test_noted_twice_it_is_the_same() -> None:
    sent = Sent(answers=SHARED)
    before = sent.case
    assert Information(sent.work).note(SAM, sent.id, MONDAY + DAY) == before
    assert sent.case == before


def test_a_date_that_has_gone_is_told_to_nobody_and_waits_for_staff() -> None:
    sent = Sent()
    Information(sent.work).note(SAM, sent.id, MONDAY + 40 * DAY)
    assert sent.owed[ACKNOWLEDGE] is None
    assert sent.case.undated_since == MONDAY


def test_only_whoever_has_the_case_may_note_it() -> None:
    sent, pat = Sent(), a_member("pat")
    with pytest.raises(NotAllowed, match="not_yours"):
        Information(sent.work).note(pat, sent.id, MONDAY)
    with pytest.raises(NotFound):
        Information(sent.work).note(a_member("far", charity="elsewhere"), sent.id, MONDAY)


def test_a_closed_case_is_not_started_again() -> None:
    sent = Sent().writes(Purpose.OUTCOME)
    sent.work.close(SAM, sent.id, "", MONDAY)
    with pytest.raises(NotAllowed, match="case_closed"):
        Information(sent.work).note(SAM, sent.id, MONDAY)


WHENEVER = some.datetimes(datetime(2026, 1, 2), datetime(2027, 6, 1), timezones=some.just(UTC))


@given(WHENEVER, some.integers(0, 90))
def test_never_a_past_date_never_later_than_30_days_and_each_once(at: datetime, days: int) -> None:
    now = at + timedelta(days=days)
    owed = owed_by_law(LAW, OF_INFORMATION, (), "case", at, ("a", "b"), now)
    assert [one.name for one in owed] == list(OF_INFORMATION)
    due = owed[0].due_on
    assert due is None or london_date(now) <= due
    assert (due is None) == (days > 29 or london_date(now) > london_date(at) + timedelta(days=29))
    assert due is None or (due - london_date(at)).days == 29
    assert owed_by_law(LAW, OF_INFORMATION, owed, "case", at, ("c", "d"), now) == ()
    ended = tuple(replace(one, state=State.SUPERSEDED) for one in owed)
    assert len(owed_by_law(LAW, OF_INFORMATION, ended, "case", at, ("c", "d"), now)) == 2


def test_the_desk_is_told_to_decide_without_delay_and_not_to_tell_a_date() -> None:
    sent = Sent(answers=SHARED)
    tells = {one.name: read(one, MONDAY, a_calendar(), {}).tells for one in sent.store.promises(sent.id)}
    assert tells[OUTCOME] is Tells.WITHOUT_DELAY
    assert tells[ACKNOWLEDGE] is Tells.DAYS_LEFT


SEE = (("own_information", "see"),)


@pytest.mark.parametrize("asked", ["see", "correct", "delete"])
def test_a_request_for_ones_own_information_is_answered_within_a_month(asked: str) -> None:
    """Guest-rules G5: from the day of receipt to the same date of the next month, never rolled forward."""
    sent = Sent(kind=Kind.QUESTION, answers=(("own_information", asked),))
    assert sent.owed[OF_REQUEST] == date(2026, 12, 23)
    one = next(one for one in sent.store.promises(sent.id) if one.name is OF_REQUEST)
    assert (one.source, one.strength, one.unit) == (Source.LAW, Strength.WILL, Unit.CALENDAR_MONTH)
    assert one.ref == "UK General Data Protection Regulation, Articles 12(3) and 12A"


@pytest.mark.parametrize("answers", [(), (("own_information", "none"),)])
def test_a_question_alone_starts_no_time_of_the_law(answers: Any) -> None:
    assert OF_REQUEST not in Sent(kind=Kind.QUESTION, answers=answers).owed


@pytest.mark.parametrize(
    ("receipt", "due"),
    [("2027-01-31", "2027-02-28"), ("2028-01-31", "2028-02-29"), ("2026-12-31", "2027-01-31")],
)
def test_a_month_ends_on_the_same_date_or_the_last_of_a_shorter_one(receipt: str, due: str) -> None:
    at = datetime.fromisoformat(f"{receipt}T12:00:00+00:00")
    (owed,) = owed_by_law(LAW, (OF_REQUEST,), (), "case", at, ("a",), at)
    assert owed.due_on == date.fromisoformat(due)


def test_only_what_they_asked_for_answers_it_and_that_is_the_reply_too() -> None:
    sent = Sent(kind=Kind.QUESTION, answers=SEE).writes(Purpose.REPLY)
    assert OF_REQUEST in sent.owed
    sent = Sent(kind=Kind.QUESTION, answers=SEE).writes(Purpose.INFORMATION_REPLY)
    assert sent.owed == {}


def test_staff_may_see_a_request_later_and_it_counts_from_the_first_receipt() -> None:
    sent = Sent(kind=Kind.QUESTION)
    Information(sent.work).note_request(SAM, sent.id, MONDAY + 5 * DAY)
    assert sent.owed[OF_REQUEST] == date(2026, 12, 23)
    assert sent.store.messages(sent.id)[-1].purpose is Purpose.INFORMATION_REQUEST
    assert OF_INFORMATION[0] not in sent.owed


@given(WHENEVER)
def test_a_month_is_28_to_31_days_and_ends_on_no_later_date(at: datetime) -> None:
    (owed,) = owed_by_law(LAW, (OF_REQUEST,), (), "case", at, ("a",), at)
    assert owed.due_on is not None
    receipt = london_date(at)
    assert 28 <= (owed.due_on - receipt).days <= 31
    assert owed.due_on.day <= receipt.day
