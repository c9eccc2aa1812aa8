"""A guest who is not satisfied: "treat this as a complaint" (guest-rules E5, E6)."""

from datetime import date, datetime

import pytest

from tests.builders.cases import COMPLAINT_28_DAYS, MONDAY
from tests.builders.sent import DAY, SAM, Sent
from webchat.cases.complaints.complaining import Complaining
from webchat.cases.errors import NotAllowed
from webchat.cases.words import Channel, Kind, PromiseName

REPLY_5 = {"promise": PromiseName.REPLY, "value": 5, "channels": frozenset({Channel.EMAIL})}


def treat(sent: Sent, now: datetime) -> None:
    Complaining(sent.work).treat_as_complaint(sent.case, now)


@pytest.mark.parametrize("kind", [Kind.QUESTION, Kind.COMPLIMENT, Kind.COMMENT, Kind.CONCERN])
def test_whatever_they_called_it_the_guest_makes_it_a_complaint_from_its_first_receipt(kind: Kind) -> None:
    sent = Sent(REPLY_5, COMPLAINT_28_DAYS, kind=kind)
    treat(sent, MONDAY + 7 * DAY)
    assert (sent.case.kind, sent.case.received_at) == (Kind.COMPLAINT, MONDAY)
    assert (PromiseName.OUTCOME, date(2026, 12, 21)) in sent.owed
    (event,) = [one for one in sent.store.events(sent.id) if one.what == "changed_kind"]
    assert (event.who, event.fields) == ("guest", {"from": kind.value, "to": "complaint"})
    told = [one for one in sent.store.errands.values() if one.key.startswith("resorted")]
    assert [(one.kind, one.payload) for one in told] == [("tell_staff", {"case": sent.id})]


def test_said_twice_it_is_one_change() -> None:
    sent = Sent(REPLY_5, COMPLAINT_28_DAYS, kind=Kind.CONCERN)
    treat(sent, MONDAY)
    version = sent.case.version
    treat(sent, MONDAY + DAY)
    assert sent.case.version == version


def test_nobody_loses_an_appointment_or_the_leads_eye_by_it() -> None:
    for kind in (Kind.APPOINTMENT, Kind.SAFEGUARDING):
        sent = Sent(REPLY_5, COMPLAINT_28_DAYS, kind=kind)
        with pytest.raises(NotAllowed, match="unknown_kind"):
            treat(sent, MONDAY)


def test_what_is_closed_is_opened_by_words_and_not_by_this() -> None:
    sent = Sent(REPLY_5, COMPLAINT_28_DAYS).answered()
    sent.work.close(SAM, sent.id, "Done.", MONDAY)
    with pytest.raises(NotAllowed, match="case_closed"):
        treat(sent, MONDAY)
