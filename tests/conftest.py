"""What every test shares: how long each part of the suite took, told at its end, added up over all cores."""

from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes depends on what else the machine does: that is for `make bench`, never for a test.
settings.register_profile("house", deadline=None)
settings.load_profile("house")
pytest_plugins = ["tests.databases"]

# A page asks a store, and every store is tested on both databases in tests/db. Of the pages only these run on
# both: whole walks, and what comes at once. The others take SQLite.
PAGES = ("guest", "desk")
ON_BOTH = frozenset(
    {
        *("test_journeys", "test_once", "test_one_at_a_time", "test_one_commit", "test_two_tabs"),
        *("test_drafts", "test_sessions", "test_ways_back", "test_desk", "test_at_once"),
    }
)
_seconds: dict[str, float] = defaultdict(float)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what says nothing new on the second database."""
    twice = [one for one in items if _is_a_page_twice(one)]
    items[:] = [one for one in items if not _is_a_page_twice(one)]
    if twice:
        config.hook.pytest_deselected(items=twice)


def _is_a_page_twice(item: pytest.Item) -> bool:
    callspec = getattr(item, "callspec", None)
    on = callspec.params.get("kind") if callspec else None
    return on == "postgresql" and _part(item.nodeid) in PAGES and item.path.stem not in ON_BOTH


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Add a test's time, its setting up and taking down with it, to its part."""
    _seconds[_part(report.nodeid)] += report.duration


def _part(nodeid: str) -> str:
    """The room of the tests that a test lies in, at whatever depth."""
    parts = Path(nodeid.split("::")[0]).parts
    return parts[1] if len(parts) > 2 else "whole"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how long each part took."""
    terminalreporter.section("how long each part took")
    for part, seconds in sorted(_seconds.items(), key=lambda one: -one[1]):
        terminalreporter.write_line(f"{seconds:8.1f} s  {part}")
