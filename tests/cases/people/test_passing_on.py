"""Passing a case on: whom it can be offered to, and that it stays where it is until they accept."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.builders.cases import MONDAY, a_member, an_opening, casework
from tests.cases.complaints.test_stages import DAY, DORA, OLD_DIRECTOR, Complaint
from tests.fakes.passing import MemoryPassings
from webchat.cases.case import About, Case
from webchat.cases.errors import NotAllowed, NotFound
from webchat.cases.moves import Moved
from webchat.cases.people.directing import had_before
from webchat.cases.people.member import Member
from webchat.cases.people.passing import Answer, Because, Passing
from webchat.cases.people.passing_on import PassingOn, Terms
from webchat.cases.words import Kind, ReplyBy, Role

SAM, AMINA, KIT = a_member("sam"), a_member("amina"), a_member("kit")
CHAIR = a_member("olu", Role.CHAIR)
TRUSTEE = a_member("tess", Role.TRUSTEE)
ADMIN = a_member("ada", Role.ADMINISTRATOR)
EVERYBODY = (SAM, AMINA, KIT, CHAIR, TRUSTEE, ADMIN)


class Desk:
    """Sam has a case; others may be offered it."""

    def __init__(self, **given: Any) -> None:
        self.work, self.store = casework(staff=EVERYBODY)
        self.offers = MemoryPassings()
        self.passing = PassingOn(self.work, self.offers)
        self.id = self.work.open(an_opening(**given), MONDAY).id
        self.work.claim(SAM, self.id, MONDAY)

    @property
    def case(self) -> Case:
        return self.store.cases[self.id]

    @property
    def last(self) -> Passing:
        return self.offers.of_case(self.id)[-1]

    @property
    def events(self) -> list[tuple[str, str]]:
        return [(one.who, one.what) for one in self.store.events(self.id)]

    def becomes(self, **changed: Any) -> None:
        self.work.move(self.case, Moved(replace(self.case, **changed)))

    def offer(self, taker: Member = AMINA, **given: Any) -> "Desk":
        terms = {"to": taker.staff_id, "why": Because.AWAY, "note": "She prefers calls before noon.", **given}
        self.passing.offer(SAM, self.id, Terms(**terms), MONDAY)
        return self

    def accept(self, who: Member = AMINA) -> Case:
        return self.passing.accept(who, self.id, self.last.id, MONDAY)

    def decline(self, reply: str = "I am away too.", who: Member = AMINA) -> Case:
        return self.passing.decline(who, self.id, self.last.id, reply, MONDAY)

    def take_back(self, who: Member = SAM) -> Case:
        return self.passing.take_back(who, self.id, self.last.id, MONDAY)

    @property
    def able(self) -> set[str]:
        return {one.staff_id for one in self.passing.able(self.case)}


def refused(move: Callable[[], object]) -> str:
    with pytest.raises(NotAllowed) as rule:
        move()
    return rule.value.reason


def test_it_stays_with_the_first_until_the_next_accepts() -> None:
    desk = Desk().offer()
    assert desk.case.owner == "sam"
    assert desk.passing.waiting(desk.case) == desk.last
    assert [one for _, one in desk.passing.to_me(AMINA)] == [desk.last]
    assert desk.passing.to_me(KIT) == ()
    assert desk.accept().owner == "amina"
    assert desk.last.answer is Answer.ACCEPTED
    assert desk.passing.to_me(AMINA) == ()


def test_the_guest_is_told_who_has_it_each_time_on_the_way_they_asked_for() -> None:
    desk = Desk(reply_by=ReplyBy.EMAIL, contact="ana@example.org")
    desk.offer()
    told = [one.payload for one in desk.store.errands.values() if one.kind == "who_has_it"]
    assert told == [{"case": desk.id, "staff": "sam"}]
    desk.accept()
    told = [one.payload for one in desk.store.errands.values() if one.kind == "who_has_it"]
    assert told[1:] == [{"case": desk.id, "staff": "amina"}]


@pytest.mark.parametrize("way", [ReplyBy.CODE, ReplyBy.PHONE, ReplyBy.LETTER, ReplyBy.NONE])
def test_nobody_has_to_call_or_post_who_has_it(way: ReplyBy) -> None:
    desk = Desk(reply_by=way, contact="07700 900123")
    assert [one for one in desk.store.errands.values() if one.kind == "who_has_it"] == []


def test_the_colleague_and_then_the_first_are_told() -> None:
    desk = Desk().offer()
    desk.decline()
    told = [one.payload for one in desk.store.errands.values() if one.kind == "tell_colleague"]
    assert [(one["staff"], one["letter"]) for one in told] == [
        ("amina", "passed_to_you"), ("sam", "passing_declined"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"to": ""}, "no_taker"),
        ({"to": "sam"}, "not_for_them"),
        ({"to": "nobody"}, "not_for_them"),
        ({"why": None}, "no_why_passed"),
        ({"note": "  "}, "no_note"),
    ],
)
def test_an_offer_says_to_whom_why_and_with_a_note(given: dict[str, Any], why: str) -> None:
    desk = Desk()
    assert refused(lambda: desk.offer(**given)) == why
    assert desk.offers.made == {}
    assert ("sam", "passed") not in desk.events


def test_only_whoever_may_take_it_is_offered() -> None:
    assert Desk().able == {"amina", "kit"}
    assert Desk(kind=Kind.APPOINTMENT).able == {"amina", "kit", "ada"}


def test_whoever_it_is_about_is_never_offered_it_however_late_they_are_named() -> None:
    desk = Desk().offer()
    desk.becomes(about=About.MATCHED, about_staff="amina")
    assert desk.able == {"kit", "olu"}
    assert desk.passing.to_me(AMINA) == ()
    for move in (desk.accept, desk.decline):
        with pytest.raises(NotFound):
            move()
    assert desk.case.owner == "sam"


def test_at_a_later_stage_only_its_own_people_are_offered_and_nobody_who_had_it_before() -> None:
    """Help & Care 16.3: the second stage goes to a director; Olu had the first."""
    fresh = a_member("fay", Role.DIRECTOR)
    complaint = Complaint().decided(OLD_DIRECTOR).on()
    complaint.store.staff.append(fresh)
    complaint.work.claim(DORA, complaint.id, MONDAY + 8 * DAY)
    passing = PassingOn(complaint.work, MemoryPassings())
    assert passing.able(complaint.case) == (fresh,)
    terms = Terms(OLD_DIRECTOR.staff_id, Because.AWAY, "A note")
    assert refused(lambda: passing.offer(DORA, complaint.id, terms, MONDAY + 8 * DAY)) == "not_for_them"


def test_whoever_may_not_take_it_any_more_cannot_accept_it() -> None:
    complaint = Complaint().decided(SAM).on()
    fresh = a_member("fay", Role.DIRECTOR)
    complaint.store.staff.append(fresh)
    complaint.work.claim(DORA, complaint.id, MONDAY + 8 * DAY)
    passing = PassingOn(complaint.work, MemoryPassings())
    passing.offer(DORA, complaint.id, Terms("fay", Because.AWAY, "A note"), MONDAY + 8 * DAY)
    complaint.store.staff[-1] = replace(fresh, roles=frozenset({Role.WORKER}))
    (one,) = passing.offers.of_case(complaint.id)
    now = complaint.store.staff[-1]
    late = MONDAY + 8 * DAY
    assert refused(lambda: passing.accept(now, complaint.id, one.id, late)) == "goes_to_others"
    assert complaint.case.owner == "dora"


def test_one_offer_waits_at_a_time() -> None:
    desk = Desk().offer()
    assert refused(lambda: desk.offer(KIT)) == "passed_already"
    desk.take_back()
    desk.offer(KIT)
    assert desk.last.taker == "kit"


def test_only_whoever_has_it_passes_it_on_or_takes_it_back() -> None:
    desk = Desk()
    terms = Terms("kit", Because.AWAY, "A note")
    assert refused(lambda: desk.passing.offer(AMINA, desk.id, terms, MONDAY)) == "not_yours"
    desk.offer()
    assert refused(lambda: desk.take_back(AMINA)) == "not_yours"


def test_only_whom_it_was_offered_to_accepts_or_declines() -> None:
    desk = Desk().offer()
    for move in (desk.accept, lambda who: desk.decline(who=who)):
        assert refused(lambda move=move: move(KIT)) == "not_passed"  # type: ignore[misc]
    assert desk.case.owner == "sam"


def test_a_decline_says_why_and_leaves_it_where_it_is() -> None:
    desk = Desk().offer()
    assert refused(lambda: desk.decline(" ")) == "no_reply"
    assert desk.decline().owner == "sam"
    assert desk.passing.declined(desk.case) == desk.last
    assert desk.last.reply == "I am away too."
    assert refused(desk.accept) == "not_passed"
    desk.offer(KIT)
    assert desk.passing.declined(desk.case) is None


@pytest.mark.parametrize("gone", ["taken back", "given back", "taken by another", "declined"])
def test_an_offer_that_is_over_is_told_so_and_changes_nothing(gone: str) -> None:
    desk = Desk().offer()
    if gone == "taken back":
        desk.take_back()
    elif gone == "declined":
        desk.decline()
    else:
        desk.work.give_back(SAM, desk.id, MONDAY)
    if gone == "taken by another":
        desk.work.claim(KIT, desk.id, MONDAY)
    owner = desk.case.owner
    assert desk.passing.to_me(AMINA) == ()
    assert {refused(desk.accept), refused(desk.decline)} == {"not_passed"}
    assert desk.case.owner == owner


def test_a_case_that_was_closed_under_the_offer_is_told_so() -> None:
    desk = Desk().offer()
    desk.work.close(SAM, desk.id, "Done.", MONDAY)
    assert desk.passing.to_me(AMINA) == ()
    assert refused(desk.accept) == refused(desk.decline) == refused(desk.take_back) == "case_closed"


def test_accepted_or_taken_back_twice_is_once() -> None:
    desk = Desk().offer()
    desk.take_back()
    events = desk.events
    desk.take_back()
    assert desk.events == events
    desk.offer()
    desk.accept()
    events = desk.events
    assert desk.accept().owner == "amina"
    assert desk.events == events
    assert refused(desk.decline) == "not_passed"


def test_an_offer_of_a_time_before_gives_way_to_the_next() -> None:
    desk = Desk().offer()
    desk.work.give_back(SAM, desk.id, MONDAY)
    desk.work.claim(KIT, desk.id, MONDAY)
    terms = Terms("amina", Because.OTHER, "She knows you.")
    desk.passing.offer(KIT, desk.id, terms, MONDAY)
    assert [one.answer for one in desk.offers.of_case(desk.id)] == [Answer.LAPSED, Answer.WAITING]


def test_whoever_accepted_had_it_when_a_later_stage_asks_who_had_it() -> None:
    desk = Desk().offer()
    desk.accept()
    later = replace(desk.case, stage=2, stage_received_at=MONDAY.replace(hour=12))
    assert had_before(later, desk.store.events(desk.id)) == {"sam", "amina"}


def test_the_timeline_holds_ids_and_codes_and_no_words() -> None:
    desk = Desk().offer()
    desk.decline()
    told = str([one.fields for one in desk.store.events(desk.id)])
    assert "prefers" not in told
    assert "away too" not in told
    assert desk.events[-2:] == [("sam", "passed"), ("amina", "declined")]
