"""The outcome of a complaint tells the whole (Help & Care 15.6, 16.6; guest-rules E8)."""

import pytest

from tests.builders.cases import (
    COMPLAINT_28_DAYS,
    MONDAY,
    a_member,
    an_entry,
    an_opening,
    an_outcome,
    casework,
)
from webchat.cases.case import Purpose
from webchat.cases.errors import NotAllowed
from webchat.cases.moves import Letter
from webchat.cases.words import Kind, PromiseName

SAM = a_member("sam")


@pytest.mark.parametrize(
    ("missing", "reason"), [({"learned": " "}, "no_learning"), ({"next_step": "\n"}, "no_next_step")]
)
def test_the_outcome_of_a_complaint_says_what_was_learned_and_what_comes_next(
    missing: dict[str, str], reason: str
) -> None:
    work, store = casework(an_entry(**COMPLAINT_28_DAYS), staff=(SAM,))
    case = work.open(an_opening(kind=Kind.COMPLAINT), MONDAY)
    work.claim(SAM, case.id, MONDAY)
    with pytest.raises(NotAllowed, match=reason):
        work.write(SAM, case.id, an_outcome(**missing), MONDAY)
    assert len(store.messages(case.id)) == 1
    work.write(SAM, case.id, an_outcome(), MONDAY)


def test_what_was_decided_on_a_worry_needs_no_more_than_words() -> None:
    work, store = casework(an_entry(PromiseName.REPLY, 5), staff=(SAM,))
    case = work.open(an_opening(kind=Kind.CONCERN), MONDAY)
    work.claim(SAM, case.id, MONDAY)
    work.write(SAM, case.id, Letter(Purpose.OUTCOME, "We spoke to them."), MONDAY)
    assert len(store.messages(case.id)) == 2
