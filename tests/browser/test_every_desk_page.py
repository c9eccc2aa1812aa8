"""Every page of the desk, with something on it, on a phone and, dark, at a desk (issue 4, line 12)."""

import secrets
from datetime import timedelta

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Served
from tests.browser.sound import is_sound
from tests.browser.walking import press
from tests.builders.cases import an_opening
from tests.house.test_routes import CASE, GUARDED, C
from webchat import demo
from webchat.cases.case import Case
from webchat.cases.complaints.learning import Learning
from webchat.cases.complaints.tasks import Plan
from webchat.cases.people.away import Absence
from webchat.cases.people.deciding import Proposal
from webchat.cases.people.member import Member
from webchat.cases.people.passing import Because
from webchat.cases.people.passing_on import Terms
from webchat.cases.promises.calendar import london_date
from webchat.cases.words import Kind, Role, Sanction
from webchat.wiring import clock

HERE = "help-and-care"
# What is no page to look at, and what another test of this room looks at with a time agreed or a code made.
ELSEWHERE = (".csv", "/news", "/time", "/new-code")
PAGES = {
    address.removeprefix("GET "): roles
    for address, roles in GUARDED.items()
    if address.startswith("GET ") and not address.endswith(ELSEWHERE)
}


def one_of(served: Served, role: Role) -> Member:
    return next(one for one in served.house.staff.members(HERE) if one.has(role))


@pytest.fixture(scope="module")
def busy(served: Served) -> tuple[Case, str]:
    """A complaint that the manager has, with what can stand beside one; and the id of a promised action."""
    house, now, today = served.house, clock(), london_date(clock())
    manager, worker = one_of(served, Role.MANAGER), one_of(served, Role.WORKER)
    needs = (("information_format", "large_print"), ("community_language", "Cantonese, please"))
    for name in ("Zoë Kowalska-Montgomery", "Olu"):
        opening = an_opening(
            charity=HERE, key=secrets.token_hex(8), kind=Kind.COMPLAINT, name=name, needs=needs, lang="pl"
        )
        case = house.casework.claim(manager, house.casework.open(opening, now).id, now)
        if name == "Olu":
            terms = Terms(worker.staff_id, Because.AWAY, "Call after ten.")
            house.passing_on.offer(manager, case.id, terms, now)
    plan = Plan("You waited an hour.", "We ring first.", manager.staff_id, today + timedelta(days=20))
    Learning(house.casework).promise(manager, case.id, [plan], now)
    later = today + timedelta(days=90)
    proposal = Proposal(Sanction.CONTACT_ENDED, None, later, "Threats by telephone.", "We end our contact.")
    house.deciding.propose(manager, case.id, proposal, now)
    lead = one_of(served, Role.SERVICE_LEAD)
    absence = Absence(secrets.token_hex(8), HERE, lead.staff_id, today, today + timedelta(days=9))
    house.standing_in.say(absence, now)
    return case, house.cases.tasks(case.id)[0].id


def of_role(roles: str) -> Role:
    """Who opens a page: a manager where one may, else the only role that does."""
    return Role.MANAGER if "manager" in roles.split() else Role(roles)


def test_every_page_is_sound_as_it_comes_and_with_all_of_it_open(
    page: Page, address: str, busy: tuple[Case, str]
) -> None:
    case, task = busy
    if page.evaluate("matchMedia('(scripting: none)').matches"):
        page.emulate_media(color_scheme="dark")
    for role in sorted({*map(of_role, PAGES.values())}):
        signed_in(page, address, role)
        for path in (one for one, roles in PAGES.items() if of_role(roles) is role):
            there = path.replace(CASE, f"/{HERE}/desk/cases/{case.reference}").replace(C, f"/{HERE}")
            page.goto(f"{address}{there.replace('<task_id>', task)}")
            assert page.title() != "There is no such page", path
            is_sound(page)
            if page.locator("details:not([open])").count():
                page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
                is_sound(page)


def signed_in(page: Page, address: str, role: Role) -> None:
    page.goto(f"{address}/sign-in")
    page.get_by_label("Email address").fill(demo.email_of(role, HERE))
    page.get_by_label("Password").fill(demo.PASSWORD)
    press(page.get_by_role("button", name="Sign in"))
