"""What staff's moves write beside the case itself: dates told, ways back, and the record."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.builders.cases import (
    COMPLAINT_28_DAYS,
    MONDAY,
    a_member,
    an_entry,
    an_opening,
    casework,
)
from tests.fakes.store import MemoryStore
from webchat.cases.case import Case, Delivery, Message, Purpose
from webchat.cases.casework import Casework
from webchat.cases.errors import NotAllowed, NotFound
from webchat.cases.moves import Letter
from webchat.cases.promises.calendar import end_of_day
from webchat.cases.promises.promise import Promise, Source, State
from webchat.cases.words import Kind, MetBy, PromiseName, ReplyBy, Strength, Why

SAM = a_member("sam")
REPLY_3 = {"promise": PromiseName.REPLY, "value": 3}
SAY_WHEN = {"promise": PromiseName.ACKNOWLEDGE, "value": 3, "met_by": MetBy.MESSAGE_WITH_DATE}
TUE, THU, MON = date(2026, 11, 24), date(2026, 11, 26), date(2026, 11, 30)  # Thursday is day 3
ACKNOWLEDGED = "We have it."


def claimed(*entries: Any, **given: Any) -> tuple[Casework, MemoryStore, Case]:
    work, store = casework(*(an_entry(**one) for one in entries))
    case = work.open(an_opening(**given), MONDAY)
    return work, store, work.claim(SAM, case.id, MONDAY)


def owed(store: MemoryStore, case: Case) -> list[tuple[PromiseName, date | None, Source]]:
    return [(one.name, one.due_on, one.source) for one in store.promises(case.id) if one.is_owed]


def the(store: MemoryStore, case: Case, name: PromiseName) -> Promise:
    return [one for one in store.promises(case.id) if one.name is name][-1]


def last_message(store: MemoryStore, case: Case) -> Message:
    return store.messages(case.id)[-1]


# Dates told in an acknowledgement (ACSOS, Contact by email)


def test_an_acknowledgement_may_name_the_day_that_was_promised_anyway() -> None:
    work, store, case = claimed(SAY_WHEN, REPLY_3)
    work.write(SAM, case.id, Letter(Purpose.ACKNOWLEDGE, ACKNOWLEDGED, states_date=THU), MONDAY)
    assert owed(store, case) == [(PromiseName.REPLY, THU, Source.PACK)]
    assert last_message(store, case).states_date == THU


def test_an_acknowledgement_that_names_an_earlier_day_binds_to_it() -> None:
    work, store, case = claimed(SAY_WHEN, REPLY_3)
    after = work.write(SAM, case.id, Letter(Purpose.ACKNOWLEDGE, ACKNOWLEDGED, states_date=TUE), MONDAY)
    assert owed(store, case) == [(PromiseName.REPLY, TUE, Source.STAFF)]
    assert after.next_due_at == end_of_day(TUE)


@pytest.mark.parametrize(
    ("on", "reason", "refusal"),
    [(MON, "", "no_reason"), (date(2026, 11, 22), "a reason", "date_in_the_past")],
)
def test_an_acknowledgement_that_names_a_later_day_is_more_time(on: date, reason: str, refusal: str) -> None:
    work, store, case = claimed(SAY_WHEN, REPLY_3)
    letter = Letter(Purpose.ACKNOWLEDGE, ACKNOWLEDGED, states_date=on, reason=reason)
    with pytest.raises(NotAllowed, match=refusal):
        work.write(SAM, case.id, letter, MONDAY)
    assert len(store.messages(case.id)) == 1


@pytest.mark.parametrize("on", [TUE, THU])
def test_any_other_letter_that_names_a_day_within_the_time_gives_no_more_time(on: date) -> None:
    work, _, case = claimed(REPLY_3)
    with pytest.raises(NotAllowed, match="not_later"):
        work.write(SAM, case.id, Letter(Purpose.UPDATE, "words", states_date=on, reason="r"), MONDAY)


def test_a_date_that_no_promise_would_hold_is_refused() -> None:
    work, _, case = claimed(REPLY_3)
    work.write(SAM, case.id, Letter(Purpose.REPLY, "The answer."), MONDAY)
    with pytest.raises(NotAllowed, match="already_kept"):
        work.write(SAM, case.id, Letter(Purpose.UPDATE, "words", states_date=MON), MONDAY)


# A date that is stated


def test_a_stated_date_becomes_a_promise_like_any_other_with_whoever_stated_it() -> None:
    work, store, case = claimed()
    waiting = the(store, case, PromiseName.REPLY)
    work.state_date(SAM, case.id, waiting.id, MON, "", MONDAY)
    new = the(store, case, PromiseName.REPLY)
    assert (new.due_on, new.due_at, new.source, new.stated_by) == (MON, end_of_day(MON), Source.STAFF, "Sam")
    assert (new.strength, new.value, new.unit, new.skipped) == (Strength.WILL, None, None, ())
    [replaced] = [one for one in store.promises(case.id) if one.id == waiting.id]
    assert (replaced.state, replaced.met_by) == (State.SUPERSEDED, new.id)


def test_a_stated_date_can_be_moved_later_with_a_reason_as_any_other() -> None:
    work, store, case = claimed()
    first = work.state_date(SAM, case.id, the(store, case, PromiseName.REPLY).id, TUE, "", MONDAY)
    promise = the(store, first, PromiseName.REPLY)
    work.state_date(
        SAM, case.id, promise.id, MON, "The person who knows is ill.", MONDAY, why=Why.PERSON_AWAY
    )
    assert owed(store, case) == [(PromiseName.REPLY, MON, Source.STAFF)]
    assert last_message(store, case).body == "The person who knows is ill."


def test_saying_when_the_reply_comes_is_what_acsos_calls_an_acknowledgement() -> None:
    work, store, case = claimed(SAY_WHEN)
    work.state_date(SAM, case.id, the(store, case, PromiseName.REPLY).id, MON, "", MONDAY)
    acknowledged = the(store, case, PromiseName.ACKNOWLEDGE)
    assert (acknowledged.state, acknowledged.met_by) == (State.MET, last_message(store, case).id)


def test_a_date_for_something_else_does_not_say_when_the_reply_comes() -> None:
    work, store, case = claimed(SAY_WHEN, {"promise": PromiseName.CONTACT, "value": None})
    work.state_date(SAM, case.id, the(store, case, PromiseName.CONTACT).id, MON, "", MONDAY)
    assert the(store, case, PromiseName.ACKNOWLEDGE).state is State.OPEN


def test_a_date_that_waits_to_be_posted_keeps_nothing_yet() -> None:
    work, store, case = claimed(SAY_WHEN, reply_by=ReplyBy.LETTER)
    work.state_date(SAM, case.id, the(store, case, PromiseName.REPLY).id, MON, "", MONDAY)
    assert the(store, case, PromiseName.ACKNOWLEDGE).state is State.OPEN
    work.delivered(SAM, case.id, last_message(store, case).id, Delivery.POSTED, MONDAY)
    assert the(store, case, PromiseName.ACKNOWLEDGE).state is State.MET


def test_no_date_can_be_stated_for_another_cases_promise() -> None:
    work, store, case = claimed(REPLY_3)
    other = work.open(an_opening(), MONDAY)
    with pytest.raises(NotFound):
        work.state_date(
            SAM, case.id, the(store, other, PromiseName.REPLY).id, MON, "a reason", MONDAY, why=Why.OTHER
        )


def test_an_outcome_of_28_days_keeps_both_its_dates_in_the_record() -> None:
    """policy-facts F8."""
    work, store, case = claimed(COMPLAINT_28_DAYS, kind=Kind.COMPLAINT)
    promise = the(store, case, PromiseName.OUTCOME)
    work.state_date(
        SAM, case.id, promise.id, date(2027, 1, 8), "We wait for a report.", MONDAY, why=Why.OTHER
    )
    dates = [(one.due_on, one.state) for one in store.promises(case.id)]
    assert dates == [(date(2026, 12, 21), State.SUPERSEDED), (date(2027, 1, 8), State.OPEN)]
    event = store.events(case.id)[-1]
    moved = {"promise": "outcome", "from": "2026-12-21", "to": "2027-01-08"}
    assert event.fields == {**moved, "why": "other"}


# How words travel


@pytest.mark.parametrize(
    ("reply_by", "contact", "delivery"),
    [
        (ReplyBy.EMAIL, "jo@example.org", Delivery.QUEUED),
        (ReplyBy.TEXT, "07700 900001", Delivery.QUEUED),
        (ReplyBy.EMAIL, "", Delivery.SHOWN),
        (ReplyBy.TEXT, "", Delivery.SHOWN),
        (ReplyBy.LETTER, "1 High Street", Delivery.TO_POST),
        (ReplyBy.PHONE, "01632 960001", Delivery.TO_SAY),
        (ReplyBy.IN_PERSON, "", Delivery.TO_SAY),
        (ReplyBy.CODE, "", Delivery.SHOWN),
        (ReplyBy.NONE, "", Delivery.SHOWN),
    ],
)
def test_words_travel_as_the_guest_asked(reply_by: ReplyBy, contact: str, delivery: Delivery) -> None:
    work, store, case = claimed(REPLY_3, reply_by=reply_by, contact=contact)
    work.write(SAM, case.id, Letter(Purpose.REPLY, "The answer."), MONDAY)
    message = last_message(store, case)
    assert (message.delivery, message.route, message.author, message.author_name) == (
        delivery, reply_by, "sam", "Sam",
    )  # fmt: skip
    sent = [errand for errand in store.errands.values() if errand.kind == "send_message"]
    assert [one.payload for one in sent] == (
        [{"case": case.id, "message": message.id}] if delivery is Delivery.QUEUED else []
    )


@pytest.mark.parametrize("reply_by", [ReplyBy.LETTER, ReplyBy.PHONE, ReplyBy.IN_PERSON])
def test_words_that_people_must_carry_keep_nothing_until_they_are_there(reply_by: ReplyBy) -> None:
    work, store, case = claimed(REPLY_3, reply_by=reply_by, contact="x")
    work.write(SAM, case.id, Letter(Purpose.REPLY, "The answer."), MONDAY)
    assert the(store, case, PromiseName.REPLY).state is State.OPEN
    done = Delivery.POSTED if reply_by is ReplyBy.LETTER else Delivery.SPOKEN
    later = MONDAY + timedelta(hours=3)
    work.delivered(SAM, case.id, last_message(store, case).id, done, later)
    assert (the(store, case, PromiseName.REPLY).state, the(store, case, PromiseName.REPLY).met_at) == (
        State.MET, later,
    )  # fmt: skip


_RECORDED = (Delivery.POSTED, Delivery.SPOKEN, Delivery.NO_ANSWER)


@pytest.mark.parametrize("delivery", [one for one in Delivery if one not in _RECORDED], ids=str)
def test_only_posted_spoken_and_no_answer_can_be_recorded(delivery: Delivery) -> None:
    work, store, case = claimed(REPLY_3, reply_by=ReplyBy.PHONE, contact="x")
    work.write(SAM, case.id, Letter(Purpose.REPLY, "The answer."), MONDAY)
    with pytest.raises(NotAllowed, match="not_waiting"):
        work.delivered(SAM, case.id, last_message(store, case).id, delivery, MONDAY)


@pytest.mark.parametrize(
    ("reply_by", "became"), [(ReplyBy.PHONE, Delivery.POSTED), (ReplyBy.LETTER, Delivery.SPOKEN),
                             (ReplyBy.LETTER, Delivery.NO_ANSWER)]
)  # fmt: skip
def test_a_call_is_not_posted_and_a_letter_is_not_answered(reply_by: ReplyBy, became: Delivery) -> None:
    work, store, case = claimed(REPLY_3, reply_by=reply_by, contact="x")
    work.write(SAM, case.id, Letter(Purpose.REPLY, "The answer."), MONDAY)
    with pytest.raises(NotAllowed, match="not_waiting"):
        work.delivered(SAM, case.id, last_message(store, case).id, became, MONDAY)


def test_what_a_message_kept_is_owed_again_when_it_could_not_be_sent() -> None:
    work, store, case = claimed(REPLY_3, SAY_WHEN, reply_by=ReplyBy.EMAIL, contact="jo@example.org")
    work.write(SAM, case.id, Letter(Purpose.REPLY, "The answer."), MONDAY)
    message = last_message(store, case)
    assert owed(store, case) == []
    work.not_sent(case.charity, case.id, message.id, MONDAY)
    assert {name for name, _, _ in owed(store, case)} == {PromiseName.REPLY, PromiseName.ACKNOWLEDGE}
    assert (last_message(store, case).delivery, store.cases[case.id].next_due_at) == (
        Delivery.FAILED, end_of_day(THU),
    )  # fmt: skip
    work.delivered(SAM, case.id, message.id, Delivery.SPOKEN, MONDAY)
    assert owed(store, case) == []


def test_what_was_sent_after_all_is_left_alone() -> None:
    work, store, case = claimed(REPLY_3, reply_by=ReplyBy.LETTER, contact="x")
    work.write(SAM, case.id, Letter(Purpose.REPLY, "The answer."), MONDAY)
    work.delivered(SAM, case.id, last_message(store, case).id, Delivery.POSTED, MONDAY)
    work.not_sent(case.charity, case.id, last_message(store, case).id, MONDAY)
    assert (last_message(store, case).delivery, owed(store, case)) == (Delivery.POSTED, [])


def test_what_has_been_said_cannot_be_recorded_again() -> None:
    work, store, case = claimed(REPLY_3, reply_by=ReplyBy.PHONE, contact="x")
    work.write(SAM, case.id, Letter(Purpose.REPLY, "The answer."), MONDAY)
    call = last_message(store, case).id
    work.delivered(SAM, case.id, call, Delivery.SPOKEN, MONDAY)
    with pytest.raises(NotAllowed, match="not_waiting"):
        work.delivered(SAM, case.id, call, Delivery.NO_ANSWER, MONDAY)


# The record


def test_every_move_leaves_an_event_that_says_who_and_when() -> None:
    work, store, case = claimed(REPLY_3)
    work.write(SAM, case.id, Letter(Purpose.UPDATE, "words"), MONDAY)
    work.state_date(
        SAM, case.id, the(store, case, PromiseName.REPLY).id, MON, "a reason", MONDAY, why=Why.OTHER
    )
    work.change_kind(SAM, case.id, Kind.CONCERN, MONDAY)
    work.give_back(SAM, case.id, MONDAY)
    work.claim(SAM, case.id, MONDAY)
    work.close(SAM, case.id, "a reason", MONDAY)
    assert [(one.who, one.what) for one in store.events(case.id)] == [
        ("guest", "opened"), ("sam", "claimed"), ("sam", "wrote"), ("sam", "stated_date"),
        ("sam", "changed_kind"), ("sam", "given_back"), ("sam", "claimed"), ("sam", "closed"),
    ]  # fmt: skip
    assert store.cases[case.id].version == len(store.events(case.id))


def test_a_refused_move_leaves_nothing() -> None:
    work, store, case = claimed(REPLY_3)
    before = (dict(store.cases), list(store.all_events), dict(store.all_messages), dict(store.all_promises))
    for refused in (
        lambda: work.write(SAM, case.id, Letter(Purpose.REPLY, " "), MONDAY),
        lambda: work.close(SAM, case.id, "", MONDAY),
        lambda: work.guest_adds(case, "  ", "en", MONDAY),
    ):
        with pytest.raises(NotAllowed):
            refused()
    assert before == (
        dict(store.cases), list(store.all_events), dict(store.all_messages), dict(store.all_promises),
    )  # fmt: skip
