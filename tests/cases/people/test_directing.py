"""A case goes to whom the policy names: a stage's people, an elected member's reader (Help & Care 12)."""

from dataclasses import replace
from typing import Any

import pytest

from tests.builders.cases import MONDAY, a_member, a_policy, an_opening, casework
from webchat.cases.errors import NotAllowed, NotFound
from webchat.cases.people.directing import goes_to, those_told, writes_as_elected
from webchat.cases.people.elected import Elected
from webchat.cases.people.member import Member
from webchat.cases.promises.policy import Directed
from webchat.cases.words import Kind, Role

SAM, CHLOE, DORA = a_member("sam"), a_member("chloe", Role.CHIEF_EXECUTIVE), a_member("dora", Role.DIRECTOR)
READER = Directed("12", "to the Chief Executive", (Role.CHIEF_EXECUTIVE,))
FROM_ELECTED = (("as_elected", "yes"),)


def here(staff: Any = (SAM, CHLOE, DORA), elected: Directed | None = READER, **given: Any) -> tuple[Any, str]:
    work, _ = casework(staff=staff, elected=elected, instead=(Role.DIRECTOR, Role.CHIEF_EXECUTIVE))
    return work, work.open(an_opening(**{"kind": Kind.COMPLAINT, **given}), MONDAY).id


def test_what_an_elected_member_writes_goes_to_the_chief_executive() -> None:
    work, case_id = here(answers=FROM_ELECTED)
    with pytest.raises(NotAllowed, match="goes_to_others"):
        work.claim(SAM, case_id, MONDAY)
    assert work.claim(CHLOE, case_id, MONDAY).owner == "chloe"


@pytest.mark.parametrize("answers", [(), (("as_elected", "no"),)])
def test_what_anybody_else_writes_may_be_taken_by_anybody(answers: Any) -> None:
    work, case_id = here(answers=answers)
    assert work.claim(SAM, case_id, MONDAY).owner == "sam"


def test_where_the_policy_names_nobody_an_elected_member_is_a_guest_like_any_other() -> None:
    work, case_id = here(answers=FROM_ELECTED, elected=None)
    assert work.claim(SAM, case_id, MONDAY).owner == "sam"
    with pytest.raises(NotAllowed, match="no_reader"):
        Elected(work).say(SAM, case_id, True, MONDAY)


def test_a_role_that_nobody_has_is_done_by_the_first_of_the_packs_that_somebody_has() -> None:
    work, case_id = here(staff=(SAM, DORA), answers=FROM_ELECTED)
    with pytest.raises(NotAllowed):
        work.claim(SAM, case_id, MONDAY)
    assert work.claim(DORA, case_id, MONDAY).owner == "dora"


def test_of_the_packs_roles_only_the_first_that_somebody_has_stands_in() -> None:
    mo, june = a_member("mo", Role.MANAGER), a_member("june", Role.CHAIR)
    policy = a_policy(elected=READER, instead=(Role.MANAGER, Role.CHAIR))
    case = here(answers=FROM_ELECTED)[0].store.cases
    (one,) = case.values()
    to = goes_to(one, policy, (SAM, mo, june))
    assert to
    assert to.members == (mo,)
    nobody = goes_to(one, policy, (SAM,))
    assert nobody
    assert nobody.members == ()


def test_staff_say_that_it_is_from_one_and_whoever_may_not_read_it_loses_it() -> None:
    work, case_id = here()
    work.claim(SAM, case_id, MONDAY)
    said = Elected(work).say(SAM, case_id, True, MONDAY)
    assert (writes_as_elected(said), said.owner) == (True, "")
    assert [one.what for one in work.store.events(case_id)][-1] == "said_elected"


def test_whoever_may_read_it_keeps_it_and_said_again_it_is_the_same() -> None:
    work, case_id = here()
    work.claim(CHLOE, case_id, MONDAY)
    said = Elected(work).say(CHLOE, case_id, True, MONDAY)
    assert said.owner == "chloe"
    assert Elected(work).say(SAM, case_id, True, MONDAY).version == said.version


def test_it_was_not_from_one_after_all() -> None:
    work, case_id = here(answers=FROM_ELECTED)
    said = Elected(work).say(SAM, case_id, False, MONDAY)
    assert not writes_as_elected(said)
    assert work.claim(SAM, case_id, MONDAY).owner == "sam"


def test_only_those_it_goes_to_hear_of_it_and_whoever_has_it() -> None:
    work, case_id = here(answers=FROM_ELECTED)
    policy, case = work.policies.policy(SAM.charity), work.seen_by(SAM, case_id)
    assert list(those_told(case, (SAM, CHLOE, DORA), policy)) == [CHLOE]


# What is said of a member of staff goes to their line manager (Help & Care 15.3)

CONDUCT = Directed("15.3", "their Line Manager", ())
MO = a_member("mo", Role.MANAGER)
WEN = replace(a_member("wen"), line_manager="mo")


def said_of_wen(*staff: Member, kind: Kind = Kind.COMPLAINT) -> tuple[Any, str]:
    work, _ = casework(staff=staff, conduct=CONDUCT, about_person_order=(Role.DIRECTOR,))
    case_id = work.open(an_opening(kind=kind, about_person=True, about_name="Wen"), MONDAY).id
    work.say_who(DORA, case_id, "wen", MONDAY)
    return work, case_id


def test_what_is_said_of_somebody_goes_to_their_line_manager() -> None:
    work, case_id = said_of_wen(WEN, MO, DORA, SAM)
    with pytest.raises(NotAllowed, match="goes_to_others"):
        work.claim(SAM, case_id, MONDAY)
    assert work.claim(MO, case_id, MONDAY).owner == "mo"


def test_without_a_line_manager_here_the_packs_roles_take_it() -> None:
    work, case_id = said_of_wen(WEN, DORA, SAM, a_member("chloe", Role.CHIEF_EXECUTIVE))
    with pytest.raises(NotAllowed, match="goes_to_others"):
        work.claim(SAM, case_id, MONDAY)
    assert work.claim(CHLOE, case_id, MONDAY).owner == "chloe"


def test_nobody_is_their_own_line_manager() -> None:
    own = replace(WEN, line_manager="wen", roles=frozenset({Role.MANAGER}))
    work, case_id = said_of_wen(own, DORA, CHLOE)
    with pytest.raises(NotFound):
        work.claim(own, case_id, MONDAY)
    assert work.claim(CHLOE, case_id, MONDAY).owner == "chloe"


def test_whoever_had_it_before_it_was_said_of_whom_has_it_no_more() -> None:
    work, _ = casework(staff=(WEN, MO, DORA, SAM), conduct=CONDUCT, about_person_order=(Role.DIRECTOR,))
    case_id = work.open(an_opening(kind=Kind.COMPLAINT, about_person=True, about_name="Wen"), MONDAY).id
    work.claim(DORA, case_id, MONDAY)
    assert work.say_who(DORA, case_id, "wen", MONDAY).owner == ""


def test_thanks_to_somebody_may_be_taken_by_anybody_else() -> None:
    work, case_id = said_of_wen(WEN, MO, DORA, SAM, kind=Kind.COMPLIMENT)
    assert work.claim(SAM, case_id, MONDAY).owner == "sam"
