"""At the desk: what is known of a person's agreement decides what the writer is told (guest-rules E9)."""

from typing import Any

import pytest

from tests.desk.test_codes import CODE, came_back
from tests.desk.working import at, taken, told
from tests.guest.visitor import Visitor
from tests.webhouse import Browser, Web
from webchat.cases.case import Case, Delivery
from webchat.cases.words import Consent, Role

FOR_ADA = (("for_whom", "someone"), ("for_name", "Ada"), ("for_agrees", "not_asked"))


def written_for_ada(web: Web, **given: Any) -> tuple[Case, Browser]:
    """A question that Ben sent for Ada, which Sam has taken."""
    return taken(web, name="Ben", answers=FOR_ADA, **given)


def writes(browser: Browser, web: Web, case: Case, body: str, **fields: str) -> str:
    now = web.house.cases.case(case.charity, case.id)
    assert now is not None
    form = {"seen": str(now.version), "purpose": "reply", "body": body, **fields}
    landed = browser.post(at(case, "/write"), **form)
    return told(browser.get(landed.headers["Location"]) if landed.status_code == 303 else landed)


def state(web: Web, case: Case) -> Consent | None:
    now = web.house.cases.case(case.charity, case.id)
    assert now is not None
    return now.consent


def test_a_reply_is_kept_back_until_staff_have_heard_that_they_agree(web: Web) -> None:
    case, browser = written_for_ada(web)
    page = writes(browser, web, case, "Ada moved to a new home.")
    assert "kept back until the person it is about agrees" in page
    assert "Kept back until the person agrees" in page
    assert web.house.cases.messages(case.id)[-1].delivery is Delivery.HELD
    browser.post(at(case, "/heard"), heard="spoken")
    assert state(web, case) is Consent.CONFIRMED
    assert web.house.cases.messages(case.id)[-1].delivery is Delivery.SHOWN
    page = told(browser.get(at(case)))
    assert "Kept back" not in page
    assert "Written for somebody who has not agreed" not in page


def test_words_that_tell_nothing_go_at_once_and_others_are_refused_with_every_word_kept(web: Web) -> None:
    case, browser = written_for_ada(web)
    refused = writes(browser, web, case, "Could Ada ring us?", purpose="update")
    assert "The person has not agreed that the writer is told about them." in refused
    assert "Could Ada ring us?" in refused
    writes(browser, web, case, "Could Ada ring us?", purpose="update", neutral="yes")
    assert web.house.cases.messages(case.id)[-1].delivery is Delivery.SHOWN


def test_nothing_is_noted_that_nobody_heard(web: Web) -> None:
    case, browser = written_for_ada(web)
    assert "Choose what you heard or saw." in told(browser.post(at(case, "/heard"), heard="a feeling"))
    assert "Choose how you know that it is them." in told(browser.post(at(case, "/take-over"), known_by=""))
    assert state(web, case) is Consent.NOT_ASKED


def test_only_whoever_has_the_case_notes_it_or_gives_it_away(web: Web) -> None:
    case, _ = written_for_ada(web)
    other = web.signed_in(Role.MANAGER, case.charity)
    other.get(at(case))
    assert "Take this case first." in told(other.post(at(case, "/heard"), heard="spoken"))
    assert "Take this case first." in told(other.post(at(case, "/take-over"), known_by="in_person"))
    assert state(web, case) is Consent.NOT_ASKED


def test_the_person_comes_in_with_a_code_of_their_own_and_the_writer_is_shut_out(web: Web) -> None:
    case, browser = written_for_ada(web)
    page = told(browser.get(browser.post(at(case, "/new-code"), known_by="in_person").headers["Location"]))
    (old,) = CODE.findall(page)
    ben = Visitor(web, case.charity).open("case").post({"reference": case.reference, "code": old}, "open")
    assert "What we can tell you" in ben.text
    writes(browser, web, case, "Ada moved to a new home.")
    assert "Ada moved" not in ben.open("case").text
    assert "We can show it to you here once the person you write for agrees." in ben.text

    landed = browser.post(at(case, "/take-over"), known_by="called_back").headers["Location"]
    (new,) = CODE.findall(told(browser.get(landed)))
    ada = came_back(web, case, new)
    assert "Ada moved to a new home." in ada
    assert "Ben wrote for you" in ada
    assert "What we can tell you" not in ada
    assert "This reference and code do not fit together." in came_back(web, case, old)
    assert "What you sent, and where it is" not in ben.open("case").text
    desk = told(browser.get(at(case)))
    assert "Ben wrote for the guest" in desk


@pytest.mark.parametrize("move", ["heard", "take-over"])
def test_where_the_guest_writes_for_themselves_there_is_nothing_to_note(web: Web, move: str) -> None:
    case, browser = taken(web)
    assert "Does the person agree?" not in told(browser.get(at(case)))
    refused = told(browser.post(at(case, f"/{move}"), heard="spoken", known_by="in_person"))
    assert "The guest writes for themselves." in refused
