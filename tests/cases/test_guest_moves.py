"""What a guest changes after sending: taking back, how to be reached, and that it is not safe any more."""

from datetime import date

import pytest

from tests.builders.cases import COMPLAINT_28_DAYS, MONDAY
from tests.builders.sent import DAY, SAM, Sent
from webchat.cases.case import Delivery, Status, Verdict
from webchat.cases.errors import NotAllowed
from webchat.cases.guest_moves import Safe
from webchat.cases.promises.promise import OTHER_WAY, TAKEN_BACK
from webchat.cases.words import Channel, Kind, MetBy, PromiseName, ReplyBy

EMAIL = frozenset({Channel.EMAIL})
REPLY_5 = {"promise": PromiseName.REPLY, "value": 5, "channels": EMAIL}
# RUILS, "Returning calls" and "Texts" (policy-facts R12, R13; A3.3).
CALL_1 = {
    "promise": PromiseName.CONTACT, "value": 1, "reply_by": frozenset({ReplyBy.PHONE}),
    "met_by": MetBy.SPOKEN_TO,
}  # fmt: skip
TEXT_1 = {"promise": PromiseName.CONTACT, "value": 1, "reply_by": frozenset({ReplyBy.TEXT})}


# Taking it back


def test_what_is_taken_back_is_closed_and_owed_no_more_and_stays_in_the_record() -> None:
    sent = Sent(REPLY_5, COMPLAINT_28_DAYS).taken_back()
    assert (sent.case.status, sent.case.taken_back_at) == (Status.CLOSED, MONDAY + DAY)
    assert (sent.owed, sent.ended) == ([], [(PromiseName.REPLY, TAKEN_BACK)])
    assert (sent.case.next_due_at, sent.case.undated_since) == (None, None)
    assert sent.store.events(sent.id)[-1].what == "took_back"


def test_what_was_kept_before_it_was_taken_back_stays_kept() -> None:
    assert Sent(REPLY_5).answered().taken_back().ended == []


def test_staff_are_told_once_that_it_was_taken_back() -> None:
    sent = Sent(REPLY_5).taken_back().taken_back()
    told = [one for one in sent.store.errands.values() if one.key.startswith("took_back")]
    assert [(one.kind, one.payload) for one in told] == [("tell_staff", {"case": sent.id})]


def test_what_staff_have_closed_cannot_be_taken_back() -> None:
    sent = Sent(REPLY_5).answered()
    sent.work.close(SAM, sent.id, "Done.", MONDAY)
    with pytest.raises(NotAllowed, match="case_closed"):
        sent.taken_back()


def test_further_words_open_it_again_with_its_clocks_afresh() -> None:
    sent = Sent(REPLY_5).taken_back()
    sent.work.guest_adds(sent.case, "I do want an answer.", "en", MONDAY + 7 * DAY)
    assert (sent.case.status, sent.case.taken_back_at) == (Status.OPEN, None)
    assert sent.owed == [(PromiseName.REPLY, date(2026, 12, 7))]


@pytest.mark.parametrize(("days", "due"), [(2, date(2026, 12, 21)), (40, None)])
def test_a_complaint_that_comes_back_is_counted_from_the_first_and_told_no_past_date(
    days: int, due: date | None
) -> None:
    """Help & Care 15.4: within 28 days of the original complaint (design.md, rules for dates)."""
    sent = Sent(COMPLAINT_28_DAYS, kind=Kind.COMPLAINT).taken_back()
    sent.work.guest_adds(sent.case, "I do complain.", "en", MONDAY + days * DAY)
    assert sent.owed == [(PromiseName.OUTCOME, due)]


# Another way to be reached


def test_what_only_the_old_way_added_ends_and_what_the_new_one_adds_starts_now() -> None:
    """policy-facts A3.3: phone and text add the pack's `contact`; letter, email and code add nothing."""
    sent = Sent(REPLY_5, CALL_1, TEXT_1, reply_by=ReplyBy.PHONE, contact="07700 900123")
    sent.reach(ReplyBy.TEXT, "07700 900456", days=2)
    assert sent.owed == [(PromiseName.REPLY, date(2026, 11, 30)), (PromiseName.CONTACT, date(2026, 11, 26))]
    assert sent.ended == [(PromiseName.CONTACT, OTHER_WAY)]
    sent.reach(ReplyBy.CODE)
    assert sent.owed == [(PromiseName.REPLY, date(2026, 11, 30))]


def test_another_number_for_the_same_way_moves_no_clock() -> None:
    sent = Sent(REPLY_5, CALL_1, reply_by=ReplyBy.PHONE, contact="07700 900123")
    before = sent.owed
    sent.reach(ReplyBy.PHONE, "07700 900456", Safe.NO)
    assert (sent.owed, sent.ended) == (before, [])
    assert sent.contact == (ReplyBy.PHONE, "07700 900456", False)


def test_a_way_back_starts_no_clock_where_nothing_waits_for_an_answer() -> None:
    sent = Sent(REPLY_5, CALL_1).answered().reach(ReplyBy.PHONE, "07700 900456")
    assert sent.owed == []


@pytest.mark.parametrize(
    ("way", "contact", "safe", "kept"),
    [
        (ReplyBy.EMAIL, " jo@example.org ", Safe.YES, (ReplyBy.EMAIL, "jo@example.org", True)),
        (ReplyBy.EMAIL, "jo@example.org", Safe.UPDATE, (ReplyBy.EMAIL, "jo@example.org", False)),
        (ReplyBy.EMAIL, "jo@example.org", None, (ReplyBy.EMAIL, "jo@example.org", None)),
        (ReplyBy.EMAIL, "jo@example.org", Safe.NO, (ReplyBy.CODE, "", False)),
        (ReplyBy.LETTER, "1 High Street", Safe.NO, (ReplyBy.CODE, "", False)),
        (ReplyBy.PHONE, "٠٧٧٠٠ ٩٠٠", Safe.NO, (ReplyBy.PHONE, "٠٧٧٠٠ ٩٠٠", False)),
        (ReplyBy.TEXT, "  ", Safe.YES, (ReplyBy.CODE, "", None)),
        (ReplyBy.CODE, "jo@example.org", Safe.YES, (ReplyBy.CODE, "", None)),
    ],
)
def test_nothing_is_ever_required_and_no_means_no(
    way: ReplyBy, contact: str, safe: Safe | None, kept: tuple[ReplyBy, str, bool | None]
) -> None:
    """As in the chat (guest-rules C4 to C6, E21)."""
    sent = Sent(REPLY_5, reply_by=ReplyBy.LETTER, contact="2 Low Street")
    assert sent.reach(way, contact, safe).contact == kept


@pytest.mark.parametrize(
    ("way", "contact", "reason"),
    [
        (ReplyBy.EMAIL, "jo at example.org", "not_an_address"),
        (ReplyBy.EMAIL, "j" * 250 + "@example.org", "too_long"),
        (ReplyBy.PHONE, "ring me", "not_a_number"),
        (ReplyBy.LETTER, "x" * 501, "too_long"),
        (ReplyBy.NONE, "", "unknown_way"),
        (ReplyBy.IN_PERSON, "", "unknown_way"),
    ],
)
def test_what_can_be_no_address_is_refused_and_changes_nothing(
    way: ReplyBy, contact: str, reason: str
) -> None:
    sent = Sent(REPLY_5)
    with pytest.raises(NotAllowed, match=reason):
        sent.reach(way, contact)
    assert sent.case.version == 1


def test_the_change_is_in_the_timeline_without_the_address() -> None:
    sent = Sent(REPLY_5, name="Ana").reach(ReplyBy.EMAIL, "jo@example.org")
    event = sent.store.events(sent.id)[-1]
    assert (event.who, event.what) == ("guest", "changed_reach")
    assert event.fields == {"from": "code", "to": "email", "safe": True}
    assert [one.name for one in sent.store.people(sent.id)] == ["Ana", "Ana"]


def test_told_again_what_is_so_nothing_changes() -> None:
    sent = Sent(REPLY_5).reach(ReplyBy.EMAIL, "jo@example.org")
    version = sent.case.version
    assert sent.reach(ReplyBy.EMAIL, "jo@example.org").case.version == version


def test_a_letter_that_was_not_posted_goes_by_email_once_that_is_the_way() -> None:
    sent = Sent(REPLY_5, reply_by=ReplyBy.LETTER, contact="1 High Street").answered()
    assert sent.last.delivery is Delivery.TO_POST
    sent.reach(ReplyBy.EMAIL, "jo@example.org")
    assert (sent.last.delivery, sent.owed) == (Delivery.QUEUED, [])
    carried = [one for one in sent.store.errands.values() if one.kind == "send_message"]
    assert [one.payload["message"] for one in carried] == [sent.last.id]


def test_an_email_that_waits_becomes_a_letter_to_post_and_what_it_kept_is_owed_again() -> None:
    sent = Sent(REPLY_5, reply_by=ReplyBy.EMAIL, contact="jo@example.org").answered()
    assert sent.owed == []
    sent.reach(ReplyBy.LETTER, "1 High Street")
    assert sent.last.delivery is Delivery.TO_POST
    assert sent.owed == [(PromiseName.REPLY, date(2026, 11, 30))]


def test_an_email_that_failed_is_sent_to_the_address_put_right() -> None:
    sent = Sent(REPLY_5, reply_by=ReplyBy.EMAIL, contact="jo@exmaple.org").answered()
    sent.work.not_sent(sent.case.charity, sent.id, sent.last.id, MONDAY)
    sent.reach(ReplyBy.EMAIL, "jo@example.org")
    assert (sent.last.delivery, sent.owed) == (Delivery.QUEUED, [])
    keys = [key for key, one in sent.store.errands.items() if one.kind == "send_message"]
    assert len(keys) == 2  # the first was given up, and an errand is done once by its key


def test_an_old_letter_keeps_nothing_that_was_promised_after_it_was_written() -> None:
    sent = Sent(REPLY_5, reply_by=ReplyBy.LETTER, contact="1 High Street").answered()
    sent.work.guest_adds(sent.case, "And on Sunday?", "en", MONDAY + DAY)
    sent.reach(ReplyBy.CODE, days=2)
    assert sent.owed == [(PromiseName.REPLY, date(2026, 12, 1))]


# No longer safe


@pytest.mark.parametrize("way", [ReplyBy.EMAIL, ReplyBy.TEXT, ReplyBy.LETTER, ReplyBy.PHONE])
def test_once_it_is_not_safe_everything_that_waits_is_stopped_and_shown_on_the_page(way: ReplyBy) -> None:
    """guest-rules E21; issue 10: at once."""
    sent = Sent(REPLY_5, CALL_1, TEXT_1, reply_by=way, contact="07700 900123", safe_to_contact=True)
    sent.answered().not_safe()
    assert sent.contact == (ReplyBy.CODE, "", False)
    assert (sent.last.delivery, sent.owed) == (Delivery.SHOWN, [])
    assert sent.store.events(sent.id)[-1].what == "not_safe"


def test_what_staff_write_after_that_goes_nowhere_but_the_page() -> None:
    sent = Sent(REPLY_5, reply_by=ReplyBy.EMAIL, contact="jo@example.org").not_safe().answered()
    assert sent.last.delivery is Delivery.SHOWN
    assert [one for one in sent.store.errands.values() if one.kind == "send_message"] == []


def test_what_has_gone_is_told_as_gone() -> None:
    sent = Sent(REPLY_5, reply_by=ReplyBy.LETTER, contact="1 High Street").answered()
    sent.work.delivered(SAM, sent.id, sent.last.id, Delivery.POSTED, MONDAY)
    assert sent.not_safe().last.delivery is Delivery.POSTED


def test_not_safe_told_twice_is_one_change_and_a_closed_case_can_be_made_safe_too() -> None:
    sent = Sent(REPLY_5, reply_by=ReplyBy.EMAIL, contact="jo@example.org").answered()
    sent.work.close(SAM, sent.id, "Done.", MONDAY)
    version = sent.not_safe().case.version
    assert sent.not_safe().case.version == version
    assert {one.delivery for one in sent.store.messages(sent.id)} == {Delivery.SHOWN}
    assert sent.case.status is Status.CLOSED


def test_coming_back_with_the_code_is_still_not_safe_until_another_way_is_chosen() -> None:
    sent = Sent(REPLY_5).not_safe()
    assert sent.reach(ReplyBy.CODE).contact == (ReplyBy.CODE, "", False)
    assert sent.reach(ReplyBy.EMAIL, "jo@example.org").contact == (ReplyBy.EMAIL, "jo@example.org", True)


# How it went


def closed() -> Sent:
    sent = Sent(REPLY_5).answered()
    sent.work.close(SAM, sent.id, "Done.", MONDAY)
    return sent


def test_how_well_we_did_is_said_once_when_it_is_closed() -> None:
    """RUILS, "Quality Monitoring" (policy-facts R16)."""
    sent = closed()
    sent.work.guest_judges(sent.case, Verdict.WELL, " Quick. ", MONDAY + DAY)
    assert (sent.case.verdict, sent.case.verdict_words) == (Verdict.WELL, "Quick.")
    event = sent.store.events(sent.id)[-1]
    assert (event.what, event.fields) == ("judged", {"verdict": "well"})
    version = sent.case.version
    assert sent.work.guest_judges(sent.case, Verdict.WELL, "Quick.", MONDAY + DAY).version == version
    with pytest.raises(NotAllowed, match="not_asked"):
        sent.work.guest_judges(sent.case, Verdict.BADLY, "", MONDAY + DAY)


def test_nobody_is_asked_while_it_runs_or_once_they_took_it_back() -> None:
    for sent in (Sent(REPLY_5), Sent(REPLY_5).taken_back()):
        with pytest.raises(NotAllowed, match="not_asked"):
            sent.work.guest_judges(sent.case, Verdict.WELL, "", MONDAY + DAY)


def test_what_was_said_stays_when_it_is_not_resolved_and_closed_again() -> None:
    sent = closed()
    sent.work.guest_judges(sent.case, Verdict.BADLY, "", MONDAY + DAY)
    sent.work.guest_adds(sent.case, "It is not resolved.", "en", MONDAY + DAY)
    assert (sent.case.status, sent.case.verdict) == (Status.OPEN, Verdict.BADLY)
