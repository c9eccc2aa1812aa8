"""Imports go one way (design.md, The house)."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# Each room, and the rooms it may import. What is not listed may not be imported.
MAY_IMPORT = {
    "cases": set(),
    "packs": {"cases"},
    "i18n": {"cases"},
    "db": {"cases", "packs", "i18n"},
    "notify": {"cases", "packs", "i18n"},
    "formats": {"cases", "packs", "i18n"},
    "settings": set(),
    "wiring": {"cases", "packs", "i18n", "db", "notify", "formats", "settings"},
    "chat": {"cases", "packs", "i18n"},
    "server": set(),
    "web": {"cases", "packs", "i18n", "db", "chat", "wiring"},
    "guest": {"cases", "packs", "i18n", "db", "formats", "wiring", "chat", "web"},
    "desk": {"cases", "packs", "i18n", "db", "formats", "wiring", "chat", "web"},
}
# The doors: they see the whole house. Nothing inside imports them.
DOORS = {"app", "cli", "cli_house", "command", "demo", "worker"}
FLASK_LIVES_IN = {"web", "guest", "desk", "app", "i18n"}


def python_files(room: str) -> Iterator[Path]:
    single = ROOT / "webchat" / f"{room}.py"
    if single.exists():
        yield single
    yield from (ROOT / "webchat" / room).rglob("*.py")


def imported(file: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((one.name, node.lineno) for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            if node.module == "webchat":
                yield from ((f"webchat.{one.name}", node.lineno) for one in node.names)
            else:
                yield node.module, node.lineno


def rooms_imported(file: Path) -> Iterator[tuple[str, int]]:
    for name, line in imported(file):
        parts = name.split(".")
        if parts[0] == "webchat" and len(parts) > 1:
            yield parts[1], line


@pytest.mark.parametrize("room", sorted(MAY_IMPORT))
def test_a_room_imports_only_what_lies_below_it(room: str) -> None:
    wrong = [
        f"{file.relative_to(ROOT)}:{line} imports {other}"
        for file in python_files(room)
        for other, line in rooms_imported(file)
        if other != room and other not in MAY_IMPORT[room]
    ]
    assert wrong == []


def test_every_room_of_the_house_has_its_law() -> None:
    here = {path.stem for path in (ROOT / "webchat").iterdir() if path.suffix == ".py" or path.is_dir()}
    rooms = {name for name in here if not name.startswith("_") and any(python_files(name))}
    assert rooms - set(MAY_IMPORT) - DOORS == set()


def test_only_the_doors_import_the_actions() -> None:
    wrong = [
        str(file.relative_to(ROOT))
        for room in MAY_IMPORT
        for file in python_files(room)
        for name, _ in imported(file)
        if name.split(".")[0] == "actions"
    ]
    assert wrong == []


def test_the_core_knows_only_the_standard_library() -> None:
    outside = (
        {name.split(".")[0] for file in python_files("cases") for name, _ in imported(file)}
        - set(sys.stdlib_module_names)
        - {"webchat"}
    )
    assert outside == set()


def test_flask_lives_where_pages_are_made_and_nowhere_else() -> None:
    wrong = [
        str(file.relative_to(ROOT))
        for room in set(MAY_IMPORT) - FLASK_LIVES_IN
        for file in python_files(room)
        for name, _ in imported(file)
        if name.split(".")[0] in ("flask", "flask_babel", "flask_wtf", "werkzeug")
    ]
    assert wrong == []


def test_the_core_never_reads_the_clock() -> None:
    wrong = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file in python_files("cases")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("now", "utcnow", "today", "time_ns", "monotonic")
    ]
    assert wrong == []
