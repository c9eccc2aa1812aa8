"""Who has a case, told by name on the way its guest asked for, and a colleague of what is passed on."""

from dataclasses import replace

import pytest

from tests.builders.cases import MONDAY, OnePolicy, a_member, a_policy, an_opening
from tests.fakes.passing import MemoryPassings
from tests.fakes.store import MemoryStore
from tests.notify.test_errands import Postbag
from webchat.cases.case import About, Case, Errand
from webchat.cases.casework import Casework
from webchat.cases.guest_moves import Reach, Safe
from webchat.cases.moves import Moved
from webchat.cases.people.passing import Because
from webchat.cases.people.passing_on import PassingOn, Terms
from webchat.cases.reaching import Reaching
from webchat.cases.words import Consent, ReplyBy
from webchat.notify.hands import Hands
from webchat.notify.letters import Letters
from webchat.notify.ways_out import TryAgain

SAM, AMINA = a_member("sam"), a_member("amina")
WORDS, NOTE = "My landlord shouts at me", "He calls after six"


class Desk:
    """A case that Sam takes, and what is then sent."""

    def __init__(self, way: ReplyBy = ReplyBy.EMAIL, safe: bool | None = True) -> None:
        policies = OnePolicy(a_policy())
        self.store = MemoryStore([SAM, AMINA])
        self.work = Casework(self.store, policies)
        self.passing = PassingOn(self.work, MemoryPassings())
        self.mail, self.texts = Postbag(), Postbag()
        told = an_opening(reply_by=way, contact="jo@example.org", safe_to_contact=safe, words=WORDS)
        self.id = self.work.open(told, MONDAY).id
        self.hands = Hands(
            self.store, policies, Letters(lambda lang: lambda english: english), self.mail, self.texts,
            lambda staff_id: f"{staff_id}@staff.example", "https://chat.example.org",
        )  # fmt: skip
        self.work.claim(SAM, self.id, MONDAY)

    @property
    def case(self) -> Case:
        return self.store.cases[self.id]

    def passed(self) -> None:
        self.passing.offer(SAM, self.id, Terms("amina", Because.AWAY, NOTE), MONDAY)

    def errands(self, kind: str) -> list[Errand]:
        return [one for one in self.store.errands.values() if one.kind == kind]

    def carry(self) -> "Desk":
        for one in self.errands("who_has_it"):
            self.hands.tell_guest(one, self.case)
        for one in self.errands("tell_colleague"):
            self.hands.tell_colleague(one, self.case)
        return self


def test_the_guest_reads_who_has_it_and_how_to_write_to_them() -> None:
    desk = Desk().carry()
    (email,) = desk.mail.parcels
    assert email.to == "jo@example.org"
    assert "Sam at The Kind Place has your message now." in email.body
    assert desk.case.reference in email.body
    assert "https://chat.example.org/kind-place/case" in email.body
    assert WORDS not in email.body


def test_a_text_goes_as_a_text() -> None:
    desk = Desk(ReplyBy.TEXT).carry()
    assert (len(desk.mail.parcels), len(desk.texts.parcels)) == (0, 1)


@pytest.mark.parametrize("safe", [False, None])
def test_where_it_is_not_known_to_be_safe_no_name_is_sent(safe: bool | None) -> None:
    (email,) = Desk(safe=safe).carry().mail.parcels
    assert "You have an update" in email.body
    assert "Sam" not in email.body


def test_whoever_writes_for_somebody_who_has_not_agreed_is_told_who_has_it() -> None:
    desk = Desk()
    desk.work.move(desk.case, Moved(replace(desk.case, consent=Consent.NOT_ASKED)))
    (email,) = desk.carry().mail.parcels
    assert "Sam" in email.body


@pytest.mark.parametrize("what", ["given back", "closed", "not safe", "another way"])
def test_what_is_so_no_more_is_not_sent(what: str) -> None:
    desk = Desk()
    if what == "given back":
        desk.work.give_back(SAM, desk.id, MONDAY)
    elif what == "closed":
        desk.work.close(SAM, desk.id, "Done.", MONDAY)
    elif what == "not safe":
        Reaching(desk.work).not_safe(desk.case, MONDAY)
    else:
        Reaching(desk.work).reach(desk.case, Reach(ReplyBy.PHONE, "07700 900123", Safe.YES), MONDAY)
    assert desk.carry().mail.parcels == []


def test_a_case_that_changes_at_this_moment_is_looked_at_again() -> None:
    desk = Desk()
    read = desk.case
    desk.work.give_back(SAM, desk.id, MONDAY)
    with pytest.raises(TryAgain):
        desk.hands.tell_guest(desk.errands("who_has_it")[0], read)
    assert desk.mail.parcels == []


def test_a_colleague_hears_that_a_case_is_passed_to_them_and_not_a_word_of_it() -> None:
    desk = Desk(ReplyBy.CODE)
    desk.passed()
    (email,) = desk.carry().mail.parcels
    assert email.to == "amina@staff.example"
    assert desk.case.reference in email.body
    for secret in (WORDS, NOTE):
        assert secret not in email.subject + email.body


def test_whom_it_turns_out_to_be_about_hears_nothing() -> None:
    desk = Desk(ReplyBy.CODE)
    desk.passed()
    desk.work.move(desk.case, Moved(replace(desk.case, about=About.MATCHED, about_staff="amina")))
    assert desk.carry().mail.parcels == []


def test_whoever_passed_it_hears_that_it_stays_with_them() -> None:
    desk = Desk(ReplyBy.CODE)
    desk.passed()
    (one,) = desk.passing.to_me(AMINA)
    desk.passing.decline(AMINA, desk.id, one[1].id, "I am away too", MONDAY)
    letters = desk.carry().mail.parcels
    assert [one.to for one in letters] == ["amina@staff.example", "sam@staff.example"]
    assert "You still have it." in letters[1].body
    assert "away too" not in letters[1].body
