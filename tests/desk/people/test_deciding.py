"""At the desk: people decide about people, each from their own sign-in (issue 4, line 9)."""

from dataclasses import replace

import pytest

from tests.desk.working import at, opened, taken, told
from tests.webhouse import Browser, Web
from webchat.cases.case import About, Case
from webchat.cases.moves import Moved
from webchat.cases.people.member import Member
from webchat.cases.words import Kind, Role
from webchat.db.tables import case_, decision, voice

HC, LWB = "help-and-care", "living-well-bromley"
SAYS = {"review": "2027-03-01", "reason": "They shouted at staff again.", "tells": "We end our contact."}
NOBODY = "The policy names nobody who ends contact with a guest or bars them."


def member(web: Web, role: Role, charity: str) -> Member:
    return next(one for one in web.house.staff.members(charity) if one.has(role))


def decide(web: Web, case: Case, role: Role, agrees: str = "yes", reason: str = "I was there.") -> str:
    """Another of those named decides; the page they come to."""
    browser = web.signed_in(role, case.charity)
    browser.get(at(case, "/decision"))
    wanted = web.house.deciding.store.decisions(case.id)[-1].id
    landed = browser.post(at(case, "/decision/decide"), decision=wanted, agrees=agrees, reason=reason)
    return told(browser.get(landed.headers["Location"]) if landed.status_code == 303 else landed)


def proposed(web: Web, charity: str = HC, kind: str = "contact_ended", **given: str) -> tuple[Case, Browser]:
    """The manager has the case and proposes it."""
    case, manager = taken(web, Role.MANAGER, charity)
    landed = manager.post(at(case, "/decision/propose"), kind=kind, **{**SAYS, **given})
    assert landed.status_code == 303
    return case, manager


def holds(web: Web, case: Case) -> bool:
    return web.house.deciding.holds(case, web.clock()) is not None


def test_three_people_decide_each_from_their_own_sign_in(web: Web) -> None:
    case, manager = proposed(web)
    page = told(manager.get(at(case, "/decision")))
    assert "Still to decide: director, governance." in page
    assert "Decide for yourself" not in page
    assert "Your decision is written down." in decide(web, case, Role.DIRECTOR)
    assert not holds(web, case)
    page = decide(web, case, Role.GOVERNANCE)
    assert holds(web, case)
    assert "Holds now" in page
    assert "Dilip Director agrees, as director." in page
    assert "I was there." in page
    assert "One holds now" in told(manager.get(at(case)))


@pytest.mark.parametrize("charity", ["ruils", "healthwatch-portsmouth", "age-concern-southend"])
def test_where_the_policy_names_nobody_the_desk_says_so(web: Web, charity: str) -> None:
    case, manager = taken(web, Role.MANAGER, charity)
    page = told(manager.get(at(case, "/decision")))
    assert NOBODY in page
    assert "Propose a decision" not in page
    answer = manager.post(at(case, "/decision/propose"), kind="contact_ended", **SAYS)
    assert answer.status_code == 400
    assert "It cannot be written down as decided under the policy." in told(answer)
    assert "They shouted at staff again." in told(answer)  # nothing typed is lost


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"kind": ""}, "Choose what you propose."),
        ({"review": ""}, "Write the day on which you look at it again."),
        ({"review": "soon"}, "Write the date with the day, the month and the year."),
        ({"reason": ""}, "Write your own reason."),
        ({"tells": ""}, "Write what the guest is to be told."),
    ],
)
def test_what_is_missing_is_said_at_its_box(web: Web, given: dict[str, str], says: str) -> None:
    case, manager = taken(web, Role.MANAGER, HC)
    answer = manager.post(at(case, "/decision/propose"), **{"kind": "contact_ended", **SAYS, **given})
    assert answer.status_code == 400
    assert told(answer).count(says) == 2


def test_a_worker_proposes_nothing(web: Web) -> None:
    case, worker = taken(web, Role.WORKER, HC)
    assert "Propose a decision" not in told(worker.get(at(case, "/decision")))
    assert worker.post(at(case, "/decision/propose"), kind="contact_ended", **SAYS).status_code == 400


def test_one_who_does_not_agree_ends_it(web: Web) -> None:
    case, _ = proposed(web)
    assert "Not agreed" in decide(web, case, Role.DIRECTOR, agrees="no", reason="She was ill.")
    assert not holds(web, case)


def test_the_chair_of_bromley_decides_with_a_team_leader_and_then_reads_it_no_more(web: Web) -> None:
    """Living Well Bromley 4.3: for a time; the last day ends it."""
    case = opened(web, charity=LWB)
    chair = web.signed_in(Role.CHAIR, LWB)
    assert chair.get(at(case, "/decision")).status_code == 404
    case, _ = proposed(web, LWB, "barred_until", until="2026-12-31", review="")
    assert case.reference in told(chair.get(f"/{LWB}/desk/decisions"))
    assert "Your decision is written down." in decide(web, case, Role.CHAIR)
    assert holds(web, case)
    assert chair.get(at(case)).status_code == 404


def test_whoever_it_is_about_finds_no_trace_of_it(web: Web) -> None:
    director = member(web, Role.DIRECTOR, HC)
    case = opened(web, charity=HC, kind=Kind.COMPLAINT)
    case = web.house.casework.move(
        case, Moved(replace(case, about=About.MATCHED, about_staff=director.staff_id))
    )
    manager = web.signed_in(Role.MANAGER, HC)
    manager.get(at(case, "/decision"))
    assert manager.post(at(case, "/decision/propose"), kind="contact_ended", **SAYS).status_code == 303
    browser = web.signed_in(Role.DIRECTOR, HC)
    assert browser.get(at(case, "/decision")).status_code == 404
    assert case.reference not in told(browser.get(f"/{HC}/desk/decisions"))
    assert case.reference in told(manager.get(f"/{HC}/desk/decisions"))


def test_it_is_lifted_by_the_same_roles(web: Web) -> None:
    case, manager = proposed(web)
    for role in (Role.DIRECTOR, Role.GOVERNANCE):
        decide(web, case, role)
    manager.get(at(case, "/decision"))
    manager.post(at(case, "/decision/lift"), reason="She said sorry.", tells="Write to us again.")
    assert holds(web, case)
    for role in (Role.DIRECTOR, Role.GOVERNANCE):
        decide(web, case, role)
    assert not holds(web, case)
    assert case.reference not in told(manager.get(f"/{HC}/desk/decisions")).replace("/decisions", "")


def test_governance_reads_what_is_to_be_looked_at_again_the_soonest_first(web: Web) -> None:
    later, _ = proposed(web, review="2027-06-01")
    sooner, _ = proposed(web, review="2027-01-04")
    page = told(web.signed_in(Role.GOVERNANCE, HC).get(f"/{HC}/desk/decisions"))
    assert page.index(sooner.reference) < page.index(later.reference)
    assert "To be looked at again on Monday 4 January 2027." in page


def test_it_goes_with_the_case(web: Web) -> None:
    """Erasure removes every word (design.md, Erasure)."""
    case, _ = proposed(web)
    with web.house.database.transaction() as transaction:
        transaction.write(case_.delete().where(case_.c.id == case.id))
    assert web.house.database.rows(decision.select()) == web.house.database.rows(voice.select()) == []
