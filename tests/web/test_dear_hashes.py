"""Passwords and codes are hashed dearly: only tests of pages use a quick way (security.md B3)."""

from webchat.desk.door.passwords import hash_of, is_right, needs_new_hash
from webchat.web.sealing import Sealing

DEAR = "$argon2id$v=19$m=65536,t=3,p=4$"  # 64 MiB, three times over (RFC 9106, the second recommended way)


def test_a_password_is_hashed_dearly_and_a_cheaper_hash_is_made_anew() -> None:
    assert hash_of("seven green kettles").startswith(DEAR)
    cheap = hash_of("seven green kettles").replace("t=3", "t=1")
    assert needs_new_hash(cheap)
    assert not is_right("seven green kettles", cheap)


def test_so_is_a_code() -> None:
    assert Sealing().make("token").code_hash.startswith(DEAR)
