"""Whoever writes for somebody else is told nothing of them until they agree (E9; Help & Care 8.1)."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.builders.cases import COMPLAINT_28_DAYS, MONDAY, an_outcome
from tests.builders.sent import SAM, Sent
from webchat.cases.case import WRITER, Delivery, Message, Person, Purpose, Sealed, latest
from webchat.cases.consent import is_withheld
from webchat.cases.errors import NotAllowed
from webchat.cases.moves import Letter
from webchat.cases.new_codes import KnownBy
from webchat.cases.on_behalf import Heard, OnBehalf
from webchat.cases.words import Consent, Kind, ReplyBy, Why

DAY = timedelta(days=1)
OUTCOME = an_outcome("Ada was not washed for two days.")
MAIL = {"reply_by": ReplyBy.EMAIL, "contact": "ben@example.org", "safe_to_contact": True}
NOT_YET = ["yes", "no", "not_asked", "cannot"]
FREES = [
    Heard.SPOKEN,
    Heard.WRITTEN,
    Heard.LPA_HEALTH,
    Heard.LPA_FINANCE,
    Heard.DEPUTY,
    Heard.EXECUTOR,
    Heard.PARENT,
]
LIMITS = [Heard.SAID_NO, Heard.WITHDRAWN, Heard.CANNOT_SAY]


def another_code() -> Sealed:
    """A code that takes the place of the writer's."""
    return Sealed("another hash", "another seal")


class Written(Sent):
    """A complaint that Ben wrote for Ada, and that Sam has taken."""

    def __init__(self, agrees: str = "not_asked", **told: Any) -> None:
        answers = (("for_whom", "someone"), ("for_name", "Ada"), ("for_agrees", agrees))
        how = {"kind": Kind.COMPLAINT, "name": "Ben", "answers": answers, **told}
        super().__init__(COMPLAINT_28_DAYS, **how)
        self.work.claim(SAM, self.id, MONDAY)

    def writes(self, letter: Letter = OUTCOME, days: int = 1) -> "Written":
        self.work.write(SAM, self.id, letter, MONDAY + days * DAY)
        return self

    def hears(self, what: Heard, days: int = 2) -> "Written":
        OnBehalf(self.work).heard(SAM, self.id, what, MONDAY + days * DAY)
        return self

    def is_ada(self, days: int = 2) -> "Written":
        OnBehalf(self.work).take_over(SAM, self.id, another_code, KnownBy.IN_PERSON, MONDAY + days * DAY)
        return self

    @property
    def carried(self) -> list[str]:
        return [
            str(one.payload["message"]) for one in self.store.errands.values() if one.kind == "send_message"
        ]


@pytest.mark.parametrize("agrees", NOT_YET)
def test_an_outcome_is_kept_back_whatever_the_writer_says_of_the_other(agrees: str) -> None:
    written = Written(agrees, **MAIL).writes()
    assert written.last.delivery is Delivery.HELD
    assert is_withheld(written.case, written.last)
    assert not written.carried


def test_what_is_kept_back_keeps_no_promise() -> None:
    assert Written().writes().owed == [("outcome", date(2026, 12, 21))]


@pytest.mark.parametrize("what", FREES)
def test_once_they_agree_it_goes_and_keeps_what_it_keeps_from_that_day(what: Heard) -> None:
    written = Written(**MAIL).writes().hears(what)
    assert written.last.delivery is Delivery.QUEUED
    assert written.carried == [written.last.id]
    assert written.owed == []
    (kept,) = [one for one in written.store.promises(written.id) if one.met_by == written.last.id]
    assert kept.met_at == MONDAY + 2 * DAY


@pytest.mark.parametrize("what", LIMITS)
def test_who_does_not_agree_or_no_more_stops_what_is_on_its_way(what: Heard) -> None:
    written = Written("yes", **MAIL).hears(Heard.SPOKEN).writes(days=3)
    assert written.last.delivery is Delivery.QUEUED
    written.hears(what, days=3)
    assert written.last.delivery is Delivery.HELD
    assert written.owed == [("outcome", date(2026, 12, 21))]


def test_what_was_read_already_is_shown_no_more_once_they_take_it_back() -> None:
    written = Written().hears(Heard.SPOKEN).writes(days=3)
    assert not is_withheld(written.case, written.last)
    written.hears(Heard.WITHDRAWN, days=4)
    assert is_withheld(written.case, written.last)
    assert written.last.delivery is Delivery.SHOWN  # what reached the guest stays in the record
    assert written.owed == []


@pytest.mark.parametrize("reply_by", [ReplyBy.LETTER, ReplyBy.PHONE, ReplyBy.IN_PERSON])
def test_no_letter_is_posted_and_no_call_made_with_it(reply_by: ReplyBy) -> None:
    written = Written(reply_by=reply_by, contact="1 High Street").writes()
    with pytest.raises(NotAllowed, match="not_waiting"):
        written.work.delivered(SAM, written.id, written.last.id, Delivery.SPOKEN, MONDAY + DAY)


BY_THE_22ND = Letter(
    Purpose.REPLY, "By the 22nd.", states_date=date(2026, 12, 22), reason="Ada is ill.", why=Why.PERSON_AWAY
)


@pytest.mark.parametrize(
    "letter",
    [
        Letter(Purpose.ACKNOWLEDGE, "We have it.", officer="Sam"),
        Letter(Purpose.UPDATE, "We spoke to Ada's carer."),
        BY_THE_22ND,
    ],
    ids=["acknowledgement", "update", "reply with a date"],
)
def test_what_counts_only_once_it_is_told_is_refused_unless_staff_say_it_tells_nothing(
    letter: Letter,
) -> None:
    written = Written()
    with pytest.raises(NotAllowed, match="not_agreed"):
        written.writes(letter)
    neutral = replace(letter, neutral=True)
    assert written.writes(neutral).last.delivery is Delivery.SHOWN
    assert not is_withheld(written.case, written.last)


def test_a_date_or_a_reason_to_close_is_told_only_if_it_tells_nothing_of_the_person() -> None:
    written = Written()
    (promise,) = written.store.promises(written.id)
    late = (SAM, written.id, promise.id, date(2026, 12, 22), "Ada is ill.", MONDAY)
    for told in (
        lambda neutral: written.work.state_date(*late, neutral=neutral, why=Why.OTHER),
        lambda neutral: written.work.close(SAM, written.id, "Ada said no.", MONDAY, neutral=neutral),
    ):
        with pytest.raises(NotAllowed, match="not_agreed"):
            told(False)
        told(True)
        assert not is_withheld(written.case, written.last)


def test_another_way_to_be_reached_does_not_let_it_out() -> None:
    written = Written().writes().reach(ReplyBy.EMAIL, "ben@example.org")
    assert written.last.delivery is Delivery.HELD
    assert not written.carried


def test_who_agrees_and_how_it_is_known_stay_on_record() -> None:
    written = Written("yes").hears(Heard.WRITTEN)
    event = written.store.events(written.id)[-1]
    assert (event.who, event.what, event.at) == ("sam", "consent", MONDAY + 2 * DAY)
    assert event.fields == {"heard": "written", "from": "agreed"}


@pytest.mark.parametrize("for_whom", ["me", "carer"])
def test_who_writes_of_their_own_experience_needs_nobodys_agreement(for_whom: str) -> None:
    theirs = Written(answers=(("for_whom", for_whom),)).writes()
    assert theirs.last.delivery is Delivery.SHOWN
    assert theirs.owed == []
    with pytest.raises(NotAllowed, match="for_themselves"):
        theirs.hears(Heard.SPOKEN)
    with pytest.raises(NotAllowed, match="for_themselves"):
        theirs.is_ada()


def test_the_person_takes_it_over_and_reads_all_of_it() -> None:
    written = Written(**MAIL).writes().is_ada()
    assert written.case.consent is None
    assert written.last.delivery is Delivery.SHOWN
    assert written.owed == []
    guest = latest(written.store.people(written.id), "guest")
    assert guest == Person(written.id, "guest", "Ada")
    assert written.case.reply_by is ReplyBy.CODE
    assert written.case.code_hash == "another hash"


def test_nothing_goes_to_the_writer_any_more_and_their_words_keep_their_name() -> None:
    written = Written(**MAIL).writes().is_ada()
    written.writes(Letter(Purpose.UPDATE, "We are sorry, Ada."), days=3)
    assert not written.carried
    first = written.store.messages(written.id)[0]
    assert (first.author, first.author_name, first.from_guest) == (WRITER, "Ben", True)
    assert latest(written.store.people(written.id), "writer") == Person(
        written.id, "writer", "Ben", "ben@example.org", True
    )


@given(
    consent=some.none() | some.sampled_from(Consent),
    purpose=some.sampled_from([one for one in Purpose if one is not Purpose.WORDS]),
    body=some.sampled_from(["", " ", "Ada was not washed."]),
    neutral=some.booleans(),
)
def test_words_about_somebody_are_read_only_by_who_may_read_them(
    consent: Consent | None, purpose: Purpose, body: str, neutral: bool
) -> None:
    """For every state and message: words that tell of a person, and only those, wait for their agreement."""
    case = replace(Written().case, consent=consent)
    message = Message("m", case.id, purpose, body, MONDAY, "en", "sam", "Sam", neutral=neutral)
    may_be_told = consent in (None, Consent.CONFIRMED, Consent.MAY_ACT)
    assert is_withheld(case, message) is (bool(body.strip()) and not neutral and not may_be_told)
    own = replace(message, purpose=Purpose.WORDS, author="")
    assert not is_withheld(case, own)


@pytest.mark.parametrize("known", [None, Heard.SPOKEN])
def test_the_writer_can_say_themselves_that_they_no_longer_agree(known: Heard | None) -> None:
    written = Written("yes", **MAIL)
    if known:
        written.hears(known).writes(days=3)
        assert written.last.delivery is Delivery.QUEUED
    OnBehalf(written.work).withdrawn(written.case, MONDAY + 4 * DAY)
    assert written.case.consent is Consent.WITHDRAWN
    events = [one for one in written.store.events(written.id) if one.what == "consent"]
    assert (events[-1].who, events[-1].fields["heard"]) == ("guest", "withdrawn")
    assert "tell_staff" in {one.kind for one in written.store.errands.values() if "withdrawn" in one.key}
    if known:
        assert written.last.delivery is Delivery.HELD
    before = written.case
    assert OnBehalf(written.work).withdrawn(before, MONDAY + 5 * DAY) == before


@pytest.mark.parametrize("what", [Heard.SAID_NO, Heard.CANNOT_SAY, Heard.LPA_HEALTH])
def test_what_nobody_agreed_to_cannot_be_withdrawn(what: Heard) -> None:
    written = Written("yes").hears(what)
    with pytest.raises(NotAllowed, match="nothing_to_withdraw"):
        OnBehalf(written.work).withdrawn(written.case, MONDAY + 4 * DAY)
