"""Who writes for somebody else reads what they may be told, and nothing more (issue 3, line 4; E9)."""

import pytest

from tests.guest.answers import FEEDBACK
from tests.guest.test_changing import came_back, the_case
from tests.guest.test_stages import decided
from tests.guest.visitor import Visitor
from tests.webhouse import Web
from webchat.cases.words import Consent, Role

HELP = "help-and-care"
SOUTHEND = "age-concern-southend"
FOR_ADA = {**FEEDBACK, "for_whom": ('"someone"',), "for_name": "Ada"}
SAID = {
    "yes": "You told us that the person you write for agrees. We still have to hear it from them.",
    "no": "The person you write for does not agree that we tell you about them.",
    "not_asked": "You have not asked the person you write for.",
    "cannot": "The person you write for is not able to say whether they agree.",
}


def came_back_for_ada(web: Web, agrees: str, charity: str = HELP) -> Visitor:
    return came_back(web, charity, **{**FOR_ADA, "for_agrees": (f'"{agrees}"',)})


@pytest.mark.parametrize("agrees", SAID)
def test_the_page_says_why_they_are_told_little_and_the_decision_is_kept_back(here: Web, agrees: str) -> None:
    guest = came_back_for_ada(here, agrees)
    assert SAID[agrees] in guest.text
    decided(here, Role.SERVICE_LEAD)
    guest.open("case")
    assert "This is what we found." not in guest.text
    assert "We can show it to you here once the person you write for agrees." in guest.text
    assert "Ask for the next stage" not in guest.text


def test_before_sending_they_read_what_they_will_be_told(here: Web) -> None:
    guest = Visitor(here, SOUTHEND).open()
    guest.walk({**FOR_ADA, "for_agrees": ('"not_asked"',)}, until="reply_by")
    assert "First we have to hear from them that they agree." in guest.text


@pytest.mark.parametrize("charity", [HELP, SOUTHEND])
def test_a_carer_who_tells_of_what_happened_to_them_needs_nobodys_agreement(here: Web, charity: str) -> None:
    guest = came_back(here, charity, **{**FEEDBACK, "for_whom": ('"carer"',)})
    assert the_case(here, charity).consent is None
    decided(here, Role.SERVICE_LEAD if charity == HELP else Role.MANAGER, charity)
    assert "This is what we found." in guest.open("case").text
    assert "What we can tell you" not in guest.text


def test_what_they_said_of_it_is_the_state_until_staff_hear_otherwise(here: Web) -> None:
    came_back_for_ada(here, "cannot")
    assert the_case(here, HELP).consent is Consent.CANNOT_SAY


def test_the_writer_says_that_they_no_longer_agree_and_is_told_nothing_more(here: Web) -> None:
    guest = came_back_for_ada(here, "yes")
    link = "Tell us that the person you write for no longer agrees"
    assert link in guest.text
    guest.open("case/withdraw")
    assert "What you could read here about them is hidden." in guest.text
    guest.post({}, "withdraw")
    assert the_case(here, HELP).consent is Consent.WITHDRAWN
    assert "The person you write for no longer agrees that we tell you about them." in guest.text
    assert link not in guest.text


@pytest.mark.parametrize("agrees", ["no", "not_asked", "cannot"])
def test_where_nobody_agreed_there_is_nothing_to_withdraw(here: Web, agrees: str) -> None:
    guest = came_back_for_ada(here, agrees)
    assert "no longer agrees" not in guest.text
    assert "no longer agree?" not in guest.open("case/withdraw").text
