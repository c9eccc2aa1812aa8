"""The README says what the code does."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from webchat.command import main
from webchat.settings import TABLE

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
# The table of commands: a name, and what it does.
ROW = re.compile(r"^\| `webchat ([a-z ]+)` \| (.+) \|$", re.MULTILINE)


def commands() -> dict[str, click.Command]:
    """What `webchat` can do, as the README lists it: a group of one command by that command."""
    found: dict[str, click.Command] = {}
    for name, command in main.commands.items():
        inner = command.commands if isinstance(command, click.Group) else {}
        alone = {f"{name} {one}": it for one, it in inner.items()} if len(inner) == 1 else {name: command}
        found |= alone
    return found


def lines(text: str) -> Iterator[str]:
    """The lines that the README tells somebody to type."""
    return (line.strip() for line in text.splitlines() if line.startswith("    ") and line.strip())


def faults_of(line: str) -> list[str]:
    """What would go wrong if somebody typed this line."""
    program, *rest = shlex.split(line, comments=True)
    if program == "make":
        return [f"make {one}" for one in rest if "=" not in one and one not in targets()]
    if program == ".venv/bin/webchat":
        return parsed(rest)
    return [program]


def targets() -> set[str]:
    """The targets of the Makefile that somebody can ask for by name."""
    listed = re.search(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)
    assert listed
    return set(listed.group(1).split()) & set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))


def parsed(words: list[str]) -> list[str]:
    """What click says against these words, read as a command without running it."""
    command: click.Command = main
    try:
        while isinstance(command, click.Group):
            name, found, words = command.resolve_command(click.Context(command), words)
            assert found is not None, name
            command = found
        command.make_context(command.name, list(words))
    except click.ClickException as refused:
        return [refused.format_message()]
    return []


def test_every_setting_stands_there_as_it_is() -> None:
    for one in TABLE:
        default = f"`{one.default}`" if one.default else ""
        assert f"| `{one.name}` | {default} | {one.help} |" in README


def test_no_setting_stands_there_that_is_not_one() -> None:
    named = {line.split("`")[1] for line in README.splitlines() if line.startswith("| `WEBCHAT_")}
    assert named == {one.name for one in TABLE}


def test_every_command_stands_there_with_its_own_words_and_no_other() -> None:
    assert dict(ROW.findall(README)) == {name: told_by(command) for name, command in commands().items()}


def told_by(command: click.Command) -> str:
    """A command's one line of help, as the table writes it."""
    first = (command.help or "").split("\n")[0].removesuffix(".")
    return first[:1].lower() + first[1:]


def test_every_line_to_type_is_one_that_works() -> None:
    assert len(list(lines(README))) >= 10
    assert {line: faults for line in lines(README) if (faults := faults_of(line))} == {}


def test_every_variable_given_to_make_is_one_it_knows() -> None:
    given = {
        word.split("=")[0] for line in lines(README) for word in line.split() if re.match(r"[A-Z]+=", word)
    }
    assert given <= set(re.findall(r"^([A-Z]+) \?=", MAKEFILE, re.MULTILINE))


@pytest.mark.parametrize(
    "line",
    [
        "make surve",
        ".venv/bin/webchat surve",
        '.venv/bin/webchat staff invite ruils sam@example.org "Sam Ali" --rolle worker',
        '.venv/bin/webchat staff invite ruils sam@example.org "Sam Ali" --role wurker',
        ".venv/bin/webchat staff invite ruils sam@example.org",
        ".venv/bin/webchat promise ruils --kind",
        "webcaht init",
    ],
)
def test_a_line_that_would_not_work_is_found(line: str) -> None:
    assert faults_of(line) != []


def test_every_file_and_folder_it_names_is_there() -> None:
    named = set(re.findall(r"`((?:webchat|tests|actions|static|locales)[\w/.]*)`", README))
    assert len(named) > 10
    assert [one for one in named if not (ROOT / one).exists()] == []
