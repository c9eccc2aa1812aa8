"""Losing a code never loses the case: staff who know the guest give them another (issue 3, line 10)."""

import re

from tests.desk.working import at, taken, told
from tests.guest.visitor import Visitor
from tests.webhouse import Browser, Web
from webchat.cases.case import Case
from webchat.cases.words import Role

CODE = re.compile(r'class="code">([\d ]+)<')


def recoded(browser: Browser, case: Case, known_by: str = "in_person") -> str:
    """Make a new code, and read it off the page."""
    landed = browser.post(at(case, "/new-code"), known_by=known_by).headers["Location"]
    (code,) = CODE.findall(told(browser.get(landed)))
    return str(code)


def came_back(web: Web, case: Case, code: str) -> str:
    guest = Visitor(web, case.charity).open("case")
    return guest.post({"reference": case.reference, "code": code}, "open").text


def test_the_new_code_brings_the_guest_back_and_the_one_before_does_not(web: Web) -> None:
    case, browser = taken(web)
    first = recoded(browser, case)
    second = recoded(browser, case, "called_back")
    assert "What you sent, and where it is" in came_back(web, case, second)
    assert "This reference and code do not fit together." in came_back(web, case, first)


def test_the_timeline_says_who_gave_it_and_how_they_knew_the_guest(web: Web) -> None:
    case, browser = taken(web)
    code = recoded(browser, case, "told_details")
    event = web.house.cases.events(case.id)[-1]
    assert (event.what, event.fields) == ("new_code", {"known_by": "told_details"})
    assert event.who == case.owner
    now = web.house.cases.case(case.charity, case.id)
    assert now is not None
    assert code.replace(" ", "") not in f"{now}"


def test_nobody_gets_one_without_saying_how_they_know(web: Web) -> None:
    case, browser = taken(web)
    refused = told(browser.post(at(case, "/new-code"), known_by="a feeling"))
    assert "Choose how you know that it is them." in refused
    assert web.house.cases.case(case.charity, case.id) == case


def test_only_whoever_has_the_case_gives_one_and_only_they_are_shown_it(web: Web) -> None:
    case, browser = taken(web)
    other = web.signed_in(Role.MANAGER, case.charity)
    other.get(at(case))
    assert "Take this case first." in told(other.post(at(case, "/new-code"), known_by="in_person"))
    recoded(browser, case)
    assert other.get(at(case, "/new-code")).headers["Location"] == at(case)


def test_once_it_is_passed_on_it_is_hidden_for_good(web: Web) -> None:
    case, browser = taken(web)
    code = recoded(browser, case)
    landed = browser.post(at(case, "/hide-code")).headers["Location"]
    assert "Nobody can be shown it again." in told(browser.get(landed))
    assert browser.get(at(case, "/new-code")).headers["Location"] == at(case)
    assert "What you sent, and where it is" in came_back(web, case, code)
