"""What can be an email address or a phone number: the least that is sure, no guess (guest-rules C5, C6)."""

import re

LONGEST_LINE = 500  # characters
LONGEST_EMAIL = 254  # characters (guest-rules C6)
_EMAIL = re.compile(r"[^\s@,;]+@[^\s@,;.]+(?:\.[^\s@,;.]+)+")
_FEWEST_DIGITS = 3


def is_email(text: str) -> bool:
    """Whether it has one @, a dot after it, and neither space nor comma."""
    return _EMAIL.fullmatch(text) is not None


def is_phone(text: str) -> bool:
    """Whether it has digits enough, in any shape and any script's digits (guest-rules C5)."""
    return sum(letter.isdigit() for letter in text) >= _FEWEST_DIGITS
