"""Finding cases: filed with the words themselves, gone with the case, and read from the index alone."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete, event, select, update

from tests.builders.cases import MONDAY, OnePolicy, a_member, a_policy, an_opening
from tests.builders.staff import employ
from webchat.cases.case import Case, Purpose, Status
from webchat.cases.casework import Casework
from webchat.cases.errors import Stale
from webchat.cases.finding import terms_asked, terms_of
from webchat.cases.moves import Letter
from webchat.cases.ports import Change
from webchat.cases.words import Kind
from webchat.db import finding as finding_of
from webchat.db.cases import Cases
from webchat.db.database import Database
from webchat.db.desk_lists import Only
from webchat.db.engines import database_url
from webchat.db.finding import Finding
from webchat.db.index import Index
from webchat.db.tables import case_, filed, mark
from webchat.db.upgrade import downgrade, upgrade

HERE = "kind-place"
KEY = "a key that nobody else has"


@pytest.fixture
def index(database: Database) -> Index:
    return Index(database, KEY)


@pytest.fixture
def work(database: Database, index: Index) -> Casework:
    employ(database, a_member())
    return Casework(Cases(database, index), OnePolicy(a_policy()))


@pytest.fixture
def find(database: Database, index: Index) -> Callable[..., list[str]]:
    """The references of what is found."""

    def ask(typed: str, charity: str = HERE, **given: Any) -> list[str]:
        found = Finding(database, index).find(charity, terms_asked(typed), **given)
        return [one.case.reference for one in found]

    return ask


Find = Callable[..., list[str]]


def sent(work: Casework, minutes: int = 0, **given: Any) -> Case:
    """A case that came so many minutes after Monday."""
    return work.open(an_opening(**given), MONDAY + timedelta(minutes=minutes))


def test_a_case_is_found_as_soon_as_it_is_stored_by_all_that_stands_in_it(work: Casework, find: Find) -> None:
    case = sent(work, name="Zoë Kowalska", contact="07700 900123", words="The bus was late.")
    for typed in ("zoe", "kow", "+44 7700 900123", "bus late", "zoe bus"):
        assert find(typed) == [case.reference], typed
    for typed in ("bus early", "zo", "07700 900124", ""):
        assert find(typed) == [], typed


def test_what_is_added_later_is_found_too_whoever_writes_it(work: Casework, find: Find) -> None:
    case = sent(work, words="The bus was late.")
    case = work.guest_adds(case, "And the lunch was cold.", "en", MONDAY)
    case = work.claim(a_member(), case.id, MONDAY)
    work.write(a_member(), case.id, Letter(Purpose.UPDATE, "We spoke to Marmalade Coaches."), MONDAY)
    assert find("bus lunch marmalade") == [case.reference]


def test_a_write_that_fails_leaves_nothing_to_find(
    database: Database, index: Index, work: Casework, find: Find
) -> None:
    case = sent(work, words="The bus was late.")
    people = work.store.people(case.id)
    stale = Change(replace(case, version=9), 8, people=(replace(people[0], name="Marmalade"),))
    with pytest.raises(Stale):
        Cases(database, index).write(stale)
    assert find("marmalade") == []


def test_what_goes_takes_every_mark_with_it(database: Database, work: Casework, find: Find) -> None:
    case, other = sent(work, words="The bus was late."), sent(work, words="The lunch was late.")
    with database.transaction() as transaction:
        transaction.write(delete(case_).where(case_.c.id == case.id))
    assert find("late") == [other.reference]
    places = {row.filed for row in database.rows(select(mark.c.filed))}
    assert places == {row.place for row in database.rows(select(filed.c.place))}
    assert len(places) == 1


def test_no_word_can_be_read_or_made_again_without_the_key(database: Database, work: Casework) -> None:
    sent(work, name="Zoë Kowalska", contact="07700 900123", words="The bus was late.")
    stored = {row.mark for row in database.rows(select(mark))}
    terms = terms_asked("zoe kowalska the bus was late") | terms_asked("07700 900123")
    assert stored >= {*Index(database, KEY).marks(HERE, terms)}
    assert not stored & {*Index(database, "another key").marks(HERE, terms)}
    assert all(isinstance(one, int) for one in stored)


def test_one_word_has_another_mark_at_another_charity(
    database: Database, index: Index, find: Find, work: Casework
) -> None:
    assert not {*index.marks(HERE, ["word:bus"])} & {*index.marks("other-place", ["word:bus"])}
    case = sent(work, words="The bus was late.")
    with database.transaction() as transaction:  # nor would a mark alone let anybody see it
        transaction.write(update(case_).where(case_.c.id == case.id).values(charity="other-place"))
    assert find("bus") == find("bus", "other-place") == []


def test_the_last_to_come_is_the_first_found_and_pages_go_on_from_there(work: Casework, find: Find) -> None:
    cases = [sent(work, minutes, words=f"bus {minutes}") for minutes in range(60)]
    newest_first = [one.reference for one in reversed(cases)]
    assert find("bus") == newest_first[:25]
    assert find("bus", after=cases[35].id) == newest_first[25:50]
    assert find("bus", after=cases[10].id) == newest_first[50:]
    assert find("bus", after=cases[0].id) == find("bus", after="nowhere") == []


@pytest.mark.parametrize("enough", [1, 2, 500])
def test_filters_leave_only_some_however_many_those_are(
    monkeypatch: pytest.MonkeyPatch, work: Casework, find: Find, enough: int
) -> None:
    monkeypatch.setattr(finding_of, "_ENOUGH", enough)
    mine = sent(work, 1, words="bus")
    nobodys = sent(work, 2, words="bus")
    complaint = sent(work, 3, words="bus", kind=Kind.COMPLAINT)
    closed = sent(work, 4, words="bus")
    sent(work, 5, words="lunch")
    work.claim(a_member(), mine.id, MONDAY)
    work.claim(a_member(), closed.id, MONDAY)
    work.close(a_member(), closed.id, "It was answered on the phone.", MONDAY)
    found = {
        "mine": find("bus", only=Only(owner="sam", status=Status.OPEN)),
        "nobody": find("bus", only=Only(owner="")),
        "complaint": find("bus", only=Only(kind=Kind.COMPLAINT)),
        "closed": find("bus", only=Only(status=Status.CLOSED)),
        "late": find("bus", only=Only(late_at=MONDAY + timedelta(days=400))),
        "nothing": find("bus", only=Only(kind=Kind.CONCERN)),
    }
    assert found == {
        "mine": [mine.reference], "nobody": [complaint.reference, nobodys.reference],
        "complaint": [complaint.reference], "closed": [closed.reference], "late": [], "nothing": [],
    }  # fmt: skip


def test_only_what_is_late_is_found_where_that_is_asked(
    database: Database, work: Casework, find: Find
) -> None:
    late, due = sent(work, words="bus"), sent(work, words="bus")
    with database.transaction() as transaction:
        for one, hours in ((late, -1), (due, 1)):
            at = {"next_due_at": MONDAY + timedelta(hours=hours)}
            transaction.write(update(case_).where(case_.c.id == one.id).values(at))
    assert find("bus", only=Only(late_at=MONDAY)) == [late.reference]


def test_what_was_stored_before_there_was_an_index_is_filed_in_the_order_of_coming(
    address: str, database: Database, index: Index, find: Find
) -> None:
    work = Casework(Cases(database), OnePolicy(a_policy()))
    last, first = sent(work, 9, words="bus"), sent(work, 1, words="bus", name="Zoë")
    downgrade(database_url(address), "0008")
    upgrade(database_url(address))
    new = Casework(Cases(database, index), OnePolicy(a_policy()))
    newest = sent(new, 20, words="bus")
    assert find("bus") == [newest.reference]
    assert index.is_behind()
    assert [index.catch_up(1), index.catch_up(9), index.catch_up(9)] == [1, 1, 0]
    assert not index.is_behind()
    assert find("bus") == [newest.reference, last.reference, first.reference]
    assert find("zoe") == [first.reference]


def test_with_another_key_everything_is_filed_anew_and_the_old_marks_go(
    database: Database, work: Casework
) -> None:
    case = sent(work, words="The bus was late.")
    old = {row.mark for row in database.rows(select(mark))}
    other = Index(database, "another key")
    assert other.is_behind()
    assert other.catch_up(9) == 0
    assert other.catch_up(9, of_every_key=True) == 1
    assert not old & {row.mark for row in database.rows(select(mark))}
    assert [one.case.id for one in Finding(database, other).find(HERE, terms_asked("bus"))] == [case.id]


def test_after_another_rule_of_the_same_key_everything_is_filed_anew(
    database: Database, index: Index, work: Casework, find: Find
) -> None:
    older, newer = sent(work, words="bus"), sent(work, words="bus")
    with database.transaction() as transaction:
        for one, rule in ((older, "0"), (newer, "7")):
            key = index.rule.split("-")[0]
            transaction.write(update(filed).where(filed.c.case_id == one.id).values(rule=f"{key}-{rule}"))
    assert (index.catch_up(9), index.is_behind()) == (2, False)
    assert find("bus") == [newer.reference, older.reference]


def test_a_case_that_is_not_filed_yet_takes_what_is_added_and_is_still_behind(
    database: Database, index: Index, work: Casework, find: Find
) -> None:
    case = sent(work, words="The bus was late.")
    with database.transaction() as transaction:
        transaction.write(update(filed).values(rule=""))
        transaction.write(delete(mark))
    work.guest_adds(case, "And the lunch was cold.", "en", MONDAY)
    assert (find("lunch"), find("bus"), index.is_behind()) == ([case.reference], [], True)
    index.catch_up(9)
    assert find("lunch bus") == [case.reference]


def test_a_whole_story_of_naughty_words_is_filed_and_found(work: Casework, find: Find) -> None:
    words = " ".join(f"w{one}" for one in range(3_000))
    case = sent(work, words=f"{words} \0 \ud800 '; DROP TABLE mark; -- 😀 %s :x")
    assert find("w2999 drop table") == [case.reference]
    assert len(terms_of((), work.store.messages(case.id))) > 3_000


@contextmanager
def asked_of(database: Database) -> Iterator[list[tuple[str, Any]]]:
    said: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: Any, *_rest: object) -> None:
        said.append((statement, parameters))

    event.listen(database._readers, "before_cursor_execute", note)
    yield said
    event.remove(database._readers, "before_cursor_execute", note)


def plans(database: Database, asked: list[tuple[str, Any]]) -> list[str]:
    """Every step of what the database would do, on either."""
    explain = "EXPLAIN QUERY PLAN" if database.is_sqlite else "EXPLAIN"
    with database._readers.connect() as connection:
        if not database.is_sqlite:  # with a handful of rows it would rather read them all
            connection.exec_driver_sql("SET enable_seqscan = off")
        return [
            str(row[-1])
            for statement, parameters in asked
            for row in connection.exec_driver_sql(f"{explain} {statement}", parameters).all()
        ]


@pytest.mark.parametrize(
    "only",
    [
        Only(),
        Only(owner="sam"),
        Only(kind=Kind.COMPLAINT),
        Only(status=Status.CLOSED),
        Only(owner="sam", kind=Kind.COMPLAINT, status=Status.OPEN),
        Only(late_at=MONDAY),
    ],
)
@pytest.mark.parametrize("few", [True, False])
def test_what_is_asked_for_is_read_from_indexes(
    monkeypatch: pytest.MonkeyPatch, database: Database, work: Casework, index: Index, only: Only, few: bool
) -> None:
    monkeypatch.setattr(finding_of, "_ENOUGH", 500 if few else 1)
    for _ in range(3):
        sent(work, words="bus late")
    with asked_of(database) as asked:
        Finding(database, index).find(HERE, terms_asked("bus late"), "case", only=only)
    steps = plans(database, asked)
    whole = re.compile(r"SCAN (case_|filed|mark|person)|Seq Scan on (case_|filed|mark|person)")
    assert [one for one in steps if whole.search(one)] == []
    assert any("pk_mark" in one or "mark USING PRIMARY KEY (mark=?" in one for one in steps)


def test_a_page_takes_as_many_queries_however_long_it_is(
    database: Database, work: Casework, index: Index
) -> None:
    for _ in range(9):
        sent(work, words="bus late")
    with asked_of(database) as asked:
        Finding(database, index).find(HERE, terms_asked("bus late"), only=Only(owner=""))
    assert len(asked) == 4  # how common each is, whether the few are wanted, the cases, their needs
