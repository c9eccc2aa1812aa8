"""The closed list tells how many say we did well; small numbers are not told (R16; guest-rules E24)."""

import re
from html import unescape

import pytest

from tests.desk.working import opened
from tests.webhouse import Web
from webchat.cases.case import Verdict
from webchat.cases.words import Role


def judged(web: Web, well: int, badly: int, charity: str = "ruils", **given: object) -> None:
    """So many closed cases whose guests said well, and badly."""
    work, now = web.house.casework, web.clock()
    for verdict in [Verdict.WELL] * well + [Verdict.BADLY] * badly:
        case = opened(web, charity, **given)
        member = next(one for one in web.house.staff.members(charity) if work.may_see(one, case))
        case = work.claim(member, case.id, now)
        work.guest_judges(work.close(member, case.id, "Done.", now), verdict, "", now)


def page(web: Web) -> str:
    """What the closed list of RUILS says."""
    text = web.signed_in(Role.WORKER).get("/ruils/desk/closed").get_data(as_text=True)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", text)))


@pytest.mark.parametrize(
    ("well", "badly", "says"),
    [
        (4, 0, "Fewer than 5 guests have said how it went."),
        (4, 2, "6 guests have said how it went. Fewer than 5 of them said well or very well."),
        (8, 2, "10 guests have said how it went. 8 of them said well or very well. That is 80%."),
    ],
)
def test_the_count_and_the_share_are_told_where_they_are_not_too_small(
    web: Web, well: int, badly: int, says: str
) -> None:
    judged(web, well, badly)
    assert says in page(web)


def test_another_charity_and_cases_about_a_person_are_not_counted(web: Web) -> None:
    judged(web, 5, 0)
    judged(web, 1, 0, "help-and-care")
    judged(web, 1, 0, about_person=True, about_name="Zed")
    assert "5 guests have said how it went." in page(web)


def test_the_policys_own_aim_stands_beside_it(web: Web) -> None:
    assert "To achieve 80% customer satisfaction rating of all services." in page(web)
