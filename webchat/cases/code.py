"""The reference a guest can say and the code that, with it, brings them back (guest-rules B25; ASVS A5)."""

import re
import unicodedata
from collections.abc import Callable

# No 0 O 1 I L: they are read and heard as each other (guest-rules B25).
REFERENCE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_REFERENCE_LENGTH = 6
REFERENCE = re.compile(f"[{REFERENCE_LETTERS}]{{3}}-[{REFERENCE_LETTERS}]{{3}}")
_DIGITS = 15


def new_reference(choose: Callable[[str], str]) -> str:
    """A reference such as "K7Q-4PM"; `choose` picks one letter at random."""
    letters = [choose(REFERENCE_LETTERS) for _ in range(_REFERENCE_LENGTH)]
    return "".join(letters[:3]) + "-" + "".join(letters[3:])


def new_code(choose: Callable[[str], str]) -> str:
    """15 random digits and a check digit, in fours: 50 bits, typed on any keypad."""
    digits = "".join(choose("0123456789") for _ in range(_DIGITS))
    return in_fours(digits + _check_digit(digits))


def in_fours(digits: str) -> str:
    """Digits as they are shown and read aloud: "1234 5678 9012 3456"."""
    return " ".join(digits[place : place + 4] for place in range(0, len(digits), 4))


def typed_reference(typed: str) -> str:
    """A reference as a guest may type it, made regular; nonsense stays nonsense and is not found."""
    plain = "".join(filter(str.isalnum, unicodedata.normalize("NFKC", typed))).upper()
    return f"{plain[:3]}-{plain[3:]}"


def typed_code(typed: str) -> str | None:
    """The 16 digits of a typed code in any script's digits, or None where it cannot be a code.

    A slip of one digit, or two neighbours swapped, is always noticed by the check digit.
    """
    digits = "".join(str(unicodedata.digit(letter)) for letter in typed if unicodedata.digit(letter, -1) >= 0)
    if len(digits) != _DIGITS + 1 or _check_digit(digits[:-1]) != digits[-1]:
        return None
    return digits


# Damm's quasigroup of order 10: catches every single slip and every swap of neighbours.
_DAMM = (
    "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
    "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
)  # fmt: skip


def _check_digit(digits: str) -> str:
    interim = "0"
    for digit in digits:
        interim = _DAMM[int(interim)][int(digit)]
    return interim
