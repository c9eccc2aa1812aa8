"""An errand is done at least once, by one worker at a time, and is never forgotten."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert

from tests.builders.at_once import all_at_once
from tests.builders.cases import MONDAY
from webchat.cases.case import Errand
from webchat.db.as_rows import row_of_errand
from webchat.db.database import Database
from webchat.db.outbox import Outbox
from webchat.db.tables import outbox as table
from webchat.db.tables.outbox import Fate

LEASE = timedelta(minutes=2)


def put(database: Database, *keys: str, at: datetime = MONDAY, charity: str = "kind-place") -> None:
    rows = [row_of_errand(Errand(key, "tell_staff", charity, {"case": key}, at)) for key in keys]
    with database.transaction() as transaction:
        transaction.write(insert(table), rows)


@pytest.fixture
def outbox(database: Database) -> Outbox:
    return Outbox(database)


def after(**given: float) -> datetime:
    return MONDAY + timedelta(**given)


def keys(taken: Sequence[Any]) -> list[str]:
    return [one.errand.key for one in taken]


def test_an_errand_comes_back_as_it_was_written(outbox: Outbox, database: Database) -> None:
    put(database, "a")
    [taken] = outbox.take("w", MONDAY, LEASE)
    assert taken.errand == Errand("a", "tell_staff", "kind-place", {"case": "a"}, MONDAY)
    assert (taken.tries, taken.until) == (1, MONDAY + LEASE)


def test_nothing_is_taken_before_its_time_and_the_longest_due_first(
    outbox: Outbox, database: Database
) -> None:
    put(database, "later", at=after(minutes=5))
    put(database, "second", at=after(minutes=2))
    put(database, "first", at=after(minutes=1))
    assert keys(outbox.take("w", MONDAY, LEASE)) == []
    assert keys(outbox.take("w", after(minutes=4), LEASE)) == ["first", "second"]


def test_no_more_is_taken_than_was_asked_for(outbox: Outbox, database: Database) -> None:
    put(database, *"abcde")
    assert keys(outbox.take("w", MONDAY, LEASE, limit=2)) == ["a", "b"]
    assert keys(outbox.take("w", MONDAY, LEASE, limit=2)) == ["c", "d"]


def test_what_one_worker_has_no_other_gets_until_the_lease_ends(outbox: Outbox, database: Database) -> None:
    put(database, "a")
    outbox.take("first", MONDAY, LEASE)
    assert outbox.take("second", after(minutes=1), LEASE) == ()
    [again] = outbox.take("second", after(minutes=2), LEASE)
    assert again.tries == 2


def test_what_is_done_is_not_done_again(outbox: Outbox, database: Database) -> None:
    put(database, "a")
    outbox.take("w", MONDAY, LEASE)
    assert outbox.done("a", "w", MONDAY)
    assert outbox.take("w", after(days=30), LEASE) == ()
    assert outbox.due(after(days=30)) == []


def test_a_worker_whose_lease_went_to_another_cannot_speak_for_the_errand(
    outbox: Outbox, database: Database
) -> None:
    put(database, "a")
    outbox.take("slow", MONDAY, LEASE)
    outbox.take("quick", after(minutes=3), LEASE)
    assert not outbox.done("a", "slow", after(minutes=3))
    assert not outbox.give_up("a", "slow", "x", after(minutes=3))
    outbox.try_again("a", "slow", "x", after(minutes=3))
    assert outbox.take("third", after(minutes=4), LEASE) == ()
    assert outbox.done("a", "quick", after(minutes=4))


def test_tries_are_further_and_further_apart_up_to_an_hour(outbox: Outbox, database: Database) -> None:
    put(database, "a")
    now, waits = MONDAY, []
    for _ in range(9):
        [_taken] = outbox.take("w", now, LEASE)
        assert outbox.try_again("a", "w", "server_away", now) is Fate.WAITING
        soonest = next(
            minute for minute in range(1, 100) if outbox.due(now + timedelta(minutes=minute), limit=1)
        )
        waits.append(soonest)
        now += timedelta(minutes=soonest)
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60]


def test_after_five_days_of_trying_a_person_must_see_to_it(outbox: Outbox, database: Database) -> None:
    put(database, "a", "b")
    outbox.take("w", MONDAY, LEASE)
    almost = after(days=5) - timedelta(minutes=1)
    assert outbox.try_again("a", "w", "server_away", almost) is Fate.WAITING
    outbox.done("b", "w", almost)
    outbox.take("w", after(days=5), LEASE)
    assert outbox.try_again("a", "w", "server_away", after(days=5)) is Fate.GIVEN_UP
    assert [one.key for one in outbox.given_up("kind-place")] == ["a"]
    assert outbox.given_up("other-place") == []
    assert outbox.take("w", after(days=30), LEASE) == ()


def test_the_five_days_begin_with_the_first_try_not_while_the_server_was_off(
    outbox: Outbox, database: Database
) -> None:
    put(database, "a")
    outbox.take("w", after(days=9), LEASE)
    assert outbox.try_again("a", "w", "server_away", after(days=9)) is Fate.WAITING


def test_what_can_never_go_is_a_task_at_once(outbox: Outbox, database: Database) -> None:
    put(database, "a")
    outbox.take("w", MONDAY, LEASE)
    assert outbox.give_up("a", "w", "no_such_address", MONDAY)
    assert [one.key for one in outbox.given_up("kind-place")] == ["a"]


def test_many_workers_at_once_do_each_errand_once(open_database: Callable[..., Database]) -> None:
    database = open_database(wait=30)
    names = [f"e{number:03}" for number in range(60)]
    put(database, *names)

    def worker(name: str) -> Callable[[], list[str]]:
        def run() -> list[str]:
            mine: list[str] = []
            while taken := Outbox(database).take(name, MONDAY, LEASE, limit=3):
                mine += keys(taken)
                for one in taken:
                    assert Outbox(database).done(one.errand.key, name, MONDAY)
            return mine

        return run

    done = all_at_once([worker(f"w{number}") for number in range(6)])
    assert sorted(sum(done, [])) == names


def test_an_errand_of_a_transaction_that_failed_was_never_there(outbox: Outbox, database: Database) -> None:
    def turn() -> None:
        with database.transaction():
            put(database, "a")
            raise KeyError

    with pytest.raises(KeyError):
        turn()
    assert outbox.due(after(days=1)) == []
