"""What an open page asks every few seconds is one query by an index, on both databases (line 2)."""

from typing import Any

import pytest
from sqlalchemy import event

from tests.builders.cases import MONDAY, OnePolicy, a_member, a_policy, an_opening
from webchat.cases.case import Sealed
from webchat.cases.casework import Casework
from webchat.cases.new_codes import KnownBy
from webchat.cases.on_behalf import OnBehalf
from webchat.db.cases import Cases
from webchat.db.database import Database
from webchat.db.news import News

SAM = a_member()


@pytest.fixture
def work(database: Database) -> Casework:
    return Casework(Cases(database), OnePolicy(a_policy()))


def test_a_case_with_how_many_messages_it_has(database: Database, work: Casework) -> None:
    case = work.open(an_opening(), MONDAY)
    work.open(an_opening(), MONDAY)
    news = News(database)
    assert news.of_case("kind-place", case.reference) == (case, 1)
    case = work.guest_adds(case, "One more thing.", "en", MONDAY)
    assert news.of_case("kind-place", case.reference) == (case, 2)
    assert news.of_case("another", case.reference) is None
    assert news.of_case("kind-place", "ZZZ-ZZZ") is None


def test_what_was_sent_from_a_conversation_the_last_first(database: Database, work: Casework) -> None:
    first = work.open(an_opening(conversation="c"), MONDAY)
    last = work.open(an_opening(conversation="c"), MONDAY.replace(hour=11))
    work.open(an_opening(conversation="d"), MONDAY)
    news = News(database)
    assert list(news.of_conversation("kind-place", "c")) == [last, first]
    assert list(news.of_conversation("another", "c")) == []


def test_what_has_a_new_code_is_the_chats_no_more(database: Database, work: Casework) -> None:
    case = work.open(an_opening(conversation="c"), MONDAY)
    work.claim(SAM, case.id, MONDAY)
    work.new_code(SAM, case.id, lambda: Sealed("hash", "sealed"), KnownBy.IN_PERSON, MONDAY)
    assert list(News(database).of_conversation("kind-place", "c")) == []


def test_what_the_person_written_for_took_over_is_the_writers_chats_no_more(
    database: Database, work: Casework
) -> None:
    for_somebody = (("for_whom", "someone"), ("for_agrees", "yes"))
    case = work.open(an_opening(conversation="c", answers=for_somebody), MONDAY)
    work.claim(SAM, case.id, MONDAY)
    sealed = Sealed("hash", "sealed")
    OnBehalf(work).take_over(SAM, case.id, lambda: sealed, KnownBy.IN_PERSON, MONDAY)
    assert list(News(database).of_conversation("kind-place", "c")) == []


def test_each_is_one_query_and_every_step_of_it_is_by_an_index(database: Database) -> None:
    news, asked = News(database), list[tuple[str, Any]]()

    @event.listens_for(database._readers, "before_cursor_execute")
    def note(_connection: object, _cursor: object, statement: str, parameters: Any, *_rest: object) -> None:
        asked.append((statement, parameters))

    news.of_case("kind-place", "AAA-AAA")
    news.of_conversation("kind-place", "c")
    assert len(asked) == 2
    explain = "EXPLAIN QUERY PLAN" if database.is_sqlite else "EXPLAIN"
    for statement, parameters in tuple(asked):
        with database._readers.connect() as connection:
            if not database.is_sqlite:  # with no rows at all it would rather read the whole table
                connection.exec_driver_sql("SET enable_seqscan = off")
            plan = connection.exec_driver_sql(f"{explain} {statement}", parameters).all()
        steps = [str(step[-1]).strip() for step in plan]
        assert [one for one in steps if one.startswith("SCAN ") or "Seq Scan" in one] == []
