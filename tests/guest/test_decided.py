"""People decided that a conversation takes no more: what its guest reads, and what stays open (line 9)."""

import pytest

from tests.guest.answers import QUESTION
from tests.guest.test_case_page import came_back
from tests.guest.visitor import Visitor
from tests.webhouse import Web
from webchat.cases.case import Case
from webchat.cases.people.deciding import Proposal
from webchat.cases.people.member import Member
from webchat.cases.words import Role, Sanction

HC = "help-and-care"


def member(web: Web, role: Role) -> Member:
    return next(one for one in web.house.staff.members(HC) if one.has(role))


def the_case(web: Web) -> Case:
    (row,) = web.house.desk_lists.open_cases(HC)
    return row.case


def ended(web: Web) -> Visitor:
    """A guest whose contact three people have ended."""
    guest = came_back(Visitor(web, HC), QUESTION)
    review = web.clock().date().replace(year=2027)
    told = Proposal(Sanction.CONTACT_ENDED, None, review, "Shouting.", "We will not answer here any more.")
    case, deciding = the_case(web), web.house.deciding
    deciding.propose(member(web, Role.MANAGER), case.id, told, web.clock())
    (made,) = deciding.store.decisions(case.id)
    for role in (Role.DIRECTOR, Role.GOVERNANCE):
        deciding.answer(member(web, role), case.id, made.id, True, "I agree.", web.clock())
    return guest.open("case")


def test_they_read_it_in_words_with_who_decided_and_what_stays_open(web: Web) -> None:
    text = ended(web).text
    assert "We will not answer here any more." in text
    assert "People decided this, not this chat: manager, director and governance" in text.replace(" ,", ",")
    assert "You can challenge it: write to us here and say why." in text
    assert "I need help now" in text
    assert "Shouting." not in text
    assert "vexatious" not in text.casefold()


def test_other_words_are_not_taken_and_not_lost(web: Web) -> None:
    guest = ended(web)
    before = len(web.house.cases.messages(the_case(web).id))
    guest.post({"words": "And another thing."}, "add")
    assert guest.status == 400
    assert "Choose what it is about." in guest.text
    assert guest.box("words") == "And another thing."
    assert len(web.house.cases.messages(the_case(web).id)) == before


@pytest.mark.parametrize("despite", ["challenge", "danger", "information"])
def test_what_always_stays_open_is_taken(web: Web, despite: str) -> None:
    guest = ended(web)
    guest.post({"words": "This is not right.", "despite": despite}, "add")
    assert "We have added your words." in guest.text
    assert the_case(web).read_first is (despite == "danger")


def test_words_of_danger_are_taken_whatever_is_chosen(web: Web) -> None:
    guest = ended(web)
    guest.post({"words": "My husband hits me."}, "add")
    assert "We have added your words." in guest.text


def test_a_new_message_is_not_shut(web: Web) -> None:
    ended(web)
    assert came_back(Visitor(web, HC), QUESTION).status == 200
