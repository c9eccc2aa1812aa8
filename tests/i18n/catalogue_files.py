"""Catalogue files as a translator, or an accident, would leave them."""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo


def write_catalogue(
    locales: Path, code: str, messages: dict[str | tuple[str, str], str | tuple[str, ...]]
) -> Path:
    """A compiled catalogue of a language with these translations; where it lies."""
    catalog = Catalog(locale=code, fuzzy=False)
    for english, translated in messages.items():
        catalog.add(english, translated)
    path = locales / code / "LC_MESSAGES" / "messages.mo"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_mo(file, catalog)
    return path


# What can become of a .mo file (security 0.7).
ACCIDENTS = {
    "empty": lambda whole: b"",
    "garbage": lambda whole: b"not a catalogue at all" * 9,
    "cut short": lambda whole: whole[: len(whole) // 2],
    "a wrong count": lambda whole: whole[:8] + b"\xff\xff\xff\xff" + whole[12:],
    "not UTF-8": lambda whole: whole.replace("Dzień".encode(), b"Dzie\xff\xfe"),
    "a broken plural rule": lambda whole: whole.replace(b"plural=(n==1", b"plural=(n==="),
    "an evil plural rule": lambda whole: whole.replace(b"plural=(n==1", b"plural=os.env"),
}
