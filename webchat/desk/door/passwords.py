"""Passwords: hashed with Argon2id, at most two at once, and refused where anybody could guess them."""

from functools import cache
from pathlib import Path
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

SHORTEST = 12  # characters (security.md B1)
LONGEST = 1000  # characters; Argon2 reads all of them, unlike hashes that stop at 72 bytes
_COMMON = Path(__file__).parent / "common_passwords.txt"
_hasher = PasswordHasher()
# A hash takes 64 MiB: a crowd at the door must not take the machine's memory (security.md B3).
_two_at_once = BoundedSemaphore(2)
# A hash of nothing anybody knows, so that an unknown address takes as long as a wrong password (B8).
_NOBODYS = _hasher.hash("nobody at all has this password, and it is long")


def hash_of(password: str) -> str:
    """The Argon2id hash of a password."""
    with _two_at_once:
        return _hasher.hash(password)


def is_right(password: str, kept: str | None) -> bool:
    """Whether a password is the one kept; always as slow, also where there is none to compare."""
    with _two_at_once:
        try:
            return _hasher.verify(kept or _NOBODYS, password[:LONGEST]) and kept is not None
        except (VerifyMismatchError, InvalidHashError):
            return False


def needs_new_hash(kept: str) -> bool:
    """Whether the way of hashing has grown stronger since."""
    return _hasher.check_needs_rehash(kept)


def weakness(password: str, *known_names: str) -> str:
    """Why a password will not do: "too_short", "too_long", "common", "holds_a_name"; empty where it does."""
    folded = password.casefold()
    if len(password) < SHORTEST:
        return "too_short"
    if len(password) > LONGEST:
        return "too_long"
    if folded in _common():
        return "common"
    words = (word for name in known_names for word in name.casefold().split())
    return "holds_a_name" if any(len(word) > 3 and word in folded for word in words) else ""


@cache
def _common() -> frozenset[str]:
    return frozenset(_COMMON.read_text(encoding="utf-8").split("\n"))
