"""The sentences for faults and findings: they stand in words/*.toml, and here they get their values."""

import tomllib
from functools import cache
from pathlib import Path
from string import Template

WORDS = Path(__file__).parent / "words"


def fault_words(code: str, **values: str) -> str:
    """The sentence for a fault of a pack. Raises KeyError for a code or a value that has no words."""
    return _template("faults", code).substitute(values)


def finding_words(code: str, **values: str) -> str:
    """The sentence for something a charity ought to mend. Raises KeyError as `fault_words` does."""
    return _template("findings", code).substitute(values)


def kind_words(kind: str) -> str:
    """What a kind is called in such a sentence: "questions", "complaints"."""
    return _read("kinds")[kind]


def _template(file: str, code: str) -> Template:
    return Template(_read(file)[code])


@cache
def _read(file: str) -> dict[str, str]:
    return tomllib.loads((WORDS / f"{file}.toml").read_text(encoding="utf-8"))
