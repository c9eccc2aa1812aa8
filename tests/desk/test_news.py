"""Whether a case on the screen has new words: a number, cheap, and only for whoever may see it (line 2)."""

from dataclasses import replace

import pytest

from tests.desk.working import at, opened, taken, told
from tests.guest.test_one_commit import told_by
from tests.webhouse import Browser, Web
from webchat.cases.case import About, Case
from webchat.cases.moves import Moved
from webchat.cases.words import Kind, Role


def news(browser: Browser, case: Case) -> str:
    answer = browser.client.get(at(case, "/news"))
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.mimetype == "text/plain"
    return told(answer)


def adds(web: Web, case: Case, words: str) -> None:
    now = web.house.cases.case(case.charity, case.id)
    assert now
    web.house.casework.guest_adds(now, words, "en", web.clock())


def test_the_number_is_that_of_the_messages_and_of_nothing_else(web: Web) -> None:
    case, worker = taken(web)
    before = news(worker, case)
    assert f'data-at="{before}"' in told(worker.get(at(case)))
    worker.post(at(case, "/elected"), elected="yes")
    assert news(worker, case) == before
    adds(web, case, "The door has a bell.")
    assert int(news(worker, case)) == int(before) + 1


def test_asking_is_one_query_beside_who_asks(web: Web) -> None:
    case, worker = taken(web)
    with told_by(web, reading=True) as said:
        news(worker, case)
    assert said == ["SELECT web_session.kind,", "SELECT membership.staff,", "SELECT case_.id,"]
    with told_by(web) as written:
        news(worker, case)
    assert written == []


def test_whoever_may_not_see_it_finds_nothing(web: Web) -> None:
    mine = next(one for one in web.house.staff.members("ruils") if one.has(Role.WORKER))
    worker = web.signed_in(Role.WORKER)
    about_me = opened(web)
    web.house.casework.move(
        about_me, Moved(replace(about_me, about=About.MATCHED, about_staff=mine.staff_id))
    )
    hidden = [
        about_me,
        opened(web, about_person=True),
        opened(web, kind=Kind.SAFEGUARDING),
        replace(about_me, reference="ZZZ-ZZZ"),
        replace(opened(web, charity="help-and-care"), charity="ruils"),
    ]
    worker.get("/ruils/desk/")
    pages = []
    for case in hidden:
        answer = worker.client.get(at(case, "/news"))
        assert answer.status_code == 404
        pages.append(told(answer).replace(case.reference, "?"))
    assert web.signed_in(Role.SAFEGUARDING_LEAD).client.get(at(hidden[2], "/news")).status_code == 200


@pytest.mark.parametrize("path", ["", "/news"])
def test_a_stranger_is_asked_to_sign_in(web: Web, path: str) -> None:
    assert web.browser().get(at(opened(web), path)).headers["Location"] == "/sign-in"


def test_the_button_shows_new_words_and_keeps_what_is_typed(web: Web) -> None:
    case, worker = taken(web)
    assert "Check for new messages" in told(worker.get(at(case)))
    adds(web, case, "The door has a bell.")
    form = {"seen": case.version, "body": "I am half way thr", "purpose": "update"}
    page = told(worker.post(at(case, "/look"), **form))
    assert "The door has a bell." in page
    assert "I am half way thr</textarea>" in page
    assert 'value="update" id="purpose" checked' in page or 'value="update" checked' in page
    assert [one.body for one in web.house.cases.messages(case.id)][-1] == "The door has a bell."
    now = web.house.cases.case(case.charity, case.id)
    assert now
    assert f'name="seen" value="{now.version}"' in page
