"""Who asks for what is held about them reads by when the law has it answered (guest-rules G5)."""

import pytest

from tests.guest.answers import QUESTION
from tests.guest.test_journeys import cases_of
from tests.guest.visitor import Visitor
from tests.webhouse import Web
from webchat.cases.words import PromiseName

ASKS = "Can I see what you hold about me?"


def asks(web: Web, charity: str) -> Visitor:
    """Living Well Bromley's own policy answers first; the others' are silent, and the team may be asked."""
    guest = Visitor(web, charity).open().choose("question").write(ASKS)
    return guest.choose('"no"' if guest.asked == "answered" else '"yes"')


@pytest.mark.parametrize("charity", ["living-well-bromley", "ruils", "help-and-care"])
def test_the_guest_is_asked_what_to_do_and_reads_the_time_of_the_law(here: Web, charity: str) -> None:
    guest = asks(here, charity)
    assert guest.asked == "own_information"
    guest.choose('"see"').walk(QUESTION)
    (case,) = cases_of(here, charity)
    owed = {one.name: one for one in here.house.cases.promises(case.id)}
    assert owed[PromiseName.INFORMATION_REPLY].is_owed
    assert "We will do what you asked with what we know about you by" in guest.text
    assert "That is 1 month from the day we got your message." in guest.text


def test_any_other_question_is_not_asked_about_it(here: Web) -> None:
    guest = Visitor(here, "ruils").open().choose("question").write("My heating has been broken since Monday")
    assert guest.asked != "own_information"


def test_whoever_only_has_a_question_starts_no_time_of_the_law(here: Web) -> None:
    asks(here, "ruils").choose('"none"').walk(QUESTION)
    (case,) = cases_of(here, "ruils")
    assert PromiseName.INFORMATION_REPLY not in {one.name for one in here.house.cases.promises(case.id)}
