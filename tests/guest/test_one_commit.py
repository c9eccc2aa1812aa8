"""One commit per turn, and no statement more than it needs (design.md, How a guest's words travel)."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event

from tests.guest.answers import QUESTION
from tests.guest.visitor import Visitor
from tests.webhouse import Web


@contextmanager
def told_by(web: Web) -> Iterator[list[str]]:
    """The first two words of every statement that writers run, and each commit."""
    said: list[str] = []

    def statement(_c: object, _cursor: object, sql: str, *_rest: object) -> None:
        said.append(" ".join(sql.split()[:2]))

    def commit(_connection: object) -> None:
        said.append("COMMIT")

    writers = web.house.database._writers
    event.listen(writers, "before_cursor_execute", statement)
    event.listen(writers, "commit", commit)
    try:
        yield said
    finally:
        event.remove(writers, "before_cursor_execute", statement)
        event.remove(writers, "commit", commit)


def test_a_turn_is_three_writes_and_one_commit(here: Web, guest: Visitor) -> None:
    guest.open().walk(QUESTION, until="about_person")
    with told_by(here) as said:
        guest.choose('"no"')
    assert guest.asked == "reply_by"
    begun = ["BEGIN IMMEDIATE"] if here.house.database.is_sqlite else []
    assert said == [*begun, "UPDATE conversation", "INSERT INTO", "UPDATE web_session", "COMMIT"]


def test_a_sending_is_one_commit_too(here: Web, guest: Visitor) -> None:
    guest.open().walk(QUESTION, until="check")
    with told_by(here) as said:
        guest.choose("/send")
    assert said.count("COMMIT") == 1
