"""Promised actions, panels and agreed dates as they are stored; whose list an action stands on."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import delete, select

from tests.builders.cases import MONDAY, OnePolicy, a_member, a_policy, an_entry, an_opening
from tests.builders.staff import employ
from webchat.cases.case import Case, Sitting
from webchat.cases.casework import Casework
from webchat.cases.complaints.learning import Learning
from webchat.cases.complaints.tasks import Plan, Task, TaskState
from webchat.cases.moves import Moved
from webchat.cases.words import Agreed, PromiseName
from webchat.db.actions_list import ActionsList
from webchat.db.cases import Cases
from webchat.db.database import Database
from webchat.db.tables import case_, task

HERE = "kind-place"
SAM, PAT = a_member("sam"), a_member("pat")


@pytest.fixture
def work(database: Database) -> Casework:
    employ(database, SAM, PAT)
    return Casework(Cases(database), OnePolicy(a_policy(an_entry(PromiseName.REPLY, 5))))


def promised(work: Casework, *days: int, owner: str = "pat") -> Case:
    case = work.claim(SAM, work.open(an_opening(about_name="Zed"), MONDAY).id, MONDAY)
    plans = [Plan("Late.", f"In {one}.", owner, MONDAY.date() + timedelta(days=one)) for one in days]
    return Learning(work).promise(SAM, case.id, plans, MONDAY)


def test_an_action_comes_back_as_it_was_written_and_changes_only_as_it_is_settled(work: Casework) -> None:
    case = promised(work, 2)
    (one,) = work.store.tasks(case.id)
    assert one == Task(
        one.id, case.id, "Late.", "In 2.", "pat", date(2026, 11, 25), "sam", MONDAY, TaskState.OPEN
    )
    later = MONDAY + timedelta(days=1)
    Learning(work).done(PAT, one.id, "Rung.", "Rung.", later)
    settled = work.store.task(HERE, one.id)
    assert settled == replace(
        one, state=TaskState.DONE, settled_by="pat", settled_at=later, words="Rung."
    )
    assert work.store.task("other-place", one.id) is None
    assert work.store.task(HERE, "nobody") is None


def test_a_list_has_what_is_open_of_these_people_by_date(database: Database, work: Casework) -> None:
    first, second = promised(work, 5, 1), promised(work, 3)
    promised(work, 2, owner="sam")
    lists = ActionsList(database)
    assert [one.task.what for one in lists.to_do(HERE, "pat")] == ["In 1.", "In 3.", "In 5."]
    assert [one.task.what for one in lists.to_do(HERE, "pat", "sam")] == ["In 1.", "In 2.", "In 3.", "In 5."]
    assert lists.to_do("other-place", "pat") == lists.to_do(HERE, "") == []
    assert set(lists.acts_in(HERE, "pat")) == {first.id, second.id}
    assert lists.to_do(HERE, "pat")[0].case == work.store.case(HERE, first.id)
    Learning(work).drop(PAT, work.store.tasks(second.id)[0].id, "No.", MONDAY)
    assert lists.acts_in(HERE, "pat") == [first.id]


def test_what_is_erased_takes_its_actions_with_it(database: Database, work: Casework) -> None:
    case = promised(work, 1)
    with database.transaction() as transaction:
        transaction.write(delete(case_).where(case_.c.id == case.id))
    assert database.rows(select(task)) == []


def test_a_panel_and_how_a_date_was_agreed_come_back_as_they_were_written(work: Casework) -> None:
    case = work.open(an_opening(), MONDAY)
    (promise,) = work.store.promises(case.id)
    panel = (Sitting("pat", "Pat"), Sitting("", "Una Okoro"))
    agreed = replace(promise, id="agreed", agreed_by=Agreed.IN_PERSON)
    moved = work.move(case, Moved(replace(case, panel=panel), (agreed,)))
    assert work.store.case(HERE, case.id) == moved
    assert moved.panel == panel
    assert [one.agreed_by for one in work.store.promises(case.id)] == [None, Agreed.IN_PERSON]
