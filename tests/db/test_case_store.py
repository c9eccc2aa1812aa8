"""What every case store keeps to: the fake of the tests, SQLite and PostgreSQL alike."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tests.builders.cases import MONDAY, a_calendar, a_member, a_policy, an_entry, an_opening
from tests.builders.staff import employ
from tests.fakes.store import MemoryStore
from webchat.cases.case import About, Delivery, Errand, Event, Message, Person, Purpose, Status, Verdict
from webchat.cases.errors import Stale
from webchat.cases.needs import Need
from webchat.cases.opening import Marks, opened
from webchat.cases.ports import CaseStore, Change
from webchat.cases.promises.promise import State
from webchat.cases.words import Kind, MetBy, PromiseName, ReplyBy, Role
from webchat.db.cases import Cases
from webchat.db.database import Database

HERE = "kind-place"
STAFF = (a_member("sam", Role.WORKER, Role.CHAIR), a_member("amina"), a_member("ola", charity="other-place"))


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    """Which store this run of the test is on."""
    chosen: str = request.param
    return chosen


@pytest.fixture
def store(kind: str, request: pytest.FixtureRequest) -> CaseStore:
    """A store with three members of staff."""
    if kind == "memory":
        return MemoryStore(list(STAFF))
    database: Database = request.getfixturevalue("database")
    employ(database, *STAFF)
    return Cases(database)


def an_opened(number: int = 1, **given: Any) -> Change:
    """All that opening a case writes: one automatic acknowledgement, one reply in 25 working days."""
    policy = a_policy(
        an_entry(PromiseName.ACKNOWLEDGE, 1, met_by=MetBy.AUTOMATIC), an_entry(PromiseName.REPLY, 25)
    )
    marks = Marks(f"case-{number}", f"REF-{number}", tuple(f"{number}-{place}" for place in range(12)))
    opening = an_opening(**{"key": f"key-{number}", **given})
    return opened(opening, marks, policy, a_calendar(), MONDAY)


def a_move(change: Change, **case: Any) -> Change:
    """The next change to an opened case."""
    read = change.case
    return Change(replace(read, **{"version": read.version + 1, **case}), read.version)


def everything_of(store: CaseStore, case_id: str) -> list[Any]:
    return [
        store.case(HERE, case_id),
        list(store.promises(case_id)),
        list(store.messages(case_id)),
        list(store.people(case_id)),
        list(store.needs(case_id)),
        list(store.events(case_id)),
    ]


def everything_in(change: Change) -> list[Any]:
    return [
        change.case,
        list(change.promises),
        list(change.messages),
        list(change.people),
        list(change.needs),
        list(change.events),
    ]


def test_what_is_written_is_read_again_exactly(store: CaseStore) -> None:
    change = an_opened(
        kind=Kind.COMPLAINT,
        reply_by=ReplyBy.PHONE,
        name="Zoë",
        contact="01632 960001",
        safe_to_contact=False,
        about_person=True,
        about_name="Jon",
        needs=(("large_print", "yes"), ("words", "slowly, please")),
        answers=(("place", "Bromley"), ("times", ["am", "pm"]), ("urgent", None), ("count", 3)),
    )
    store.write(change)
    assert change.promises[1].skipped  # weekends and two bank holidays lie in between
    assert everything_of(store, "case-1") == everything_in(change)


def test_nothing_is_where_nothing_was_written(store: CaseStore) -> None:
    assert everything_of(store, "case-1") == [None, [], [], [], [], []]
    assert store.case_by_key(HERE, "key-1") is None
    assert store.case_by_reference(HERE, "REF-1") is None


def test_a_case_is_found_by_its_key_and_its_reference_and_by_no_other_charity(store: CaseStore) -> None:
    change = an_opened()
    store.write(change)
    assert store.case_by_key(HERE, "key-1") == change.case
    assert store.case_by_reference(HERE, "REF-1") == change.case
    assert store.case("other-place", "case-1") is None
    assert store.case_by_key("other-place", "key-1") is None
    assert store.case_by_reference("other-place", "REF-1") is None


def test_the_same_key_twice_is_stale_and_leaves_nothing_of_the_second(store: CaseStore) -> None:
    store.write(an_opened(1, key="once"))
    with pytest.raises(Stale):
        store.write(an_opened(2, key="once"))
    assert everything_of(store, "case-2") == [None, [], [], [], [], []]


def test_the_same_reference_twice_is_stale(store: CaseStore) -> None:
    store.write(an_opened(1))
    second = an_opened(2)
    with pytest.raises(Stale):
        store.write(replace(second, case=replace(second.case, reference="REF-1")))


def test_two_charities_may_have_the_same_key_and_reference(store: CaseStore) -> None:
    first, second = an_opened(1), an_opened(2)
    store.write(first)
    there = replace(second.case, charity="other-place", key=first.case.key, reference="REF-1")
    store.write(replace(second, case=there))
    assert store.case_by_reference("other-place", "REF-1") == there


def test_a_move_changes_the_case_it_was_made_for(store: CaseStore) -> None:
    change = an_opened()
    store.write(change)
    later = MONDAY + timedelta(days=3)
    move = a_move(
        change,
        kind=Kind.CONCERN,
        stage=2,
        stage_received_at=later,
        reply_by=ReplyBy.EMAIL,
        lang="pl",
        owner="sam",
        status=Status.CLOSED,
        about=About.MATCHED,
        about_staff="amina",
        answers=(("place", "Bexley"),),
        closed_reason="You told us it is done.",
        taken_back_at=later,
        verdict=Verdict.BADLY,
        verdict_words="It took a week.",
        next_due_at=later,
        undated_since=later,
    )
    store.write(move)
    assert store.case(HERE, "case-1") == move.case


def test_what_a_guest_sent_stays_as_it_was_sent(store: CaseStore) -> None:
    """A case that was read before "I have kept it" must not bring the sealed code back."""
    change = an_opened()
    store.write(change)
    store.write(
        a_move(
            change,
            reference="REF-9",
            key="key-9",
            sealed_code="other",
            code_hash="other",
            conversation="other",
        )
    )
    assert store.case(HERE, "case-1") == replace(change.case, version=2)


def test_a_move_from_an_old_page_is_stale_and_writes_nothing(store: CaseStore) -> None:
    change = an_opened()
    store.write(change)
    store.write(a_move(change, owner="sam"))
    late = replace(
        a_move(change, owner="amina"),
        messages=(Message("m-late", "case-1", Purpose.REPLY, "late", MONDAY, "en", "amina"),),
        events=(Event("case-1", MONDAY, "amina", "wrote"),),
    )
    before = everything_of(store, "case-1")
    with pytest.raises(Stale):
        store.write(late)
    assert everything_of(store, "case-1") == before


def test_a_move_of_a_case_that_is_not_there_is_stale(store: CaseStore) -> None:
    with pytest.raises(Stale):
        store.write(a_move(an_opened()))
    assert store.case(HERE, "case-1") is None


def test_a_promise_that_changed_takes_the_place_of_the_old_one(store: CaseStore) -> None:
    change = an_opened()
    store.write(change)
    first, second = change.promises
    met = replace(second, state=State.MET, met_by="m-1", met_at=MONDAY)
    added = replace(second, id="1-added", due_on=None, due_at=None, value=None, unit=None, starts_at=None)
    store.write(replace(a_move(change), promises=(met, added)))
    assert list(store.promises("case-1")) == [first, met, added]


def test_of_a_message_only_its_delivery_ever_changes(store: CaseStore) -> None:
    change = an_opened()
    store.write(change)
    call = Message(
        "m-1", "case-1", Purpose.REPLY, "We open at 10am.", MONDAY, "en", "sam", "Sam", ReplyBy.PHONE,
        Delivery.TO_SAY, "Priya Shah", date(2026, 12, 9),
    )  # fmt: skip
    store.write(replace(a_move(change), messages=(call,)))
    second = a_move(replace(change, case=replace(change.case, version=2)))
    spoken = replace(call, delivery=Delivery.SPOKEN, body="Other words.")
    store.write(replace(second, messages=(spoken,)))
    assert list(store.messages("case-1"))[1:] == [replace(call, delivery=Delivery.SPOKEN)]


def test_people_needs_and_events_are_only_ever_added(store: CaseStore) -> None:
    change = an_opened()
    store.write(change)
    carer = Person("case-1", "carer", "Jo", "jo@example.org", True)
    need = Need("case-1", "interpreter", "Polish", MONDAY)
    event = Event("case-1", MONDAY, "sam", "noted", {"count": 1, "names": ["a"], "nothing": None})
    store.write(replace(a_move(change), people=(carer,), needs=(need,), events=(event,)))
    assert list(store.people("case-1")) == [*change.people, carer]
    assert list(store.needs("case-1")) == [need]
    assert list(store.events("case-1")) == [*change.events, event]


def test_an_errand_with_a_key_that_is_there_is_the_same_errand(store: CaseStore) -> None:
    change = an_opened()
    store.write(change)
    again = Errand("opened:case-1", "tell_staff", HERE, {"case": "case-1"}, MONDAY + timedelta(days=1))
    store.write(replace(a_move(change), errands=(again,)))
    assert store.case(HERE, "case-1") == replace(change.case, version=2)


def test_members_are_those_of_one_charity(store: CaseStore) -> None:
    assert sorted(store.members(HERE), key=lambda one: one.staff_id) == sorted(
        STAFF[:2], key=lambda one: one.staff_id
    )


def test_a_move_that_fails_in_the_middle_of_a_transaction_leaves_the_rest_of_it(store: CaseStore) -> None:
    with store.transaction():
        store.write(an_opened(1))
        with pytest.raises(Stale):
            store.write(an_opened(2, key="key-1"))
        assert store.case_by_key(HERE, "key-1") is not None
        store.write(an_opened(3))
    assert [bool(store.case(HERE, f"case-{number}")) for number in (1, 2, 3)] == [True, False, True]


def test_a_transaction_that_fails_leaves_nothing(store: CaseStore) -> None:
    def open_and_fail() -> None:
        with store.transaction():
            store.write(an_opened(1))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        open_and_fail()
    assert everything_of(store, "case-1") == [None, [], [], [], [], []]


def test_instants_come_back_aware_in_utc_to_the_last_microsecond(store: CaseStore) -> None:
    change = an_opened()
    due = datetime(2026, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)
    store.write(replace(change, case=replace(change.case, next_due_at=due)))
    found = store.case(HERE, "case-1")
    assert found is not None
    assert found.next_due_at == due
    assert found.received_at.utcoffset() == timedelta(0)
