"""What the desk's tests do before they look: send a case, sign in, take it."""

from typing import Any

from werkzeug.test import TestResponse

from tests.builders.cases import an_opening
from tests.webhouse import Browser, Web
from webchat.cases.case import Case
from webchat.cases.promises.promise import Promise
from webchat.cases.words import Role


def opened(web: Web, charity: str = "ruils", **given: Any) -> Case:
    """A case that a guest has sent."""
    return web.house.casework.open(an_opening(charity=charity, **given), web.clock())


def at(case: Case, move: str = "") -> str:
    """The address of a case, or of one of its moves."""
    return f"/{case.charity}/desk/cases/{case.reference}{move}"


def told(answer: TestResponse) -> str:
    """The page."""
    return answer.get_data(as_text=True)


def taken(web: Web, role: Role = Role.WORKER, charity: str = "ruils", **given: Any) -> tuple[Case, Browser]:
    """A case that a member of staff has taken, and their browser."""
    case = opened(web, charity=charity, **given)
    browser = web.signed_in(role, charity)
    browser.get(at(case))
    browser.post(at(case, "/claim"))
    mine = web.house.cases.case(charity, case.id)
    assert mine is not None
    return mine, browser


def promises(web: Web, case: Case) -> dict[str, Promise]:
    """The promises of a case by their names."""
    return {one.name.value: one for one in web.house.cases.promises(case.id)}
