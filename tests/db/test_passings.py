"""What is passed on, as it is stored: one offer waits at a time, and of two answers one counts (line 2)."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import delete, func, select

from tests.builders.at_once import all_at_once
from tests.builders.cases import MONDAY, OnePolicy, a_member, a_policy, an_opening
from tests.builders.staff import employ
from webchat.cases.casework import Casework
from webchat.cases.errors import NotAllowed, Stale
from webchat.cases.people.passing import Answer, Because, Passing
from webchat.cases.people.passing_on import PassingOn, Terms
from webchat.db.cases import Cases
from webchat.db.database import Database
from webchat.db.passings import Passings
from webchat.db.tables import case_, passing

SAM, AMINA = a_member("sam"), a_member("amina")


def work_in(database: Database) -> PassingOn:
    return PassingOn(Casework(Cases(database), OnePolicy(a_policy())), Passings(database))


def a_passing(case_id: str, passing_id: str = "one", **given: str) -> Passing:
    made = Passing(passing_id, case_id, "kind-place", "sam", "amina", Because.AWAY, "A note \0 🏳️‍🌈", MONDAY)
    return replace(made, **given)  # type: ignore[arg-type]


@pytest.fixture
def case_id(database: Database) -> str:
    return work_in(database).casework.open(an_opening(), MONDAY).id


def test_it_comes_back_as_it_was_and_what_became_of_it(database: Database, case_id: str) -> None:
    store = Passings(database)
    made = replace(a_passing(case_id), note="A note 🏳️‍🌈")
    store.offer(made)
    assert store.of_case(case_id) == [made]
    store.settle(replace(made, answer=Answer.DECLINED, reply="I am away"))
    assert store.of_case(case_id) == [replace(made, answer=Answer.DECLINED, reply="I am away")]


def test_what_waits_for_somebody_is_theirs_at_this_charity_alone(database: Database) -> None:
    store, work = Passings(database), work_in(database).casework
    ids = [work.open(an_opening(), MONDAY).id for _ in range(4)]
    store.offer(a_passing(ids[0], "first"))
    store.offer(a_passing(ids[1], "second"))
    store.offer(a_passing(ids[2], "other", taker="kit"))
    store.offer(a_passing(ids[3], "elsewhere", charity="other-place"))
    assert [one.id for one in store.to("kind-place", "amina")] == ["first", "second"]
    store.settle(replace(a_passing(ids[0], "first"), answer=Answer.ACCEPTED))
    assert [one.id for one in store.to("kind-place", "amina")] == ["second"]


def test_a_second_offer_that_waits_and_a_second_answer_are_refused(database: Database, case_id: str) -> None:
    store = Passings(database)
    store.offer(a_passing(case_id))
    with pytest.raises(Stale):
        store.offer(a_passing(case_id, "two"))
    store.settle(replace(a_passing(case_id), answer=Answer.TAKEN_BACK))
    with pytest.raises(Stale):
        store.settle(replace(a_passing(case_id), answer=Answer.ACCEPTED))
    store.offer(a_passing(case_id, "two"))


def test_the_note_goes_with_its_case(database: Database, case_id: str) -> None:
    Passings(database).offer(a_passing(case_id))
    with database.transaction() as transaction:
        transaction.write(delete(case_).where(case_.c.id == case_id))
    assert database.rows(select(func.count()).select_from(passing))[0][0] == 0


def test_accepted_and_taken_back_at_the_same_moment_is_one_of_the_two(
    open_database: Callable[..., Database],
) -> None:
    database = open_database(wait=30)
    employ(database, SAM, AMINA)
    work = work_in(database)
    for _ in range(15):
        case_id = work.casework.open(an_opening(), MONDAY).id
        work.casework.claim(SAM, case_id, MONDAY)
        work.offer(SAM, case_id, Terms("amina", Because.AWAY, "A note"), MONDAY)
        (one,) = work.offers.of_case(case_id)
        came = all_at_once(
            [
                lambda case_id=case_id, one=one: work.accept(AMINA, case_id, one.id, MONDAY).owner,  # type: ignore[misc]
                lambda case_id=case_id, one=one: work.take_back(SAM, case_id, one.id, MONDAY).owner,  # type: ignore[misc]
            ]
        )
        (after,) = work.offers.of_case(case_id)
        case = work.casework.store.case("kind-place", case_id)
        assert case
        assert {"amina": Answer.ACCEPTED, "sam": Answer.TAKEN_BACK}[case.owner] is after.answer
        assert [one for one in came if isinstance(one, str)] == [case.owner]
        assert isinstance(next(one for one in came if not isinstance(one, str)), Stale | NotAllowed)
