"""Businesses, elected members and staff read of the right door and go on (guest-rules E11; Help & Care)."""

import pytest

from tests.chat.said_by_guests import SAID
from tests.chat.said_unhappily import UNHAPPY
from tests.guest.answers import FEEDBACK
from tests.guest.test_journeys import cases_of
from tests.guest.visitor import Visitor
from tests.webhouse import Web
from webchat.cases.people.directing import goes_to
from webchat.cases.words import Role
from webchat.guest.asked_about import other_doors

HELP_AND_CARE = "help-and-care"
SAYS = {
    "Our firm has a dispute with you about a service agreement": (
        "A dispute between businesses is not a complaint under this policy.",
        "Our policy says this at 10 :",
    ),
    "I am a councillor and a resident has complained to me about you": (
        "What councillors and Members of Parliament write goes to our chief executive.",
        "Our policy says this at 12 :",
    ),
    "I work for you and want to complain about my manager": (
        "Do you work here? There is another procedure for what you want to tell us.",
        "Our policy says this at 14 :",
    ),
}
GO_ON = "Is that not what you mean? Then go on here."


def complains(web: Web, words: str, charity: str = HELP_AND_CARE) -> Visitor:
    return Visitor(web, charity).open().choose("feedback").choose('"complaint"').write(words)


@pytest.mark.parametrize("words", SAYS)
def test_they_read_what_the_policy_says_and_nothing_stops_them(here: Web, words: str) -> None:
    guest = complains(here, words)
    for one in SAYS[words]:
        assert one in guest.text
    if guest.asked == "as_elected":  # asked instead, since another then reads it
        guest.choose('"no"')
    else:
        assert GO_ON in guest.text
    assert guest.asked == "feedback_when"
    guest.walk(FEEDBACK)
    (case,) = cases_of(here, HELP_AND_CARE)
    assert here.house.cases.messages(case.id)[0].body == words


def test_where_the_policy_has_no_other_door_nothing_is_said(here: Web) -> None:
    assert GO_ON not in complains(here, next(iter(SAYS)), "ruils").text


@pytest.mark.parametrize(("says", "reads"), [("yes", (Role.CHIEF_EXECUTIVE,)), ("no", ())])
def test_an_elected_member_is_asked_and_goes_to_the_chief_executive(
    here: Web, says: str, reads: tuple[Role, ...]
) -> None:
    guest = complains(here, "I am a councillor and a resident has complained to me about you")
    guest.choose(f'"{says}"').walk(FEEDBACK)
    (case,) = cases_of(here, HELP_AND_CARE)
    assert dict(case.answers)["as_elected"] == says
    to = goes_to(case, here.house.charities[HELP_AND_CARE].policy, here.house.staff.members(HELP_AND_CARE))
    assert (to.by.roles if to else ()) == reads


def test_guests_who_complain_are_seldom_taken_for_anybody_else(here: Web) -> None:
    conversing, charity = here.app.extensions["conversing"], here.house.charities[HELP_AND_CARE]
    said = [*UNHAPPY, *(words for kind, words in SAID if kind in ("complaint", "concern", "comment"))]
    taken = [words for words in said if other_doors(charity, conversing.finds(words, "en"))]
    assert len(taken) <= len(said) / 50, taken
