"""Two who change one case at the same time: each sees what the other did, and no word is lost (bad input)."""

import re

from tests.desk.working import at, opened, taken, told
from tests.webhouse import Browser, Web
from webchat.cases.case import Case
from webchat.cases.words import Role

MINE, THEIRS = "Yes, on Thursdays until four.", "No, we are closed this week."


def seen(browser: Browser, case: Case) -> str:
    """The version of a case that the form of this page was made for."""
    found = re.search(r'id="write".*?name="seen" value="(\d+)"', told(browser.get(at(case))), re.DOTALL)
    assert found
    return found.group(1)


def reply(browser: Browser, case: Case, words: str, version: str) -> tuple[int, str]:
    answer = browser.post(at(case, "/write"), purpose="update", body=words, seen=version)
    return answer.status_code, told(answer)


def written(web: Web, case: Case) -> list[str]:
    return [one.body for one in web.house.cases.messages(case.id) if not one.from_guest]


def in_the_box(page: str) -> str:
    """What stands in the box for words to the guest, or is kept beside the moves."""
    found = re.search(r'<textarea[^>]*id="(?:body|left)"[^>]*>\n(.*?)</textarea>', page, re.DOTALL)
    return found.group(1) if found else ""


def test_two_replies_from_two_windows_are_both_kept_and_only_one_is_sent(web: Web) -> None:
    case, browser = taken(web)
    version = seen(browser, case)
    assert reply(browser, case, THEIRS, version)[0] == 303
    status, page = reply(browser, case, MINE, version)
    assert status == 409
    assert in_the_box(page) == MINE
    assert THEIRS in page.partition('class="talk"')[2]  # the other stands in what was said
    assert written(web, case) == [THEIRS]
    assert reply(browser, case, in_the_box(page), seen(browser, case))[0] == 303
    assert written(web, case) == [THEIRS, MINE]


def test_words_written_while_somebody_else_took_the_case_stand_beside_theirs(web: Web) -> None:
    case, browser = taken(web)
    version = seen(browser, case)
    browser.post(at(case, "/give-back"))
    other = web.signed_in(Role.MANAGER)
    other.get(at(case))
    other.post(at(case, "/claim"))
    assert reply(other, case, THEIRS, seen(other, case))[0] == 303
    status, page = reply(browser, case, MINE, version)
    assert status == 400
    assert in_the_box(page) == MINE
    assert THEIRS in page
    assert "Malik Manager has this case. Only they can write to the guest." in page
    assert written(web, case) == [THEIRS]


def test_words_written_while_the_case_was_closed_are_kept(web: Web) -> None:
    case, browser = taken(web)
    version = seen(browser, case)
    browser.post(at(case, "/close"), reason="It was answered on the phone.")
    status, page = reply(browser, case, MINE, version)
    assert status == 409
    assert in_the_box(page) == MINE
    assert "This case is closed." in page


def test_who_takes_a_case_that_another_took_first_is_told_their_name(web: Web) -> None:
    case = opened(web)
    first, second = web.signed_in(Role.WORKER), web.signed_in(Role.MANAGER)
    for browser in (first, second):
        browser.get(at(case))
    assert first.post(at(case, "/claim")).status_code == 303
    late = second.post(at(case, "/claim"))
    assert late.status_code == 409
    assert "Wendy Worker" in told(late)
