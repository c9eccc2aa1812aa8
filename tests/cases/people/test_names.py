"""Words for a person that could mean anybody rule nobody out (guest-rules E16)."""

import pytest

from tests.builders.cases import a_member
from webchat.cases.people.names import rules_out_others
from webchat.cases.people.sight import first_who_cannot_be
from webchat.cases.words import Role

MALIK = a_member("malik", Role.MANAGER, name="Malik Manager")
CHLOE = a_member("chloe", Role.CHIEF_EXECUTIVE, name="Chloe Chief")
STAFF = (MALIK, CHLOE)
ORDER = (Role.MANAGER, Role.CHIEF_EXECUTIVE)
ANYBODY = [
    "", "مالك", "Малик", "M.M.", "M M", "M a l i k", "the boss", "him", "that lady at the front desk",
    "your manager", "Big M", "Zed", "dont know his name", "Ｍ", "!!!", "他",
]  # fmt: skip


@pytest.mark.parametrize("said", ANYBODY)
def test_where_it_may_be_anybody_only_the_most_senior_sees_it(said: str) -> None:
    assert first_who_cannot_be(said, STAFF, ORDER) == {"chloe"}


@pytest.mark.parametrize("said", ["Karen Whitfield", "Jo Smith", "Dr Anne-Marie O'Neill"])
def test_a_full_name_of_somebody_else_leaves_the_managers_their_work(said: str) -> None:
    assert first_who_cannot_be(said, STAFF, ORDER) == {"malik"}


def test_in_another_language_words_that_look_like_a_name_may_be_a_title() -> None:
    assert rules_out_others("Karen Whitfield", STAFF, "en")
    assert not rules_out_others("pani kierownik", STAFF, "pl")
    assert rules_out_others("Chloe", STAFF, "pl")
