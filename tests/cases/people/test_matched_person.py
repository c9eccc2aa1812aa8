"""Whoever a case is about: from the moment they are named they never see it, whatever anybody does."""

from datetime import timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.builders.cases import MONDAY, a_member, an_entry, an_opening, casework
from webchat.cases.case import About, Delivery, Purpose
from webchat.cases.errors import CaseError, NotFound
from webchat.cases.moves import Letter
from webchat.cases.words import Kind, PromiseName, ReplyBy, Role

STAFF = (
    a_member("sam", Role.WORKER, name="Sam Okoro"),
    a_member("mo", Role.MANAGER, name="Mo Farouk"),
    a_member("max", Role.MANAGER, Role.SAFEGUARDING_LEAD, name="Max Hill"),
    a_member("priya", Role.CHIEF_EXECUTIVE, name="Priya Shah"),
    a_member("june", Role.CHAIR, name="June Alderton"),
    a_member("root", Role.SYSTEM_ADMINISTRATOR, name="Root Admin"),
)
WHO = some.sampled_from(STAFF)
NAMED = some.sampled_from(["", *(one.staff_id for one in STAFF)])
SAID = some.sampled_from(["", "Mo", "Max", "Sam and Mo", "somebody at the desk", "Priya"])


class OneCase(RuleBasedStateMachine):
    """Anybody tries any move, in any order."""

    @initialize(about=some.booleans(), said=SAID, reply_by=some.sampled_from([ReplyBy.CODE, ReplyBy.PHONE]))
    def open(self, about: bool, said: str, reply_by: ReplyBy) -> None:
        entry = an_entry(PromiseName.REPLY, 5)
        self.work, self.store = casework(entry, staff=STAFF)
        named = {"about_person": about, "about_name": said if about else ""}
        self.id = self.work.open(an_opening(reply_by=reply_by, contact="x", **named), MONDAY).id
        self.now = MONDAY
        self.matched = ""

    def attempt(self, who: Any, move: Any) -> None:
        """A move, by somebody who may or may not; the matched person is answered as if it were not there."""
        self.now += timedelta(minutes=1)
        before = self.store.cases[self.id]
        try:
            move()
        except NotFound:
            assert self.store.cases[self.id] == before
        except CaseError:
            assert self.store.cases[self.id] == before
            assert who.staff_id != self.matched
        else:
            assert who.staff_id != self.matched

    @rule(who=WHO)
    def claim(self, who: Any) -> None:
        self.attempt(who, lambda: self.work.claim(who, self.id, self.now))

    @rule(who=WHO)
    def give_back(self, who: Any) -> None:
        self.attempt(who, lambda: self.work.give_back(who, self.id, self.now))

    @rule(who=WHO, purpose=some.sampled_from([Purpose.UPDATE, Purpose.REPLY, Purpose.ACKNOWLEDGE]))
    def write(self, who: Any, purpose: Purpose) -> None:
        self.attempt(who, lambda: self.work.write(who, self.id, Letter(purpose, "words"), self.now))

    @rule(who=WHO)
    def deliver(self, who: Any) -> None:
        last = self.store.messages(self.id)[-1].id
        self.attempt(who, lambda: self.work.delivered(who, self.id, last, Delivery.SPOKEN, self.now))

    @rule(who=WHO, kind=some.sampled_from(list(Kind)))
    def change_kind(self, who: Any, kind: Kind) -> None:
        self.attempt(who, lambda: self.work.change_kind(who, self.id, kind, self.now))

    @rule(who=WHO)
    def close(self, who: Any) -> None:
        self.attempt(who, lambda: self.work.close(who, self.id, "a reason", self.now))

    @rule()
    def guest_adds(self) -> None:
        self.work.guest_adds(self.store.cases[self.id], "more", "en", self.now)

    @rule(who=WHO, named=NAMED)
    def say_who(self, who: Any, named: str) -> None:
        def say() -> None:
            self.work.say_who(who, self.id, named, self.now)

        self.attempt(who, say)
        case = self.store.cases[self.id]
        self.matched = case.about_staff

    @invariant()
    def the_matched_person_never_sees_or_has_it(self) -> None:
        case = self.store.cases[self.id]
        if case.about is not About.MATCHED:
            assert case.about_staff == ""
            return
        assert case.owner != case.about_staff
        member = next(one for one in STAFF if one.staff_id == case.about_staff)
        missing, hidden = self.answer(member, "no such case"), self.answer(member, self.id)
        assert (missing, hidden) == (("NotFound", "no such case"), ("NotFound", self.id))

    @invariant()
    def a_system_administrator_never_sees_it(self) -> None:
        assert self.answer(STAFF[-1], self.id) == ("NotFound", self.id)

    @invariant()
    def until_matched_only_those_who_cannot_be_the_person_see_it(self) -> None:
        if self.store.cases[self.id].about is not About.UNMATCHED:
            return
        said = next(one.name for one in self.store.people(self.id) if one.part == "about")
        seen = {one.staff_id for one in STAFF if self.answer(one, self.id) == ("seen", self.id)}
        assert seen == {
            "": {"june"}, "Mo": {"max"}, "Max": {"mo"}, "Sam and Mo": {"max"},
            "somebody at the desk": {"june"}, "Priya": {"mo", "max"},
        }[said]  # fmt: skip

    def answer(self, who: Any, case_id: str) -> tuple[str, str]:
        try:
            return "seen", self.work.seen_by(who, case_id).id
        except NotFound as refused:
            return type(refused).__name__, str(refused)


OneCase.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestWhateverAnybodyDoes = OneCase.TestCase
