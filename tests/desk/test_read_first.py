"""What must be read first, at the desk: who sees it, where it stands, and that reading it is a press."""

import re
from datetime import timedelta

from tests.desk.working import at, opened, told
from tests.webhouse import Web
from webchat.cases.case import Case
from webchat.cases.people.guarding import Guarding
from webchat.cases.words import Kind, Role

WORDS = "He hits me when he is drunk."
GUARDS = (Role.SAFEGUARDING_LEAD, Role.SAFEGUARDING_DEPUTY)
OTHERS = [one for one in Role if one not in (*GUARDS, Role.TRUSTEE, Role.SYSTEM_ADMINISTRATOR)]
BOARD = "/ruils/desk/"


def a_safeguarding_case(web: Web, words: str = WORDS) -> Case:
    """A case that a guest has asked to be opened."""
    return opened(web, kind=Kind.SAFEGUARDING, words=words)


def headings(page: str) -> list[str]:
    """The groups on the board, in order."""
    return [one.strip() for one in re.findall(r"<h2>([^<]+)<span", page)]


def test_whoever_is_no_guardian_finds_no_trace_of_it(web: Web) -> None:
    lists = (BOARD, "/ruils/desk/closed", f"{BOARD}?kind=safeguarding")
    browsers = [web.signed_in(role) for role in OTHERS]
    before = [without_token(told(one.get(path))) for one in browsers for path in lists]
    case = a_safeguarding_case(web)
    assert [without_token(told(one.get(path))) for one in browsers for path in lists] == before
    for one in browsers:
        missing, hidden = one.get(BOARD + "cases/ZZZ-ZZZ"), one.get(at(case))
        assert (missing.status_code, hidden.status_code) == (404, 404)
        assert one.post(at(case, "/read")).status_code == 404


def without_token(page: str) -> str:
    """A page as it is for everybody."""
    return re.sub(r'name="csrf_token" value="[^"]+"', "", page)


def test_it_stands_first_and_says_in_words_that_nobody_has_read_it(web: Web) -> None:
    opened(web, kind=Kind.COMPLAINT)
    case = a_safeguarding_case(web)
    web.clock.at += timedelta(days=90)  # the complaint is overdue by now
    for role in GUARDS:
        page = told(web.signed_in(role).get(BOARD))
        assert headings(page)[0] == "Read first"
        assert page.index(case.reference) < page.index("Overdue")
        assert "Nobody has read it yet." in page
        assert "1 case</span>" in page


def test_looking_does_not_read_it_and_a_press_does(web: Web) -> None:
    case, browser = a_safeguarding_case(web), web.signed_in(Role.SAFEGUARDING_DEPUTY)
    page = told(browser.get(at(case)))
    assert "Read this first" in page
    assert WORDS not in page
    assert stored(web, case).read_first_at is None
    assert browser.post(at(case, "/read")).status_code == 303
    page = told(browser.get(at(case)))
    assert WORDS in page
    assert "Dee Deputy has read this." in page
    read = stored(web, case)
    assert (read.read_first_at, bool(read.read_first_by)) == (web.clock(), True)
    assert headings(told(browser.get(BOARD)))[0] == "Safeguarding"


def stored(web: Web, case: Case) -> Case:
    """The case as it is now."""
    found = web.house.cases.case(case.charity, case.id)
    assert found is not None
    return found


def test_the_case_has_no_clock_and_cannot_be_made_another_kind(web: Web) -> None:
    case, browser = a_safeguarding_case(web), web.signed_in(Role.SAFEGUARDING_LEAD)
    browser.get(BOARD)
    browser.post(at(case, "/read"))
    browser.post(at(case, "/claim"))
    page = told(browser.get(at(case)))
    assert "No policy sets a time for this." in page
    assert "Change the kind" not in page
    assert browser.post(at(case, "/kind"), kind="question").status_code == 400
    assert stored(web, case).kind is Kind.SAFEGUARDING


def test_what_happened_is_told_newest_first(web: Web) -> None:
    case, browser = a_safeguarding_case(web), web.signed_in(Role.SAFEGUARDING_LEAD)
    guarding = Guarding(web.house.casework)
    guarding.answer("ruils", case.id, "danger_now", "yes", web.clock())
    browser.get(BOARD)
    browser.post(at(case, "/read"))
    page = told(browser.get(at(case)))
    steps = ("Sol Safeguarding read it.", "The guest answered a question.", "The guest told us.")
    assert [page.index(one) for one in steps] == sorted(page.index(one) for one in steps)


def test_a_complaint_with_danger_in_it_keeps_its_clock_and_its_mark_is_seen_by_all_who_see_it(
    web: Web,
) -> None:
    case = opened(web, kind=Kind.COMPLAINT, words=WORDS, read_first=True)
    worker, lead = web.signed_in(Role.WORKER), web.signed_in(Role.SAFEGUARDING_LEAD)
    page = told(worker.get(at(case)))
    assert WORDS in page
    assert "The safeguarding lead has not read this yet." in page
    assert 'class="clock' in told(worker.get(BOARD))
    assert worker.post(at(case, "/read")).status_code == 400
    assert stored(web, case).read_first_at is None
    lead.get(BOARD)
    lead.post(at(case, "/read"))
    page = told(worker.get(BOARD))
    assert "Read by Sol Safeguarding" in page
    assert "Read first" not in headings(page)


def test_where_the_lead_is_named_in_the_words_the_deputy_alone_sees_it(web: Web) -> None:
    case = a_safeguarding_case(web, "Sol Safeguarding shouts at me and hits me")
    lead, deputy = web.signed_in(GUARDS[0]), web.signed_in(GUARDS[1])
    assert lead.get(at(case)).status_code == 404
    assert case.reference not in told(lead.get(BOARD))
    deputy.get(BOARD)
    deputy.post(at(case, "/read"))
    page = told(deputy.get(at(case)))
    assert "Sol Safeguarding does not see this" in page
    deputy.post(at(case, "/about"), staff="")
    assert lead.get(at(case)).status_code == 200


def test_filters_and_later_pages_never_hide_what_must_be_read_first(web: Web) -> None:
    case, browser = a_safeguarding_case(web), web.signed_in(Role.SAFEGUARDING_LEAD)
    for query in ("?whose=mine", "?kind=question", "?kind=safeguarding"):
        assert case.reference in told(browser.get(BOARD + query))


def test_one_that_was_taken_back_unread_is_still_to_be_read(web: Web) -> None:
    case = opened(web, kind=Kind.COMPLAINT, words=WORDS, read_first=True)
    web.house.casework.guest_takes_back(case, web.clock())
    assert headings(told(web.signed_in(Role.SAFEGUARDING_LEAD).get(BOARD))) == ["Read first"]


def test_no_guest_is_asked_how_well_we_did_after_danger_and_no_count_holds_it(web: Web) -> None:
    case, browser = a_safeguarding_case(web), web.signed_in(Role.SAFEGUARDING_LEAD)
    browser.get(BOARD)
    for move in ("/read", "/claim"):
        browser.post(at(case, move))
    assert browser.post(at(case, "/close"), reason="You are safe now.").status_code == 303
    assert case.reference in told(browser.get("/ruils/desk/closed"))
    assert case.reference not in told(web.signed_in(Role.WORKER).get("/ruils/desk/closed"))
