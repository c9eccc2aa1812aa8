"""A transaction joins what runs inside it, from any thread, and keeps all of it or nothing."""

import threading
from collections.abc import Callable
from contextvars import copy_context

import pytest
from sqlalchemy import delete, insert, select, text

from tests.builders.cases import MONDAY
from webchat.db.database import Database
from webchat.db.errors import AlreadyThere, StoreError, TransactionClosed
from webchat.db.tables import staff

NAMES = select(staff.c.id).order_by(staff.c.id)


def hire(database: Database, name: str, email: str = "") -> None:
    """Write one row, in a transaction of its own or the one it is in."""
    row = {"id": name, "email": email or name, "name": name, "password_hash": "", "created_at": MONDAY}
    with database.transaction() as transaction:
        transaction.write(insert(staff), row)


def hired(database: Database) -> list[str]:
    return [row.id for row in database.rows(NAMES)]


def in_a_thread(work: Callable[[], object]) -> list[BaseException]:
    """Run work in a thread with a copy of this context, as an action on the pool does; what it raised."""
    raised: list[BaseException] = []
    context = copy_context()

    def run() -> None:
        try:
            context.run(work)
        except BaseException as fault:
            raised.append(fault)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return raised


def test_what_was_written_is_there_at_the_end(database: Database) -> None:
    with database.transaction():
        hire(database, "sam")
        hire(database, "amina")
    assert hired(database) == ["amina", "sam"]


def test_a_failure_undoes_all_of_it(database: Database) -> None:
    with pytest.raises(KeyError), database.transaction():  # noqa: PT012  the failure comes from within
        hire(database, "sam")
        raise KeyError
    assert hired(database) == []


def test_a_transaction_sees_its_own_writes_and_others_do_not_yet(
    database: Database, open_database: Callable[[], Database]
) -> None:
    other = open_database()
    with database.transaction():
        hire(database, "sam")
        assert hired(database) == ["sam"]
        assert hired(other) == []
    assert hired(other) == ["sam"]


def test_before_its_first_write_it_holds_nothing(
    database: Database, open_database: Callable[..., Database]
) -> None:
    other = open_database(wait=0.2)
    with database.transaction():
        assert hired(database) == []
        hire(other, "amina")
        assert hired(database) == ["amina"]
        hire(database, "sam")
    assert hired(other) == ["amina", "sam"]


def test_an_inner_failure_undoes_the_inner_part_alone(database: Database) -> None:
    with database.transaction():
        hire(database, "sam")
        with pytest.raises(AlreadyThere):
            hire(database, "sam again", email="sam")
        assert hired(database) == ["sam"]
        hire(database, "amina")
    assert hired(database) == ["amina", "sam"]


def test_an_inner_success_goes_with_the_outer_failure(database: Database) -> None:
    def outer() -> None:
        with database.transaction():
            with database.transaction():
                hire(database, "sam")
            raise KeyError

    with pytest.raises(KeyError):
        outer()
    assert hired(database) == []


def test_an_inner_failure_before_anything_else_leaves_the_outer_one_usable(database: Database) -> None:
    hire(database, "sam")
    with database.transaction():
        with pytest.raises(AlreadyThere):
            hire(database, "sam")
        hire(database, "amina")
    assert hired(database) == ["amina", "sam"]


def test_after_a_failed_write_the_same_scope_takes_nothing_more(database: Database) -> None:
    """PostgreSQL would throw the whole away at its end, and say nothing."""
    hire(database, "sam")
    row = {"name": "", "password_hash": "", "created_at": MONDAY}

    def swallow_the_fault() -> None:
        with database.transaction() as transaction:
            transaction.write(insert(staff), {**row, "id": "amina", "email": "amina"})
            with pytest.raises(AlreadyThere):
                transaction.write(insert(staff), {**row, "id": "sam", "email": "other"})
            with pytest.raises(TransactionClosed):
                transaction.write(delete(staff))
            with pytest.raises(TransactionClosed):
                database.rows(NAMES)

    with pytest.raises(TransactionClosed):
        swallow_the_fault()
    assert hired(database) == ["sam"]


def test_a_failed_read_in_an_inner_scope_is_not_passed_over_by_the_outer(database: Database) -> None:
    nonsense = select(text("no_such_column")).select_from(staff)

    def swallow_the_fault() -> None:
        with database.transaction():
            hire(database, "sam")
            with pytest.raises(StoreError), database.transaction():
                database.rows(nonsense)

    with pytest.raises(TransactionClosed):
        swallow_the_fault()
    assert hired(database) == []


def test_work_on_another_thread_joins_through_its_context(database: Database) -> None:
    with database.transaction():
        hire(database, "sam")
        assert in_a_thread(lambda: hire(database, "amina")) == []
        assert hired(database) == ["amina", "sam"]
        [lost] = in_a_thread(lambda: hire(database, "sam"))
        assert isinstance(lost, AlreadyThere)
        hire(database, "ola")
    assert hired(database) == ["amina", "ola", "sam"]


def test_work_on_another_thread_goes_with_the_transaction_it_joined(database: Database) -> None:
    with pytest.raises(KeyError), database.transaction():  # noqa: PT012  the failure comes from within
        in_a_thread(lambda: hire(database, "amina"))
        raise KeyError
    assert hired(database) == []


def test_many_threads_in_one_transaction_do_not_get_into_each_others_way(database: Database) -> None:
    names = [f"worker-{number:02}" for number in range(12)]
    with database.transaction():
        contexts = [copy_context() for _ in names]
        threads = [
            threading.Thread(target=context.run, args=(hire, database, name))
            for context, name in zip(contexts, names, strict=True)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert set(hired(database)) <= set(names)
    assert len(hired(database)) == len(names)


def test_the_outer_scope_waits_for_an_inner_one_on_another_thread(database: Database) -> None:
    """What it writes now must not be undone with the other's work."""
    begun, over = threading.Event(), threading.Event()

    def action_that_fails() -> None:
        with database.transaction():
            hire(database, "undone")
            begun.set()
            over.wait(10)
            raise KeyError

    def action() -> None:
        with pytest.raises(KeyError):
            action_that_fails()

    with database.transaction():
        thread = threading.Thread(target=copy_context().run, args=(action,))
        thread.start()
        assert begun.wait(10)
        threading.Timer(0.05, over.set).start()
        hire(database, "kept")
        thread.join()
    assert hired(database) == ["kept"]


@pytest.mark.parametrize("fails", [False, True])
def test_work_that_comes_back_after_its_transaction_has_ended_writes_nothing(
    database: Database, fails: bool
) -> None:
    """An action that outlived its time: the guest has been told that it failed."""
    late = []

    def turn() -> None:
        with database.transaction():
            hire(database, "sam")
            late.append(copy_context())
            if fails:
                raise KeyError

    if fails:
        with pytest.raises(KeyError):
            turn()
    else:
        turn()
    before = hired(database)
    with pytest.raises(TransactionClosed):
        late[0].run(hire, database, "late")
    with pytest.raises(TransactionClosed):
        late[0].run(hired, database)
    assert hired(database) == before


def test_an_inner_scope_that_timed_out_is_fenced_off_while_the_outer_one_goes_on(database: Database) -> None:
    """The turn is stored with what the guest typed; the action that hung can add nothing to it."""
    begun, over = threading.Event(), threading.Event()
    raised: list[BaseException] = []

    def hanging_action() -> None:
        try:
            with database.transaction():
                hire(database, "half a case")
                begun.set()
                over.wait(10)
                hire(database, "the other half")
        except BaseException as fault:
            raised.append(fault)

    with database.transaction():
        hire(database, "turn")
        with pytest.raises(TimeoutError), database.transaction():  # noqa: PT012  the time runs out within
            thread = threading.Thread(target=copy_context().run, args=(hanging_action,))
            thread.start()
            assert begun.wait(10)
            raise TimeoutError
        hire(database, "what was heard")
        over.set()
        thread.join()
    assert [type(fault) for fault in raised] == [TransactionClosed]
    assert hired(database) == ["turn", "what was heard"]


def test_late_work_cannot_pass_for_stored(database: Database) -> None:
    """Even when its own writes had all succeeded: it is told that they are gone."""
    written, over = threading.Event(), threading.Event()
    raised: list[BaseException] = []

    def slow_action() -> None:
        try:
            with database.transaction():
                hire(database, "a case")
                written.set()
                over.wait(10)
        except BaseException as fault:
            raised.append(fault)

    with pytest.raises(TimeoutError), database.transaction():  # noqa: PT012  the time runs out within
        thread = threading.Thread(target=copy_context().run, args=(slow_action,))
        thread.start()
        assert written.wait(10)
        raise TimeoutError
    over.set()
    thread.join()
    assert [type(fault) for fault in raised] == [TransactionClosed]
    assert hired(database) == []
