"""Every page about one case is headed by what the guest told and was told: nobody asks again (I5, I6)."""

import re
from dataclasses import replace
from html import unescape

import pytest

from tests.desk.appointments.test_times import agreed
from tests.desk.working import at, opened, told
from tests.webhouse import Browser, Web
from webchat.cases.case import Case, Purpose
from webchat.cases.moves import Letter, Moved
from webchat.cases.words import Consent, Kind, ReplyBy, Role


def strip_of(page: str) -> str:
    """What the head says, in plain text."""
    found = re.search(r'<dl class="strip" data-renewed id="strip">.*?</dl>', page, re.DOTALL)
    assert found
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", found.group(0))))


def a_case(web: Web, **given: object) -> Case:
    told_us = {
        "lang": "pl", "reply_by": ReplyBy.EMAIL, "contact": "ana@example.org",
        "safe_to_contact": False, "needs": (("information_format", "large_print"),), **given,
    }  # fmt: skip
    return agreed(web, **told_us)


def mine(web: Web, case: Case) -> Browser:
    browser = web.signed_in(Role.MANAGER)
    browser.get(at(case))
    browser.post(at(case, "/claim"))
    return browser


def pages_of(web: Web, case: Case, browser: Browser) -> dict[str, str]:
    """Every page that a case has at the desk."""
    browser.post(at(case, "/new-code"), known_by="in_person")
    ends = {
        rule.rule.partition("<reference>")[2]
        for rule in web.app.url_map.iter_rules()
        if "<reference>" in rule.rule and "GET" in (rule.methods or ()) and not rule.rule.endswith("/news")
    }
    found = {end: told(browser.get(at(case, end))) for end in ends}
    return {**found, "/look": told(browser.post(at(case, "/look")))}


def test_every_page_has_the_whole_head(web: Web) -> None:
    case = a_case(web)
    browser = mine(web, case)
    manager = next(one for one in web.house.staff.members("ruils") if one.has(Role.MANAGER))
    letter = Letter(Purpose.UPDATE, "We look.", make_by=web.clock().date())
    web.house.casework.write(manager, case.id, letter, web.clock())
    pages = pages_of(web, case, browser)
    assert {"", "/time", "/new-code", "/look"} <= set(pages)
    for page in pages.values():
        says = strip_of(page)
        for words in ("Ana", manager.name, "Polish", "ana@example.org", "Large print", "Safe to contact No"):
            assert words in says
        assert re.search(r"The guest has been told .*\d{4}", says)
        assert f"{manager.name} wrote to them last on" in says


def test_every_page_says_what_the_writer_may_not_be_told(web: Web) -> None:
    case = a_case(web)
    web.house.casework.move(case, Moved(replace(case, consent=Consent.SAID_NO)))
    for page in pages_of(web, case, mine(web, case)).values():
        assert "Written for somebody who has not agreed" in page


def test_the_page_before_what_must_be_read_first_has_it_too_and_none_of_the_words(web: Web) -> None:
    case = opened(web, kind=Kind.SAFEGUARDING, words="He hits me.", name="Ana", lang="pl")
    page = told(web.signed_in(Role.SAFEGUARDING_LEAD).get(at(case)))
    assert "Ana" in strip_of(page)
    assert "Polish" in strip_of(page)
    assert "He hits me." not in page


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
def test_whoever_has_left_keeps_their_name_at_the_head(web: Web) -> None:
    case = a_case(web)
    mine(web, case)
    manager = next(one for one in web.house.staff.members("ruils") if one.has(Role.MANAGER))
    web.house.staff.stop(manager.staff_id, web.clock())
    assert manager.name in strip_of(told(web.signed_in(Role.WORKER).get(at(case))))
