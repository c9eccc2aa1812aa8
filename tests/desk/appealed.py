"""An appeal at Help & Care that the chair has taken: two stages were decided before."""

from datetime import timedelta
from typing import Any

from tests.builders.cases import an_outcome
from tests.desk.working import at, opened
from tests.webhouse import Browser, Web
from webchat.cases.case import Case
from webchat.cases.complaints.complaining import Complaining
from webchat.cases.people.member import Member
from webchat.cases.words import Kind, Role

HERE = "help-and-care"


def one_of(web: Web, role: Role, charity: str = HERE) -> Member:
    """Somebody of a role."""
    return next(one for one in web.house.staff.members(charity) if one.has(role))


def appealed(web: Web, **given: Any) -> tuple[Case, Browser]:
    """The appeal, and the chair's browser."""
    work, case = web.house.casework, opened(web, HERE, kind=Kind.COMPLAINT, **given)
    for role in (Role.GOVERNANCE, Role.DIRECTOR):
        member = one_of(web, role)
        work.claim(member, case.id, web.clock())
        case = work.write(member, case.id, an_outcome(), web.clock())
        web.clock.at += timedelta(days=1)
        case = Complaining(work).go_on(case, "Not good.", "en", web.clock())
    chair = web.signed_in(Role.CHAIR, HERE)
    chair.get(at(case))
    chair.post(at(case, "/claim"))
    return again(web, case), chair


def again(web: Web, case: Case) -> Case:
    """The case as it is now."""
    found = web.house.cases.case(case.charity, case.id)
    assert found
    return found
