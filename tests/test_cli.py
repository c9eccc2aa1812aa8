"""`webchat packs check`: what it says to somebody who has never seen a pack."""

import shutil
import tomllib
from pathlib import Path

from click.testing import CliRunner, Result

from webchat.cli_words import WORDS, columns, say
from webchat.command import main
from webchat.packs.load import SHIPPED


def checked(*words: str) -> Result:
    return CliRunner().invoke(main, ["packs", "check", *words])


def test_each_charity_is_named_with_what_its_pack_holds() -> None:
    told = checked(str(SHIPPED))
    assert told.exit_code == 0
    first = next(line for line in told.output.splitlines() if line.startswith("Richmond"))
    assert first.startswith("Richmond Users Independent Living Scheme (ruils): 8 promises and ")
    assert first.endswith(" duties, each with its words")


def test_what_to_mend_is_told_in_sentences() -> None:
    lines = checked(str(SHIPPED)).output.splitlines()
    listed = [line for line in lines if line.startswith("  - ")]
    assert '  - At "Appendix A": Appendix A is the Client Charter. It is empty.' in listed
    assert all(line.endswith(".") for line in listed)
    assert lines.count("  The charity ought to mend:") == 5


def test_a_folder_without_a_pack_is_told_and_is_an_error(tmp_path: Path) -> None:
    told = checked(str(tmp_path))
    assert told.exit_code == 1
    assert f"There is no pack in {tmp_path}." in told.output


def test_every_fault_of_a_pack_is_told_and_is_an_error(tmp_path: Path) -> None:
    pack = Path(shutil.copytree(SHIPPED / "ruils", tmp_path / "ruils")) / "pack.toml"
    text = pack.read_text(encoding="utf-8").replace('ref = "Target 1"\n', "")
    pack.write_text(text.replace("value = 10", "value = 9"), encoding="utf-8")
    told = checked(str(tmp_path))
    assert told.exit_code == 1
    assert "RUILS-LETTER-REPLY: ref is missing." in told.output
    assert "RUILS-SEEN-AT-TIME: the quote does not say this number." in told.output


def test_one_is_told_as_one() -> None:
    assert say("promises_one", count="1") == "1 promise"
    assert say("duties_many", count="2") == "2 duties"


def test_columns_stand_below_each_other() -> None:
    assert columns([("a", "1"), ("long", "2")]) == "  a     1\n  long  2"


def test_every_sentence_of_the_commands_is_said_somewhere() -> None:
    house = Path(WORDS).parent
    source = "".join(file.read_text(encoding="utf-8") for file in house.glob("**/*.py"))
    made = {"promises_one", "promises_many", "duties_one", "duties_many"}
    put_together = ("lacks_", "sort_", "by_rule_", "relation_")
    names = {
        name for name in tomllib.loads(WORDS.read_text(encoding="utf-8")) if not name.startswith(put_together)
    }
    assert [name for name in names - made if f'"{name}"' not in source] == []
