"""The README says what the code does."""

from pathlib import Path

from webchat.command import main
from webchat.settings import TABLE

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def test_every_setting_stands_there_as_it_is() -> None:
    for one in TABLE:
        default = f"`{one.default}`" if one.default else ""
        assert f"| `{one.name}` | {default} | {one.help} |" in README


def test_no_setting_stands_there_that_is_not_one() -> None:
    named = {line.split("`")[1] for line in README.splitlines() if line.startswith("| `WEBCHAT_")}
    assert named == {one.name for one in TABLE}


def test_every_command_stands_there_and_no_other() -> None:
    commands: set[str] = set()
    for name, command in main.commands.items():
        inner = getattr(command, "commands", {})
        commands |= {f"webchat {name} {one}" for one in inner} if len(inner) == 1 else {f"webchat {name}"}
    told = {line.split("`")[1] for line in README.splitlines() if line.startswith("| `webchat ")}
    assert told == commands
