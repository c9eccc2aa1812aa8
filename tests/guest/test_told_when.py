"""When a guest first hears stands on top, and how a date was counted is told once (guest-rules D5)."""

from datetime import UTC, datetime

import pytest

from tests.guest.answers import FEEDBACK, QUESTION, Answers
from tests.guest.test_journeys import cases_of
from tests.guest.visitor import BROMLEY, Visitor
from tests.webhouse import Web
from webchat.guest.promises import first_word
from webchat.i18n import dates

COUNTED = "A working day is Monday to Friday, but not a bank holiday."


@pytest.mark.parametrize(
    ("charity", "answers"),
    [
        (BROMLEY, QUESTION),
        ("ruils", FEEDBACK),
        ("age-concern-southend", FEEDBACK),
        ("help-and-care", FEEDBACK),
    ],
)
def test_the_first_date_stands_above_every_card(here: Web, charity: str, answers: Answers) -> None:
    guest = Visitor(here, charity).open().walk(answers)
    (case,) = cases_of(here, charity)
    first = first_word(case, here.house.cases.promises(case.id), here.clock.at)
    assert first is not None
    will = first.strength == "will"
    said = "You will first hear from us by" if will else "We aim that you first hear from us by"
    line = f"{said} {dates.day(first.due_on, 'en')}."
    assert guest.text.index(line) < guest.text.index("Your reference")


def test_no_date_is_made_up_where_none_is_set(guest: Visitor) -> None:
    guest.open().walk(FEEDBACK)  # Living Well Bromley sets no time for what it decides (policy-facts A3)
    assert "has not set a time for this" in guest.text
    assert "first hear from us" not in guest.text


def test_whoever_wants_no_reply_is_not_told_that_they_will_hear(here: Web) -> None:
    guest = Visitor(here, "help-and-care").open().walk({**FEEDBACK, "reply_by": ('"none"',)})
    assert "You will not hear from us unless you come back" in guest.text
    assert "first hear from us" not in guest.text


def test_a_date_that_has_passed_is_never_the_first(guest: Visitor, here: Web) -> None:
    guest.open().walk(QUESTION)
    (case,) = cases_of(here, BROMLEY)
    late = datetime(2027, 3, 1, tzinfo=UTC)
    assert first_word(case, here.house.cases.promises(case.id), late) is None


@pytest.mark.parametrize("charity", [BROMLEY, "ruils", "age-concern-southend", "help-and-care"])
@pytest.mark.parametrize("answers", [QUESTION, FEEDBACK])
def test_a_counting_is_told_once_and_each_clause_stays(here: Web, charity: str, answers: Answers) -> None:
    guest = Visitor(here, charity).open().walk(answers)
    (case,) = cases_of(here, charity)
    promises = here.house.cases.promises(case.id)
    counted = {(one.due_on, one.value) for one in promises if one.due_on and one.unit == "working_day"}
    cards = guest.text[guest.text.index("When you will hear from us") :]
    assert cards.count(COUNTED) == len(counted)
    for one in promises:
        assert one.ref in cards
        assert not one.quote or one.quote in cards
