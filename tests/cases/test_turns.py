"""What turns a case: further words, another kind, and whom it is about (design.md, rules for dates)."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.builders.cases import COMPLAINT_28_DAYS, MONDAY, a_member, an_entry, an_opening, casework
from tests.fakes.store import MemoryStore
from webchat.cases.case import About, Case, Delivery, Purpose, Status
from webchat.cases.casework import Casework
from webchat.cases.errors import NotAllowed, NotFound
from webchat.cases.moves import Letter
from webchat.cases.promises.promise import State
from webchat.cases.words import Channel, Kind, MetBy, PromiseName, ReplyBy, Role

SAM = a_member("sam")
MO = a_member("mo", Role.MANAGER)
EMAIL = frozenset({Channel.EMAIL})
DAY = timedelta(days=1)
RECEIPT_1 = {"promise": PromiseName.ACKNOWLEDGE, "value": 1, "met_by": MetBy.AUTOMATIC, "channels": EMAIL}
REPLY_5 = {"promise": PromiseName.REPLY, "value": 5, "channels": EMAIL}
CALL_1 = {
    "promise": PromiseName.CONTACT, "value": 1, "reply_by": frozenset({ReplyBy.PHONE}),
    "met_by": MetBy.SPOKEN_TO,
}  # fmt: skip


def working(*entries: Any, **given: Any) -> tuple[Casework, MemoryStore, Case]:
    work, store = casework(*(an_entry(**one) for one in entries), staff=(SAM, MO))
    case = work.open(an_opening(**given), MONDAY)
    return work, store, work.claim(SAM, case.id, MONDAY)


def answered(work: Casework, case: Case, purpose: Purpose = Purpose.REPLY) -> Case:
    return work.write(SAM, case.id, Letter(purpose, "The answer."), MONDAY)


def owed(store: MemoryStore, case: Case) -> list[tuple[PromiseName, date | None]]:
    return [(one.name, one.due_on) for one in store.promises(case.id) if one.is_owed]


# Further words


def test_words_after_an_answer_start_every_promise_of_the_channel_afresh() -> None:
    work, store, case = working(RECEIPT_1, REPLY_5, CALL_1, reply_by=ReplyBy.PHONE, contact="x")
    work.write(SAM, case.id, Letter(Purpose.UPDATE, "words"), MONDAY)
    before = len(store.promises(case.id))
    work.guest_adds(store.cases[case.id], "And on Sunday?", "en", MONDAY + 7 * DAY)
    fresh = list(store.promises(case.id))[before:]
    assert [(one.name, one.due_on, one.state) for one in fresh] == [
        (PromiseName.ACKNOWLEDGE, date(2026, 12, 1), State.MET),  # the receipt on the screen
        (PromiseName.CONTACT, date(2026, 12, 1), State.OPEN),
        (PromiseName.REPLY, date(2026, 12, 7), State.OPEN),
    ]


def test_a_complaints_own_clocks_run_on_and_are_not_started_again() -> None:
    work, store, case = working(COMPLAINT_28_DAYS, REPLY_5, kind=Kind.COMPLAINT)
    work.write(SAM, case.id, Letter(Purpose.UPDATE, "words"), MONDAY)
    work.guest_adds(store.cases[case.id], "More.", "en", MONDAY + DAY)
    outcomes = [one for one in store.promises(case.id) if one.name is PromiseName.OUTCOME]
    assert [one.due_on for one in outcomes] == [date(2026, 12, 21)]


def test_words_start_clocks_only_after_staffs_last_ones() -> None:
    work, store, case = working(REPLY_5)
    case = answered(work, case)
    case = work.guest_adds(case, "First.", "en", MONDAY + DAY)
    work.guest_adds(case, "Second.", "en", MONDAY + 2 * DAY)
    assert owed(store, case) == [(PromiseName.REPLY, date(2026, 12, 1))]


def test_words_to_a_closed_case_open_it_again_and_wipe_the_reason() -> None:
    work, store, case = working(REPLY_5)
    case = work.close(SAM, answered(work, case).id, "Done.", MONDAY)
    again = work.guest_adds(case, "Not done.", "en", MONDAY + DAY)
    assert (again.status, again.closed_reason, again.owner) == (Status.OPEN, "", "sam")
    assert again.next_due_at is not None
    assert store.events(case.id)[-1].fields == {"reopened": True}


def test_somebody_is_told_of_every_further_word() -> None:
    work, store, case = working(REPLY_5)
    work.guest_adds(case, "More.", "en", MONDAY + DAY)
    message = store.messages(case.id)[-1]
    errand = store.errands[f"added:{message.id}"]
    assert (errand.kind, errand.payload) == ("tell_staff", {"case": case.id})


def test_words_keep_the_language_they_were_written_in() -> None:
    work, store, case = working(REPLY_5)
    work.guest_adds(case, "Dziękuję.", "pl", MONDAY)
    assert [(one.lang, one.from_guest) for one in store.messages(case.id)] == [("en", True), ("pl", True)]


@pytest.mark.parametrize("words", ["", "  \n"])
def test_no_words_are_no_message(words: str) -> None:
    work, _, case = working(REPLY_5)
    with pytest.raises(NotAllowed, match="no_words"):
        work.guest_adds(case, words, "en", MONDAY)


def test_whoever_writes_again_about_what_has_no_clock_waits_for_a_date() -> None:
    work, store, case = working()
    case = answered(work, case)
    assert owed(store, case) == []
    again = work.guest_adds(case, "More.", "en", MONDAY + DAY)
    assert owed(store, again) == [(PromiseName.REPLY, None)]
    assert again.undated_since == MONDAY + DAY


# Another kind


def test_what_both_kinds_owe_under_the_same_clause_runs_on() -> None:
    work, store, case = working(REPLY_5, COMPLAINT_28_DAYS, kind=Kind.CONCERN)
    work.change_kind(SAM, case.id, Kind.COMPLAINT, MONDAY + 2 * DAY)
    assert owed(store, case) == [
        (PromiseName.REPLY, date(2026, 11, 30)), (PromiseName.OUTCOME, date(2026, 12, 21)),
    ]  # fmt: skip


def test_what_only_the_old_kind_owed_ends_as_superseded_and_stays_in_the_record() -> None:
    concern = {"promise": PromiseName.REPLY, "value": 7, "kinds": frozenset({Kind.CONCERN})}
    work, store, case = working(concern, COMPLAINT_28_DAYS, kind=Kind.CONCERN)
    work.change_kind(SAM, case.id, Kind.COMPLAINT, MONDAY + DAY)
    states = [(one.name, one.state) for one in store.promises(case.id)]
    assert states == [(PromiseName.REPLY, State.SUPERSEDED), (PromiseName.OUTCOME, State.OPEN)]


def test_what_was_kept_is_not_owed_again_after_a_change_of_kind() -> None:
    work, store, case = working(RECEIPT_1, REPLY_5, kind=Kind.CONCERN)
    answered(work, case)
    work.change_kind(SAM, case.id, Kind.COMMENT, MONDAY + DAY)
    assert owed(store, case) == []


def test_the_first_receipt_stays_whatever_the_case_becomes() -> None:
    work, store, case = working(REPLY_5, kind=Kind.CONCERN)
    changed = work.change_kind(SAM, case.id, Kind.COMPLAINT, MONDAY + 9 * DAY)
    assert (changed.received_at, changed.stage_received_at, changed.reference) == (
        MONDAY, MONDAY, case.reference,
    )  # fmt: skip
    assert store.events(case.id)[-1].fields == {"from": "concern", "to": "complaint"}


def test_an_outcome_whose_time_has_gone_by_the_change_waits_for_a_date_since_the_first_words() -> None:
    """Nobody is ever told a past date (design.md, rules for dates)."""
    work, store, case = working(COMPLAINT_28_DAYS, kind=Kind.CONCERN)
    changed = work.change_kind(SAM, case.id, Kind.COMPLAINT, MONDAY + 40 * DAY)
    assert owed(store, case) == [(PromiseName.OUTCOME, None)]
    assert (changed.next_due_at, changed.undated_since) == (None, MONDAY)


def test_an_outcome_without_a_number_has_been_waited_for_since_the_first_words() -> None:
    """RUILS, "Complaints": no time."""
    silent = {"promise": PromiseName.OUTCOME, "value": None, "kinds": frozenset({Kind.COMPLAINT})}
    work, _, case = working(silent, kind=Kind.CONCERN)
    assert work.change_kind(SAM, case.id, Kind.COMPLAINT, MONDAY + 3 * DAY).undated_since == MONDAY


def test_the_guest_is_told_of_another_kind_and_no_clock_starts_for_that() -> None:
    work, store, case = working(REPLY_5, kind=Kind.CONCERN, reply_by=ReplyBy.EMAIL, contact="jo@example.org")
    changed = work.change_kind(SAM, case.id, Kind.COMMENT, MONDAY + DAY)
    told = store.messages(case.id)[-1]
    assert (told.purpose, told.body, told.delivery) == (Purpose.RESORTED, "", Delivery.QUEUED)
    assert store.errands[f"message:{told.id}"].payload == {"case": case.id, "message": told.id}
    before = owed(store, case)
    work.guest_adds(changed, "Good.", "en", MONDAY + DAY)
    assert owed(store, case) == before


def test_a_closed_case_changes_no_kind() -> None:
    work, _, case = working(REPLY_5)
    work.close(SAM, case.id, "a reason", MONDAY)
    with pytest.raises(NotAllowed, match="case_closed"):
        work.change_kind(SAM, case.id, Kind.COMPLAINT, MONDAY)


# Whom it is about


def test_a_case_about_a_person_is_unmatched_until_somebody_says_who() -> None:
    work, store = casework(an_entry(**REPLY_5), staff=(SAM, MO))
    case = work.open(an_opening(about_person=True, about_name="Sam"), MONDAY)
    assert case.about is About.UNMATCHED
    assert work.say_who(MO, case.id, "sam", MONDAY).about is About.MATCHED
    assert (store.cases[case.id].about_staff, store.events(case.id)[-1].fields) == ("sam", {"matched": True})


def test_nobody_who_works_here_gives_it_ordinary_sight() -> None:
    work, _ = casework(an_entry(**REPLY_5), staff=(SAM, MO))
    case = work.open(an_opening(about_person=True, about_name="Zed Marlow"), MONDAY)
    with pytest.raises(NotFound):
        work.seen_by(SAM, case.id)
    work.say_who(MO, case.id, "", MONDAY)
    assert work.seen_by(SAM, case.id).about is About.NOBODY


def test_a_colleague_who_has_the_case_keeps_it_when_it_is_about_another() -> None:
    work, _, case = working(REPLY_5)
    assert work.say_who(SAM, case.id, "mo", MONDAY).owner == "sam"


def test_only_somebody_who_works_here_can_be_said_and_nobody_says_it_of_themselves() -> None:
    work, _, case = working(REPLY_5)
    with pytest.raises(NotFound):
        work.say_who(SAM, case.id, "nobody", MONDAY)
    with pytest.raises(NotAllowed, match="about_yourself"):
        work.say_who(SAM, case.id, "sam", MONDAY)


def test_whoever_was_named_stays_named_unless_the_most_senior_says_otherwise() -> None:
    chair = a_member("june", Role.CHAIR)
    order = (Role.MANAGER, Role.CHAIR)
    work, _ = casework(an_entry(**REPLY_5), staff=(SAM, MO, chair), about_person_order=order)
    case = work.open(an_opening(about_person=True, about_name="Sam"), MONDAY)
    work.say_who(MO, case.id, "sam", MONDAY)
    for other in ("", "june"):
        with pytest.raises(NotAllowed, match="said_already"):
            work.say_who(MO, case.id, other, MONDAY)
    with pytest.raises(NotFound):
        work.seen_by(SAM, case.id)
    work.say_who(chair, case.id, "", MONDAY)
    assert work.seen_by(SAM, case.id).about is About.NOBODY
