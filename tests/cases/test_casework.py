"""The moves of a case, as the rules for dates in design.md tell them."""

from datetime import date, timedelta

import pytest

from tests.builders.cases import (
    COMPLAINT_28_DAYS,
    MONDAY,
    a_member,
    an_entry,
    an_opening,
    an_outcome,
    casework,
)
from webchat.cases.case import About, Delivery, Purpose, Status
from webchat.cases.errors import AlreadyClaimed, NotAllowed, NotFound, Stale
from webchat.cases.moves import Letter
from webchat.cases.promises.promise import Source, State
from webchat.cases.words import Channel, Kind, MetBy, PromiseName, ReplyBy, Role, Why

SAM = a_member("sam")
EMAIL = frozenset({Channel.EMAIL})
REPLY_5 = {"promise": PromiseName.REPLY, "value": 5, "channels": EMAIL}


def states(store, case):
    return {(one.name, one.state) for one in store.promises(case.id)}


def open_and_claim(work, **given):
    case = work.open(an_opening(**given), MONDAY)
    return work.claim(SAM, case.id, MONDAY)


def test_the_same_sending_is_one_case_with_one_reference():
    work, store = casework(an_entry(**REPLY_5))
    first = work.open(an_opening(key="once"), MONDAY)
    again = work.open(an_opening(key="once", words="typed again"), MONDAY + timedelta(hours=1))
    assert again == first
    assert len(store.cases) == 1
    assert len(store.all_messages) == 1


def test_opening_writes_words_promises_timeline_and_errand_together():
    work, store = casework(an_entry(**REPLY_5))
    case = work.open(an_opening(words="  exactly\nas typed "), MONDAY)
    assert [one.body for one in store.messages(case.id)] == ["  exactly\nas typed "]
    assert [one.due_on for one in store.promises(case.id)] == [date(2026, 11, 30)]
    assert [one.what for one in store.events(case.id)] == ["opened"]
    errands = {key.partition(":")[0]: one.not_before for key, one in store.errands.items()}
    assert (errands["opened"], set(errands)) == (MONDAY, {"opened", "clock"})


def test_no_event_holds_anybodys_words():
    work, store = casework(an_entry(**REPLY_5))
    case = open_and_claim(work, words="my secret words")
    work.write(SAM, case.id, Letter(Purpose.REPLY, "their secret answer"), MONDAY)
    assert "secret" not in str([one.fields for one in store.all_events])


def test_an_automatic_acknowledgement_is_kept_by_the_receipt_and_a_reply_is_not():
    work, store = casework(an_entry(PromiseName.ACKNOWLEDGE, 1, met_by=MetBy.AUTOMATIC), an_entry(**REPLY_5))
    case = work.open(an_opening(), MONDAY)
    assert states(store, case) == {
        (PromiseName.ACKNOWLEDGE, State.MET),
        (PromiseName.REPLY, State.OPEN),
    }


def test_an_acknowledgement_that_must_name_the_officer_is_not_one_without():
    """Help & Care 15.2."""
    entry = an_entry(PromiseName.ACKNOWLEDGE, 3, met_by=MetBy.NAMED_OFFICER)
    work, store = casework(entry)
    case = open_and_claim(work, kind=Kind.COMPLAINT)
    with pytest.raises(NotAllowed, match="officer_not_named"):
        work.write(SAM, case.id, Letter(Purpose.ACKNOWLEDGE, "We have it."), MONDAY)
    work.write(SAM, case.id, Letter(Purpose.ACKNOWLEDGE, "We have it.", officer="Priya Shah"), MONDAY)
    assert (PromiseName.ACKNOWLEDGE, State.MET) in states(store, case)


def test_an_acknowledgement_that_must_say_when_becomes_a_promise_with_that_date():
    """ACSOS, Contact by email."""
    work, store = casework(an_entry(PromiseName.ACKNOWLEDGE, 3, met_by=MetBy.MESSAGE_WITH_DATE))
    case = open_and_claim(work)
    with pytest.raises(NotAllowed, match="no_date_stated"):
        work.write(SAM, case.id, Letter(Purpose.ACKNOWLEDGE, "We have it."), MONDAY)
    told = Letter(Purpose.ACKNOWLEDGE, "We have it.", states_date=date(2026, 12, 9))
    work.write(SAM, case.id, told, MONDAY)
    stated = [one for one in store.promises(case.id) if one.source is Source.STAFF]
    assert [(one.name, one.due_on, one.stated_by) for one in stated] == [
        (PromiseName.REPLY, date(2026, 12, 9), "Sam")
    ]


def test_a_full_reply_also_keeps_an_acknowledgement_that_had_to_say_when():
    work, store = casework(
        an_entry(PromiseName.ACKNOWLEDGE, 3, met_by=MetBy.MESSAGE_WITH_DATE), an_entry(**REPLY_5)
    )
    case = open_and_claim(work)
    work.write(SAM, case.id, Letter(Purpose.REPLY, "Here is the answer."), MONDAY)
    assert {state for _, state in states(store, case)} == {State.MET}


def test_only_an_outcome_keeps_the_outcome():
    work, store = casework(an_entry(**COMPLAINT_28_DAYS))
    case = open_and_claim(work, kind=Kind.COMPLAINT)
    work.write(SAM, case.id, Letter(Purpose.REPLY, "We are looking into it."), MONDAY)
    assert states(store, case) == {(PromiseName.OUTCOME, State.OPEN)}
    work.write(SAM, case.id, an_outcome("What we found."), MONDAY)
    assert states(store, case) == {(PromiseName.OUTCOME, State.MET)}


def test_a_call_that_nobody_answered_returns_no_call():
    contact = an_entry(PromiseName.CONTACT, 1, reply_by=frozenset({ReplyBy.PHONE}), met_by=MetBy.SPOKEN_TO)
    work, store = casework(contact)
    case = open_and_claim(work, reply_by=ReplyBy.PHONE, contact="01632 960001")
    work.write(SAM, case.id, Letter(Purpose.REPLY, "We open at 10am."), MONDAY)
    [call] = [one for one in store.messages(case.id) if not one.from_guest]
    work.delivered(SAM, case.id, call.id, Delivery.NO_ANSWER, MONDAY)
    assert {state for _, state in states(store, case)} == {State.OPEN}
    work.delivered(SAM, case.id, call.id, Delivery.SPOKEN, MONDAY)
    assert {state for _, state in states(store, case)} == {State.MET}


def test_the_second_to_claim_is_told_who_has_it():
    work, _ = casework(an_entry(**REPLY_5), staff=(SAM, a_member("amina")))
    case = open_and_claim(work)
    with pytest.raises(AlreadyClaimed) as lost:
        work.claim(a_member("amina"), case.id, MONDAY)
    assert lost.value.owner == "sam"


def test_a_case_without_a_date_waits_in_a_list_of_its_own_until_one_is_stated():
    work, store = casework()
    case = open_and_claim(work)
    assert (case.next_due_at, case.undated_since) == (None, MONDAY)
    [waiting] = store.promises(case.id)
    stated = work.state_date(SAM, case.id, waiting.id, date(2026, 12, 1), "", MONDAY)
    assert stated.undated_since is None
    assert stated.next_due_at is not None
    assert {one.state for one in store.promises(case.id)} == {State.SUPERSEDED, State.OPEN}


@pytest.mark.parametrize(
    ("on", "reason", "refusal"),
    [
        (date(2026, 11, 22), "We need more time.", "date_in_the_past"),
        (date(2026, 11, 27), "We need more time.", "not_later"),
        (date(2026, 11, 30), "We need more time.", "not_later"),
        (date(2026, 12, 4), " ", "no_reason"),
        (date(2026, 12, 4), "We need more time.", "no_why"),
    ],
)
def test_more_time_takes_a_reason_and_a_later_date(on, reason, refusal):
    work, store = casework(an_entry(**REPLY_5))
    case = open_and_claim(work)
    [promise] = store.promises(case.id)
    with pytest.raises(NotAllowed, match=refusal):
        work.state_date(SAM, case.id, promise.id, on, reason, MONDAY)


def test_a_date_told_after_the_old_one_has_passed_stands_beside_it_and_the_old_one_stays_late():
    work, store = casework(an_entry(**REPLY_5))
    case = open_and_claim(work)
    [promise] = store.promises(case.id)
    late = MONDAY + timedelta(days=8)
    after = work.state_date(SAM, case.id, promise.id, date(2026, 12, 9), "We are sorry.", late, why=Why.OTHER)
    dates = [(one.due_on, one.state, one.source) for one in store.promises(case.id)]
    assert dates == [
        (date(2026, 11, 30), State.OPEN, Source.PACK),
        (date(2026, 12, 9), State.OPEN, Source.STAFF),
    ]
    assert after.next_due_at == promise.due_at, "the desk still sees it as overdue"


@pytest.mark.parametrize("on", [date(2028, 1, 3), date(2099, 1, 5), date.max])
def test_a_date_nobody_can_count_to_is_refused(on):
    work, store = casework(an_entry(PromiseName.REPLY, None))
    case = open_and_claim(work)
    [promise] = store.promises(case.id)
    with pytest.raises(NotAllowed, match="too_far_ahead"):
        work.state_date(SAM, case.id, promise.id, on, "", MONDAY)
    with pytest.raises(NotAllowed, match="too_far_ahead"):
        work.write(SAM, case.id, Letter(Purpose.UPDATE, "words", states_date=on), MONDAY)


def test_a_case_with_something_owed_closes_only_with_a_reason():
    work, store = casework(an_entry(**REPLY_5))
    case = open_and_claim(work)
    with pytest.raises(NotAllowed, match="promise_not_kept"):
        work.close(SAM, case.id, "  ", MONDAY)
    closed = work.close(SAM, case.id, "You told us you no longer need this.", MONDAY)
    assert (closed.status, closed.next_due_at) == (Status.CLOSED, None)
    assert store.messages(case.id)[-1].body == "You told us you no longer need this."


def test_a_guests_words_after_staffs_start_the_channels_promises_afresh_and_reopen():
    work, store = casework(an_entry(**REPLY_5))
    case = open_and_claim(work)
    work.write(SAM, case.id, Letter(Purpose.REPLY, "We open at 10am."), MONDAY)
    case = work.close(SAM, case.id, "", MONDAY)
    later = MONDAY + timedelta(days=7)
    again = work.guest_adds(case, "And on Sunday?", "en", later)
    assert again.status is Status.OPEN
    assert [one.due_on for one in store.promises(case.id) if one.is_owed] == [date(2026, 12, 7)]


def test_a_second_message_before_an_answer_starts_nothing_again():
    work, store = casework(an_entry(**REPLY_5))
    case = work.open(an_opening(), MONDAY)
    work.guest_adds(case, "I forgot to say…", "en", MONDAY + timedelta(days=1))
    assert [one.due_on for one in store.promises(case.id)] == [date(2026, 11, 30)]


def test_a_guest_who_writes_again_always_has_something_owed():
    work, store = casework(an_entry(**COMPLAINT_28_DAYS))
    case = open_and_claim(work, kind=Kind.COMPLAINT)
    work.write(SAM, case.id, an_outcome("What we found."), MONDAY)
    case = store.case("kind-place", case.id)
    work.guest_adds(case, "This is not right.", "en", MONDAY + timedelta(days=1))
    owed = [one for one in store.promises(case.id) if one.is_owed]
    assert [(one.name, one.due_on) for one in owed] == [(PromiseName.REPLY, None)]


def test_a_concern_that_becomes_a_complaint_counts_its_outcome_from_the_first_receipt():
    """Help & Care 15.5, "within 28 days of the original complaint"; the acknowledgement from the change."""
    acknowledge = an_entry(
        PromiseName.ACKNOWLEDGE, 3, kinds=frozenset({Kind.COMPLAINT}), met_by=MetBy.NAMED_OFFICER
    )
    concern = an_entry(PromiseName.REPLY, None, kinds=frozenset({Kind.CONCERN}))
    work, store = casework(acknowledge, concern, an_entry(**COMPLAINT_28_DAYS))
    case = work.open(an_opening(kind=Kind.CONCERN), MONDAY)
    work.change_kind(SAM, case.id, Kind.COMPLAINT, MONDAY + timedelta(days=7))
    found = {one.name: one for one in store.promises(case.id)}
    assert found[PromiseName.OUTCOME].due_on == date(2026, 12, 21)
    assert found[PromiseName.ACKNOWLEDGE].due_on == date(2026, 12, 3)
    assert found[PromiseName.REPLY].state is State.SUPERSEDED


def test_whoever_a_case_is_about_loses_it_the_moment_they_are_named():
    manager = a_member("mo", Role.MANAGER)
    work, store = casework(an_entry(**REPLY_5), staff=(SAM, manager))
    case = open_and_claim(work)
    work.say_who(manager, case.id, "sam", MONDAY)
    assert store.cases[case.id].owner == ""
    assert store.cases[case.id].about is About.MATCHED
    with pytest.raises(NotFound):
        work.seen_by(SAM, case.id)
    with pytest.raises(NotFound):
        work.claim(SAM, case.id, MONDAY)


def test_words_over_a_change_are_refused_and_nothing_is_written():
    work, store = casework(an_entry(**REPLY_5))
    case = work.open(an_opening(), MONDAY)
    work.guest_adds(case, "first", "en", MONDAY)
    with pytest.raises(Stale):
        work.guest_adds(case, "second, from an old page", "en", MONDAY)
    assert [one.body for one in store.messages(case.id)] == ["When do you open?", "first"]
