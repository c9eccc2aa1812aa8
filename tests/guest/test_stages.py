"""From the status page a guest asks for the next stage, and reads what is left after the last (issue 3)."""

import pytest

from tests.builders.cases import an_outcome
from tests.guest.answers import FEEDBACK
from tests.guest.test_changing import came_back, the_case
from tests.guest.visitor import Visitor
from tests.webhouse import Web
from webchat.cases.case import Sitting
from webchat.cases.complaints.hearing import Hearing
from webchat.cases.people.member import Member
from webchat.cases.words import Agreed, Role

HELP = "help-and-care"
# Words reach this guest as soon as they are sent: nothing has to be made of them first.
COMPLAINT = {**FEEDBACK, "needs": ('"nothing"',)}
ASK = "Ask for the next stage"


def who(web: Web, charity: str, role: Role) -> Member:
    return next(one for one in web.house.staff.members(charity) if one.has(role))


def decided(web: Web, role: Role, charity: str = HELP) -> None:
    """Somebody with this role takes it and tells the guest what was found."""
    work, case, now = web.house.casework, the_case(web, charity), web.house.now()
    work.claim(who(web, charity, role), case.id, now)
    if role is Role.CHAIR:  # an appeal is heard by three, at a time agreed with the guest (Help & Care 17.3)
        hearing, chair = Hearing(work), who(web, charity, role)
        hearing.name_panel(chair, case.id, [Sitting("", name) for name in ("Una", "Bo", "Kit")], now)
        hearing.agree(chair, case.id, now.date(), Agreed.CALL, None, now)
    work.write(who(web, charity, role), case.id, an_outcome("This is what we found."), now)


def asks_on(guest: Visitor, words: str = "You did not ask me.") -> Visitor:
    return guest.open("case/next-stage").post({"words": words}, "next-stage")


def test_a_complaint_goes_from_stage_to_stage_to_the_appeal_and_to_who_else_may_hear_of_it(here: Web) -> None:
    guest = came_back(here, HELP, **COMPLAINT)
    assert ASK not in guest.text
    decided(here, Role.SERVICE_LEAD)
    guest.open("case")
    assert ASK in guest.text
    assert "Our policy says this at 16.1:" in guest.text
    assert "Our policy sets no last day to ask for it." in guest.text
    asks_on(guest)
    assert "You did not ask me." in guest.text
    assert guest.at.endswith("#promised")
    assert "3 working days" in guest.text
    assert "15 working days" in guest.text
    assert "You asked for the next stage, which has times of its own." in guest.text
    assert ASK not in guest.text

    decided(here, Role.DIRECTOR)
    asks_on(guest.open("case"), "")
    assert the_case(here, HELP).stage == 3
    decided(here, Role.CHAIR)
    guest.open("case")
    assert "This was the last stage with us." in guest.text
    assert "there are no further rights to appeal" in guest.text
    assert "Serious complaints about a charity can be reported to the Charity Commission." in guest.text
    assert ASK not in guest.text


def test_pressed_twice_it_is_asked_for_once(here: Web) -> None:
    guest = came_back(here, HELP, **COMPLAINT)
    decided(here, Role.SERVICE_LEAD)
    guest.open("case/next-stage")
    there = guest.page
    guest.post({"words": "Once."}, "next-stage")
    guest.page = there
    guest.post({"words": "Once."}, "next-stage")
    assert the_case(here, HELP).stage == 2
    assert [one.body for one in here.house.cases.messages(the_case(here, HELP).id)].count("Once.") == 1


def test_words_too_long_come_back_in_the_box(here: Web) -> None:
    guest = came_back(here, HELP, **COMPLAINT)
    decided(here, Role.SERVICE_LEAD)
    asks_on(guest, "x" * 20_001)
    assert (guest.status, guest.box()) == (413, "x" * 20_001)
    assert the_case(here, HELP).stage == 1


@pytest.mark.parametrize("charity", ["ruils", "living-well-bromley"])
def test_where_the_policy_names_no_stage_the_page_says_so(web: Web, charity: str) -> None:
    guest = came_back(web, charity, **COMPLAINT)
    decided(web, Role.WORKER, charity)
    guest.open("case")
    assert "Our policy does not name a next stage." in guest.text
    guest.open("case/next-stage")
    assert "What you sent, and where it is" in guest.text


def test_the_desk_shows_the_stage_and_refuses_whoever_it_does_not_go_to(here: Web) -> None:
    guest = came_back(here, HELP, **COMPLAINT)
    decided(here, Role.SERVICE_LEAD)
    asks_on(guest)
    browser = here.signed_in(Role.SERVICE_LEAD, HELP)
    where = f"/{HELP}/desk/cases/{the_case(here, HELP).reference}"
    page = browser.get(where).get_data(as_text=True)
    assert "Second stage" in page
    assert "The guest asked for the next stage." in page
    refused = browser.post(f"{where}/claim").get_data(as_text=True)
    assert "The policy gives this case to somebody else." in refused
    assert the_case(here, HELP).owner == ""
