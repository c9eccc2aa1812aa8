"""At the desk: a complaint about personal information has clocks of the law beside the policy's (E23)."""

import pytest

from tests.desk.working import at, promises, taken, told
from tests.webhouse import Web
from webchat.cases.words import Kind, Role

SHARED = (("about_information", "yes"),)


@pytest.mark.parametrize("charity", ["ruils", "help-and-care"])
def test_both_clocks_are_two_lines_each_with_where_it_comes_from(web: Web, charity: str) -> None:
    case, browser = taken(web, charity=charity, kind=Kind.COMPLAINT, answers=SHARED)
    page = told(browser.get(at(case)))
    assert "Say we have it (law)" in page
    assert "Tuesday 22 December 2026, <bdi>Data Protection Act 2018, section 164A(3)</bdi>" in page
    assert "<strong>Without delay</strong> <span>Decide: information</span>" in page
    assert "Start the times of the law" not in page


def test_what_was_decided_about_information_may_be_sent_first(web: Web) -> None:
    case, browser = taken(web, kind=Kind.COMPLAINT, answers=SHARED)
    assert "Says what you decided about personal information" in told(browser.get(at(case)))
    form = {"seen": str(case.version), "purpose": "information_outcome", "body": "We told them by mistake."}
    assert browser.post(at(case, "/write"), **form).status_code == 303
    owed = promises(web, case)
    assert not owed["information_outcome"].is_owed
    assert owed["outcome"].is_owed


def test_staff_start_the_times_of_the_law_and_the_guest_is_told(web: Web) -> None:
    case, browser = taken(web, kind=Kind.COMPLAINT)
    page = told(browser.get(at(case)))
    assert "Says what you decided about personal information" not in page
    landed = browser.post(at(case, "/information"))
    page = told(browser.get(landed.headers["Location"]))
    assert "The times of the law run now, beside the others. The guest is told." in page
    assert "We also look into this as a complaint about personal information." in page
    assert promises(web, case)["information_acknowledge"].is_owed


def test_a_safeguarding_case_has_no_clock_of_any_kind(web: Web) -> None:
    case, browser = taken(web, role=Role.SAFEGUARDING_LEAD, kind=Kind.SAFEGUARDING)
    browser.post(at(case, "/read"))
    browser.post(at(case, "/claim"))
    assert "Start the times of the law" not in told(browser.get(at(case)))
    browser.post(at(case, "/information"))
    assert promises(web, case) == {}


ASKS = (("own_information", "delete"),)


def test_what_they_asked_for_about_themselves_answers_question_and_law(web: Web) -> None:
    case, browser = taken(web, kind=Kind.QUESTION, answers=ASKS)
    page = told(browser.get(at(case)))
    assert "Gives what they asked for about themselves" in page
    assert "UK General Data Protection Regulation, Articles 12(3) and 12A" in page
    form = {"seen": str(case.version), "purpose": "information_reply", "body": "We have deleted it."}
    assert browser.post(at(case, "/write"), **form).status_code == 303
    assert not any(one.is_owed for one in promises(web, case).values())


def test_staff_start_the_time_of_the_law_for_a_request(web: Web) -> None:
    case, browser = taken(web, kind=Kind.QUESTION)
    assert "Gives what they asked for about themselves" not in told(browser.get(at(case)))
    landed = browser.post(at(case, "/information-request"))
    page = told(browser.get(landed.headers["Location"]))
    assert "The time of the law runs now, beside the others." in page
    assert "You ask to see, correct or delete what we know about you." in page
    assert promises(web, case)["information_reply"].is_owed
