"""The desk's lists: the next thing owed first, nothing twice and nothing missed from page to page."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event

from tests.builders.cases import MONDAY, a_calendar, a_member, a_policy, an_opening
from webchat.cases.case import Event, Status
from webchat.cases.opening import Marks, opened
from webchat.cases.ports import Change
from webchat.cases.words import Kind, Role
from webchat.db.cases import Cases
from webchat.db.database import Database
from webchat.db.desk_lists import DeskLists, Listed, Only, Spot

HERE = "kind-place"


def a_case(
    number: str, due: float | None = None, undated: float | None = None, received: float = 0, **given: Any
) -> Change:
    """A case with its next due instant, and since when it waits for a date, in hours from Monday."""

    def at(hours: float | None) -> datetime | None:
        return None if hours is None else MONDAY + timedelta(hours=hours)

    charity = given.pop("charity", HERE)
    status = given.pop("status", Status.OPEN)
    marks = Marks(f"case-{number}", f"REF-{number}", tuple(f"{number}-{place}" for place in range(12)))
    change = opened(an_opening(key=number, **given), marks, a_policy(), a_calendar(), MONDAY)
    case = replace(
        change.case, charity=charity, status=status, next_due_at=at(due), undated_since=at(undated),
        received_at=at(received) or MONDAY,
    )  # fmt: skip
    events = (Event(case.id, at(received) or MONDAY, "guest", "opened"),)
    return replace(change, case=case, events=events)


@pytest.fixture
def put(database: Database) -> Callable[..., None]:
    def write(*changes: Change) -> None:
        with database.transaction():
            for change in changes:
                Cases(database).write(change)

    return write


@pytest.fixture
def lists(database: Database) -> DeskLists:
    return DeskLists(database)


def names(found: Sequence[Listed]) -> list[str]:
    return [one.case.id.removeprefix("case-") for one in found]


def page_by_page(ask: Callable[[Spot | None], Sequence[Listed]]) -> list[str]:
    every: list[str] = []
    after = None
    while page := ask(after):
        every += names(page)
        after = page[-1].spot
    return every


ORDERED = (
    a_case("overdue", due=-50),
    a_case("due-b", due=1),
    a_case("due-a", due=1),
    a_case("due-and-undated", due=5, undated=-9),
    a_case("undated-new", undated=-2),
    a_case("undated-old", undated=-8),
    a_case("answered-new", received=3),
    a_case("answered-old", received=1),
    a_case("closed-new", status=Status.CLOSED, received=9),
    a_case("closed-old", status=Status.CLOSED, received=2),
    a_case("elsewhere", due=0, charity="other-place"),
)
OPEN = [
    "overdue", "due-a", "due-b", "due-and-undated", "undated-old", "undated-new", "answered-old",
    "answered-new",
]  # fmt: skip


def test_open_cases_come_by_the_next_thing_owed_then_by_how_long_they_wait(
    put: Callable[..., None], lists: DeskLists
) -> None:
    put(*ORDERED)
    assert names(lists.open_cases(HERE)) == OPEN


def test_what_waits_for_a_date_is_a_list_of_its_own_the_oldest_first(
    put: Callable[..., None], lists: DeskLists
) -> None:
    put(*ORDERED)
    assert names(lists.undated_cases(HERE)) == ["due-and-undated", "undated-old", "undated-new"]


def test_closed_cases_come_the_last_closed_first(put: Callable[..., None], lists: DeskLists) -> None:
    put(*ORDERED)
    assert names(lists.closed_cases(HERE)) == ["closed-new", "closed-old"]


def test_another_charitys_cases_are_not_there(put: Callable[..., None], lists: DeskLists) -> None:
    put(*ORDERED)
    assert names(lists.open_cases("other-place")) == ["elsewhere"]
    assert names(lists.undated_cases("other-place")) == names(lists.closed_cases("other-place")) == []


@pytest.mark.parametrize("size", [1, 2, 3, 7, 8, 9])
def test_page_by_page_every_case_comes_once_and_in_order(
    put: Callable[..., None], lists: DeskLists, size: int
) -> None:
    put(*ORDERED)
    assert page_by_page(lambda spot: lists.open_cases(HERE, spot, size)) == OPEN
    assert page_by_page(lambda spot: lists.undated_cases(HERE, spot, size)) == [
        "due-and-undated", "undated-old", "undated-new",
    ]  # fmt: skip
    assert page_by_page(lambda spot: lists.closed_cases(HERE, spot, size)) == ["closed-new", "closed-old"]


def test_a_case_that_goes_between_pages_moves_no_other(put: Callable[..., None], lists: DeskLists) -> None:
    put(*ORDERED)
    first = lists.open_cases(HERE, limit=3)
    gone = first[0].case
    put(Change(replace(gone, status=Status.CLOSED, version=2), 1))
    assert names(lists.open_cases(HERE, first[-1].spot)) == OPEN[3:]


def test_a_row_has_the_names_and_the_needs_of_its_case(put: Callable[..., None], lists: DeskLists) -> None:
    needs = (("large_print", "yes"), ("interpreter", "Polish"))
    put(
        a_case("a", due=1, name="Zoë", needs=needs, about_person=True, about_name="Jon"),
        a_case("b", due=2),
    )
    first, second = lists.open_cases(HERE)
    assert (first.guest_name, first.about_name) == ("Zoë", "Jon")
    assert [(one.field, one.value) for one in first.needs] == list(needs)
    assert (second.guest_name, second.about_name, second.needs) == ("", "", ())
    assert first.case.kind is second.case.kind


def test_the_promises_of_a_whole_page_come_in_one_query(put: Callable[..., None], database: Database) -> None:
    put(a_case("a", due=1), a_case("b", due=2))
    found = Cases(database).promises_of(["case-a", "case-b", "case-none"])
    assert {case: len(promises) for case, promises in found.items()} == {
        "case-a": 1, "case-b": 1, "case-none": 0,
    }  # fmt: skip


def test_a_page_takes_two_queries_however_long_it_is(
    put: Callable[..., None], database: Database, lists: DeskLists
) -> None:
    put(*ORDERED)
    asked: list[str] = []

    @event.listens_for(database._readers, "before_cursor_execute")
    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    lists.open_cases(HERE)
    assert len(asked) == 2


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("listing", "indexes"),
    [
        ("open_cases", {"ix_case_dated", "ix_case_undated", "ix_case_answered"}),
        ("undated_cases", {"ix_case_undated"}),
        ("closed_cases", {"ix_case_closed"}),
    ],
)
@pytest.mark.parametrize("page", [1, 2])
def test_each_list_is_read_from_its_own_index_and_never_sorted_whole(
    put: Callable[..., None], database: Database, lists: DeskLists, listing: str, indexes: set[str], page: int
) -> None:
    put(*ORDERED)
    asked: list[tuple[str, Any]] = []
    after = getattr(lists, listing)(HERE, None, 1)[-1].spot if page == 2 else None

    @event.listens_for(database._readers, "before_cursor_execute")
    def note(_connection: object, _cursor: object, statement: str, parameters: Any, *_rest: object) -> None:
        asked.append((statement, parameters))

    getattr(lists, listing)(HERE, after, 2)
    statement, parameters = asked[0]
    with database._readers.connect() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
    steps = [str(step[3]) for step in plan]
    assert {name for name in indexes if any(name in step for step in steps)} == indexes
    assert [step for step in steps if step.startswith("SCAN case_")] == []
    # A page that was found may be put in order; what it is found among never is.
    finding = {step[0] for step in plan if step[3].startswith(("CO-ROUTINE", "MATERIALIZE"))}
    assert [step for step in plan if "TEMP B-TREE" in step[3] and step[1] in finding] == []


def test_a_page_has_twenty_five_cases(put: Callable[..., None], lists: DeskLists) -> None:
    put(*(a_case(f"n{number:03}", due=number % 7) for number in range(60)))
    assert len(lists.open_cases(HERE)) == 25
    every = page_by_page(lambda spot: lists.open_cases(HERE, spot))
    assert len(every) == len(set(every)) == 60


def test_a_spot_is_all_that_a_page_hands_on(put: Callable[..., None], lists: DeskLists) -> None:
    put(*ORDERED)
    [first] = lists.open_cases(HERE, limit=1)
    assert first.spot == Spot(0, MONDAY + timedelta(hours=-50), "case-overdue")


SORTS = {
    "owner": Only(owner="sam"),
    "kind": Only(kind=Kind.COMPLAINT),
    "owner_kind": Only(owner="", kind=Kind.COMPLAINT),
    "special": Only(seen_by=a_member("ada", Role.ADMINISTRATOR)),
}


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize(
    ("listing", "groups"),
    [
        ("open_cases", ["dated", "undated", "answered"]),
        ("undated_cases", ["undated"]),
        ("closed_cases", ["closed"]),
    ],
)
def test_some_cases_of_a_list_are_read_from_an_index_of_their_own(
    put: Callable[..., None], database: Database, lists: DeskLists, listing: str, groups: list[str], sort: str
) -> None:
    put(*ORDERED)
    steps = plan_of(database, lambda: getattr(lists, listing)(HERE, None, 2, only=SORTS[sort]))
    for group in groups:
        assert any(re.search(rf"\bix_case_{group}_{sort}\b", step) for step in steps), (group, steps)


def test_what_is_late_is_read_from_the_index_of_what_is_owed_next(
    put: Callable[..., None], database: Database, lists: DeskLists
) -> None:
    put(*ORDERED)
    assert names(lists.open_cases(HERE, only=Only(late_at=MONDAY))) == ["overdue"]
    assert lists.undated_cases(HERE, only=Only(late_at=MONDAY)) == []
    steps = plan_of(database, lambda: lists.open_cases(HERE, None, 2, Only(late_at=MONDAY)))
    assert any(re.search(r"\bix_case_dated\b", step) for step in steps)


def plan_of(database: Database, ask: Callable[[], object]) -> list[str]:
    """Each step of what either database would do for the first query that is asked."""
    asked: list[tuple[str, Any]] = []

    @event.listens_for(database._readers, "before_cursor_execute")
    def note(_connection: object, _cursor: object, statement: str, parameters: Any, *_rest: object) -> None:
        asked.append((statement, parameters))

    ask()
    statement, parameters = asked[0]
    explain = "EXPLAIN QUERY PLAN" if database.is_sqlite else "EXPLAIN"
    with database._readers.connect() as connection:
        if not database.is_sqlite:  # with a handful of rows it would rather read and sort them all
            connection.exec_driver_sql("SET enable_seqscan = off")
            connection.exec_driver_sql("SET enable_sort = off")
        found = connection.exec_driver_sql(f"{explain} {statement}", parameters).all()
    return [str(step[-1]) for step in found]
