"""Builder: a copy of the fixture project with one thing changed in it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.chat.conversation import FOLDER
from webchat.chat.faults import Fault, ProjectRefused
from webchat.chat.load import load_project
from webchat.chat.project import Project

SHARED = "domain/shared.yml"
QUESTION = "domain/question.yml"
FEEDBACK = "domain/feedback.yml"
RULES = "data/rules/rules.yml"
NLU = "data/nlu/en.yml"


class Copy:
    """A project that may be broken: `change` text in a file, then `load` it."""

    def __init__(self, root: Path) -> None:
        self.root = root / "project"
        shutil.copytree(FOLDER, self.root)

    def change(self, file: str, old: str, new: str) -> Copy:
        """Put `new` where `old` first stands; with `old` empty, at the end."""
        path = self.root / file
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        assert old in text, f"{file} does not hold {old!r}"
        path.write_text(text.replace(old, new, 1) if old else text + new, encoding="utf-8")
        return self

    def load(self) -> Project:
        return load_project(self.root)

    def faults(self) -> tuple[Fault, ...]:
        """What the loader refuses; it must refuse something."""
        with pytest.raises(ProjectRefused) as refused:
            self.load()
        return refused.value.faults

    def line_of(self, file: str, text: str) -> int:
        """The number of the first line that holds `text`."""
        lines = (self.root / file).read_text(encoding="utf-8").splitlines()
        return next(number for number, line in enumerate(lines, 1) if text in line)


Copier = Callable[[], Copy]
