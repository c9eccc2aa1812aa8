"""Nothing is kept that nothing uses: no response, no template."""

import ast
import re
from collections.abc import Collection, Iterator
from enum import StrEnum
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest

from tests.house.reading import ROOT, parsed
from tests.webhouse import the_project
from webchat.cases import words
from webchat.chat.project import Project
from webchat.packs.asked import topics
from webchat.packs.bank_holidays import HOLIDAY_KEYS

_PREFIXES = ("utter_", "label_", "value_", "promise_", "clock_", "skipped_", "words_", "answer_")
# Written out by nobody: the name of the folder is the name of the errand (webchat/notify/errands.py).
FOLDERS_OF_ERRANDS = "webchat/notify/templates"


def code() -> Iterator[Path]:
    """Every file of Python that is no test."""
    yield from (file for folder in ("actions", "webchat") for file in (ROOT / folder).rglob("*.py"))


@cache
def constants() -> frozenset[str]:
    """Every string of the code, and every word that a rule or a template names."""
    found = {
        node.value
        for file in code()
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    for file in (*(ROOT / "actions/data/rules").glob("*.yml"), *(ROOT / "webchat").rglob("*.html")):
        found |= set(re.findall(r"[\w./]+", file.read_text(encoding="utf-8")))
    return frozenset(found)


def made() -> Iterator[tuple[tuple[str, ...], frozenset[str]]]:
    """Every name the code puts together: its fixed pieces, ("label_", ""), and the words of its folder."""
    for _, files in groupby(
        sorted(code(), key=lambda file: (file.parent, file)), key=lambda file: file.parent
    ):
        trees = [parsed(file) for file in files]
        nodes = [node for tree in trees for node in ast.walk(tree)]
        near = frozenset(str(one.value) for one in nodes if isinstance(one, ast.Constant))
        for node in nodes:
            if isinstance(node, ast.JoinedStr):
                told = [str(one.value) if isinstance(one, ast.Constant) else "\0" for one in node.values]
                yield tuple("".join(told).split("\0")), near


def fillings(project: Project) -> set[str]:
    """What may stand between them besides a word of the same folder: a slot, a choice, a topic, nothing."""
    offered = {
        str(value)
        for response in project.responses.values()
        for button in response.buttons
        for values in button.entities.values()
        for value in values
    }
    enums = [one for one in vars(words).values() if isinstance(one, type) and issubclass(one, StrEnum)]
    kinds = {member.value for enum in enums for member in enum}
    return {*project.slots, *offered, *kinds, *HOLIDAY_KEYS, *topics(), ""}


def is_made(name: str, parts: tuple[str, ...], known: set[str]) -> bool:
    """Whether a name is made of these parts with something known between each two."""
    if len(parts) == 1:
        return name == parts[0]
    first, *rest = parts
    if not name.startswith(first):
        return False
    left = name[len(first) :]
    return any(
        left[:end] in known and is_made(left[end:], tuple(rest), known) for end in range(len(left) + 1)
    )


def dead_responses(project: Project, also: Collection[str] = ()) -> list[str]:
    """The responses that no action, rule, form or template names; `also` are names to look for besides."""
    known = fillings(project)
    ways = [(parts, {*known, *near}) for parts, near in {*made()} if parts[0].startswith(_PREFIXES)]
    return [
        name
        for name in (*project.responses, *also)
        if name not in constants() and not any(is_made(name, parts, near) for parts, near in ways)
    ]


@pytest.mark.parametrize("name", ["utter_hello", "promise_kept_hello", "value_needs_hello", "label_hello"])
def test_a_response_that_nothing_says_is_found(name: str) -> None:
    assert dead_responses(the_project(), [name]) == [name]


def test_no_response_is_said_by_nobody() -> None:
    assert dead_responses(the_project()) == []


def test_no_template_is_shown_by_nobody() -> None:
    shown = [
        file.relative_to(ROOT).as_posix().split("/templates/")[1]
        for kind in ("*.html", "*.txt")
        for file in (ROOT / "webchat").rglob(kind)
        if "/templates/" in file.as_posix() and FOLDERS_OF_ERRANDS not in file.as_posix()
    ]
    assert len(shown) > 30
    assert [name for name in shown if name not in constants()] == []
    folders = {file.name for file in (ROOT / FOLDERS_OF_ERRANDS).iterdir()}
    assert folders - constants() == set()
