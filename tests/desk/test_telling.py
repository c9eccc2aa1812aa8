"""What the desk tells staff: that a move worked, why it was refused, and everything in words."""

import logging
import re
from typing import Any, TypeAlias

import pytest

from tests.desk.working import at, opened, promises, taken, told
from tests.webhouse import Web
from webchat.cases.case import Case
from webchat.cases.people.member import Member
from webchat.cases.words import Kind, ReplyBy, Role

CHARITY = "help-and-care"
Given: TypeAlias = dict[str, Any]


def test_taking_a_case_is_told_on_the_case(web: Web) -> None:
    case = opened(web)
    browser = web.signed_in(Role.WORKER)
    browser.get(at(case))
    landed = browser.post(at(case, "/claim")).headers["Location"]
    assert landed == f"{at(case)}?did=claim#did"
    assert 'role="status"' in told(browser.get(landed))
    assert "You have this case now." in told(browser.get(landed))


def test_closing_and_giving_back_lead_to_the_board(web: Web) -> None:
    case, browser = taken(web)
    browser.get(at(case))
    landed = browser.post(at(case, "/give-back")).headers["Location"]
    assert "Anybody can take it." in told(browser.get(landed))
    browser.post(at(case, "/claim"))
    landed = browser.post(at(case, "/close"), reason="It is solved.").headers["Location"]
    assert landed == "/ruils/desk/?did=close#did"
    assert "The case is closed." in told(browser.get(landed))


def test_who_loses_sight_of_a_case_by_a_move_is_led_to_the_board(web: Web) -> None:
    case = opened(web, kind=Kind.APPOINTMENT)
    browser = web.signed_in(Role.ADMINISTRATOR)
    browser.get(at(case))
    landed = browser.post(at(case, "/kind"), kind="question").headers["Location"]
    assert landed == "/ruils/desk/?did=kind#did"
    assert browser.get(landed).status_code == 200


def test_a_letter_that_is_to_be_posted_is_not_told_as_sent(web: Web) -> None:
    case, browser = taken(web, reply_by=ReplyBy.LETTER, contact="1 High Street")
    browser.get(at(case))
    sent = browser.post(at(case, "/write"), purpose="reply", body="We open at 10am.", seen=case.version)
    page = told(browser.get(sent.headers["Location"]))
    assert "Now post the letter" in page
    assert "Sent to the guest." not in page


def test_what_is_no_move_tells_nothing(web: Web) -> None:
    assert 'role="status"' not in told(web.signed_in(Role.WORKER).get("/ruils/desk/?did=nonsense"))


def beside(page: str, box: str) -> tuple[str, bool]:
    """The words beside a box, and whether the summary leads to it."""
    found = re.search(rf'id="{box}-fault"><span class="unseen">Error:</span> ([^<]+)<', page)
    return found.group(1) if found else "", f'<a href="#{box}">' in page


def test_a_refused_date_stands_beside_its_box_with_what_was_typed(web: Web) -> None:
    case, browser = taken(web, charity=CHARITY)
    [waiting] = web.house.cases.promises(case.id)
    browser.get(at(case))
    form = {"promise": waiting.id, "date": "2026-11-01", "reason": "We must ask."}
    page = told(browser.post(at(case, "/date"), **form))
    assert beside(page, "when") == ("This date has passed. Choose a later one.", True)
    assert 'value="2026-11-01"' in page
    assert page.count("We must ask.") == 1


def test_a_refused_close_stands_beside_its_box_with_what_was_typed(web: Web) -> None:
    case, browser = taken(web)
    browser.get(at(case))
    assert beside(told(browser.post(at(case, "/close"), reason="")), "closing")[1]
    page = told(browser.post(at(case, "/close"), reason="long " * 5000))
    assert beside(page, "closing")[0].startswith("This is too long to send.")
    assert "long long" in page


def test_a_message_without_its_purpose_keeps_every_box(web: Web) -> None:
    case, browser = taken(web, charity=CHARITY, kind=Kind.COMPLAINT)
    browser.get(at(case))
    form = {"body": "My words.", "officer": "Priya Shah", "date": "2026-12-24", "reason": "More to ask."}
    page = told(browser.post(at(case, "/write"), seen=case.version, **form))
    assert beside(page, "purpose") == ("Choose what this message is.", True)
    assert all(page.count(one) == 1 for one in form.values())


def test_words_are_kept_when_the_case_is_in_other_hands_by_now(web: Web) -> None:
    case, browser = taken(web)
    browser.get(at(case))
    seen = web.house.casework.give_back(_member(web, case), case.id, web.clock()).version
    answer = browser.post(at(case, "/write"), purpose="reply", body="My careful words.", seen=seen)
    assert answer.status_code == 400
    page = told(answer)
    assert "Take this case first." in page
    assert "My careful words." in page


def _member(web: Web, case: Case) -> Member:
    found = web.house.staff.member(case.owner, case.charity)
    assert found is not None
    return found


def test_language_way_and_needs_are_told_in_words(web: Web) -> None:
    given: Given = {
        "lang": "pl",
        "reply_by": ReplyBy.EMAIL,
        "contact": "ana@example.org",
        "safe_to_contact": False,
    }
    case = opened(web, name="Ana", needs=(("information_format", "large_print"),), **given)
    browser = web.signed_in(Role.WORKER)
    page = told(browser.get(at(case)))
    for words in ("Polish", '<bdi lang="pl" dir="ltr">Polski</bdi>', "Email<br>", "Large print"):
        assert words in page
    for raw in (">pl<", ">email<", "large_print"):
        assert raw not in page
    assert "Large print" in told(browser.get("/ruils/desk/"))


def test_staff_are_told_how_their_words_will_travel(web: Web) -> None:
    given: Given = {"reply_by": ReplyBy.EMAIL, "contact": "ana@example.org"}
    for safe, words in ((True, "Your words are sent to"), (False, "You have an update")):
        case, browser = taken(web, safe_to_contact=safe, **given)
        assert words in told(browser.get(at(case)))


def test_a_quote_of_the_policy_stands_once(web: Web) -> None:
    case = opened(web, charity=CHARITY, kind=Kind.COMPLAINT)
    page = told(web.signed_in(Role.WORKER, CHARITY).get(at(case)))
    assert page.count("acknowledged by the Governance Team within 3 working days") == 1


def test_a_date_told_by_itself_is_no_empty_message(web: Web) -> None:
    case, browser = taken(web, charity=CHARITY)
    browser.get(at(case))
    [waiting] = promises(web, case).values()
    browser.post(at(case, "/date"), promise=waiting.id, date="2026-12-01")
    assert "Our full reply will come by Tuesday 1 December 2026." in told(browser.get(at(case)))


def test_a_date_that_staff_stated_names_no_clause(web: Web) -> None:
    case, browser = taken(web, charity=CHARITY, kind=Kind.COMPLAINT)
    browser.get(at(case))
    outcome = promises(web, case)["outcome"]
    assert "Help &amp; Care 15.5" in told(browser.get(at(case)))
    later = {"date": "2027-01-29", "reason": "We must ask more people.", "why": "more_to_look_at"}
    browser.post(at(case, "/date"), promise=outcome.id, **later)
    page = told(browser.get(at(case)))
    assert "Friday 29 January 2027" in page
    assert "Help &amp; Care 15.5" not in page


def test_a_guests_own_words_are_never_logged(web: Web, caplog: pytest.LogCaptureFixture) -> None:
    given: Given = {
        "answers": (("for_name", "Jean Secret"),),
        "needs": (("additional_support", "quiet secret"),),
    }
    case = opened(web, **given)
    browser = web.signed_in(Role.WORKER)
    with caplog.at_level(logging.DEBUG):
        assert "Jean Secret" in told(browser.get(at(case)))
        browser.get("/ruils/desk/")
    assert "ecret" not in caplog.text


@pytest.mark.parametrize("path", ["/ruils/desk/cases/NO-SUCH", "/ruils/desk/nothing"])
def test_what_is_not_there_is_told_in_the_frame_it_happened_in(web: Web, path: str) -> None:
    page = told(web.signed_in(Role.WORKER).get(path))
    assert "There is no such page" in page
    assert ("Signed in as Wendy Worker" in page) == ("cases" in path)


def test_a_groups_heading_counts_its_cases_and_a_narrowed_list_says_so(web: Web) -> None:
    opened(web)
    opened(web)
    browser = web.signed_in(Role.WORKER)
    assert "2 cases" in told(browser.get("/ruils/desk/"))
    assert "Only some cases are shown." in told(browser.get("/ruils/desk/?whose=mine"))


def test_a_closed_case_is_listed_with_its_reason(web: Web) -> None:
    case, browser = taken(web)
    browser.get(at(case))
    browser.post(at(case, "/close"), reason="You told us it is solved.")
    assert "You told us it is solved." in told(browser.get("/ruils/desk/closed"))
    assert "Take this case" not in told(browser.get(at(case)))


@pytest.mark.parametrize(
    ("agrees", "warned"), [("yes", True), ("no", True), ("not_asked", True), ("cannot", True)]
)
def test_who_writes_for_somebody_that_has_not_agreed_is_told_nothing_of_them(
    web: Web, agrees: str, warned: bool
) -> None:
    case = opened(web, answers=(("for_whom", "someone"), ("for_agrees", agrees)))
    page = told(web.signed_in(Role.WORKER).get(at(case)))
    assert ("Written for somebody who has not agreed" in page) is warned


def test_who_writes_for_themselves_needs_nobodys_agreement(web: Web) -> None:
    page = told(web.signed_in(Role.WORKER).get(at(opened(web, answers=(("for_whom", "me"),)))))
    assert "Written for somebody who has not agreed" not in page
