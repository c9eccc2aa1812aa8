"""What a message tells beside its own words (policy-facts F9)."""

from datetime import UTC, date, datetime

import pytest

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


def test_a_date_that_was_agreed_is_told_as_such() -> None:
    on = date(2027, 1, 15)
    told = Message("m", "c", Purpose.DATE_AGREED, "", MONDAY, "en", states_date=on)
    assert read(told) == [
        "We agreed a date with you. We will tell you what we decided by Friday 15 January 2027."
    ]


def test_another_kind_is_told_in_words_of_ours() -> None:
    (told,) = read(Message("m", "c", Purpose.RESORTED, "", MONDAY, "en"))
    assert told.startswith("We now treat your message as another kind of message.")


def test_ordinary_words_have_nothing_beside_them() -> None:
    assert read(Message("m", "c", Purpose.REPLY, "Yes.", MONDAY, "en")) == []


WAS, IS = datetime(2026, 11, 24, 10, tzinfo=UTC), datetime(2026, 11, 24, 10, 20, tzinfo=UTC)
CHANGE = "If this does not suit you, choose another time or cancel it with your reference and your code."


@pytest.mark.parametrize(
    ("purpose", "told"),
    [
        (
            Purpose.TIME_MOVED,
            [
                "Your appointment on Tuesday 24 November 2026 at 10am is moved. "
                "The new time is Tuesday 24 November 2026 at 10:20am.",
                CHANGE,
            ],
        ),
        (
            Purpose.TIME_CANCELLED,
            [
                "Your appointment on Tuesday 24 November 2026 at 10am cannot take place. We are sorry.",
                "You can ask for another time with your reference and your code.",
            ],
        ),
        (
            Purpose.RUNNING_LATE,
            [
                "We are running late for your appointment on Tuesday 24 November 2026 at 10am. "
                "We expect to begin at about 10:20am.",
                CHANGE,
            ],
        ),
        (Purpose.NEXT_TIME, ["Your next appointment is on Tuesday 24 November 2026 at 10:20am.", CHANGE]),
        (Purpose.NEXT_CONTACT, ["We will contact you by Friday 4 December 2026."]),
    ],
)
def test_what_became_of_an_agreed_time_and_what_they_can_do_next(purpose: Purpose, told: list[str]) -> None:
    on = date(2026, 12, 4) if purpose is Purpose.NEXT_CONTACT else None
    was = None if purpose in (Purpose.NEXT_TIME, Purpose.NEXT_CONTACT) else WAS
    is_ = None if purpose in (Purpose.TIME_CANCELLED, Purpose.NEXT_CONTACT) else IS
    message = Message("m", "c", purpose, "", MONDAY, "en", states_date=on, time_was=was, time_is=is_)
    assert read(message) == told
