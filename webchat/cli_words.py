"""The sentences of the commands: they stand in cli_words.toml, and here they get their values."""

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from string import Template

WORDS = Path(__file__).with_name("cli_words.toml")


def say(name: str, /, **values: str) -> str:
    """The words of that name. Raises KeyError for a name or a value that has none."""
    return Template(_words()[name]).substitute(values)


def columns(rows: Iterable[tuple[str, str]]) -> str:
    """Rows of two, the second of each below the one before."""
    listed = list(rows)
    width = max((len(first) for first, _ in listed), default=0)
    return "\n".join(f"  {first.ljust(width)}  {second}" for first, second in listed)


@cache
def _words() -> dict[str, str]:
    return {name: words.strip("\n") for name, words in tomllib.loads(WORDS.read_text("utf-8")).items()}
