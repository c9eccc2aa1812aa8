"""What a message tells beside its own words (policy-facts F9)."""

from datetime import date

from tests.builders.cases import MONDAY
from tests.builders.words import a_renderer
from webchat.cases.case import Message, Purpose
from webchat.i18n.beside import beside


def read(message: Message) -> list[str]:
    """As a guest reads it."""
    return [a_renderer().words(one, "en") for one in beside(message)]


def test_the_officer_and_the_date_of_the_full_reply_are_told_with_the_words() -> None:
    told = Message(
        "m",
        "c",
        Purpose.ACKNOWLEDGE,
        "We have it.",
        MONDAY,
        "en",
        officer="Pat Jones",
        states_date=date(2026, 12, 4),
    )
    assert read(told) == [
        "Pat Jones is looking into this.",
        "Our full reply will come by Friday 4 December 2026.",
    ]


def test_another_kind_is_told_in_words_of_ours() -> None:
    (told,) = read(Message("m", "c", Purpose.RESORTED, "", MONDAY, "en"))
    assert told.startswith("We now treat your message as another kind of message.")


def test_ordinary_words_have_nothing_beside_them() -> None:
    assert read(Message("m", "c", Purpose.REPLY, "Yes.", MONDAY, "en")) == []
