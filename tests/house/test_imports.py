"""Imports go one way (design.md, The house)."""

import ast
import subprocess
import sys

import pytest

from tests.house.reading import (
    ROOT,
    clocks_read,
    days_read,
    imported,
    package_of,
    parsed,
    python_files,
    room_of,
)

# Each room, and the rooms it may import. What is not listed may not be imported.
MAY_IMPORT: dict[str, set[str]] = {
    "cases": set(),
    "packs": {"cases"},
    "i18n": {"cases"},
    "private": set(),
    "db": {"cases", "packs", "i18n", "private"},
    "notify": {"cases", "packs", "i18n", "private"},
    "formats": {"cases", "packs", "i18n", "private"},
    "settings": {"private"},
    "wiring": {"cases", "packs", "i18n", "private", "db", "notify", "formats", "settings"},
    "actions": {"cases", "packs", "i18n", "db", "notify", "formats", "settings", "wiring"},
    "chat": {"cases", "packs", "i18n"},
    "server": set(),
    "web": {"cases", "packs", "i18n", "db", "formats", "chat", "wiring"},
    "guest": {"cases", "packs", "i18n", "db", "formats", "wiring", "chat", "web"},
    "desk": {"cases", "packs", "i18n", "db", "formats", "wiring", "chat", "web"},
}
# The doors: they see the whole house. Nothing inside imports them.
DOORS = {
    "app",
    "cli",
    "cli_house",
    "cli_promise",
    "cli_promises", "cli_staff",
    "cli_understand",
    "cli_words",
    "command",
    "demo",
    "worker",
}
FLASK = {"flask", "flask_babel", "flask_compress", "flask_wtf", "werkzeug"}
FLASK_LIVES_IN = {"web", "guest", "desk", "i18n"}
NO_CLOCK = ("cases", "packs", "i18n")
# Where the house reads its clock, to hand it on; an action server of its own has no other.
READ_THE_DAY = {"webchat/wiring.py", "webchat/cli.py", "actions/work.py"}


def wrong_rooms(room: str) -> list[str]:
    """Each line of a room that reaches where it may not."""
    return [
        f"{file.relative_to(ROOT)}:{line} imports {name}"
        for file in python_files(room)
        for name, line in imported(parsed(file), package_of(file))
        if name == "?" or (room_of(name) or room) not in {room, *MAY_IMPORT[room]}
    ]


@pytest.mark.parametrize("room", sorted(MAY_IMPORT))
def test_a_room_imports_only_what_lies_below_it(room: str) -> None:
    assert wrong_rooms(room) == []


def test_every_room_of_the_house_has_its_law() -> None:
    here = {path.stem for path in (ROOT / "webchat").iterdir() if path.suffix == ".py" or path.is_dir()}
    rooms = {name for name in here if not name.startswith("_") and any(python_files(name))}
    assert rooms - set(MAY_IMPORT) - DOORS == set()
    assert {room for room in MAY_IMPORT if not any(python_files(room))} == set()


def test_the_core_knows_only_the_standard_library() -> None:
    outside = {
        name.split(".")[0]
        for file in python_files("cases")
        for name, _ in imported(parsed(file), package_of(file))
    }
    assert outside - set(sys.stdlib_module_names) == {"webchat"}


def test_flask_lives_where_pages_are_made_and_nowhere_else() -> None:
    wrong = [
        f"{file.relative_to(ROOT)}:{line} imports {name}"
        for room in set(MAY_IMPORT) - FLASK_LIVES_IN
        for file in python_files(room)
        for name, line in imported(parsed(file), package_of(file))
        if name.split(".")[0] in FLASK
    ]
    assert wrong == []


def test_an_action_server_starts_no_page() -> None:
    """`python -m rasa_sdk --actions actions` has no web of ours in it (design.md, The house)."""
    seen = "import sys, actions, webchat.wiring; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", seen], cwd=ROOT, check=True, capture_output=True, text=True)
    loaded = done.stdout.split()
    assert "webchat.wiring" in loaded
    pages = ("webchat.guest", "webchat.desk", "webchat.web", "webchat.app", "flask")
    assert [name for name in loaded if name.startswith(pages)] == []


@pytest.mark.parametrize("room", NO_CLOCK)
def test_the_core_the_policies_and_the_languages_know_no_clock(room: str) -> None:
    wrong = [
        f"{file.relative_to(ROOT)}:{line}"
        for file in python_files(room)
        for line in clocks_read(parsed(file))
    ]
    assert wrong == []


def test_the_day_is_read_in_three_places_and_handed_on() -> None:
    files = {file for room in {*MAY_IMPORT, *DOORS} for file in python_files(room)}
    reading = {str(file.relative_to(ROOT)) for file in files if any(days_read(parsed(file)))}
    assert reading == READ_THE_DAY


@pytest.mark.parametrize(
    "line",
    [
        "import webchat.db.database",
        "from webchat.db.database import Database",
        "from webchat import db",
        "from ..db.database import Database",
        "from .. import db",
        "def late():\n    from ..db import database",
        "from importlib import import_module\nimport_module('webchat.db.database')",
    ],
)
def test_no_way_of_importing_is_overlooked(line: str) -> None:
    found = {room_of(name) for name, _ in imported(ast.parse(line), "webchat.cases")}
    assert "db" in found


@pytest.mark.parametrize(
    "line",
    [
        "import time",
        "import time as clock\nclock.time()",
        "from time import time",
        "from datetime import datetime\ndatetime.now()",
        "import datetime as dt\ndt.datetime.utcnow()",
        "from datetime import date\ndate.today()",
        "getattr(date, 'today')()",
        "from email.utils import formatdate\nformatdate()",
    ],
)
def test_no_clock_is_overlooked(line: str) -> None:
    assert list(clocks_read(ast.parse(line))) != []


def test_a_day_that_is_handed_in_is_not_read() -> None:
    assert list(days_read(ast.parse("house().now()\nself.now()\ntime.monotonic()"))) == []
    assert list(days_read(ast.parse("datetime.now(UTC)\ndate.today()\ntime.time()"))) == [1, 2, 3]
