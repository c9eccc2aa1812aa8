"""Every function of a test says what it takes and gives, and the types of the web's tests hold."""

import ast
import subprocess
import sys

import pytest

from tests.house.reading import ROOT, parsed

# Written before this was asked for. A file leaves the list when it says everything; none joins it.
NOT_YET = {
    "tests/cases/test_casework.py",
    "tests/fakes/serving.py",
    "tests/formats/google.py",
    "tests/formats/test_booth.py",
    "tests/formats/test_english.py",
    "tests/formats/test_fixed.py",
    "tests/formats/test_leaks.py",
    "tests/formats/test_mp3.py",
    "tests/formats/test_online.py",
    "tests/formats/test_pico.py",
    "tests/formats/test_recordings.py",
    "tests/formats/test_spoken.py",
    "tests/formats/test_studio.py",
    "tests/i18n/test_dates.py",
    "tests/packs/test_foretell.py",
    "tests/packs/test_packs.py",
    "tests/test_server.py",
    "tests/test_server_stop.py",
}
CHECKED = (
    *("tests/guest", "tests/desk", "tests/house", "tests/web"),
    *("tests/bench", "tests/builders", "tests/fakes"),
)


def untold(tree: ast.Module) -> list[str]:
    """The functions that leave out a type."""
    return [
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.returns is None or any(one.annotation is None for one in _given(node.args)))
    ]


def _given(args: ast.arguments) -> list[ast.arg]:
    listed = [*args.posonlyargs, *args.args, *args.kwonlyargs, args.vararg, args.kwarg]
    return [one for one in listed if one is not None and one.arg not in ("self", "cls")]


def test_every_function_of_a_test_says_its_types() -> None:
    files = {path.relative_to(ROOT).as_posix(): path for path in (ROOT / "tests").rglob("*.py")}
    silent = {name: told for name, path in files.items() if (told := untold(parsed(path)))}
    assert {name: told for name, told in silent.items() if name not in NOT_YET} == {}
    assert NOT_YET - set(silent) == set(), "take it off the list: it says its types now"


@pytest.mark.parametrize("line", ["def f(): ...", "def f(a) -> None: ...", "def f(*a) -> None: ..."])
def test_a_type_that_is_left_out_is_found(line: str) -> None:
    assert untold(ast.parse(line)) == ["f"]


def test_the_types_of_the_tests_hold() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mypy", *CHECKED],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert "Success" in done.stdout, done.stdout
