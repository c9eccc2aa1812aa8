"""A case goes to whom the policy names: a stage's people, an elected member's reader (Help & Care 12)."""

from typing import Any

import pytest

from tests.builders.cases import MONDAY, a_member, an_opening, casework
from webchat.cases.directing import directed, roles_for, those_told, writes_as_elected
from webchat.cases.elected import Elected
from webchat.cases.errors import NotAllowed
from webchat.cases.policy import Directed
from webchat.cases.words import Kind, Role

SAM, CHLOE, DORA = a_member("sam"), a_member("chloe", Role.CHIEF_EXECUTIVE), a_member("dora", Role.DIRECTOR)
READER = Directed("12", "to the Chief Executive", (Role.CHIEF_EXECUTIVE,))
FROM_ELECTED = (("as_elected", "yes"),)


def here(staff: Any = (SAM, CHLOE, DORA), elected: Directed | None = READER, **given: Any) -> tuple[Any, str]:
    work, _ = casework(staff=staff, elected=elected, instead=(Role.DIRECTOR, Role.CHIEF_EXECUTIVE))
    return work, work.open(an_opening(**{"kind": Kind.COMPLAINT, **given}), MONDAY).id


def test_what_an_elected_member_writes_goes_to_the_chief_executive() -> None:
    work, case_id = here(answers=FROM_ELECTED)
    with pytest.raises(NotAllowed, match="not_elected_reader"):
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
    work, _ = here(staff=(SAM, DORA, CHLOE))
    policy = work.policies.policy(SAM.charity)
    assert roles_for((Role.GOVERNANCE,), (SAM, DORA, CHLOE), policy) == (Role.DIRECTOR,)
    assert roles_for((Role.GOVERNANCE,), (SAM,), policy) == ()


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
    assert directed(case, policy) == READER
