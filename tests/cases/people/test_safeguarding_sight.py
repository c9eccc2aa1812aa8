"""Who may know of a safeguarding case, and of one to be read first: properties that no charity can break."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.builders.cases import MONDAY, a_member
from tests.builders.guarding import CHAIR, DEPUTY, LEAD, MANAGER, STAFF, WORKER, guarding, store_of
from tests.cases.people.test_sight import ORDER, a_case
from webchat.cases.case import About, Delivery
from webchat.cases.errors import CaseError, NotFound
from webchat.cases.moves import Letter, Purpose
from webchat.cases.opening import Opening
from webchat.cases.people.member import Member
from webchat.cases.people.names import might_be, rules_out_others
from webchat.cases.people.sight import guardians, may_see
from webchat.cases.words import Kind, ReplyBy, Role

GUARDS = (Role.SAFEGUARDING_LEAD, Role.SAFEGUARDING_DEPUTY, ORDER[-1])
NAMES = some.sampled_from(["Leanne Okoro", "Devika Patel", "Jon Smyth", "Ana", "李 小龍", "Mo Farouk"])
SAID = some.sampled_from(["", "Leanne", "the boss", "Jon", "Devika and Ana", "Nobody You Know", "小龍"])


@some.composite
def charities(draw: some.DrawFn) -> list[Member]:
    """Any number of people with any roles and names."""
    roles = some.sets(some.sampled_from(list(Role)), min_size=1, max_size=3)
    number = draw(some.integers(0, 7))
    return [
        Member(f"m{place}", draw(NAMES), "kind-place", frozenset(draw(roles))) for place in range(number)
    ]


@some.composite
def cases(draw: some.DrawFn) -> Any:
    """Any case that must be read first, safeguarding or not."""
    kind = draw(some.sampled_from([Kind.SAFEGUARDING, Kind.SAFEGUARDING, Kind.COMPLAINT, Kind.APPOINTMENT]))
    about = draw(some.sampled_from(list(About)))
    person = f"m{draw(some.integers(0, 7))}" if about is About.MATCHED else ""
    kept = tuple(sorted(draw(some.sets(some.sampled_from(["m0", "m1", "m2", "m3"])))))
    named = kept if kind is Kind.SAFEGUARDING else ()
    owner = draw(some.sampled_from(["", "m0", "m1"]))
    return a_case(kind=kind, about=about, about_staff=person, owner=owner, kept_from=named, read_first=True)


def seen(staff: list[Member], case: Any, said: str) -> set[str]:
    """Who may see it."""
    return {one.staff_id for one in staff if may_see(one, case, said, staff, ORDER)}


@given(charities(), cases(), SAID)
def test_a_safeguarding_case_is_seen_by_its_guardians_and_nobody_else(
    staff: list[Member], case: Any, said: str
) -> None:
    case = replace(case, kind=Kind.SAFEGUARDING)
    able = {one.staff_id for one in staff if one.has(*GUARDS)}
    assert seen(staff, case, said) <= able
    told = guardians(case, said, staff, ORDER)
    assert seen(staff, case, said) == {one for each in told for one in each.staff_ids}


@given(charities(), cases(), SAID)
def test_whoever_it_is_about_never_sees_it_and_is_never_told(
    staff: list[Member], case: Any, said: str
) -> None:
    barred = {one.staff_id for one in staff if one.staff_id == case.about_staff}
    if case.about is About.UNMATCHED:
        barred |= {one.staff_id for one in staff if might_be(said, one) and case.kind is Kind.SAFEGUARDING}
    assert not seen(staff, case, said) & barred
    for each in guardians(case, said, staff, ORDER):
        assert not each.staff_ids & barred


@given(charities(), cases(), SAID)
def test_the_lead_and_the_deputy_read_it_first_unless_they_might_be_the_person(
    staff: list[Member], case: Any, said: str
) -> None:
    case = replace(case, kept_from=())
    assume(case.about is not About.UNMATCHED or rules_out_others(said, staff, case.lang))
    ours = {one.staff_id for one in staff if one.has(*GUARDS[:2]) and one.staff_id != case.about_staff}
    if case.about is About.UNMATCHED:
        ours -= {one.staff_id for one in staff if might_be(said, one)}
    assert ours <= seen(staff, case, said)


@given(charities(), cases(), SAID)
def test_somebody_is_left_to_read_it_wherever_anybody_could(
    staff: list[Member], case: Any, said: str
) -> None:
    """A name that stands in the words keeps nobody from it where nobody else were left."""
    able = [one for one in staff if one.has(*GUARDS) and one.staff_id != case.about_staff]
    if case.about is About.UNMATCHED:
        able = [one for one in able if not might_be(said, one)]
    told = guardians(case, said, staff, ORDER)
    assert bool(told) or not able


@given(charities(), cases(), SAID)
def test_whose_name_stands_in_the_words_sees_it_only_where_no_other_guardian_does(
    staff: list[Member], case: Any, said: str
) -> None:
    if case.kind is Kind.SAFEGUARDING:
        able = seen(staff, case, said)
        assert not able & set(case.kept_from) or able <= set(case.kept_from)


@given(charities(), cases(), SAID)
def test_the_mark_takes_no_case_from_anybody(staff: list[Member], case: Any, said: str) -> None:
    case = replace(case, kind=Kind.COMPLAINT, kept_from=())
    assert seen(staff, replace(case, read_first=False), said) <= seen(staff, case, said)


TEAM = (*STAFF, a_member("root", Role.SYSTEM_ADMINISTRATOR, name="Root Admin"))
WHO = some.sampled_from(TEAM)
WORDS = some.sampled_from(["He hits me.", "Leanne hits me.", "devika knows", "Leanne and Devika", ""])
NAMED = some.sampled_from([None, "", "Leanne", "Samuel", "the boss"])


class OneSafeguardingCase(RuleBasedStateMachine):
    """Anybody tries any move, in any order, while the guest goes on writing."""

    @initialize(words=WORDS, named=NAMED)
    def tell(self, words: str, named: str | None) -> None:
        self.guard = guarding(TEAM)
        self.work, self.store = self.guard.casework, store_of(self.guard)
        about = {"about_person": named is not None, "about_name": named or ""}
        opening = Opening(
            "kind-place", "talk", Kind.SAFEGUARDING, words, "en", ReplyBy.CODE, "hash", "sealed", **about
        )
        self.id, self.now, self.opening = self.guard.tell(opening, MONDAY).id, MONDAY, opening

    @property
    def case(self) -> Any:
        return self.store.cases[self.id]

    def attempt(self, who: Member, move: Any) -> None:
        """Somebody who may not see it is answered as if it were not there, and nothing changes."""
        self.now += timedelta(minutes=1)
        before, might = self.case, self.work.may_see(who, self.case)
        try:
            move()
        except NotFound:
            assert self.case == before
        except CaseError:
            assert self.case == before
            assert might
        else:
            assert might

    @rule(who=WHO)
    def read(self, who: Member) -> None:
        self.attempt(who, lambda: self.guard.read(who, self.id, self.now))

    @rule(who=WHO)
    def claim(self, who: Member) -> None:
        self.attempt(who, lambda: self.work.claim(who, self.id, self.now))

    @rule(who=WHO)
    def give_back(self, who: Member) -> None:
        self.attempt(who, lambda: self.work.give_back(who, self.id, self.now))

    @rule(who=WHO)
    def write(self, who: Member) -> None:
        self.attempt(who, lambda: self.work.write(who, self.id, Letter(Purpose.UPDATE, "words"), self.now))

    @rule(who=WHO)
    def deliver(self, who: Member) -> None:
        self.attempt(who, lambda: self.work.delivered(who, self.id, "m", Delivery.SPOKEN, self.now))

    @rule(who=WHO)
    def close(self, who: Member) -> None:
        self.attempt(who, lambda: self.work.close(who, self.id, "They are safe.", self.now))

    @rule(who=WHO, kind=some.sampled_from(list(Kind)))
    def change_kind(self, who: Member, kind: Kind) -> None:
        self.attempt(who, lambda: self.work.change_kind(who, self.id, kind, self.now))

    @rule(who=WHO, named=some.sampled_from(["", *(one.staff_id for one in TEAM)]))
    def say_who(self, who: Member, named: str) -> None:
        self.attempt(who, lambda: self.work.say_who(who, self.id, named, self.now))

    @rule(words=WORDS)
    def adds(self, words: str) -> None:
        self.now += timedelta(minutes=1)
        self.guard.tell(replace(self.opening, words=words), self.now)

    @rule(value=some.sampled_from(["yes", "no"]))
    def answers(self, value: str) -> None:
        self.guard.answer("kind-place", self.id, "danger_now", value, self.now)

    @invariant()
    def only_guardians_see_it(self) -> None:
        able = {one.staff_id for one in TEAM if self.work.may_see(one, self.case)}
        assert able <= {LEAD.staff_id, DEPUTY.staff_id, CHAIR.staff_id}
        assert not able & {MANAGER.staff_id, WORKER.staff_id, "root", self.case.about_staff}

    @invariant()
    def it_stays_a_safeguarding_case_and_no_clock_ever_runs(self) -> None:
        assert (self.case.kind, self.case.read_first) == (Kind.SAFEGUARDING, True)
        assert (self.case.next_due_at, self.case.undated_since) == (None, None)
        assert not self.store.promises(self.id)

    @invariant()
    def whoever_has_read_it_may_see_it_still(self) -> None:
        if self.case.read_first_by:
            assert self.case.read_first_by != self.case.about_staff

    @invariant()
    def no_errand_but_alerts_ever_leaves_for_it(self) -> None:
        assert {one.kind for one in self.store.errands.values()} == {"alert"}
        assert all(set(one.payload) == {"case", "step"} for one in self.store.errands.values())


OneSafeguardingCase.TestCase.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)
TestWhateverAnybodyDoes = OneSafeguardingCase.TestCase
