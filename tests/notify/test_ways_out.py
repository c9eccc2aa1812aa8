"""An email goes to the one address a guest gave, or not at all (ASVS 1.3.11)."""

from pathlib import Path

import pytest

from webchat.notify.ways_out import Folder, Parcel, WillNotGo, checked_email

ODD = [
    "=?utf-8?q?z=40evil.example=2C?=x@c.d",
    "a@b.c, d@e.f",
    "Ana <a@b.c>",
    ":@b.c",
    "a@[b.c",
    "a@b.c\r\nBcc: d@e.f",
    "no address",
    "",
    "undisclosed-recipients:;",
]


def parcel(to: str) -> Parcel:
    """A parcel for an address."""
    return Parcel(to, "An update", "Words.", "message:1")


@pytest.mark.parametrize("to", ODD)
def test_what_is_not_one_plain_address_goes_nowhere(to: str, tmp_path: Path) -> None:
    with pytest.raises(WillNotGo, match="address"):
        Folder(tmp_path).send(parcel(to))
    assert list(tmp_path.iterdir()) == []


def test_a_text_goes_to_its_number(tmp_path: Path) -> None:
    Folder(tmp_path, is_mail=False).send(parcel("07700 900123"))
    assert "07700 900123" in next(tmp_path.iterdir()).read_text()


@pytest.mark.parametrize("to", ["ana@example.org", "o'neill+post@mail.example.co.uk"])
def test_a_plain_address_is_written_as_it_is(to: str) -> None:
    assert checked_email(parcel(to), "demo@localhost")["To"] == to
