"""Slips of the finger in an email address: what was probably meant (guest-rules C6)."""

import pytest

from actions.slips import meant


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("ana@gmial.con", "ana@gmail.com"),
        ("ana@gmail,com", "ana@gmail.com"),
        ("ana@gmail", "ana@gmail.com"),
        ("ana @gmail.com", "ana@gmail.com"),
        ("ana@gmail.com.", "ana@gmail.com"),
        ("Ana@hotmial.co.uk", "Ana@hotmail.co.uk"),
        ("ana@yaho.com", "ana@yahoo.com"),
        ("ana@yahoo.couk", "ana@yahoo.co.uk"),
        ("ana@example.con", "ana@example.com"),
    ],
)
def test_a_likely_slip_is_seen_and_put_right(typed: str, address: str) -> None:
    assert meant(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        *("me@gmail.com", "Me@Gmail.com", "me@nhs.net", "me@example.co.uk", "me@mail.example.org", ""),
        *("me@mail.com", "me@aol.co.uk", "zoë@exämple.org", "me@bt.com", "me@me.com", "me@ruils.co.uk"),
        *("me@example", "a@b@c.org", "me", "@gmail.com", "he hits me"),
    ],
)
def test_an_ordinary_address_and_what_is_none_are_no_slips(typed: str) -> None:
    assert meant(typed) == ""
