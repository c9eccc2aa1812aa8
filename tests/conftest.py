"""What every test shares: how long each part of the suite took, told at its end, added up over all cores."""

from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes depends on what else the machine does: that is for `make bench`, never for a test.
settings.register_profile("house", deadline=None)
settings.load_profile("house")
pytest_plugins = ["tests.databases"]

_seconds: dict[str, float] = defaultdict(float)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Add a test's time, its setting up and taking down with it, to its part."""
    parts = Path(report.nodeid.split("::")[0]).parts
    _seconds[parts[1] if len(parts) > 2 else "whole"] += report.duration


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how long each part took."""
    terminalreporter.section("how long each part took")
    for part, seconds in sorted(_seconds.items(), key=lambda one: -one[1]):
        terminalreporter.write_line(f"{seconds:8.1f} s  {part}")
