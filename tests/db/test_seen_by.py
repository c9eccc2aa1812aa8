"""What a list leaves out for somebody is never anything that they may see."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest

from tests.builders.cases import a_member
from tests.db.test_desk_lists import a_case
from webchat.cases.case import About
from webchat.cases.people.member import Member
from webchat.cases.people.sight import may_see
from webchat.cases.ports import Change
from webchat.cases.words import Kind, Role
from webchat.db.cases import Cases
from webchat.db.database import Database
from webchat.db.desk_lists import DeskLists, Listed, Only

HERE = "kind-place"
ORDER = (Role.MANAGER, Role.GOVERNANCE, Role.CHIEF_EXECUTIVE)
STAFF = [a_member(role.value, role, name=f"Person {number}") for number, role in enumerate(Role)]


def every_sort() -> Iterator[Change]:
    """An open case of every sort that sight asks about."""
    kinds = (Kind.QUESTION, Kind.APPOINTMENT, Kind.SAFEGUARDING)
    owners = ("", Role.ADMINISTRATOR, Role.CHAIR)
    abouts = ((About.NOBODY, ""), (About.UNMATCHED, ""), (About.MATCHED, Role.CHAIR.value))
    sorts = product(kinds, (1, 2, 3), (False, True), owners, abouts)
    for number, (kind, stage, first, owner, (about, whom)) in enumerate(sorts):
        change = a_case(f"{number:03}", due=number)
        marks = {"kind": kind, "stage": stage, "read_first": first, "owner": owner}
        case = replace(change.case, **marks, about=about, about_staff=whom)
        yield replace(change, case=case)


@pytest.fixture
def lists(database: Database) -> DeskLists:
    with database.transaction():
        for change in every_sort():
            Cases(database).write(change)
    return DeskLists(database)


def seen(member: Member, listed: list[Listed]) -> list[str]:
    return [one.case.id for one in listed if may_see(member, one.case, one.about_name, STAFF, ORDER)]


def test_for_every_role_the_list_has_all_that_they_may_see(lists: DeskLists) -> None:
    every = [*lists.open_cases(HERE, limit=999)]
    shorter = {}
    for member in STAFF:
        theirs = [*lists.open_cases(HERE, limit=999, only=Only(seen_by=member))]
        assert seen(member, theirs) == seen(member, every), member
        shorter[member.staff_id] = len(theirs)
    assert len(every) == 162
    assert shorter[Role.ADMINISTRATOR] < len(every)  # otherwise it would be no help
