"""Every page of a case, every role, every relation: what the table of powers says is what happens.

Issue 4, line 1; guest-rules I8, E16; Help & Care 15.3. Not allowed looks exactly like not there.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.desk.working import opened, told
from tests.webhouse import Browser, Web
from webchat import demo
from webchat.cases.case import About, Case, Sitting
from webchat.cases.moves import Moved
from webchat.cases.people.powers import POWERS, Relation
from webchat.cases.words import Kind, Role

# Sight is asked of the core, whatever the database: one is enough for so many pages.
pytestmark = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
HERE, ELSEWHERE = "ruils", "help-and-care"
NOT_YOURS = "Take this case first."
ALL = frozenset(Role)
NOBODY: frozenset[Role] = frozenset()
WORK = ALL - {Role.CHAIR, Role.TRUSTEE, Role.ADMINISTRATOR, Role.SYSTEM_ADMINISTRATOR}
DESK = WORK | {Role.CHAIR, Role.ADMINISTRATOR}
LAST = frozenset({Role.CHAIR})  # the most senior of the pack's order
# Who may know of a case, by what it is to them. Whoever has no desk sees none, even one in their name.
SEES: dict[str, frozenset[Role]] = {
    "mine": DESK,
    "a colleague's": WORK,
    "nobody's": WORK,
    "closed": WORK,
    "about me": NOBODY,
    "about me and mine": NOBODY,
    "about a colleague": WORK | {Role.CHAIR},
    "about somebody unnamed": LAST,
    "an appointment": WORK | {Role.ADMINISTRATOR},
    "an appeal": WORK | {Role.CHAIR},
    "an appeal I hear": DESK | {Role.TRUSTEE},
    "safeguarding": frozenset({Role.SAFEGUARDING_LEAD, Role.SAFEGUARDING_DEPUTY}),
    "of another charity": NOBODY,
}
MINE = ("mine",)


def staff_id(web: Web, role: Role) -> str:
    account = web.house.staff.by_email(demo.email_of(role, HERE))
    assert account
    return account.staff_id


def a_case(web: Web, relation: str, role: Role) -> Case:
    me = staff_id(web, role)
    colleague = staff_id(web, Role.MANAGER if role is Role.WORKER else Role.WORKER)
    about_me = {"about": About.MATCHED, "about_staff": me}
    made: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
        "mine": ({}, {"owner": me}),
        "a colleague's": ({}, {"owner": colleague}),
        "nobody's": ({}, {}),
        "closed": ({}, {"owner": colleague, "closed_reason": "Done."}),
        "about me": ({}, about_me),
        "about me and mine": ({}, {**about_me, "owner": me}),
        "about a colleague": ({}, {"about": About.MATCHED, "about_staff": colleague}),
        "about somebody unnamed": ({"about_person": True}, {}),
        "an appointment": ({"kind": Kind.APPOINTMENT}, {}),
        "an appeal": ({"kind": Kind.COMPLAINT}, {"stage": 3}),
        "an appeal I hear": ({"kind": Kind.COMPLAINT}, {"stage": 3, "panel": (Sitting(me, "Me"),)}),
        "safeguarding": ({"kind": Kind.SAFEGUARDING}, {}),
        "of another charity": ({"charity": ELSEWHERE}, {}),
    }
    given, then = made[relation]
    case = opened(web, **{"charity": HERE, **given})
    return web.house.casework.move(case, Moved(replace(case, **then))) if then else case


def pages_of_a_case(web: Web) -> Iterator[tuple[str, str, str]]:
    """Method, the end of the address, and the line of the table, for every page of one case."""
    for rule in web.app.url_map.iter_rules():
        if "<reference>" in rule.rule and rule.endpoint.startswith("desk_"):
            (method,) = (rule.methods or set()) - {"HEAD", "OPTIONS"}
            yield method, rule.rule.partition("<reference>")[2], rule.endpoint.removeprefix("desk_")


def plain(page: str) -> str:
    """A page without what is new on every page."""
    return re.sub(r'(csrf_token" value=|nonce=)"[^"]+"', "", page)


def desk_of(web: Web, role: Role) -> Browser:
    web.app.test_client_class = FlaskClient  # other tests hold each of these pages to the rules of a page
    browser = web.browser()
    browser.get("/sign-in")
    browser.post("/sign-in", email=demo.email_of(role, HERE), password=demo.PASSWORD)
    browser.get("/sign-in")  # whoever has no desk is let in nowhere, and holds a token all the same
    return browser


def outcome(web: Web, browser: Browser, method: str, address: str) -> tuple[str, str]:
    answer = browser.get(address) if method == "GET" else browser.post(address)
    page = told(answer)
    if answer.status_code == 404 or "/sign-in" in answer.headers.get("Location", ""):
        return "not found", page
    return ("not theirs" if NOT_YOURS in page and answer.status_code == 400 else "let in"), page


@pytest.mark.parametrize("role", Role)
def test_what_the_table_says_is_what_happens(web: Web, role: Role) -> None:
    pages = list(pages_of_a_case(web))
    of_a_case = {line for line, power in POWERS.items() if power.relation is not Relation.NONE}
    assert {line for _, _, line in pages} == of_a_case
    browser = desk_of(web, role)
    never = {
        (method, end): outcome(web, browser, method, f"/{HERE}/desk/cases/ZZZ-ZZZ{end}")[1]
        for method, end, _ in pages
    }
    for relation, may_see in SEES.items():
        case = a_case(web, relation, role)
        for method, end, line in pages:
            did, page = outcome(web, browser, method, f"/{HERE}/desk/cases/{case.reference}{end}")
            sees = role in POWERS[line].roles and role in may_see
            has = POWERS[line].relation is not Relation.HAS or relation in MINE
            wanted = "not found" if not sees else "let in" if has else "not theirs"
            assert did == wanted, (relation, method, end)
            if not sees:
                nothing = plain(never[method, end]).replace("ZZZ-ZZZ", "?")
                assert plain(page).replace(case.reference, "?") == nothing
            if did == "let in" and method == "POST":
                case = a_case(web, relation, role)  # it may be another now


@pytest.mark.parametrize("role", Role)
def test_a_list_shows_what_may_be_known_and_nothing_else(web: Web, role: Role) -> None:
    desk = desk_of(web, role)
    cases = {relation: a_case(web, relation, role) for relation in SEES}
    shown = told(desk.get(f"/{HERE}/desk/")) + told(desk.get(f"/{HERE}/desk/closed"))
    known = {relation for relation, case in cases.items() if case.reference in shown}
    assert known == {relation for relation in SEES if role in DESK and role in SEES[relation]}
