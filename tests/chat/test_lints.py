"""Each lint passes the fixture project and bites a project that is broken in its way."""

from __future__ import annotations

from pathlib import Path

import pytest
from rasa_sdk.forms import FormValidationAction

from tests.chat import journeys
from tests.chat.broken import FEEDBACK, QUESTION, RULES, SHARED, Copy
from tests.chat.conversation import FOLDER, fixture_project
from webchat.chat.faults import Fault
from webchat.chat.lints import every_form_slot_is_validated, project_lints, selective_domain_is_never_set

VALIDATIONS: list[type[FormValidationAction]] = [journeys.QuestionAnswers, journeys.FeedbackAnswers]


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path)


def the_one(faults: list[Fault]) -> Fault:
    assert len(faults) == 1, [str(fault) for fault in faults]
    return faults[0]


def test_the_fixture_project_keeps_every_lint() -> None:
    assert project_lints(fixture_project()) == []
    assert list(every_form_slot_is_validated(fixture_project(), VALIDATIONS)) == []
    assert list(selective_domain_is_never_set(FOLDER)) == []


def test_an_intent_without_a_rule_is_told(copy: Copy) -> None:
    copy.change(SHARED, "  - greet\n", "  - greet\n  - thank_you\n")
    fault = the_one(project_lints(copy.load()))
    assert (fault.file, fault.line) == (SHARED, copy.line_of(SHARED, "- thank_you"))
    assert "no form, feedback_form, question_form" in fault.what


def test_an_intent_with_a_rule_in_one_form_only_is_told(copy: Copy) -> None:
    general = "  - rule: go back\n    steps:\n      - intent: go_back\n      - action: action_go_back\n"
    fault = the_one(project_lints(copy.change(RULES, general, "").load()))
    assert fault.what.startswith("go_back: no rule fits in no form, feedback_form;")


def test_a_rule_that_real_rasa_would_find_contradicted_is_told(copy: Copy) -> None:
    another = (
        "  - rule: back, with no form\n    condition:\n      - active_loop: null\n"
        "    steps:\n      - intent: go_back\n      - action: utter_default\n\n"
    )
    general = "  - rule: go back\n    steps:\n      - intent: go_back\n      - action: action_go_back\n"
    fault = the_one(project_lints(copy.change(RULES, general, another + general).load()))
    assert (fault.file, fault.line) == (RULES, copy.line_of(RULES, "- rule: back, with no form"))
    assert "another rule for 'go_back' has no condition" in fault.what


def test_free_text_that_would_take_a_buttons_payload_is_told(copy: Copy) -> None:
    copy.change(
        QUESTION, "not_intent: [question, feedback, answer, change, send]", "not_intent: [question, send]"
    )
    faults = project_lints(copy.load())
    assert {fault.line for fault in faults} == {copy.line_of(QUESTION, "- type: from_text")}
    assert {fault.what for fault in faults} == {"words: add to not_intent: answer, feedback"}


def test_free_text_outside_every_form_is_told(copy: Copy) -> None:
    copy.change(SHARED, "- type: custom", "- type: from_text")
    assert any(fault.what.startswith("charity: add to not_intent:") for fault in project_lints(copy.load()))


def test_a_form_that_takes_stop_for_an_answer_is_told(copy: Copy) -> None:
    copy.change(FEEDBACK, "ignored_intents: [go_back, change, stop,", "ignored_intents: [go_back, change,")
    told = [fault for fault in project_lints(copy.load()) if fault.file == FEEDBACK]
    assert the_one(told).what == "feedback_form: add 'stop' to ignored_intents, as in the other forms"


def test_free_text_that_would_be_lost_when_not_understood_is_told(copy: Copy) -> None:
    copy.change(QUESTION, "not_intent: [question,", "not_intent: [nlu_fallback, question,")
    copy.change(FEEDBACK, "ignored_intents: [go_back,", "ignored_intents: [nlu_fallback, go_back,")
    told = " ".join(fault.what for fault in project_lints(copy.load()))
    assert "words: take 'nlu_fallback' out of not_intent" in told
    assert "feedback_form: take 'nlu_fallback' out" in told


def test_stopping_without_an_action_that_clears_the_slots_is_told(copy: Copy) -> None:
    copy.change(RULES, "- action: action_stop", "- action: utter_stopped")
    fault = the_one(project_lints(copy.load()))
    assert (fault.file, fault.line) == (RULES, copy.line_of(RULES, "- rule: stop"))


def test_a_slot_that_nothing_asks_for_is_told(copy: Copy) -> None:
    copy.change(FEEDBACK, "utter_ask_feedback_form_kind", "utter_which_kind")
    fault = the_one(project_lints(copy.load()))
    assert fault == Fault(FEEDBACK, copy.line_of(FEEDBACK, "  feedback_form:"), fault.what)
    assert "utter_ask_feedback_form_kind" in fault.what


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('\'/answer{"kind": "worry"}\'', "'/answr{}'", "no intent 'answr'"),
        ('{"kind": "worry"', '{"knd": "w"', "no entity 'knd'"),
    ],
)
def test_a_button_that_leads_nowhere_is_told(copy: Copy, old: str, new: str, words: str) -> None:
    copy.change(FEEDBACK, old, new)
    told = [fault for fault in project_lints(copy.load()) if words in fault.what]
    assert the_one(told).file == FEEDBACK


@pytest.mark.parametrize(("file", "name"), [(SHARED, "utter_action_failed"), (SHARED, "utter_default")])
def test_a_missing_response_that_the_engine_says_itself_is_told(copy: Copy, file: str, name: str) -> None:
    copy.change(file, name, "utter_other")
    assert name in the_one(project_lints(copy.load())).what


def test_a_form_slot_without_a_validation_is_told() -> None:
    class Half(FormValidationAction):
        def name(self) -> str:
            return "validate_feedback_form"

        def validate_kind(self) -> None: ...

        def validate_email(self) -> None: ...

    told = [fault.what for fault in every_form_slot_is_validated(fixture_project(), [VALIDATIONS[0], Half])]
    assert told == [
        "feedback_form: Half has no validate_words",
        "feedback_form: Half has no validate_reply_by",
        "feedback_form: Half has no validate_checked",
        "feedback_form: Half validates 'email'; list it here too",
    ]


def test_a_form_without_any_validation_is_told() -> None:
    fault = the_one(list(every_form_slot_is_validated(fixture_project(), VALIDATIONS[:1])))
    assert "validate_feedback_form" in fault.what


def test_selective_domain_is_told_wherever_it_stands(copy: Copy) -> None:
    copy.change("endpoints.yml", "", "action_endpoint:\n  url: x\n  enable_selective_domain: true\n")
    assert list(selective_domain_is_never_set(copy.root)) == [
        Fault("endpoints.yml", 3, "take enable_selective_domain out")
    ]


def test_questions_are_looked_for_in_rasas_order(copy: Copy) -> None:
    """action_ask_form_slot, utter_ask_form_slot, action_ask_slot, utter_ask_slot (house-style, Lints)."""
    assert fixture_project().question_for("question_form", "checked") == "action_ask_checked"
    assert fixture_project().question_for("question_form", "reply_by") == "utter_ask_reply_by"
    copy.change(
        SHARED, "  utter_default:", "  utter_ask_feedback_form_reply_by:\n    - text: x\n  utter_default:"
    )
    copy.change(SHARED, "actions:\n", "actions:\n  - action_ask_reply_by\n")
    project = copy.load()
    assert project.question_for("feedback_form", "reply_by") == "utter_ask_feedback_form_reply_by"
    assert project.question_for("question_form", "reply_by") == "action_ask_reply_by"
    copy.change(SHARED, "actions:\n", "actions:\n  - action_ask_feedback_form_reply_by\n")
    assert copy.load().question_for("feedback_form", "reply_by") == "action_ask_feedback_form_reply_by"
