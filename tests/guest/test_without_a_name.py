"""Without a name: before it is sent a guest reads just what staff will see, and they do (E10)."""

import pytest

from tests.builders.cases import an_outcome
from tests.guest.answers import FEEDBACK, Answers
from tests.guest.test_journeys import cases_of
from tests.guest.visitor import Visitor, words_on
from tests.webhouse import Web
from webchat.cases.words import Role

CHARITY = "help-and-care"
SAYS = "You gave no name. Staff see only your answers here, the language you use"
NAMELESS: Answers = {**FEEDBACK, "reply_by": ('"code"',), "guest_name": ""}
PHONE = "VerySpecialPhone/9"


def test_the_page_says_what_staff_will_see_before_it_is_sent(web: Web) -> None:
    guest = Visitor(web, CHARITY).open().walk(NAMELESS, until="check")
    assert SAYS in guest.text
    assert "They do not see which phone or computer you use." in guest.text


@pytest.mark.parametrize("given", [{"guest_name": "Ana"}, {"reply_by": ('"email"',)}])
def test_whoever_says_who_they_are_is_not_told_that_nobody_knows(web: Web, given: Answers) -> None:
    guest = Visitor(web, CHARITY).open().walk({**NAMELESS, **given}, until="check")
    assert "You gave no name." not in guest.text


def test_staff_see_every_answer_and_nothing_of_the_phone(web: Web) -> None:
    guest = Visitor(web, CHARITY)
    guest.browser.client.environ_base |= {"HTTP_USER_AGENT": PHONE, "REMOTE_ADDR": "203.0.113.77"}
    guest.open().walk(NAMELESS)
    (case,) = cases_of(web, CHARITY)
    seen = web.signed_in(Role.GOVERNANCE, CHARITY).get(f"/{CHARITY}/desk/cases/{case.reference}")
    page = words_on(seen.get_data(as_text=True))
    assert "No name given" in page
    for words in ("I came on Thursday and the door was shut.", "last week", "Say sorry", "Myself", "English"):
        assert words in page
    stored = f"{case} {web.house.cases.people(case.id)} {web.house.cases.events(case.id)} {page}"
    for trace in (PHONE, "203.0.113.77", guest.browser.cookie):
        assert trace not in stored


def test_their_code_brings_them_back_to_the_answer(web: Web) -> None:
    guest = Visitor(web, CHARITY).open().walk(NAMELESS)
    reference, code = guest.code()
    work, now, (case,) = web.house.casework, web.house.now(), cases_of(web, CHARITY)
    grace = next(one for one in web.house.staff.members(CHARITY) if one.has(Role.GOVERNANCE))
    work.claim(grace, case.id, now)
    work.write(grace, case.id, an_outcome("This is what we found."), now)
    back = Visitor(web, CHARITY).open("case").post({"reference": reference, "code": code}, "open")
    assert "What you sent, and where it is" in back.text
    assert "This is what we found." in back.text
