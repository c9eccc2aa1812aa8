"""Feedback in four kinds, erring towards complaint: the guest decides (guest-rules E1, E5; issue 3)."""

from html import unescape

import pytest

from tests.chat.said_unhappily import UNHAPPY
from tests.guest.answers import FEEDBACK
from tests.guest.test_journeys import cases_of
from tests.guest.visitor import Visitor
from tests.webhouse import Web
from webchat.cases.words import Kind

CHARITY = "ruils"
TREATS = "Would you like us to treat this as a complaint?"


def told_as(web: Web, kind: str, words: str) -> Visitor:
    """A guest who calls their words a kind of feedback, and has written them."""
    guest = Visitor(web, CHARITY).open().choose("feedback").choose(f'"{kind}"')
    return guest.write(words)


@pytest.mark.parametrize("kind", ["compliment", "comment", "concern"])
def test_whatever_they_call_it_unhappy_words_are_offered_as_a_complaint(web: Web, kind: str) -> None:
    guest = told_as(web, kind, UNHAPPY[0])
    assert guest.asked == "treat_as_complaint"
    assert TREATS in guest.text
    assert "You can change your mind later." in guest.text
    guest.choose('"yes"')
    assert guest.asked == "feedback_when"
    guest.walk(FEEDBACK)
    (case,) = cases_of(web, CHARITY)
    assert case.kind is Kind.COMPLAINT
    assert dict(case.answers)["feedback_when"] == "last week"


def test_no_leaves_it_what_they_called_it(web: Web) -> None:
    guest = told_as(web, "comment", UNHAPPY[0]).choose('"no"')
    assert guest.asked == "about_person"
    guest.walk(FEEDBACK)
    (case,) = cases_of(web, CHARITY)
    assert case.kind is Kind.COMMENT


def test_plain_thanks_and_ideas_are_asked_nothing_more(web: Web) -> None:
    for kind, words in (("compliment", "Thank you, Ola was so kind"), ("comment", "Please open on Sundays")):
        assert told_as(web, kind, words).asked == "about_person"


def test_thirty_unhappy_sentences_are_offered_that_way_even_as_thanks(web: Web) -> None:
    dialogue = web.app.extensions["conversing"].dialogue
    missed = [words for words in UNHAPPY if not dialogue.sounds_unhappy(words, "en")]
    assert len(missed) <= 1, missed


def test_nobody_has_to_know_when_it_happened(web: Web) -> None:
    guest = told_as(web, "complaint", UNHAPPY[0])
    assert guest.asked == "feedback_when"
    guest.write("")
    assert guest.asked == "about_information"


@pytest.mark.parametrize("charity", [CHARITY, "help-and-care"])
def test_a_complaint_about_personal_information_says_what_the_law_owes(web: Web, charity: str) -> None:
    """Guest-rules E23: a second clock, which does not wait for the rest, and whom else to complain to."""
    guest = Visitor(web, charity).open().choose("feedback").choose('"complaint"').write(UNHAPPY[0])
    guest.write("last week")
    assert guest.asked == "about_information"
    guest.choose('"yes"').walk(FEEDBACK)
    assert (
        "We will tell you by Tuesday 22 December 2026 that we have your complaint about personal information."
        in guest.text
    )
    assert "The law sets this time: Data Protection Act 2018, section 164A(3) ." in guest.text
    assert "This does not wait for the rest of your complaint." in guest.text
    assert "You can also complain to the Information Commissioner at any time." in guest.text
    (case,) = cases_of(web, charity)
    assert dict(case.answers)["about_information"] == "yes"


@pytest.mark.parametrize(
    ("charity", "says"),
    [
        ("ruils", "RUILS"),
        ("help-and-care", "Help & Care"),
        ("living-well-bromley", ""),
        ("healthwatch-portsmouth", ""),
        ("age-concern-southend", ""),
    ],
)
@pytest.mark.parametrize("kind", ["concern", "complaint"])
def test_before_they_write_the_policys_own_words_stand_beside_ours_where_it_has_any(
    web: Web, charity: str, says: str, kind: str
) -> None:
    """Guest-rules E4; issue 3, line 3."""
    guest = Visitor(web, charity).open().choose("feedback").choose(f'"{kind}"')
    assert "will not change the help you get." in guest.text
    answer = web.house.charities[charity].policy.answers.get("no_harm")
    assert (answer is not None) is bool(says)
    for one in answer.clauses if answer else ():
        assert one.quote in unescape(guest.page)
