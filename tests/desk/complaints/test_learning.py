"""At the desk: actions that were promised, on the case and on a list of one's own ("you said, we did")."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.desk.appealed import one_of
from tests.desk.working import at, opened, taken, told
from tests.webhouse import Web
from webchat.cases.case import About, Case
from webchat.cases.complaints.tasks import Task
from webchat.cases.leaving import Leaving
from webchat.cases.moves import Moved
from webchat.cases.words import Kind, ReplyBy, Role

WHOLE = {
    "purpose": "outcome", "body": "The bus was late.", "learned": "We ring when a bus is late.",
    "next_step": "Write to the Director.",
}  # fmt: skip
BOARD = "/ruils/desk/"


def action(web: Web, by: Role = Role.MANAGER, **given: Any) -> dict[str, str]:
    doer = one_of(web, by, "ruils").staff_id
    return {"said": "You waited.", "what": "Ring when late.", "doer": doer, "due": "2026-11-30", **given}


def numbered(place: int, some: dict[str, str]) -> dict[str, str]:
    return {f"{name}-{place}": words for name, words in some.items()}


def tasks(web: Web, case: Case) -> list[Task]:
    return list(web.house.cases.tasks(case.id))


def page_of(task: Task, move: str = "") -> str:
    return f"/ruils/desk/actions/{task.id}{move}"


def changed(web: Web, case: Case, **given: Any) -> None:
    now = web.house.cases.case(case.charity, case.id)
    assert now
    web.house.casework.move(now, Moved(replace(now, **given)))


def test_an_outcome_is_sent_with_what_is_promised(web: Web) -> None:
    case, browser = taken(web, kind=Kind.COMPLAINT)
    plans = numbered(1, action(web)) | numbered(3, action(web, Role.WORKER, what="Say sorry."))
    assert browser.post(at(case, "/write"), **WHOLE, **plans, seen=case.version).status_code == 303
    assert {one.what for one in tasks(web, case)} == {"Ring when late.", "Say sorry."}
    page = told(browser.get(at(case)))
    assert "Promised actions" in page
    assert "Malik Manager" in page
    event = next(one for one in web.house.cases.events(case.id) if one.what == "wrote")
    assert event.fields["learned"] is True


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"said": ""}, "Say in a few words what the guest said."),
        ({"what": " "}, "Say what you will do about it."),
        ({"doer": ""}, "Choose who does it."),
        ({"due": ""}, "Say by when it is done."),
        ({"due": "2026-11-20"}, "This date has passed."),
        ({"due": "soon"}, "Write the date with the day, the month and the year."),
    ],
)
def test_with_one_that_is_not_whole_nothing_is_sent_and_every_word_is_kept(
    web: Web, wrong: dict[str, Any], says: str
) -> None:
    case, browser = taken(web, kind=Kind.COMPLAINT)
    plans = numbered(1, action(web, **wrong))
    answer = browser.post(at(case, "/write"), **WHOLE, **plans, seen=case.version)
    page = told(answer)
    assert answer.status_code == 400
    assert says in page
    assert all(words in page for words in (*list(WHOLE.values())[1:], *filter(str.strip, plans.values())))
    assert (len(web.house.cases.messages(case.id)), tasks(web, case)) == (1, [])
    later = browser.post(at(case, "/actions"), **action(web, **wrong))
    assert (later.status_code, says in told(later)) == (400, True)


def test_it_stands_on_the_owners_list_by_date_and_late_in_words(web: Web) -> None:
    case, browser = taken(web, kind=Kind.COMPLAINT)
    assert "Promised actions" not in told(web.signed_in(Role.MANAGER).get(BOARD))
    for on, what in (("2026-12-18", "Later."), ("2026-11-24", "First."), ("2026-11-26", "Second.")):
        browser.post(at(case, "/actions"), **action(web, what=what, due=on))
    web.clock.at += timedelta(days=3)
    page = told(web.signed_in(Role.MANAGER).get(BOARD))
    assert page.index("First.") < page.index("Second.") < page.index("Later.")
    assert "Late by 2 days" in page
    assert "Due today" in page
    assert "First." not in told(web.signed_in(Role.WORKER).get(BOARD))  # it is not on anybody else's


def test_a_closed_case_keeps_it_and_once_done_the_guest_reads_you_said_and_we_did(web: Web) -> None:
    case, browser = taken(web, kind=Kind.COMPLAINT)
    browser.post(at(case, "/actions"), **action(web))
    browser.post(at(case, "/close"), reason="We have told you all.")
    assert "Ring when late." in told(browser.get(at(case)))
    (task,) = tasks(web, case)
    manager = web.signed_in(Role.MANAGER)
    manager.get(page_of(task))
    assert "Say what you did." in told(manager.post(page_of(task, "/done"), did=" "))
    landed = manager.post(page_of(task, "/done"), did="We ring every time.")
    assert landed.status_code == 303
    assert "It is noted as done." in told(manager.get(landed.headers["Location"].partition("#")[0]))
    message = web.house.cases.messages(case.id)[-1]
    assert message.body.split("\n\n") == ["You said\nYou waited.", "We did\nWe ring every time."]
    assert "Ring when late." not in told(manager.get(BOARD))
    again = manager.post(page_of(task, "/done"), did="Again.")
    assert (again.status_code, "done or dropped already" in told(again)) == (400, True)
    assert len(web.house.cases.messages(case.id)) == 3  # the guest's, closing, done: nothing twice


def test_who_wanted_no_reply_hears_nothing(web: Web) -> None:
    case, browser = taken(web, kind=Kind.COMPLAINT, reply_by=ReplyBy.NONE)
    browser.post(at(case, "/actions"), **action(web, Role.WORKER))
    browser.post(page_of(tasks(web, case)[0], "/done"), did="We ring.")
    assert len(web.house.cases.messages(case.id)) == 1
    assert tasks(web, case)[0].state.value == "done"


def test_it_is_dropped_only_with_a_reason_that_stays_to_be_read(web: Web) -> None:
    case, browser = taken(web, kind=Kind.COMPLAINT)
    browser.post(at(case, "/actions"), **action(web, Role.WORKER))
    (task,) = tasks(web, case)
    assert "Say why it is not done." in told(browser.post(page_of(task, "/drop"), reason=""))
    browser.post(page_of(task, "/drop"), reason="The bus is gone.")
    page = told(browser.get(at(case)))
    assert "The bus is gone." in page
    assert "Not done" in page
    assert len(web.house.cases.messages(case.id)) == 1


def test_whoever_does_it_reads_its_own_words_and_not_the_case(web: Web) -> None:
    case, browser = taken(web, kind=Kind.COMPLAINT, words="The driver shouted.", name="Ana Ruiz")
    adam = web.signed_in(Role.ADMINISTRATOR)
    assert adam.get(at(case)).status_code == 404
    browser.post(at(case, "/actions"), **action(web, Role.ADMINISTRATOR))
    (task,) = tasks(web, case)
    assert "Ring when late." in told(adam.get(BOARD))
    page = told(adam.get(page_of(task)))
    assert "You waited." in page
    assert not any(word in page for word in (case.reference, "Ana Ruiz", "driver"))
    assert adam.get(at(case)).status_code == 404
    assert adam.post(page_of(task, "/done"), did="We ring.").status_code == 303


@pytest.mark.parametrize("role", [Role.CHAIR, Role.ADMINISTRATOR])
def test_to_anybody_else_it_looks_as_if_it_were_not_there(web: Web, role: Role) -> None:
    case, browser = taken(web, kind=Kind.COMPLAINT)
    browser.post(at(case, "/actions"), **action(web))
    (task,) = tasks(web, case)
    other = web.signed_in(role)
    elsewhere = web.signed_in(Role.MANAGER, "help-and-care")
    for who, address in (
        (other, page_of(task)),
        (elsewhere, page_of(task)),
        (elsewhere, page_of(task).replace("ruils", "help-and-care")),
    ):
        never = told(who.get(address.replace(task.id, "0" * 32)))
        answer = who.get(address)
        assert answer.status_code == 404
        plain = [re.sub(r'(csrf_token" value=|nonce=)"[^"]+"', "", one) for one in (told(answer), never)]
        assert plain[0].replace(task.id, "?") == plain[1].replace("0" * 32, "?")
        who.get("/sign-in")
        for move in ("/done", "/drop", "/give"):
            assert who.post(address + move, did="x", reason="x").status_code == 404


def test_whoever_the_case_is_about_never_knows_of_it_even_when_it_was_theirs(web: Web) -> None:
    case, browser = taken(web, kind=Kind.COMPLAINT)
    browser.post(at(case, "/actions"), **action(web))
    (task,) = tasks(web, case)
    malik = one_of(web, Role.MANAGER, "ruils")
    manager = web.signed_in(Role.MANAGER)
    worker = one_of(web, Role.WORKER, "ruils")
    web.house.casework.say_who(worker, case.id, malik.staff_id, web.clock())
    assert "Ring when late." not in told(manager.get(BOARD))
    assert manager.get(page_of(task)).status_code == 404
    assert tasks(web, case)[0].owner == ""


def test_whoever_leads_finds_what_nobody_has_and_gives_it_on(web: Web) -> None:
    """At RUILS no clause names who answers for actions: the manager stands first in the pack."""
    case, browser = taken(web, kind=Kind.COMPLAINT)
    browser.post(at(case, "/actions"), **action(web, Role.DIRECTOR))
    (task,) = tasks(web, case)
    dilip = one_of(web, Role.DIRECTOR, "ruils")
    house = web.house
    had = Leaving(house.casework, house.desk_lists.owned_by, house.actions.acts_in, house.staff.leave).end(
        dilip, web.clock()
    )
    assert had == (0, 1)
    manager = web.signed_in(Role.MANAGER)
    page = told(manager.get(BOARD))
    assert "Ring when late." in page
    assert "Nobody has it now" in page
    assert "Ring when late." not in told(web.signed_in(Role.WORKER).get(BOARD))
    worker = one_of(web, Role.WORKER, "ruils").staff_id
    manager.get(page_of(task))
    assert manager.post(page_of(task, "/give"), doer=worker).status_code == 303
    assert tasks(web, case)[0].owner == worker


def test_at_help_and_care_the_service_lead_answers_for_what_nobody_does(web: Web) -> None:
    case = opened(web, "help-and-care", kind=Kind.COMPLAINT)
    changed(web, case, owner=one_of(web, Role.GOVERNANCE).staff_id)
    governance = web.signed_in(Role.GOVERNANCE, "help-and-care")
    governance.get(at(case))
    doer = one_of(web, Role.WORKER).staff_id
    governance.post(at(case, "/actions"), said="It was late.", what="Ring.", doer=doer, due="2026-12-01")
    web.house.casework.say_who(one_of(web, Role.GOVERNANCE), case.id, doer, web.clock())
    for role, shown in ((Role.SERVICE_LEAD, True), (Role.MANAGER, False)):
        page = told(web.signed_in(role, "help-and-care").get("/help-and-care/desk/"))
        assert ("Nobody has it now" in page) is shown


def test_nobody_is_given_what_could_be_about_them(web: Web) -> None:
    case, browser = taken(web, kind=Kind.COMPLAINT)
    changed(web, case, about=About.MATCHED, about_staff=one_of(web, Role.MANAGER, "ruils").staff_id)
    page = told(browser.post(at(case, "/actions"), **action(web)))
    assert "Malik Manager is, or could be, the person it is about." in page
    assert tasks(web, case) == []
