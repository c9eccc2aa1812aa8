"""The sentences for faults and findings: they stand in words/*.toml, and here they get their values."""

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from string import Template
from typing import Any

WORDS = Path(__file__).parent / "words"


def fault_words(code: str, **values: str) -> str:
    """The sentence for a fault of a pack. Raises KeyError for a code or a value that has no words."""
    return _template("faults", code).substitute(values)


def finding_words(code: str, **values: str) -> str:
    """The sentence for something a charity ought to mend. Raises KeyError as `fault_words` does."""
    return _template("findings", code).substitute(values)


def kinds_words(kinds: Sequence[str]) -> str:
    """What kinds are called in such a sentence: "questions, appointments and complaints"."""
    *most, last = [_read("kinds")[kind] for kind in kinds]
    return _template("kinds", "several").substitute(most=", ".join(most), last=last) if most else last


def unit_patterns() -> list[tuple[str, str]]:
    """Each unit with the pattern of the words for it in a policy."""
    return list(_counted()["units"].items())


def wordings() -> list[tuple[str, tuple[int, str]]]:
    """Words of a policy that mean a number without saying it, each with its (value, unit)."""
    return [(one["words"], (one["value"], one["unit"])) for one in _counted()["wording"]]


def _template(file: str, code: str) -> Template:
    return Template(_read(file)[code])


def _read(file: str) -> dict[str, str]:
    return _tables(file)


def _counted() -> dict[str, Any]:
    return _tables("counted")


@cache
def _tables(file: str) -> dict[str, Any]:
    return tomllib.loads((WORDS / f"{file}.toml").read_text(encoding="utf-8"))
