"""The code that brings a guest back: made, hashed, and sealed so that only their own cookie can show it."""

import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from threading import BoundedSemaphore
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from webchat.cases.case import Sealed
from webchat.cases.code import new_code, typed_code
from webchat.db.errors import Busy

Done = TypeVar("Done")

_MOST_AT_ONCE = 2  # each hash takes 64 MiB and a tenth of a second (security.md B3)
_PATIENCE = 3.0  # seconds
_NONCE = 12  # bytes


class Sealing:
    """Makes, opens and checks codes. At most two hashes are worked out at once; then Busy is raised."""

    def __init__(
        self,
        hasher: PasswordHasher | None = None,
        choose: Callable[[str], str] = secrets.choice,
        patience: float = _PATIENCE,
    ) -> None:
        self._hasher = hasher or PasswordHasher()
        self._choose = choose
        self._patience = patience
        self._turns = BoundedSemaphore(_MOST_AT_ONCE)
        self._nobody = ""

    def make(self, token: str) -> Sealed:
        """A new code for the guest whose cookie holds `token`. Raises Busy."""
        code = new_code(self._choose)
        hashed = self._in_turn(lambda: self._hasher.hash(_digits(code)))
        nonce = secrets.token_bytes(_NONCE)
        shut = nonce + AESGCM(_key(token)).encrypt(nonce, code.encode(), None)
        return Sealed(hashed, urlsafe_b64encode(shut).decode())

    def open(self, token: str, sealed_code: str) -> str | None:
        """The code in fours, or None with another cookie, or once the guest has kept it."""
        try:
            shut = urlsafe_b64decode(sealed_code)
            return AESGCM(_key(token)).decrypt(shut[:_NONCE], shut[_NONCE:], None).decode()
        except (InvalidTag, ValueError):
            return None

    def fits(self, typed: str, code_hash: str | None) -> bool:
        """Whether a typed code is the one; with no hash or nonsense it works as hard and says no. Raises
        Busy."""
        digits = typed_code(typed)
        fits = self._in_turn(lambda: self._verified(code_hash or self._nobodys(), digits or "0"))
        return fits and code_hash is not None and digits is not None

    def _verified(self, code_hash: str, digits: str) -> bool:
        try:
            return self._hasher.verify(code_hash, digits)
        except (VerificationError, InvalidHashError):
            return False

    def _nobodys(self) -> str:
        # What a wrong reference is checked against, so that it costs what a wrong code costs (ASVS A7).
        if not self._nobody:
            self._nobody = self._hasher.hash(new_code(self._choose))
        return self._nobody

    def _in_turn(self, work: Callable[[], Done]) -> Done:
        if not self._turns.acquire(timeout=self._patience):
            raise Busy
        try:
            return work()
        finally:
            self._turns.release()


def _digits(code: str) -> str:
    return code.replace(" ", "")


def _key(token: str) -> bytes:
    """A key for this one use, worked out from the cookie and never stored (design.md 5)."""
    return HKDF(SHA256(), 32, salt=None, info=b"the code of a case").derive(token.encode())
