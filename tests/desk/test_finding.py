"""Finding a case at the desk; and that whoever it is about, or must not know of it, finds no trace of it."""

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from sqlalchemy import update
from werkzeug.test import TestResponse

from tests.desk.working import at, opened, taken, told
from tests.house.test_routes import everything
from tests.webhouse import Browser, Web
from webchat.cases.case import Case
from webchat.cases.people.member import Member
from webchat.cases.words import Kind, Role
from webchat.db.tables import filed
from webchat.desk import finding, lists

FIND, BOARD, CLOSED = "/ruils/desk/find", "/ruils/desk/", "/ruils/desk/closed"
REFERENCE = re.compile(r'<bdi dir="ltr">(\w{3}-\w{3})</bdi>')


def asked(browser: Browser, words: str, after: str = "", **sorting: str) -> TestResponse:
    """What a form of the page leads to."""
    browser.get(FIND)
    answer = browser.post(FIND, words=words, after=after, **sorting)
    return browser.get(answer.headers["Location"]) if answer.status_code == 303 else answer


def found(browser: Browser, words: str, **given: str) -> list[str]:
    """The references of one page."""
    return REFERENCE.findall(told(asked(browser, words, **given)))


def without_token(page: str) -> str:
    """A page as it is for everybody."""
    return re.sub(r'name="csrf_token" value="[^"]+"', "", page)


def member(web: Web, role: Role) -> Member:
    """Somebody of RUILS."""
    return next(one for one in web.house.staff.members("ruils") if one.has(role))


def about(web: Web, role: Role, **given: str) -> Case:
    """A case about whoever has this role, as those who may have said."""
    case = opened(web, about_person=True, about_name="Somebody Else Entirely", **given)
    senior = next(one for one in web.house.staff.members("ruils") if web.house.casework.may_see(one, case))
    return web.house.casework.say_who(senior, case.id, member(web, role).staff_id, web.clock())


@pytest.mark.parametrize(
    "write", [str, str.lower, lambda one: one.replace("-", " "), lambda one: f" {one[:3]}{one[4:]} "]
)
def test_a_case_is_found_by_its_reference_however_it_is_typed(web: Web, write: Callable[[str], str]) -> None:
    case, browser = opened(web), web.signed_in(Role.WORKER)
    assert found(browser, write(case.reference)) == [case.reference]
    assert found(browser, write(case.reference), state="closed", kind="complaint") == [case.reference]
    assert REFERENCE.findall(told(browser.get(f"{FIND}?reference={write(case.reference)}"))) == [
        case.reference
    ]


@pytest.mark.parametrize("words", ["zoe", "KOWAL", "+44 7700 900123", "lunch cold", "Zoë lunch"])
def test_and_by_name_contact_or_words_of_any_message(web: Web, words: str) -> None:
    case = opened(web, name="Zoë Kowalska", contact="07700 900123", words="The lunch was cold.")
    opened(web, name="Ana Smith", words="Nobody answered.")
    page = told(asked(web.signed_in(Role.WORKER), words))
    assert REFERENCE.findall(page) == [case.reference]
    assert at(case) in page
    assert "1 case on this page" in page


def test_nothing_typed_stands_in_an_address_a_title_or_a_link(web: Web) -> None:
    opened(web, name="Zoë Kowalska")
    browser = web.signed_in(Role.WORKER)
    browser.get(FIND)
    sent_on = browser.post(FIND, words="kowalska", kind="question", whose="nobody", state="")
    address = sent_on.headers["Location"]
    filters = "whose=nobody&kind=question#found"
    assert re.fullmatch(rf"{re.escape(FIND)}\?found=[0-9a-f]{{8}}&{filters}", address)
    answer = browser.get(address)
    assert "1 case on this page" in told(answer)
    addresses = re.findall(r'(?:href|action|src)="([^"]+)"|<title>([^<]+)', told(answer))
    assert not [one for one in addresses if "kowalska" in "".join(one).lower()]
    assert "<title>Find a case - RUILS</title>" in told(answer)


def test_back_and_reload_show_again_what_was_found_and_nobody_else_is_shown_it(web: Web) -> None:
    first, second = opened(web, name="Zoë Kowalska"), opened(web, name="Olu Adeyemi")
    browser = web.signed_in(Role.WORKER)
    browser.get(FIND)
    zoe, olu = (browser.post(FIND, words=one).headers["Location"] for one in ("kowalska", "adeyemi"))
    for _ in range(2):
        assert REFERENCE.findall(told(browser.get(zoe))) == [first.reference]
        assert REFERENCE.findall(told(browser.get(olu))) == [second.reference]
    other = told(web.signed_in(Role.MANAGER).get(zoe))
    assert "kowalska" not in other
    assert REFERENCE.findall(other) == []


def test_filters_in_the_address_leave_only_some(web: Web) -> None:
    mine, browser = taken(web, words="bus")
    complaint = opened(web, words="bus", kind=Kind.COMPLAINT)
    question = opened(web, words="bus")
    browser.get(at(mine))
    assert found(browser, "bus", whose="mine") == [mine.reference]
    assert found(browser, "bus", whose="nobody") == [question.reference, complaint.reference]
    assert found(browser, "bus", kind="complaint") == [complaint.reference]
    assert found(browser, "bus", state="closed") == found(browser, "bus", state="late") == []
    web.clock.at += timedelta(days=8)
    browser = web.signed_in(Role.WORKER)
    new = opened(web, words="bus")
    assert set(found(browser, "bus", state="late")) == {one.reference for one in (mine, complaint, question)}
    assert found(browser, "bus", state="open")[0] == new.reference
    assert len(found(browser, "bus", kind="zebra", whose="'; --", state="x")) == 4


def test_the_board_and_the_closed_list_have_their_filters_in_the_address(web: Web) -> None:
    mine, browser = taken(web)
    other = opened(web, kind=Kind.COMMENT)
    browser.get(at(mine))
    browser.post(at(mine, "/close"), reason="It was answered on the phone.")
    assert other.reference in told(browser.get(f"{BOARD}?kind=comment&whose=nobody"))
    assert other.reference not in told(browser.get(f"{BOARD}?state=late"))
    assert "Nothing is open that fits what you chose." in told(browser.get(f"{BOARD}?whose=mine"))
    assert mine.reference in told(browser.get(f"{CLOSED}?whose=mine&kind=question"))
    assert "Nothing is closed that fits what you chose." in told(browser.get(f"{CLOSED}?kind=comment"))
    web.clock.at += timedelta(days=90)
    browser = web.signed_in(Role.WORKER)
    late = opened(web)
    assert late.reference not in told(browser.get(f"{BOARD}?state=late"))


def test_a_closed_case_is_found_and_says_that_it_is_closed(web: Web) -> None:
    case, browser = taken(web, words="bus")
    browser.get(at(case))
    browser.post(at(case, "/close"), reason="It was answered on the phone.")
    page = told(asked(browser, "bus", state="closed"))
    assert case.reference in page
    assert '<span class="flag">Closed</span>' in page


def test_more_cases_come_page_by_page_each_once_with_the_words_in_the_form(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "MOST", 3)
    cases = [opened(web, words="bus").reference for _ in range(7)]
    pages: list[list[str]] = []
    browser, after = web.signed_in(Role.WORKER), ""
    while after or not pages:
        page = told(asked(browser, "bus", after, kind="question"))
        pages.append(REFERENCE.findall(page))
        more = re.search(r'name="words" value="bus"><input type="hidden" name="after" value="(\w+)"', page)
        after = more.group(1) if more else ""
    assert [len(one) for one in pages] == [3, 3, 1]
    assert [one for page in pages for one in page] == cases[::-1]


@pytest.mark.parametrize(
    ("words", "says"), [("", "Type a reference"), (" - ", "Type a reference"), ("x" * 201, "Type less")]
)
def test_what_cannot_be_looked_for_is_told_beside_the_box_and_kept(web: Web, words: str, says: str) -> None:
    answer = asked(web.signed_in(Role.WORKER), words, kind="complaint")
    assert answer.status_code == 400
    assert says in told(answer)
    assert f'value="{words.strip()}"' in told(answer)
    assert '<option value="complaint" selected>' in told(answer)


def test_nothing_found_says_what_was_looked_through_and_what_to_try(web: Web) -> None:
    browser = web.signed_in(Role.WORKER)
    page = told(asked(browser, "marmalade"))
    for words in ("Nothing was found", "names, ways to reach people, and messages", "fewer words"):
        assert words in page
    assert "Only the cases you chose" not in page
    assert "Only the cases you chose were looked through." in told(
        asked(browser, "marmalade", kind="comment")
    )


HIDDEN: dict[str, Callable[[Web], Case]] = {
    "about me": lambda web: about(web, Role.WORKER, name="Zoë", words="bus", contact="07700 900123"),
    "about somebody not yet matched": lambda web: opened(
        web, about_person=True, about_name="Wendy", name="Zoë", words="bus", contact="07700 900123"
    ),
    "safeguarding": lambda web: opened(
        web, kind=Kind.SAFEGUARDING, name="Zoë", words="bus", contact="07700 900123"
    ),
    "another charity's": lambda web: opened(
        web, charity="help-and-care", name="Zoë", words="bus", contact="07700 900123"
    ),
}


@pytest.mark.parametrize("hidden", HIDDEN)
def test_what_one_must_not_know_of_is_the_same_as_what_is_not_there(web: Web, hidden: str) -> None:
    browser, known = web.signed_in(Role.WORKER), opened(web, name="Zoë", words="bus")
    typed = ("zoe", "bus", "07700 900123", "zoe bus", "K7Q-4PM")
    sortings: tuple[dict[str, str], ...] = ({}, {"state": "open"}, {"whose": "nobody"})

    def pages(reference: str) -> list[str]:
        every = [told(asked(browser, one, **how)) for one in (*typed, reference) for how in sortings]
        return [without_token(one).replace(reference, "the reference") for one in every]

    before = pages("K7Q-4PN")
    case = HIDDEN[hidden](web)
    assert pages(case.reference) == before
    assert found(browser, "zoe") == [known.reference]


def test_from_the_moment_somebody_is_named_they_find_it_no_more(web: Web) -> None:
    browser = web.signed_in(Role.WORKER)
    case = opened(web, words="bus")
    assert found(browser, "bus") == found(browser, case.reference) == [case.reference]
    web.house.casework.say_who(
        member(web, Role.MANAGER), case.id, member(web, Role.WORKER).staff_id, web.clock()
    )
    assert found(browser, "bus") == found(browser, case.reference) == []


@pytest.mark.parametrize("hidden", [(0, 1, 2, 3, 4), (5, 6), (2, 4, 6), (0, 3, 6, 7, 8), (1, 2, 3, 4, 5)])
def test_no_page_is_shorter_and_none_is_offered_that_is_empty(
    web: Web, monkeypatch: pytest.MonkeyPatch, hidden: tuple[int, ...]
) -> None:
    """Whoever must not know of some sees just the pages there would be without them."""
    for room in (finding, lists):
        monkeypatch.setattr(room, "MOST", 2)
    for number in range(9):
        # Nobody has said who it is about: the database cannot leave these out, only the core can.
        whom: dict[str, Any] = {"about_person": True, "about_name": "the boss"} if number in hidden else {}
        opened(web, words="bus", key=f"{number}", **whom)
    left, browser = 9 - len(hidden), web.signed_in(Role.WORKER)
    sizes = [2] * (left // 2) + [1] * (left % 2)
    assert [len(one) for one in found_page_by_page(browser)] == sizes
    assert [len(one) for one in listed_page_by_page(browser, BOARD)] == sizes


def found_page_by_page(browser: Browser) -> list[list[str]]:
    pages: list[list[str]] = []
    after = ""
    while after or not pages:
        page = told(asked(browser, "bus", after))
        pages.append(REFERENCE.findall(page))
        more = re.search(r'name="after" value="(\w+)"', page)
        after = more.group(1) if more else ""
    return pages


def listed_page_by_page(browser: Browser, path: str) -> list[list[str]]:
    pages: list[list[str]] = []
    while path:
        page = told(browser.get(path))
        pages.append(REFERENCE.findall(page))
        more = re.search(r'href="([^"]+)">Show more cases', page)
        path = unescape(more.group(1)) if more else ""
    return pages


def test_nor_is_there_among_closed_cases(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "MOST", 2)
    worker, manager = member(web, Role.WORKER), member(web, Role.MANAGER)
    for number in range(5):
        case = web.house.casework.claim(manager, opened(web).id, web.clock())
        web.house.casework.close(manager, case.id, "It was answered on the phone.", web.clock())
        if number in (0, 2):
            web.house.casework.say_who(manager, case.id, worker.staff_id, web.clock())
    assert [len(one) for one in listed_page_by_page(web.signed_in(Role.WORKER), CLOSED)] == [2, 1]


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.CHAIR])
def test_whoever_sees_few_cases_finds_those(web: Web, role: Role) -> None:
    opened(web, words="bus")
    appointment = opened(web, words="bus", kind=Kind.APPOINTMENT)
    complaint = about(web, Role.WORKER, words="bus")
    seen = {Role.ADMINISTRATOR: [appointment.reference], Role.CHAIR: [complaint.reference]}[role]
    assert found(web.signed_in(role), "bus") == seen


def test_finding_changes_nothing_but_what_the_session_keeps(web: Web) -> None:
    case, browser = opened(web, words="bus"), web.signed_in(Role.WORKER)
    assert found(browser, "bus") == [case.reference]
    before = everything(web) | {"web_session": []}
    for words in ("bus", "nothing", case.reference, ""):
        asked(browser, words, kind="question")
    assert everything(web) | {"web_session": []} == before


def test_while_old_cases_are_not_filed_the_page_says_so(web: Web) -> None:
    case, browser = opened(web, words="bus"), web.signed_in(Role.WORKER)
    assert "not ready" not in told(browser.get(FIND))
    with web.house.database.transaction() as transaction:
        transaction.write(update(filed).values(rule=""))
    page = told(asked(browser, case.reference))
    assert "Some cases are not ready to be found by their words yet." in page
    assert case.reference in page
