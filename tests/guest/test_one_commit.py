"""One commit per turn, and no statement more than it needs (design.md, How a guest's words travel)."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event

from tests.guest.answers import QUESTION
from tests.guest.visitor import Visitor
from tests.webhouse import Web


@contextmanager
def told_by(web: Web, reading: bool = False) -> Iterator[list[str]]:
    """The first two words of every statement that writers (or, `reading`, readers) run, and each commit."""
    said: list[str] = []

    def statement(_c: object, _cursor: object, sql: str, *_rest: object) -> None:
        said.append(" ".join(sql.split()[:2]))

    def commit(_connection: object) -> None:
        said.append("COMMIT")

    database = web.house.database
    engine = database._readers if reading else database._writers
    event.listen(engine, "before_cursor_execute", statement)
    event.listen(engine, "commit", commit)
    try:
        yield said
    finally:
        event.remove(engine, "before_cursor_execute", statement)
        event.remove(engine, "commit", commit)


def test_a_turn_is_two_writes_and_one_commit(here: Web, guest: Visitor) -> None:
    guest.open().walk(QUESTION, until="about_person")
    with told_by(here) as said:
        guest.choose('"no"')
    assert guest.asked == "reply_by"
    begun = ["BEGIN IMMEDIATE"] if here.house.database.is_sqlite else []
    assert said == [*begun, "UPDATE conversation", "INSERT INTO", "COMMIT"]


def test_a_turn_reads_its_session_and_its_conversation_at_once(here: Web, guest: Visitor) -> None:
    guest.open().walk(QUESTION, until="about_person")
    (no,) = (one for one in guest.choices() if '"no"' in one)
    with told_by(here, reading=True) as said:
        guest.browser.client.post(guest.at, data={**guest.fields(), "choice": no, "do": "continue"})
    assert said == ["SELECT web_session.kind,"]


def test_a_sending_is_one_commit_too(here: Web, guest: Visitor) -> None:
    guest.open().walk(QUESTION, until="check")
    with told_by(here) as said:
        guest.choose("/send")
    assert said.count("COMMIT") == 1
