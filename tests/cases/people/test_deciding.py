"""People decide about people: all whom the policy names, each with a reason (Help & Care 13; E12)."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.builders.cases import MONDAY, OnePolicy, a_member, a_policy, an_entry, an_opening
from tests.fakes.decisions import MemoryDecisions
from tests.fakes.diary import MemoryDiary
from tests.fakes.store import MemoryStore
from webchat.cases.case import About, Case, Purpose
from webchat.cases.casework import Casework
from webchat.cases.errors import NotAllowed, NotFound
from webchat.cases.people.deciding import Deciding, Proposal
from webchat.cases.people.member import Member
from webchat.cases.people.sanctions import Decision
from webchat.cases.people.standing_in import StandingIn
from webchat.cases.promises.policy import Sanctioned
from webchat.cases.words import Consent, Decided, Despite, PromiseName, Role, Sanction

DAY, TODAY = timedelta(days=1), MONDAY.date()
MO, DI, GO = a_member("mo", Role.MANAGER), a_member("di", Role.DIRECTOR), a_member("go", Role.GOVERNANCE)
CHARLES = a_member("charles", Role.CHAIR)
BOTH = a_member("both", Role.MANAGER, Role.DIRECTOR)
SAM = a_member("sam")
STAFF = (SAM, MO, DI, GO, CHARLES, BOTH)
# As Help & Care 13 has it, and as Living Well Bromley 4.3 has it.
THREE = ((Role.MANAGER,), (Role.DIRECTOR,), (Role.GOVERNANCE,))
TWO = ((Role.CHAIR,), (Role.SERVICE_LEAD, Role.MANAGER))
REASON, TELLS = "She shouted at us again.", "We end our contact with you."
RULES = (
    Sanctioned("13", "words", Sanction.CONTACT_ENDED, THREE),
    Sanctioned("4.3", "words", Sanction.BARRED_UNTIL, TWO),
    Sanctioned("4.3", "words", Sanction.BARRED_FOR_EVER, TWO),
)


def a_proposal(**given: Any) -> Proposal:
    values = {
        "kind": Sanction.CONTACT_ENDED, "until": None, "review_on": TODAY + 90 * DAY,
        "reason": REASON, "tells": TELLS,
    }  # fmt: skip
    return Proposal(**{**values, **given})


class Desk:
    """A case that Mo has, and what people decide about its guest."""

    def __init__(self, rules: tuple[Sanctioned, ...] = RULES, **given: Any) -> None:
        self.store, self.decisions = MemoryStore(list(STAFF)), MemoryDecisions()
        self.work = Casework(self.store, OnePolicy(a_policy(an_entry(PromiseName.REPLY, 5), sanctions=rules)))
        self.deciding = Deciding(StandingIn(self.work, MemoryDiary()), self.decisions)
        self.id = self.work.open(an_opening(**given), MONDAY).id
        self.work.claim(MO, self.id, MONDAY)

    @property
    def case(self) -> Case:
        return self.store.cases[self.id]

    @property
    def last(self) -> Decision:
        return list(self.decisions.decisions(self.id))[-1]

    def propose(self, member: Member = MO, **given: Any) -> "Desk":
        self.deciding.propose(member, self.id, a_proposal(**given), MONDAY)
        return self

    def answer(self, *members: Member, agrees: bool = True, reason: str = "I saw it.") -> "Desk":
        for one in members:
            self.deciding.answer(one, self.id, self.last.id, agrees, reason, MONDAY)
        return self

    def ended(self) -> "Desk":
        return self.propose().answer(DI, GO)

    def holds(self, days: int = 0) -> bool:
        return self.deciding.holds(self.case, MONDAY + days * DAY) is not None

    def writes(self, despite: Despite | None = None, danger: bool = False, days: int = 0) -> None:
        at = MONDAY + days * DAY
        self.deciding.guest_adds(self.case, "Listen to me.", "en", despite, at, danger)


def refused(reason: str) -> Any:
    return pytest.raises(NotAllowed, match=f"^{reason}$")


# ---- Who decides ----


def test_it_holds_only_once_everybody_named_has_agreed() -> None:
    desk = Desk().propose()
    assert (desk.last.state, desk.holds()) == (Decided.PROPOSED, False)
    desk.answer(DI)
    assert not desk.holds()
    desk.writes()  # nothing is shut meanwhile
    desk.answer(GO)
    assert desk.holds()
    assert [(one.staff_id, one.role) for one in desk.last.voices] == [
        ("mo", Role.MANAGER), ("di", Role.DIRECTOR), ("go", Role.GOVERNANCE),
    ]  # fmt: skip


def test_one_who_does_not_agree_ends_it_and_the_guest_hears_nothing() -> None:
    desk = Desk().propose().answer(DI, agrees=False)
    assert desk.last.state is Decided.REFUSED
    assert [one.purpose for one in desk.store.messages(desk.id)] == [Purpose.WORDS]
    with refused("not_open"):
        desk.answer(GO)


def test_nobody_decides_twice_whatever_their_roles() -> None:
    desk = Desk().propose(BOTH)
    with refused("decided_already"):
        desk.answer(BOTH)
    with refused("not_named"):
        desk.answer(MO)  # the seat of the manager is taken


@given(some.lists(some.sampled_from(STAFF), min_size=1, max_size=8))
def test_whoever_speaks_in_whatever_order_it_takes_three_people_in_three_seats(who: list[Member]) -> None:
    desk = Desk()
    for one in who:
        try:
            (desk.answer if desk.decisions.made else desk.propose)(one)
        except (NotAllowed, NotFound):  # the chair reads nothing of it
            continue
    voices = desk.last.voices if desk.decisions.made else ()
    assert len({one.staff_id for one in voices}) == len({one.seat for one in voices}) == len(voices)
    assert desk.holds() is (len(voices) == len(THREE))
    assert not desk.case.deciding or 0 < len(voices) < len(THREE)


@pytest.mark.parametrize("rules", [(), RULES[1:]])
def test_where_the_policy_names_nobody_for_it_nothing_can_be_decided(rules: tuple[Sanctioned, ...]) -> None:
    """RUILS, Healthwatch Portsmouth and ACSOS; and what another charity's policy has."""
    with refused("policy_names_nobody"):
        Desk(rules).propose()


def test_a_worker_is_named_by_no_policy() -> None:
    with refused("not_named"):
        Desk().propose(SAM)


def test_whoever_the_complaint_is_about_takes_no_part_and_learns_nothing() -> None:
    desk = Desk().propose()
    desk.store.cases[desk.id] = replace(desk.case, about=About.MATCHED, about_staff="di")
    with pytest.raises(NotFound):
        desk.answer(DI)
    desk.answer(GO)
    assert not desk.holds()


def test_what_somebody_decided_counts_no_more_once_it_is_about_them() -> None:
    desk = Desk().propose().answer(DI)
    desk.store.cases[desk.id] = replace(desk.case, about=About.MATCHED, about_staff="di", owner="mo")
    desk.answer(GO)
    assert not desk.holds()
    desk.answer(BOTH)  # another director
    assert desk.holds()


def test_the_chair_reads_the_case_while_they_are_to_decide_and_no_longer() -> None:
    """Living Well Bromley 4.3."""
    desk = Desk()
    assert not desk.work.may_see(CHARLES, desk.case)
    desk.propose(kind=Sanction.BARRED_FOR_EVER)
    assert desk.work.may_see(CHARLES, desk.case)
    desk.answer(CHARLES)
    assert desk.holds()
    assert not desk.work.may_see(CHARLES, desk.case)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"reason": " "}, "no_reason_told"),
        ({"tells": ""}, "nothing_told"),
        ({"review_on": None}, "no_review"),
        ({"review_on": TODAY}, "date_in_the_past"),
        ({"review_on": date(2040, 1, 1)}, "too_far_ahead"),
    ],
)
def test_each_has_a_reason_words_for_the_guest_and_a_day_to_look_again(
    given: dict[str, Any], reason: str
) -> None:
    with refused(reason):
        Desk().propose(**given)


def test_for_a_time_means_until_a_day() -> None:
    with refused("no_until"):
        Desk().propose(kind=Sanction.BARRED_UNTIL)
    desk = Desk().propose(kind=Sanction.BARRED_UNTIL, until=TODAY + 7 * DAY, review_on=None).answer(CHARLES)
    assert desk.last.review_on == desk.last.until == TODAY + 7 * DAY
    assert (desk.holds(7), desk.holds(8)) == (True, False)  # it ends by itself


def test_an_answer_has_a_reason_of_its_own() -> None:
    with refused("no_reason_told"):
        Desk().propose().answer(DI, reason=" ")


def test_one_thing_at_a_time() -> None:
    with refused("is_open"):
        Desk().propose().propose(DI)
    with refused("holds_already"):
        Desk().ended().propose()


# ---- What it does ----


def test_the_guest_is_told_in_their_words_who_decided_and_nothing_owed_vanishes() -> None:
    desk = Desk()
    owed = [one for one in desk.store.promises(desk.id) if one.is_owed]
    desk.ended()
    told = desk.store.messages(desk.id)[-1]
    assert (told.purpose, told.body, told.officer) == (
        Purpose.DECIDED,
        TELLS,
        "manager, director, governance",
    )
    assert REASON not in told.body
    assert [one for one in desk.store.promises(desk.id) if one.is_owed] == owed


def test_whoever_writes_for_somebody_is_told_too() -> None:
    desk = Desk(answers=(("for_whom", "someone"), ("for_agrees", "no"))).ended()
    assert desk.case.consent is Consent.SAID_NO
    assert desk.store.messages(desk.id)[-1].body == TELLS


def test_the_conversation_takes_nothing_but_what_always_stays_open() -> None:
    desk = Desk().ended()
    said = len(desk.store.messages(desk.id))
    with refused("contact_ended"):
        desk.writes()
    assert len(desk.store.messages(desk.id)) == said
    for despite in Despite:
        desk.writes(despite)
    desk.writes(danger=True)
    assert len(desk.store.messages(desk.id)) == said + 4
    marked = [one.fields["despite"] for one in desk.store.events(desk.id) if one.what == "wrote_despite"]
    assert marked == ["danger", "challenge", "information"]


def test_danger_is_read_first_whatever_was_decided() -> None:
    desk = Desk().ended()
    desk.writes(Despite.DANGER)
    assert desk.case.read_first


def test_another_case_of_the_same_guest_is_not_shut() -> None:
    desk = Desk(contact="ola@example.org").ended()
    other = desk.work.open(an_opening(contact="ola@example.org"), MONDAY)
    assert desk.deciding.holds(other, MONDAY) is None


def test_events_hold_ids_and_codes_and_no_word_of_anybody() -> None:
    desk = Desk().ended()
    told = [one for one in desk.store.events(desk.id) if one.what == "decided"]
    assert [one.who for one in told] == ["mo", "di", "go"]
    words = str([dict(one.fields) for one in told])
    assert not any(word in words for word in (REASON, TELLS, "I saw it."))


# ---- Lifting it ----


def test_the_same_roles_lift_it_with_a_reason_and_the_guest_is_told() -> None:
    desk = Desk().ended()
    desk.deciding.lift(MO, desk.id, "She wrote to say sorry.", "You can write to us again.", MONDAY)
    assert desk.holds()  # until all have agreed
    desk.answer(DI, GO)
    assert not desk.holds()
    desk.writes()
    told = [one for one in desk.store.messages(desk.id) if one.purpose is Purpose.LIFTED]
    assert [one.body for one in told] == ["You can write to us again."]
    assert [one.state for one in desk.decisions.decisions(desk.id)] == [Decided.LIFTED, Decided.HOLDS]


def test_it_is_lifted_by_nobody_else_nor_without_a_reason_nor_where_nothing_holds() -> None:
    desk = Desk()
    with refused("nothing_holds"):
        desk.deciding.lift(MO, desk.id, "Sorry.", "Again.", MONDAY)
    desk.ended()
    with refused("not_named"):
        desk.deciding.lift(SAM, desk.id, "Sorry.", "Again.", MONDAY)
    with refused("no_reason_told"):
        desk.deciding.lift(MO, desk.id, "", "Again.", MONDAY)
    desk.deciding.lift(MO, desk.id, "Sorry.", "Again.", MONDAY)
    desk.answer(DI, agrees=False)
    assert desk.holds()
