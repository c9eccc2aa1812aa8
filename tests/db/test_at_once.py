"""Many at the same time: one sending is one case, one claim wins, and nothing of the losers is left."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from sqlalchemy import func, select

from tests.builders.at_once import all_at_once
from tests.builders.cases import MONDAY, OnePolicy, a_member, a_policy, an_entry, an_opening
from tests.builders.staff import employ
from webchat.cases.casework import Casework
from webchat.cases.errors import AlreadyClaimed
from webchat.cases.words import MetBy, PromiseName
from webchat.db.cases import Cases
from webchat.db.database import Database
from webchat.db.tables import case_, event, message, outbox, person, promise

POLICY = a_policy(
    an_entry(PromiseName.ACKNOWLEDGE, 1, met_by=MetBy.AUTOMATIC), an_entry(PromiseName.REPLY, 5)
)


def casework(database: Database) -> Casework:
    return Casework(Cases(database), OnePolicy(POLICY))


def how_many(database: Database) -> dict[str, int]:
    tables = (case_, promise, message, event, person, outbox)
    return {
        table.name: database.rows(select(func.count().label("n")).select_from(table))[0].n for table in tables
    }


def test_one_sending_fifty_times_in_parallel_is_one_case_with_one_reference(
    open_database: Callable[..., Database],
) -> None:
    database = open_database(wait=30)
    work = casework(database)
    sent = an_opening(key="once")
    cases = all_at_once([lambda: work.open(sent, MONDAY)] * 50)
    assert len({case.reference for case in cases}) == 1
    assert len({case.id for case in cases}) == 1
    assert how_many(database) == {
        "case_": 1, "promise": 2, "message": 1, "event": 1, "person": 1, "outbox": 4,
    }  # fmt: skip


def test_fifty_different_sendings_in_parallel_are_fifty_cases(open_database: Callable[..., Database]) -> None:
    database = open_database(wait=30)
    work = casework(database)

    def send(number: int) -> Callable[[], Any]:
        return lambda: work.open(an_opening(key=f"key-{number}"), MONDAY)

    cases = all_at_once([send(number) for number in range(50)])
    assert len({case.reference for case in cases}) == 50
    assert how_many(database)["outbox"] == 200  # one that tells staff, three that look at its clock


def test_the_same_sending_in_the_middle_of_two_turns_is_one_case(
    open_database: Callable[..., Database],
) -> None:
    """Each turn is a transaction that writes before and after; the loser finds the winner's case."""
    database = open_database(wait=30)
    work, store = casework(database), Cases(database)
    sent = an_opening(key="once")

    def turn(number: int) -> Callable[[], Any]:
        def run() -> Any:
            with store.transaction():
                work.open(an_opening(key=f"before-{number}"), MONDAY)
                return work.open(sent, MONDAY)

        return run

    cases = all_at_once([turn(number) for number in range(10)])
    assert len({case.id for case in cases}) == 1
    assert how_many(database)["case_"] == 11


def test_of_many_claims_one_wins_and_the_others_are_told_who(open_database: Callable[..., Database]) -> None:
    database = open_database(wait=30)
    members = [a_member(f"worker-{number}") for number in range(8)]
    employ(database, *members)
    work = casework(database)

    def claim(member: Any, case_id: str) -> Callable[[], str]:
        def run() -> str:
            try:
                return f"won {work.claim(member, case_id, MONDAY).owner}"
            except AlreadyClaimed as lost:
                return f"told {lost.owner}"

        return run

    for _ in range(25):
        case = work.open(an_opening(), MONDAY)
        answers = Counter(all_at_once([claim(one, case.id) for one in members]))
        stored = work.store.case(case.charity, case.id)
        assert stored is not None
        assert answers == {f"won {stored.owner}": 1, f"told {stored.owner}": 7}
        assert [one.what for one in work.store.events(case.id)] == ["opened", "claimed"]
