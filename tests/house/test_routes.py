"""Every address of the house in one table: who may come there. A new one is a decision (security.md C1)."""

from collections.abc import Iterator

import pytest

from tests.builders.cases import an_opening
from tests.webhouse import Browser, Web
from webchat.cases.case import Case
from webchat.cases.complaints.learning import Learning
from webchat.cases.complaints.tasks import Plan
from webchat.cases.words import Role
from webchat.db.tables import metadata

STAFF = (
    "worker manager service_lead director governance chief_executive chair safeguarding_lead "
    "safeguarding_deputy administrator"
)
READERS = "manager service_lead director governance chief_executive chair trustee"
C = "/<charity:charity>"
CASE = f"{C}/desk/cases/<reference>"
# Nobody has to sign in for these. Before you add one, ask what a stranger learns or changes there.
PUBLIC = {
    "GET /": "guest.chooser",
    "GET /help": "guest.help_anywhere",
    "GET /health": "guest.health",
    "POST /language": "guest.language",
    "GET /leave": "guest.leave",
    "POST /finish": "guest.finish",
    "GET /finish": "guest.ask_finish",
    "GET /finished": "guest.finished",
    "GET /cleared.css": "guest.cleared",
    f"GET {C}/": "guest.first",
    f"GET {C}/listen/<int:place>.mp3": "guest.listen_first",
    f"GET {C}/chat": "guest.go_on",
    f"POST {C}/chat": "guest.start",
    f"GET {C}/chat/<int:number>": "guest.chat",
    f"POST {C}/chat/<int:number>": "guest.turn",
    f"GET {C}/chat/<int:number>/listen/<int:seq>/<int:place>.mp3": "guest.listen",
    f"GET {C}/chat/<int:number>/sent": "guest.sent",
    f"GET {C}/chat/<int:number>/sent.mp3": "guest.listen_sent",
    f"GET {C}/chat/<int:number>/kept": "guest.keep_code",
    f"POST {C}/chat/<int:number>/kept": "guest.kept_code",
    f"POST {C}/chat/<int:number>/later": "guest.keep_for_later",
    f"GET {C}/case/withdraw": "guest.ask_withdraw",
    f"POST {C}/case/withdraw": "guest.withdraw",
    f"GET {C}/chat/<int:number>/later": "guest.later",
    f"GET {C}/case": "guest.case",
    f"GET {C}/case/news": "guest.case_news",
    f"GET {C}/chat/<int:number>/news": "guest.chat_news",
    f"POST {C}/again": "guest.look_again",
    f"GET {C}/case/time": "guest.ask_time",
    f"POST {C}/case/time": "guest.choose_time",
    f"POST {C}/case/no-time": "guest.give_up_time",
    f"GET {C}/case/appointment.ics": "guest.calendar",
    f"GET {C}/chat/<int:number>/appointment.ics": "guest.calendar_sent",
    f"POST {C}/case": "guest.open_case",
    f"POST {C}/case/add": "guest.add_words",
    f"POST {C}/case/close": "guest.close_case",
    f"GET {C}/case/reach": "guest.reach",
    f"POST {C}/case/reach": "guest.reach_by",
    f"POST {C}/case/not-safe": "guest.not_safe",
    f"GET {C}/case/come-back": "guest.come_back",
    f"GET {C}/case/next-stage": "guest.ask_next_stage",
    f"POST {C}/case/next-stage": "guest.go_to_next_stage",
    f"GET {C}/case/treat-as": "guest.ask_complaint",
    f"POST {C}/case/treat-as": "guest.complain",
    f"GET {C}/case/take-back": "guest.ask_take_back",
    f"POST {C}/case/take-back": "guest.take_back",
    f"POST {C}/case/needs": "guest.say_needs",
    f"GET {C}/case/how": "guest.how",
    f"POST {C}/case/how": "guest.judge",
    f"GET {C}/case/listen/<int:place>.mp3": "guest.listen_case",
    f"POST {C}/language": "guest.language",
    f"POST {C}/finish": "guest.finish",
    f"GET {C}/finish": "guest.ask_finish",
    f"GET {C}/person": "guest.person",
    f"GET {C}/help-now": "guest.help_now",
    f"GET {C}/policy": "guest.policy",
    f"GET {C}/answers": "guest.answers",
    f"GET {C}/privacy": "guest.privacy",
    f"GET {C}/accessibility": "guest.accessibility",
    f"GET {C}/look.css": "guest.look",
    "GET /sign-in": "desk_door.sign_in",
    "POST /sign-in": "desk_door.signing_in",
    "POST /sign-out": "desk_door.sign_out",
    f"GET {C}/calendar/<token>.ics": "desk_feed.feed",
    "GET /invite/<token>": "desk_door.invited",
    "POST /invite/<token>": "desk_door.accepting",
    "GET /static/<path:filename>": "static",
}
# Everywhere else somebody has signed in, and works at this charity in one of these roles.
GUARDED = {
    f"GET {C}/desk/": STAFF,
    f"GET {C}/desk/closed": STAFF,
    f"GET {C}/desk/appeals": "trustee",
    f"GET {C}/desk/actions/<task_id>": STAFF,
    f"POST {C}/desk/actions/<task_id>/done": STAFF,
    f"POST {C}/desk/actions/<task_id>/drop": STAFF,
    f"POST {C}/desk/actions/<task_id>/give": STAFF,
    f"GET {C}/desk/find": STAFF,
    f"POST {C}/desk/find": STAFF,
    f"GET {C}/desk/enter": STAFF,
    f"POST {C}/desk/enter": STAFF,
    f"GET {C}/desk/enter/many": STAFF,
    f"GET {C}/desk/enter/many.csv": STAFF,
    f"POST {C}/desk/enter/many": STAFF,
    f"GET {CASE}": f"{STAFF} trustee",
    f"POST {CASE}/panel": STAFF,
    f"POST {CASE}/agree": STAFF,
    f"POST {CASE}/spoke": STAFF,
    f"POST {CASE}/actions": STAFF,
    f"POST {CASE}/read": STAFF,
    f"POST {CASE}/claim": STAFF,
    f"POST {CASE}/give-back": STAFF,
    f"POST {CASE}/write": STAFF,
    f"POST {CASE}/pass": STAFF,
    f"POST {CASE}/pass/accept": STAFF,
    f"POST {CASE}/pass/decline": STAFF,
    f"POST {CASE}/pass/take-back": STAFF,
    f"GET {CASE}/news": STAFF,
    f"POST {CASE}/look": STAFF,
    f"POST {CASE}/date": STAFF,
    f"POST {CASE}/delivered": STAFF,
    f"POST {CASE}/made": STAFF,
    f"GET {CASE}/needs": STAFF,
    f"POST {CASE}/needs": STAFF,
    f"POST {CASE}/needs/ask": STAFF,
    f"POST {CASE}/needs/cannot": STAFF,
    f"POST {CASE}/time/interpreter": STAFF,
    f"GET {C}/desk/to-do": STAFF,
    f"POST {CASE}/close": STAFF,
    f"POST {CASE}/kind": STAFF,
    f"POST {CASE}/about": STAFF,
    f"POST {CASE}/new-code": STAFF,
    f"GET {CASE}/new-code": STAFF,
    f"POST {CASE}/information": STAFF,
    f"POST {CASE}/information-request": STAFF,
    f"POST {CASE}/elected": STAFF,
    f"POST {CASE}/came-earlier": STAFF,
    f"POST {CASE}/seen": STAFF,
    f"POST {CASE}/not-come": STAFF,
    f"POST {CASE}/heard": STAFF,
    f"POST {CASE}/take-over": STAFF,
    f"POST {CASE}/hide-code": STAFF,
    f"GET {CASE}/time": STAFF,
    f"POST {CASE}/time/move": STAFF,
    f"POST {CASE}/time/cancel": STAFF,
    f"POST {CASE}/time/late": STAFF,
    f"POST {CASE}/time/held": STAFF,
    f"GET {C}/desk/decisions": STAFF,
    f"GET {CASE}/decision": STAFF,
    f"POST {CASE}/decision/propose": STAFF,
    f"POST {CASE}/decision/lift": STAFF,
    f"POST {CASE}/decision/decide": STAFF,
    f"GET {C}/desk/away": STAFF,
    f"POST {C}/desk/away/say": STAFF,
    f"POST {C}/desk/away/change": STAFF,
    f"POST {C}/desk/away/back": STAFF,
    f"GET {C}/desk/appointments/calendar": STAFF,
    f"POST {C}/desk/appointments/calendar": STAFF,
    f"POST {C}/desk/appointments/calendar/stop": STAFF,
    f"GET {C}/desk/appointments": STAFF,
    f"POST {C}/desk/appointments/offer": STAFF,
    f"POST {C}/desk/appointments/withdraw": STAFF,
    f"POST {C}/desk/appointments/close": STAFF,
    f"POST {C}/desk/appointments/reopen": STAFF,
    f"GET {C}/desk/reports": READERS,
    f"GET {C}/desk/reports.csv": READERS,
}


def routes(web: Web) -> Iterator[tuple[str, str]]:
    """Every method and address of the app, with its endpoint."""
    for rule in web.app.url_map.iter_rules():
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            yield f"{method} {rule.rule}", rule.endpoint


def roles_of(web: Web, endpoint: str) -> str | None:
    """The roles that `signed_in` asks for; None where nobody is asked."""
    roles = getattr(web.app.view_functions[endpoint], "needs_roles", None)
    return None if roles is None else " ".join(one.name.lower() for one in roles)


def test_every_address_is_public_by_decision_or_asks_who_is_there(web: Web) -> None:
    asked = {route: roles_of(web, endpoint) for route, endpoint in routes(web)}
    assert {route: roles for route, roles in asked.items() if roles is not None} == GUARDED
    assert {route: endpoint for route, endpoint in routes(web) if asked[route] is None} == PUBLIC


def test_no_address_is_both(web: Web) -> None:
    public = {name for name, view in web.app.view_functions.items() if getattr(view, "is_public", False)}
    assert public == {*PUBLIC.values()} - {"static"}


def test_a_stranger_is_asked_to_sign_in_everywhere_else(web: Web) -> None:
    stranger = web.browser()
    asked = {route: filled(route, web) for route in GUARDED}
    before = everything(web)
    answers = {route: came(stranger, *asked[route]) for route in GUARDED}
    assert answers == dict.fromkeys(GUARDED, (302, "/sign-in"))
    assert everything(web) == before


@pytest.mark.parametrize("charity", ["ruils", "help-and-care"])
def test_without_a_role_at_this_charity_there_is_no_such_page(web: Web, charity: str) -> None:
    other = web.signed_in(Role.WORKER, charity)
    worker = next(one for one in web.house.staff.members("ruils") if one.has(Role.WORKER))
    web.house.staff.join(worker.staff_id, "ruils", [Role.SYSTEM_ADMINISTRATOR])  # security.md C6
    asked = {route: filled(route, web) for route in GUARDED}
    before = everything(web)
    assert {route: came(other, *asked[route]) for route in GUARDED} == dict.fromkeys(GUARDED, (404, None))
    assert everything(web) == before


def test_looking_at_the_desk_twice_changes_nothing(web: Web) -> None:
    """As tests/guest/test_get_changes_nothing.py for guests (design.md, GET changes nothing)."""
    paths = [filled(route, web)[1] for route in GUARDED if route.startswith("GET")]
    manager = web.signed_in(Role.MANAGER)
    before = everything(web)
    no_code = {path: 302 for path in paths if path.endswith("/new-code")}
    given = {"/invite/nobody": 404, "/ruils/desk/appeals": 404, **no_code}
    for path in ["/sign-in", "/invite/nobody", *paths] * 2:
        assert manager.get(path).status_code == given.get(path, 200)  # no code was made: the case again
        web.browser().get(path)
    assert everything(web) == before


def filled(route: str, web: Web) -> tuple[str, str]:
    """The method of a route, and its address for a new case at RUILS."""
    case = web.house.casework.open(an_opening(charity="ruils"), web.clock())
    method, rule = route.split(" ")
    path = rule.replace(C, "/ruils").replace("<reference>", case.reference)
    return method, path.replace("<task_id>", promised(web, case)) if "<task_id>" in path else path


def promised(web: Web, case: Case) -> str:
    """The id of an action that the manager at RUILS has promised to do."""
    manager, now = next(one for one in web.house.staff.members("ruils") if one.has(Role.MANAGER)), web.clock()
    web.house.casework.claim(manager, case.id, now)
    plan = Plan("They waited.", "We ring.", manager.staff_id, now.date())
    Learning(web.house.casework).promise(manager, case.id, [plan], now)
    return web.house.cases.tasks(case.id)[0].id


def came(browser: Browser, method: str, path: str) -> tuple[int, str | None]:
    """What became of coming to an address, a form with a token that is good: the status, and where it led."""
    browser.get("/sign-in")
    answer = browser.get(path) if method == "GET" else browser.post(path)
    return answer.status_code, answer.headers.get("Location")


def everything(web: Web) -> dict[str, object]:
    """Every row of every table."""
    return {name: web.house.database.rows(table.select()) for name, table in metadata.tables.items()}
