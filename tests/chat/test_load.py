"""The loader takes the part of Rasa that we walk and refuses the rest, by file and line, all at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.chat.broken import FEEDBACK, NLU, QUESTION, RULES, SHARED, Copy
from tests.chat.conversation import fixture_project
from webchat.chat.faults import ProjectRefused
from webchat.chat.load import load_project
from webchat.chat.project import Loop, MappingType

STORY = """
stories:
  - story: a path
    steps:
      - intent: greet
"""


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path)


def test_the_files_of_a_domain_are_merged() -> None:
    project = fixture_project()
    assert {"greet", "question", "feedback"} <= set(project.intents)
    assert set(project.forms) == {"question_form", "feedback_form"}
    assert project.forms["question_form"].required_slots[0] == "words"


def test_examples_of_one_intent_in_two_files_are_added_up(copy: Copy) -> None:
    first = copy.load().examples["en"]["greet"]
    more = 'version: "3.1"\nnlu:\n  - intent: greet\n    examples: |\n      - ahoy there\n'
    (copy.root / "data/nlu/en.more.yml").write_text(more)
    assert set(copy.load().examples["en"]["greet"]) == {*first, "ahoy there"}


def test_a_button_is_taken_apart_once_and_a_place_in_words_is_known() -> None:
    responses = fixture_project().responses
    assert responses["utter_ask_reply_by"].buttons[0].entities == {"reply_by": ("email",)}
    assert responses["utter_sent"].slots == ("reference",)


def test_yes_and_no_without_quotes_stay_words_as_in_rasa(copy: Copy) -> None:
    copy.change(SHARED, 'value: "yes"', "value: yes")
    assert copy.load().slots["checked"].mappings[0].value == "yes"


def test_the_rules_keep_what_they_say_of_forms() -> None:
    rules = {rule.name: rule for rule in fixture_project().rules}
    assert rules["go back in a question"].loop == "question_form"
    assert rules["go back"].loop is Loop.ANY
    assert rules["send the question"].steps[0].then is Loop.NONE
    assert fixture_project().slots["charity"].mappings[0].type is MappingType.SET_BY_ACTION


# file, what stands there, what is put in its place, a line of the broken file, words of the fault
REFUSED = [
    ("data/stories.yml", "", STORY, "", "belongs in"),
    (RULES, "", STORY, "stories:", "'stories' is not a part"),
    (RULES, "- intent: stop", "- or:\n          - intent: stop", "- or:", "'or' is not walked"),
    (RULES, "- action: action_stop", "- checkpoint: here", "- checkpoint", "'checkpoint' is not walked"),
    (RULES, "- intent: help_now", '- user: "help me"', "- user", "'user' is not walked"),
    (RULES, "- intent: help_now", "- intent: help_now\n        entities: [x]", "entities:", "'entities'"),
    (
        RULES,
        "- rule: greet",
        "- rule: greet\n    wait_for_user_input: false",
        "wait_for",
        "'wait_for_user_input'",
    ),
    (
        RULES,
        "- rule: greet",
        "- rule: greet\n    conversation_start: true",
        "conversation_start",
        "not a part",
    ),
    (RULES, "- action: utter_greet", "- action: utter_gone", "- rule: greet", "no action, form or response"),
    (RULES, "- action: utter_greet", "- action: action_listen", "action_listen", "take it out"),
    (
        RULES,
        "- action: utter_greet",
        "- action: utter_greet\n      - intent: stop",
        "- intent: stop",
        "first step",
    ),
    (RULES, "- intent: greet", "- intent: gone", "- rule: greet", "no intent 'gone'"),
    (RULES, "- requested_slot: null", "- words: null", "- slot_was_set", "only 'requested_slot: null'"),
    (RULES, "- requested_slot: null", "- requested_slot: words", "- slot_was_set", "only 'requested_slot"),
    (RULES, "- active_loop: question_form", "- active_loop: gone", "- rule: ask a q", "no form 'gone'"),
    (
        RULES,
        "      - active_loop: question_form\n",
        "",
        "- rule: ask a q",
        "say 'active_loop: question_form'",
    ),
    (
        RULES,
        "- rule: go back\n    steps:\n      - intent: go_back",
        "- rule: go back\n    steps:\n      - intent: stop",
        "- rule: go back\n",
        "already says what happens",
    ),
    (
        RULES,
        "- action: question_form\n      - active_loop: null",
        "- action: question_form",
        "- rule: send the q",
        "active_loop: null",
    ),
    (
        SHARED,
        "influence_conversation: false",
        "influence_conversation: true",
        "influence_conversation: true",
        "influence_conversation: false",
    ),
    (SHARED, "    influence_conversation: false\n", "", "  charity:", "influence_conversation: false"),
    (SHARED, "- type: custom", "- type: from_regex", "from_regex", "no mapping we walk"),
    (
        SHARED,
        "- type: custom",
        "- type: custom\n        action: action_stop",
        "action: action_stop",
        "'action' is not",
    ),
    (
        SHARED,
        "- type: from_entity\n        entity: reply_by",
        "- type: from_entity\n        role: to\n        entity: x",
        "role: to",
        "'role' is not",
    ),
    (SHARED, "entity: needs\n", "entity: gone\n", "- type: from_entity", "no entity 'gone'"),
    (SHARED, "    mappings:\n      - type: custom\n", "", "  charity:", "needs 'mappings'"),
    (SHARED, "requested_slot: needs", "requested_slot: gone", "", "no slot 'gone'"),
    (SHARED, "type: list", "type: unfeaturized", "type: unfeaturized", "type must be one of"),
    (SHARED, "  - greet\n", "  - restart\n", "  - restart", "keeps for itself"),
    (
        SHARED,
        "  - needs\n",
        "  - needs:\n      roles: [a]\n",
        "  - needs:",
        "roles and groups are not walked",
    ),
    (SHARED, "slots:", "e2e_actions: [x]\nslots:", "e2e_actions", "'e2e_actions' is not"),
    (
        SHARED,
        '- text: "Hello. What would you like to do?"',
        '- text: "Hello."\n    - text: "Hi."',
        "  utter_greet:",
        "exactly one variant",
    ),
    (
        SHARED,
        '- text: "We have stopped',
        '- condition: []\n      text: "We have stopped',
        "- condition",
        "'condition' is not",
    ),
    (
        SHARED,
        '- text: "We have stopped',
        '- channel: x\n      text: "We have stopped',
        "- channel",
        "'channel' is not",
    ),
    (
        SHARED,
        '- text: "We have stopped. We kept nothing."',
        '- image: "x.png"',
        "  utter_stopped:",
        "needs a text",
    ),
    (SHARED, 'payload: "/question"', 'payload: "question"', 'payload: "question"', "is not /intent"),
    (SHARED, 'payload: "/question"', "payload: '/question{]'", "payload: '/question{]'", "is not /intent"),
    (SHARED, "  utter_person:", "  utter_greet:", "  utter_greet:", "written twice"),
    (
        QUESTION,
        "intents:\n  - question",
        "intents:\n  - question\n  - feedback",
        "  - feedback",
        "already in another file",
    ),
    (QUESTION, "required_slots: [words,", "required_slots: [gone,", "question_form:", "no slot 'gone'"),
    (QUESTION, "ignored_intents: [go_back,", "ignored_intents: [gone,", "question_form:", "no intent 'gone'"),
    (
        QUESTION,
        "    required_slots: [words, reply_by, email, needs, checked]\n",
        "",
        "  question_form:",
        "needs 'required_slots'",
    ),
    (
        FEEDBACK,
        "      - type: from_entity\n",
        "      - type: from_intent\n",
        "- type: from_intent",
        "needs 'value'",
    ),
    (FEEDBACK, "type: from_entity", "type: [from_entity", "", "not YAML"),
    (FEEDBACK, "type: text", "type: 2026-01-01", "type: 2026", "put it in quotes"),
    (FEEDBACK, "forms:", "forms: []\nxforms:", "forms: []", "must be a mapping"),
    (NLU, "- stop\n", "- [stop](thing)\n", "- intent: stop", "never marked in words"),
    (NLU, "- intent: greet", "- intent: gone", "- intent: gone", "no intent 'gone'"),
    (NLU, "nlu:", "nlu:\n  - synonym: x\n    examples: |\n      - y", "- synonym", "'synonym' is not"),
    (NLU, "      - hello\n", "      hello\n", "- intent: greet", "each example must"),
    (
        "config.yml",
        "- name: RulePolicy",
        "- name: TEDPolicy\n  - name: RulePolicy",
        "- name: TED",
        "RulePolicy alone",
    ),
    ("config.yml", ": action_default_fallback", ": utter_default", "core_fallback_action", "ten times over"),
    (
        "config.yml",
        "- name: RulePolicy",
        "- name: RulePolicy\n    restrict_rules: false",
        "restrict_rules",
        "must stay true",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "where", "words"), REFUSED)
def test_what_is_outside_the_subset_is_refused_by_file_and_line(
    copy: Copy, file: str, old: str, new: str, where: str, words: str
) -> None:
    copy.change(file, old, new)
    told = [fault for fault in copy.faults() if fault.file == file and words in fault.what]
    assert told, [str(fault) for fault in copy.faults()]
    if where:
        lines = (copy.root / file).read_text(encoding="utf-8").splitlines()
        near = {number for number, line in enumerate(lines, 1) if where.strip() in line}
        assert near & {fault.line for fault in told}, (near, told)


def test_a_rule_inside_a_form_must_run_the_form_again_or_leave_it(copy: Copy) -> None:
    ending = "      - action: question_form\n      - active_loop: question_form\n  - rule: go back\n"
    copy.change(RULES, ending, "  - rule: go back\n")
    assert ["end by running 'question_form'" in fault.what for fault in copy.faults()] == [True]


def test_a_rule_inside_a_form_cannot_begin_with_that_form(copy: Copy) -> None:
    copy.change(
        RULES,
        "      - action: action_go_back\n      - action: question_form",
        "      - action: question_form",
    )
    assert ["it cannot come first" in fault.what for fault in copy.faults()] == [True]


def test_a_form_that_no_rule_follows_is_refused(copy: Copy) -> None:
    text = (copy.root / RULES).read_text(encoding="utf-8")
    rule = text[text.index("  - rule: send the feedback") : text.index("  - rule: stop")]
    copy.change(RULES, rule, "")
    assert ["no rule follows it" in fault.what for fault in copy.faults()] == [True]


def test_a_file_that_is_not_text_is_refused_by_name(copy: Copy) -> None:
    (copy.root / NLU).write_bytes(b"nlu:\n  - \xff\xfe\x00")
    assert [fault.file for fault in copy.faults()] == [NLU]


def test_every_fault_is_told_at_once_in_order(copy: Copy) -> None:
    copy.change(SHARED, "- type: custom", "- type: from_regex").change(RULES, "- intent: stop", "- or: []")
    copy.change(NLU, "- intent: greet", "- intent: gone")
    faults = copy.faults()
    assert {fault.file for fault in faults} == {SHARED, RULES, NLU}
    assert list(faults) == sorted(faults)


def test_a_folder_without_a_project_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProjectRefused, match=r"config.yml:1: is missing"):
        load_project(tmp_path)
