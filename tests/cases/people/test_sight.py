""" "About a person?" and ordinary sight (design.md, Settled; Help & Care 15.3; guest-rules E16)."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.builders.cases import a_calendar, a_member, a_policy, an_opening
from webchat.cases.case import About, Case
from webchat.cases.opening import Marks, opened
from webchat.cases.people.member import Member
from webchat.cases.people.names import might_be, rules_out_others
from webchat.cases.people.sight import first_who_cannot_be, may_see
from webchat.cases.words import Kind, Role

ORDER = (Role.MANAGER, Role.CHIEF_EXECUTIVE, Role.CHAIR)
SAM = a_member("sam", Role.WORKER, name="Sam Okoro")
MO = a_member("mo", Role.MANAGER, name="Mo Farouk")
PRIYA = a_member("priya", Role.CHIEF_EXECUTIVE, name="Priya Shah")
JUNE = a_member("june", Role.CHAIR, name="June Alderton")
STAFF = (SAM, MO, PRIYA, JUNE)
SEE_EVERY_KIND = {
    Role.WORKER, Role.MANAGER, Role.SERVICE_LEAD, Role.DIRECTOR, Role.GOVERNANCE, Role.CHIEF_EXECUTIVE,
    Role.SAFEGUARDING_LEAD, Role.SAFEGUARDING_DEPUTY,
}  # fmt: skip


def a_case(**given_: Any) -> Case:
    from tests.builders.cases import MONDAY

    marks = Marks("case-1", "REF-1", tuple(f"id-{place}" for place in range(12)))
    return replace(opened(an_opening(), marks, a_policy(), a_calendar(), MONDAY).case, **given_)


def sees(member: Member, case: Case, about: str = "", staff: tuple[Member, ...] = STAFF) -> bool:
    return may_see(member, case, about, staff, ORDER)


# No: ordinary sight


@pytest.mark.parametrize("role", Role)
def test_a_case_about_nobody_is_seen_by_those_who_work_on_cases(role: Role) -> None:
    assert sees(a_member("x", role), a_case()) is (role in SEE_EVERY_KIND)


def test_an_administrator_sees_appointments_and_nothing_else() -> None:
    seen = {kind for kind in Kind if sees(a_member("x", Role.ADMINISTRATOR), a_case(kind=kind))}
    assert seen == {Kind.APPOINTMENT}


@pytest.mark.parametrize("stage", [1, 2, 3])
@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("about", About)
def test_a_system_administrator_sees_no_case_at_all(kind: Kind, stage: int, about: About) -> None:
    case = a_case(kind=kind, stage=stage, about=about)
    assert not sees(a_member("x", Role.SYSTEM_ADMINISTRATOR), case)


def test_the_chair_sees_appeals_and_what_is_said_of_a_named_person() -> None:
    """Help & Care 17."""
    assert not sees(JUNE, a_case())
    assert not sees(JUNE, a_case(stage=2))
    assert sees(JUNE, a_case(stage=3))
    assert sees(JUNE, a_case(about=About.MATCHED, about_staff="sam"))


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("about", About)
def test_nobody_sees_another_charitys_case(role: Role, about: About) -> None:
    elsewhere = a_member("x", role, charity="other-place", name="Ola")
    assert not sees(elsewhere, a_case(about=about, owner="x"), "Sam", (*STAFF, elsewhere))


def test_whoever_was_given_a_case_sees_it_whatever_their_role_at_the_desk() -> None:
    adam = a_member("a", Role.ADMINISTRATOR)
    assert not sees(adam, a_case())
    assert sees(adam, a_case(owner="a"))
    assert not sees(a_member("t", Role.TRUSTEE), a_case(owner="t"))  # no desk, no case


def test_somebody_with_several_roles_sees_what_any_of_them_sees() -> None:
    assert sees(a_member("x", Role.SYSTEM_ADMINISTRATOR, Role.WORKER), a_case())


# Yes, and matched: never


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("stage", [1, 2, 3])
@pytest.mark.parametrize("kind", Kind)
def test_that_person_once_matched_can_never_see_it(role: Role, stage: int, kind: Kind) -> None:
    matched = a_case(about=About.MATCHED, about_staff="x", owner="x", stage=stage, kind=kind)
    assert not sees(a_member("x", role, *Role), matched)


def test_the_matched_persons_colleagues_see_it_as_any_other() -> None:
    matched = a_case(about=About.MATCHED, about_staff="mo")
    assert [sees(one, matched) for one in STAFF] == [True, False, True, True]


def test_a_case_about_nobody_who_works_here_has_ordinary_sight() -> None:
    assert [sees(one, a_case(), "Somebody Else") for one in STAFF] == [True, True, True, False]


# Yes, and not matched: only managers who cannot be that person, in the pack's order


def test_until_matched_only_managers_see_it() -> None:
    case = a_case(about=About.UNMATCHED)
    assert [sees(one, case, "Sam") for one in STAFF] == [False, True, False, False]


def test_until_matched_having_it_is_no_reason_to_see_it() -> None:
    assert not sees(SAM, a_case(about=About.UNMATCHED, owner="sam"), "Sam")


def test_a_manager_who_could_be_that_person_does_not_see_it_and_the_next_role_does() -> None:
    case = a_case(about=About.UNMATCHED)
    assert [sees(one, case, "mo") for one in STAFF] == [False, False, True, False]
    assert [sees(one, case, "Mo and Priya") for one in STAFF] == [False, False, False, True]


def test_a_second_manager_who_cannot_be_that_person_sees_it() -> None:
    second = a_member("z", Role.MANAGER, name="Zed Brown")
    case = a_case(about=About.UNMATCHED)
    assert sees(second, case, "Mo", (*STAFF, second))
    assert not sees(MO, case, "Mo", (*STAFF, second))
    assert not sees(PRIYA, case, "Mo", (*STAFF, second))


def test_with_no_name_nobody_can_be_ruled_out_and_only_the_last_of_the_order_sees_it() -> None:
    for unknown in ("", "  ", "?", "12"):
        assert first_who_cannot_be(unknown, STAFF, ORDER) == {"june"}


def test_the_order_is_the_packs_own() -> None:
    order = (Role.CHAIR, Role.MANAGER)
    assert first_who_cannot_be("Sam", STAFF, order) == {"june"}
    assert first_who_cannot_be("June", STAFF, order) == {"mo"}


@pytest.mark.parametrize(
    "said",
    [
        "Mo", "mo farouk", "MO FAROUK", "Farouk", "mo's", "Mr. Farouk", "Farook", "Faruk", "ｍｏ",
        "the manager, Mo", "Mó", "Farouk-Jones",
    ],
)  # fmt: skip
def test_a_name_however_it_is_spelt_may_mean_that_person(said: str) -> None:
    assert might_be(said, MO)


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("Zoe", "Zoë Brown"), ("zoë", "Zoe Brown"), ("Anne", "Anne-Marie Low"),
        ("Anne Marie", "Anne-Marie Low"), ("OBrien", "Pat O'Brien"), ("O’Brien", "Pat O'Brien"),
        ("Lukasz", "Łukasz Nowak"), ("Jose", "José Díaz"), ("Catherine", "Katherine Hill"),
        ("Jon", "John Hill"), ("أحمد", "أَحْمَد علي"), ("STRAẞE", "Strasse"),
    ],
)  # fmt: skip
def test_accents_hyphens_and_common_spellings_hide_nobody(said: str, known: str) -> None:
    assert might_be(said, a_member("x", name=known))


@pytest.mark.parametrize("said", ["Priya", "June Alderton", "the lady at the desk", ""])
def test_another_name_does_not_mean_that_person(said: str) -> None:
    assert not might_be(said, MO)


NAMES = some.sampled_from(["Mo Farouk", "Priya Shah", "Sam Okoro", "Jo Smith", "Jon Smyth", "Ana", "李 小龍"])


@some.composite
def people(draw: some.DrawFn) -> list[Member]:
    number = draw(some.integers(0, 6))
    roles = some.sets(some.sampled_from(list(Role)), min_size=1, max_size=3)
    return [
        Member(f"m{place}", draw(NAMES), "kind-place", frozenset(draw(roles))) for place in range(number)
    ]


@given(people(), NAMES | some.just(""))
def test_whoever_sees_an_unmatched_case_is_of_the_first_role_that_has_somebody_it_cannot_be(
    staff: list[Member], said: str
) -> None:
    seen = first_who_cannot_be(said, staff, ORDER)
    if not rules_out_others(said, staff, "en"):
        assert seen == {one.staff_id for one in staff if one.has(ORDER[-1])}
        return
    able = {
        role: {one.staff_id for one in staff if one.has(role) and not might_be(said, one)} for role in ORDER
    }
    assert seen == next((ids for ids in able.values() if ids), set())
    assert not any(might_be(said, one) for one in staff if one.staff_id in seen)


@given(people(), NAMES | some.just(""), some.sampled_from(list(About)), some.integers(0, 5))
def test_the_matched_person_never_sees_it_whoever_works_there(
    staff: list[Member], said: str, about: About, place: int
) -> None:
    case = a_case(about=about, about_staff=f"m{place}", owner=f"m{place}")
    assert not any(sees(one, case, said, tuple(staff)) for one in staff if one.staff_id == f"m{place}")
