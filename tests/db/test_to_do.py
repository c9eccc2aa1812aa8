"""What waits for somebody at the desk: of one charity, with its needs, in as few queries whatever waits."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import event, text

from tests.builders.cases import MONDAY, OnePolicy, a_member, a_policy, an_entry, an_opening
from webchat.cases.case import Case, Delivery, Purpose
from webchat.cases.casework import Casework
from webchat.cases.formats.making import Making
from webchat.cases.formats.needing import Needing, Said
from webchat.cases.moves import Letter, Plainly
from webchat.cases.words import Format, PromiseName, ReplyBy, Role, WhyPlain
from webchat.db.cases import Cases
from webchat.db.database import Database
from webchat.db.desk_lists import Only
from webchat.db.staff import Staff
from webchat.db.to_do import ToDo

HERE = "kind-place"
LARGE = (("information_format", "large_print"),)


@pytest.fixture
def work(database: Database) -> Casework:
    return Casework(Cases(database), OnePolicy(a_policy(an_entry(PromiseName.REPLY, 3))))


@pytest.fixture
def sam(database: Database) -> Any:
    staff_id = Staff(database).add("sam@example.org", "Sam", "hash", MONDAY)
    Staff(database).join(staff_id, HERE, [Role.WORKER])
    return a_member(staff_id)


def written(work: Casework, sam: Any, letter: Letter | None = None, **given: Any) -> Case:
    case = work.open(an_opening(**{"needs": LARGE, **given}), MONDAY)
    work.claim(sam, case.id, MONDAY)
    return work.write(sam, case.id, letter or Letter(Purpose.REPLY, "We open at ten."), MONDAY)


def test_what_waits_is_listed_and_what_is_done_is_not(database: Database, work: Casework, sam: Any) -> None:
    make, post = written(work, sam), written(work, sam, needs=(), reply_by=ReplyBy.LETTER)
    written(work, sam, needs=())  # shown at once
    found = ToDo(database).messages(HERE)
    assert [(one.case_id, one.delivery) for one in found] == [
        (make.id, Delivery.TO_MAKE), (post.id, Delivery.TO_POST),
    ]  # fmt: skip
    Making(work).made(sam, make.id, found[0].id, Delivery.POSTED, MONDAY)
    assert [one.case_id for one in ToDo(database).messages(HERE)] == [post.id]
    assert ToDo(database).messages("another-place") == []


def test_a_message_comes_back_as_it_was_written(database: Database, work: Casework, sam: Any) -> None:
    tuesday = date(2026, 11, 24)
    case = written(work, sam, Letter(Purpose.REPLY, "Ten.", make_by=tuesday))
    (found,) = ToDo(database).messages(HERE)
    assert (found.formats, found.make_by, found.plain_why) == ((Format.LARGE_PRINT,), tuesday, None)
    plain = Letter(Purpose.UPDATE, "Ten.", plain=Plainly(WhyPlain.CANNOT_WAIT, "At once."))
    work.write(sam, case.id, plain, MONDAY)
    kept = work.store.messages(case.id)[-1]
    assert (kept.plain_why, kept.plain_words) == (WhyPlain.CANNOT_WAIT, "At once.")


def test_needs_are_those_of_now_on_a_list_as_on_the_case(
    database: Database, work: Casework, sam: Any
) -> None:
    case = written(work, sam)
    later = MONDAY + timedelta(days=2)
    Needing(work).correct(sam, case.id, Said(("braille",), language="Urdu"), later)
    listed = ToDo(database).cases(HERE, [case.id])[case.id]
    assert [one.value for one in listed.needs] == ["braille", "Urdu"]
    assert tuple(work.store.needs(case.id)) == listed.needs
    assert ToDo(database).cases("another-place", [case.id]) == {}


def test_only_some_cases_can_be_asked_for(database: Database, work: Casework, sam: Any) -> None:
    case = written(work, sam)
    assert ToDo(database).messages(HERE, Only(owner="")) == []
    assert [one.case_id for one in ToDo(database).messages(HERE, Only(owner=sam.staff_id))] == [case.id]


def test_it_takes_as_many_queries_however_much_waits(
    database: Database, work: Casework, sam: Any
) -> None:
    asked: list[str] = []

    @event.listens_for(database._readers, "before_cursor_execute")
    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    for _ in range(2):
        for _ in range(4):
            written(work, sam)
        asked.clear()
        ids = [one.case_id for one in ToDo(database).messages(HERE)]
        ToDo(database).cases(HERE, ids)
        ToDo(database).arranged(ids)
        assert len(asked) == 4


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
def test_what_waits_is_found_by_its_index(database: Database, work: Casework, sam: Any) -> None:
    written(work, sam)
    asked: list[str] = []

    @event.listens_for(database._readers, "before_cursor_execute")
    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    ToDo(database).messages(HERE)
    plan = str(database.rows(text(f"EXPLAIN QUERY PLAN {asked[0]}".replace("?", "''"))))
    assert "ix_message_waits" in plan
