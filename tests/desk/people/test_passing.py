"""Passing a case on, as staff see it: offered on the case, answered on the board (issue 4, line 2)."""

import re
from dataclasses import replace
from datetime import timedelta

from tests.desk.working import at, taken, told
from tests.webhouse import Browser, Web
from webchat.cases.case import About, Case
from webchat.cases.moves import Moved
from webchat.cases.people.away import Absence
from webchat.cases.people.member import Member
from webchat.cases.words import Kind, Role

NOTE = "She prefers calls before noon."
BOARD = "/ruils/desk/"


def who(web: Web, role: Role) -> Member:
    return next(one for one in web.house.staff.members("ruils") if one.has(role))


def passed(web: Web, browser: Browser, case: Case, taker: Role = Role.MANAGER, **given: str) -> str:
    """The worker passes their case on; the page they then see."""
    form = {"to": who(web, taker).staff_id, "why": "away", "note": NOTE, **given}
    answer = browser.post(at(case, "/pass"), **form)
    return told(browser.get(answer.headers["Location"]) if answer.status_code == 303 else answer)


def offered(page: str) -> dict[str, str]:
    found = re.search(r'name="passing" value="([^"]+)"', page)
    return {"passing": found.group(1)} if found else {}


def now(web: Web, case: Case) -> Case:
    found = web.house.cases.case(case.charity, case.id)
    assert found
    return found


def test_it_stands_at_the_top_of_the_colleagues_board_until_they_accept(web: Web) -> None:
    case, worker = taken(web)
    assert "You have it until they accept." in passed(web, worker, case)
    manager = web.signed_in(Role.MANAGER)
    board = told(manager.get(BOARD))
    name = who(web, Role.WORKER).name
    assert f"Passed to you by {name}:" in board
    assert NOTE in board
    assert board.index("Passed to you") < board.index('class="filters')
    assert now(web, case).owner == who(web, Role.WORKER).staff_id
    done = manager.post(at(case, "/pass/accept"), **offered(board))
    assert "You have this case now." in told(manager.get(done.headers["Location"]))
    assert now(web, case).owner == who(web, Role.MANAGER).staff_id
    assert "Passed to you" not in told(manager.get(BOARD))
    assert "Only they can write to the guest." in told(worker.get(at(case)))


def test_nobody_elses_board_has_it(web: Web) -> None:
    case, worker = taken(web)
    passed(web, worker, case)
    for role in (Role.WORKER, Role.DIRECTOR, Role.CHAIR):
        assert "Passed to you" not in told(web.signed_in(role).get(BOARD))


def test_what_is_missing_is_said_at_its_box_and_the_words_stay(web: Web) -> None:
    case, worker = taken(web)
    page = passed(web, worker, case, why="")
    assert "Choose why you pass it on." in page
    assert 'id="why-pass-fault"' in page
    assert NOTE in page
    page = passed(web, worker, case, note=" ")
    assert 'id="note-fault"' in page
    assert 'value="away" selected' in page
    page = passed(web, worker, case, to="")
    assert 'id="to-fault"' in page


def test_whom_it_is_about_is_not_in_the_list_and_cannot_be_given_it(web: Web) -> None:
    case, worker = taken(web, kind=Kind.COMPLAINT)
    manager = who(web, Role.MANAGER)
    assert f'<option value="{manager.staff_id}">' in told(worker.get(at(case)))
    web.house.casework.move(
        now(web, case), Moved(replace(now(web, case), about=About.MATCHED, about_staff=manager.staff_id))
    )
    page = told(worker.get(at(case)))
    pick = page[page.index('id="to"') : page.index("</select>", page.index('id="to"'))]
    assert manager.staff_id not in pick
    assert "This person cannot take this case." in passed(web, worker, case)
    assert "Passed to you" not in told(web.signed_in(Role.MANAGER).get(BOARD))


def test_a_decline_says_why_and_the_first_reads_it(web: Web) -> None:
    case, worker = taken(web)
    passed(web, worker, case)
    manager = web.signed_in(Role.MANAGER)
    form = offered(told(manager.get(BOARD)))
    refused = told(manager.post(at(case, "/pass/decline"), **form, reply=" "))
    assert "Say why you do not take it." in refused
    assert 'id="reply-fault"' in refused
    done = manager.post(at(case, "/pass/decline"), **form, reply="I am full this week.")
    assert "It stays with your colleague" in told(manager.get(done.headers["Location"]))
    page = told(worker.get(at(case)))
    assert "did not take it:" in page
    assert "I am full this week." in page


def test_the_offer_can_be_taken_back_and_is_then_told_as_gone(web: Web) -> None:
    case, worker = taken(web)
    form = offered(passed(web, worker, case))
    assert "You have passed this case to somebody already." in passed(web, worker, case, Role.DIRECTOR)
    manager = web.signed_in(Role.MANAGER)
    manager.get(BOARD)
    done = worker.post(at(case, "/pass/take-back"), **form)
    assert "You keep the case." in told(worker.get(done.headers["Location"]))
    for move in ("accept", "decline"):
        answer = manager.post(at(case, f"/pass/{move}"), **form, reply="A long reason.")
        assert answer.status_code == 400
        assert "This case is not passed to you any more." in told(answer)
    assert "A long reason." in told(answer)
    assert now(web, case).owner == who(web, Role.WORKER).staff_id


def test_a_case_closed_under_the_offer_says_so(web: Web) -> None:
    case, worker = taken(web)
    form = offered(passed(web, worker, case))
    worker.post(at(case, "/close"), reason="All done.")
    manager = web.signed_in(Role.MANAGER)
    manager.get(BOARD)
    assert "This case is closed." in told(manager.post(at(case, "/pass/accept"), **form))


def test_a_colleague_who_has_left_is_named_as_gone(web: Web) -> None:
    case, worker = taken(web)
    passed(web, worker, case)
    gone = who(web, Role.MANAGER)
    web.house.staff.stop(gone.staff_id, web.clock())
    page = told(worker.get(at(case)))
    assert f"You passed it to {gone.name}, who does not work here any more." in page


def test_an_offer_of_somebody_who_has_left_can_still_be_accepted(web: Web) -> None:
    case, worker = taken(web)
    passed(web, worker, case)
    left = who(web, Role.WORKER)
    web.house.staff.stop(left.staff_id, web.clock())
    manager = web.signed_in(Role.MANAGER)
    board = told(manager.get(BOARD))
    assert f"Passed to you by {left.name}:" in board
    manager.post(at(case, "/pass/accept"), **offered(board))
    assert now(web, case).owner == who(web, Role.MANAGER).staff_id


def test_a_colleague_who_is_away_is_said_to_be(web: Web) -> None:
    case, worker = taken(web)
    manager, today = who(web, Role.MANAGER), web.clock().date()
    absence = Absence("a", "ruils", manager.staff_id, today, today + timedelta(days=9))
    web.house.standing_in.say(absence, web.clock())
    assert f"{manager.name} (away, back on Wednesday 2 December 2026)" in told(worker.get(at(case)))
