"""What leaves the house: the words of a reply where that is safe, and what it tells beside them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pytest

from tests.builders.cases import MONDAY, OnePolicy, a_member, a_policy, an_entry, an_opening
from tests.fakes.store import MemoryStore
from webchat.cases.case import Delivery, Person, Purpose
from webchat.cases.casework import Casework
from webchat.cases.guest_moves import Reach, Safe
from webchat.cases.moves import Letter
from webchat.cases.reaching import Reaching
from webchat.cases.words import Consent, Kind, PromiseName, ReplyBy, Why
from webchat.notify.errands import Errands
from webchat.notify.letters import Letters
from webchat.notify.ways_out import NotSetUp, Parcel, TryAgain, WayOut, WillNotGo

SAM = a_member("sam")
FRIDAY = date(2026, 11, 27)
ACKNOWLEDGED = Letter(Purpose.ACKNOWLEDGE, "We have it.", states_date=FRIDAY, officer="Pat Jones")


@dataclass
class Postbag:
    """A way out that keeps what it is given."""

    parcels: list[Parcel] = field(default_factory=list)

    def send(self, parcel: Parcel) -> None:
        """Keep it."""
        self.parcels.append(parcel)


@dataclass
class Office:
    """A charity with one case, which Sam has, and a way out for emails."""

    mail: WayOut
    safe: bool | None = True

    def __post_init__(self) -> None:
        policies = OnePolicy(a_policy(an_entry(PromiseName.REPLY, 5), an_entry(PromiseName.ACKNOWLEDGE, 3)))
        self.store = MemoryStore([SAM])
        self.work = Casework(self.store, policies)
        opening: dict[str, Any] = {"contact": "jo@example.org", "safe_to_contact": self.safe}
        case = self.work.open(an_opening(reply_by=ReplyBy.EMAIL, **opening), MONDAY)
        self.case = self.work.claim(SAM, case.id, MONDAY)
        self.errands = Errands(
            cases=self.store,
            policies=policies,
            letters=Letters(lambda lang: lambda english: english),
            mail=self.mail,
            texts=NotSetUp(),
            mail_of=lambda staff_id: f"{staff_id}@example.org",
            delivered=lambda message, delivery: None,
            not_sent=lambda charity, case, message: self.work.not_sent(charity, case, message, MONDAY),
            shown_at="https://chat.example.org",
        )

    def write(self, letter: Letter) -> None:
        """Sam writes, and the outbox is emptied."""
        self.work.write(SAM, self.case.id, letter, MONDAY)
        self.carry()

    def carry(self) -> None:
        """Run every errand that carries a message; tell the desk of what will not go."""
        for errand in [one for one in self.store.errands.values() if one.kind == "send_message"]:
            try:
                self.errands.run(errand)
            except WillNotGo:
                self.errands.gave_up(errand)


def sent(letter: Letter, safe: bool | None = True) -> Parcel:
    """The email a guest gets of a letter."""
    bag = Postbag()
    Office(bag, safe).write(letter)
    (parcel,) = bag.parcels
    return parcel


def test_a_reply_carries_its_words_to_whom_that_is_safe() -> None:
    email = sent(Letter(Purpose.REPLY, "Yes, we are open."))
    assert email.to == "jo@example.org"
    assert "Yes, we are open." in email.body


def test_an_acknowledgement_reads_the_officers_name_and_the_date_of_the_full_reply() -> None:
    """policy-facts F9; Help & Care 15.2; ACSOS, Contact by email."""
    body = sent(ACKNOWLEDGED).body
    assert "Pat Jones is looking into this." in body
    assert "Our full reply will come by Friday 27 November 2026." in body


def test_a_date_told_without_other_words_is_told_in_the_email_too() -> None:
    later = Letter(
        Purpose.UPDATE, "", states_date=date(2026, 12, 4), reason="We wait for a report.", why=Why.OTHER
    )
    assert "Our full reply will come by Friday 4 December 2026." in sent(later).body


@pytest.mark.parametrize("safe", [False, None])
def test_where_it_is_not_known_to_be_safe_only_that_there_is_an_update(safe: bool | None) -> None:
    email = sent(ACKNOWLEDGED, safe)
    assert "You have an update" in email.body
    for secret in ("We have it.", "Pat Jones", "27 November"):
        assert secret not in email.body


@pytest.mark.parametrize("safe", [True, None])
def test_no_subject_tells_what_it_is_about(safe: bool | None) -> None:
    assert sent(ACKNOWLEDGED, safe).subject == "An update from The Kind Place"


def test_another_kind_is_news_without_words() -> None:
    bag = Postbag()
    office = Office(bag)
    office.work.change_kind(SAM, office.case.id, Kind.COMPLAINT, MONDAY)
    office.carry()
    assert "You have an update" in bag.parcels[0].body


def test_where_no_mail_is_set_up_the_promise_is_owed_again_and_the_desk_has_a_task() -> None:
    office = Office(NotSetUp())
    office.write(Letter(Purpose.REPLY, "Yes, we are open."))
    message = office.store.messages(office.case.id)[-1]
    assert message.delivery is Delivery.FAILED
    owed = {one.name for one in office.store.promises(office.case.id) if one.is_owed}
    assert owed == {PromiseName.REPLY, PromiseName.ACKNOWLEDGE}


def test_what_has_been_carried_is_not_carried_again() -> None:
    bag = Postbag()
    office = Office(bag)
    office.write(Letter(Purpose.REPLY, "Yes, we are open."))
    message = office.store.messages(office.case.id)[-1]
    office.store.all_messages[message.id] = replace(message, delivery=Delivery.SENT)
    office.carry()
    assert len(bag.parcels) == 1


def test_once_it_is_not_safe_the_outbox_finds_nothing_to_carry() -> None:
    """Issue 10: it stops queued messages at once."""
    bag = Postbag()
    office = Office(bag)
    office.work.write(SAM, office.case.id, Letter(Purpose.REPLY, "Yes, we are open."), MONDAY)
    Reaching(office.work).not_safe(office.store.cases[office.case.id], MONDAY)
    office.carry()
    assert bag.parcels == []


def test_a_guest_who_says_so_while_it_is_being_sent_is_heard() -> None:
    bag = Postbag()
    office = Office(bag)
    office.work.write(SAM, office.case.id, Letter(Purpose.REPLY, "Yes, we are open."), MONDAY)
    read = office.store.people

    def people(case_id: str) -> Sequence[Person]:
        found = read(case_id)
        office.store.people = read  # type: ignore[method-assign]  # once only
        Reaching(office.work).not_safe(office.store.cases[case_id], MONDAY)
        return found

    office.store.people = people  # type: ignore[method-assign]  # what happens in between
    with pytest.raises(TryAgain):
        office.carry()
    office.carry()
    assert bag.parcels == []


def test_what_was_queued_before_anybody_asked_whether_the_person_agrees_is_not_carried() -> None:
    """guest-rules E9: a case that was sent before its consent was kept."""
    bag = Postbag()
    office = Office(bag)
    office.work.write(SAM, office.case.id, Letter(Purpose.REPLY, "Ada has moved."), MONDAY)
    now = office.store.cases[office.case.id]
    office.store.cases[office.case.id] = replace(now, consent=Consent.SAID_NO)
    office.carry()
    assert bag.parcels == []


def test_a_reply_goes_to_the_address_told_last() -> None:
    bag = Postbag()
    office = Office(bag)
    Reaching(office.work).reach(
        office.store.cases[office.case.id], Reach(ReplyBy.EMAIL, "new@example.org", Safe.YES), MONDAY
    )
    office.write(Letter(Purpose.REPLY, "Yes, we are open."))
    assert [one.to for one in bag.parcels] == ["new@example.org"]
