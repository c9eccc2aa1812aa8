"""What can be an email address or a phone number: the least that is sure, no guess (guest-rules C5, C6)."""

import re

from webchat.cases.errors import NotAllowed
from webchat.cases.words import ReplyBy

LONGEST_LINE = 500  # characters
LONGEST_EMAIL = 254  # characters (guest-rules C6)
_EMAIL = re.compile(r"[^\s@,;]+@[^\s@,;.]+(?:\.[^\s@,;.]+)+")
_FEWEST_DIGITS = 3
_NUMBERS = (ReplyBy.TEXT, ReplyBy.PHONE)


def is_email(text: str) -> bool:
    """Whether it has one @, a dot after it, and neither space nor comma."""
    return _EMAIL.fullmatch(text) is not None


def is_phone(text: str) -> bool:
    """Whether it has digits enough, in any shape and any script's digits (guest-rules C5)."""
    return sum(letter.isdigit() for letter in text) >= _FEWEST_DIGITS


def must_fit(way: ReplyBy, contact: str) -> None:
    """Refuse what cannot reach anybody in this way: "too_long", "not_an_address", "not_a_number"."""
    if len(contact) > (LONGEST_EMAIL if way is ReplyBy.EMAIL else LONGEST_LINE):
        raise NotAllowed("too_long")
    if way is ReplyBy.EMAIL and not is_email(contact):
        raise NotAllowed("not_an_address")
    if way in _NUMBERS and not is_phone(contact):
        raise NotAllowed("not_a_number")
