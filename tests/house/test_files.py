"""A file answers one question; none passes 300 lines (design.md, The house)."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CEILING = 300  # lines
KINDS = ("*.py", "*.yml", "*.js", "*.css", "*.html", "*.toml")
DATA = ("webchat/packs/data/",)  # a policy is as long as it is
REFUSED_NAMES = {"utils", "util", "helpers", "helper", "common", "misc"}


def tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", *patterns],
        cwd=ROOT, check=True, capture_output=True,
    ).stdout.decode()  # fmt: skip
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).exists()]


def test_no_file_is_longer_than_a_person_can_hold() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in tracked(*KINDS)
        if not str(path.relative_to(ROOT)).startswith(DATA)
        and (lines := len(path.read_text(encoding="utf-8").splitlines())) > CEILING
    }
    assert long == {}


def test_no_file_is_named_for_nothing() -> None:
    assert [path.name for path in tracked("*.py") if path.stem in REFUSED_NAMES] == []


def test_no_path_of_one_machine_is_written_down() -> None:
    machine = ("/" + "work/", "/" + "root/", "/" + "home/")
    wrong = [
        str(path.relative_to(ROOT))
        for path in tracked("*.py", "*.md", "*.toml", "*.yml", "*.html", "*.js", "Makefile")
        for place in machine
        if f" {place}" in (text := path.read_text(encoding="utf-8")) or f'"{place}' in text
    ]
    assert wrong == []


def test_the_style_is_kept() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "-q", "webchat", "actions", "tests"],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert done.stdout + done.stderr == ""


def test_the_types_hold() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "webchat", "actions"],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert "Success" in done.stdout, done.stdout
