"""Nothing in a project is passed over in silence: what Rasa would take otherwise is refused by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.chat.broken import FEEDBACK, NLU, QUESTION, RULES, SHARED, Copy
from webchat.chat.load import load_project

VERSION = 'version: "3.1"\n'
SESSION = "session_config:\n  session_expiration_time: 60\n  carry_over_slots_to_new_session: true\n"


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path)


def refused(copy: Copy, file: str, words: str) -> set[int]:
    """The lines of the faults of a file that say these words."""
    return {fault.line for fault in copy.faults() if fault.file == file and words in fault.what}


@pytest.mark.parametrize(
    "file", ["domain/more.yaml", "data/rules/more.yaml", "data/nlu/pl.yaml", "config.yaml", "data/nlu/x.json"]
)
def test_a_file_of_another_ending_that_rasa_reads_is_refused_by_name(copy: Copy, file: str) -> None:
    copy.change(file, "", VERSION)
    assert refused(copy, file, "write it as a .yml file") == {1}


def test_other_files_may_lie_there(copy: Copy) -> None:
    for file in ("domain/README.md", "compose.yaml", "package.json"):
        (copy.root / file).write_text("[", encoding="utf-8")
    copy.load()


@pytest.mark.parametrize("file", [SHARED, QUESTION, FEEDBACK, RULES, NLU])
@pytest.mark.parametrize(
    "version", ["", 'version: "2.0"\n', 'version: "4.0"\n', "version: 3.1\n", "version:\n"]
)
def test_every_file_says_the_version_that_we_walk(copy: Copy, file: str, version: str) -> None:
    copy.change(file, VERSION, version)
    assert refused(copy, file, 'write version: "3.1"') == {1}


def test_the_settings_may_leave_the_version_out_but_not_say_another(copy: Copy) -> None:
    copy.change("config.yml", VERSION, "").load()
    copy.change("config.yml", "recipe:", 'version: "2.0"\nrecipe:')
    assert refused(copy, "config.yml", 'write version: "3.1"') == {1}


def test_a_session_is_set_in_the_two_ways_that_rasa_knows(copy: Copy) -> None:
    copy.change(SHARED, "", SESSION).load()


@pytest.mark.parametrize(
    ("old", "new", "where", "words"),
    [
        ("60", '"60"', "session_expiration_time", "a number of minutes"),
        ("60", "true", "session_expiration_time", "a number of minutes"),
        ("60", "-1", "session_expiration_time", "a number of minutes"),
        ("60", "null", "session_expiration_time", "a number of minutes"),
        (": true", ': "yes"', "carry_over_slots", "true or false"),
        (": true", ": 1", "carry_over_slots", "true or false"),
        ("carry_over_slots", "forget_slots", "forget_slots", "'forget_slots_to_new_session' is not a part"),
    ],
)
def test_any_other_session_setting_is_refused_by_line(
    copy: Copy, old: str, new: str, where: str, words: str
) -> None:
    copy.change(SHARED, "", SESSION.replace(old, new))
    assert refused(copy, SHARED, words) == {copy.line_of(SHARED, where)}


def test_a_session_is_set_in_one_file_only(copy: Copy) -> None:
    copy.change(SHARED, "", SESSION).change(QUESTION, "", SESSION)
    assert len(refused(copy, SHARED, "already in another file")) == 2


def test_a_session_that_is_no_table_is_refused(copy: Copy) -> None:
    copy.change(SHARED, "", "session_config: 60\n")
    assert refused(copy, SHARED, "must be a mapping") == {copy.line_of(SHARED, "session_config")}


CATEGORICAL = (
    "  mood:\n    type: categorical\n    influence_conversation: false\n    mappings:\n      - type: custom\n"
)


def test_a_categorical_slot_has_values(copy: Copy) -> None:
    copy.change(SHARED, "slots:\n", f"slots:\n{CATEGORICAL}    values: [low, high]\n").load()


@pytest.mark.parametrize("values", ["", "    values: []\n", "    values: low\n", "    values: [low, 3]\n"])
def test_a_categorical_slot_without_values_is_refused(copy: Copy, values: str) -> None:
    copy.change(SHARED, "slots:\n", f"slots:\n{CATEGORICAL}{values}")
    assert len(refused(copy, SHARED, "mood: a categorical slot needs 'values'")) == 1


def test_values_of_another_slot_are_refused(copy: Copy) -> None:
    copy.change(FEEDBACK, "type: text", "type: text\n    values: [low]")
    assert refused(copy, FEEDBACK, "only a categorical slot") == {copy.line_of(FEEDBACK, "values:")}


@pytest.mark.parametrize(
    ("old", "new", "tag"),
    [
        ("required_slots: [words", "required_slots: !!set [words", "!!set"),
        ("  question_form:\n", "  question_form: !!python/object:os.system\n", "!!python/object:os.system"),
        ("  question_form:\n", "  question_form: !mine\n", "!mine"),
        ("type: text", "type: !!python/name:os.system text", "!!python/name:os.system"),
        ("type: text", "type: !!binary text", "!!binary"),
    ],
)
def test_a_tag_is_refused_by_line(copy: Copy, old: str, new: str, tag: str) -> None:
    copy.change(QUESTION, old, new)
    assert refused(copy, QUESTION, f"the tag '{tag}' is not read") == {copy.line_of(QUESTION, tag)}


@pytest.mark.parametrize("value", ["7", "true", "[question_form]", '""'])
def test_an_active_loop_is_a_form_or_null(copy: Copy, value: str) -> None:
    copy.change(RULES, "- active_loop: question_form", f"- active_loop: {value}")
    assert refused(copy, RULES, "active_loop (a form, or null) must be text") == {
        copy.line_of(RULES, f"- active_loop: {value}")
    }


@pytest.mark.parametrize("key", ["active_loop", "requested_slot"])
def test_so_is_what_a_mapping_waits_for(copy: Copy, key: str) -> None:
    text = (copy.root / QUESTION).read_text(encoding="utf-8")
    old = next(line for line in text.splitlines() if f"{key}: " in line)
    copy.change(QUESTION, old, old.replace(f"{key}: ", f"{key}: 7 # "))
    assert refused(copy, QUESTION, f"{key} must be text") == {copy.line_of(QUESTION, f"{key}: 7")}


def test_a_value_that_cannot_be_said_is_refused(copy: Copy) -> None:
    copy.change(SHARED, 'value: "yes"', "value: [yes]")
    assert refused(copy, SHARED, "value must be text, a number") == {copy.line_of(SHARED, "value: [yes]")}


def test_a_second_active_loop_condition_is_refused(copy: Copy) -> None:
    text = (copy.root / RULES).read_text(encoding="utf-8")
    first = next(line for line in text.splitlines() if line.strip() == "- active_loop: question_form")
    start = text.index("condition:")
    end = text.index("- active_loop: question_form", start) + len("- active_loop: question_form")
    indent = first[: first.index("-")]
    copy.change(RULES, text[start:end], f"{text[start:end]}\n{indent}- active_loop: feedback_form")
    assert refused(copy, RULES, "a second 'active_loop' condition") == {
        copy.line_of(RULES, f"{indent}- active_loop: feedback_form")
    }


@pytest.mark.parametrize(
    "step", ["- intent: greet\n        action: action_stop", "- {}\n      - intent: greet"]
)
def test_a_step_that_says_two_things_or_nothing_is_refused(copy: Copy, step: str) -> None:
    copy.change(RULES, "- intent: greet", step)
    assert len(refused(copy, RULES, "a step says one thing")) == 1


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"{VERSION}x: {'[' * 20_000}{']' * 20_000}\n", 2),
        (f"{VERSION}x: {'[' * 20_000}\n", 2),
        (f"{VERSION}x: {'{a: ' * 20_000}\n", 2),
        (f"{VERSION}x: &a [*a]\n", 1),
    ],
)
def test_brackets_without_end_are_a_fault_of_their_file(copy: Copy, text: str, line: int) -> None:
    copy.change("domain/deep.yml", "", text)
    assert refused(copy, "domain/deep.yml", "too many brackets") == {line}


def test_the_conversation_that_ships_is_taken() -> None:
    assert load_project(Path(__file__).parents[2] / "actions").forms
