"""The Rasa project itself: it loads, keeps to the lints, and every name that an action says has words."""

import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest

from actions import all_actions
from actions.appointment import AppointmentForm
from actions.check import NAMED
from actions.feedback import FeedbackForm
from actions.journey import (
    ANSWERED,
    ASK_TEAM,
    CARRIED_OVER,
    DANGER_NOW,
    EMAIL_SURE,
    OWN,
    STOP_SURE,
)
from actions.question import QuestionForm
from actions.safeguarding import SafeguardingForm
from tests.actions.acting import NOW, a_booking
from tests.actions.walking import FOLDER, PROJECT
from webchat.chat.lints import every_form_slot_is_validated, project_lints, selective_domain_is_never_set
from webchat.chat.yaml_file import Table, YamlFile
from webchat.i18n.plain import unplain

FORMS = (QuestionForm, AppointmentForm, FeedbackForm, SafeguardingForm)
ASKED = sorted({*OWN, *CARRIED_OVER} - {"check"})
TEXTS = {
    f"{name}.{number}": text
    for name, response in PROJECT.responses.items()
    for number, text in enumerate(
        [
            response.text,
            *(button.title for button in response.buttons),
            *(str(response.custom[key]) for key in ("hint", "label", "plural") if key in response.custom),
        ]
    )
}


def test_the_project_keeps_to_every_lint() -> None:
    assert project_lints(PROJECT) == []
    assert list(every_form_slot_is_validated(PROJECT, FORMS)) == []
    assert list(selective_domain_is_never_set(FOLDER)) == []


def test_the_actions_are_just_those_the_domain_lists() -> None:
    given = [action.name() for action in all_actions(a_booking(), lambda: NOW)]
    assert sorted(given) == sorted(PROJECT.actions)


def test_the_action_server_finds_every_action_without_arguments_and_starts_no_web_app() -> None:
    script = (
        "import sys; from rasa_sdk.executor import ActionExecutor\n"
        "found = ActionExecutor(); found.register_package('actions')\n"
        "print(*sorted(found.actions)); print(any(m in sys.modules for m in ('flask', 'sqlalchemy')))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=FOLDER.parent, check=True
    )
    names, brought = ran.stdout.splitlines()
    assert names.split() == sorted(PROJECT.actions)
    assert brought == "False"


def test_every_action_can_be_handed_to_a_process_of_the_action_server() -> None:
    """rasa-sdk's server starts one for its work, and pickles what it has registered."""
    for made in all_actions(a_booking(), lambda: NOW):
        assert pickle.loads(pickle.dumps(type(made)())).name() == made.name()


def test_rasa_and_its_action_server_stay_on_loopback() -> None:
    text = (FOLDER / "endpoints.yml").read_text(encoding="utf-8")
    assert re.findall(r"https?://([^:/\"]+)", text) == ["127.0.0.1"]


@pytest.mark.parametrize("slot", ASKED)
def test_every_answer_has_a_label_and_a_way_to_change_it(slot: str) -> None:
    assert f"label_{slot}" in PROJECT.responses
    check = PROJECT.responses["utter_ask_check"]
    assert f'/change{{"answer": "{slot}"}}' in [button.payload for button in check.buttons]


def test_the_check_page_offers_nothing_else_than_to_send() -> None:
    check = PROJECT.responses["utter_ask_check"]
    others = [button.payload for button in check.buttons if button.intent != "change"]
    assert others == ["/send"]
    assert len(check.buttons) == len(ASKED) + 1


def test_every_answer_that_can_be_chosen_has_words_and_takes_its_own_name() -> None:
    chosen = {
        (slot, str(value))
        for response in PROJECT.responses.values()
        for button in response.buttons
        if button.intent == "answer"
        for slot, values in button.entities.items()
        for value in values
    }
    passing = (STOP_SURE, EMAIL_SURE, DANGER_NOW, ANSWERED, ASK_TEAM)
    shown = {(slot, value) for slot, value in chosen if slot not in passing}
    assert {slot for slot, _ in shown} == NAMED
    assert [f"value_{s}_{v}" for s, v in shown if f"value_{s}_{v}" not in PROJECT.responses] == []


def test_every_name_that_an_action_says_is_a_response() -> None:
    known = PROJECT.responses.keys()
    for file in FOLDER.glob("*.py"):
        text = file.read_text(encoding="utf-8")
        for name in re.findall(r'"(utter_\w+|value_\w+)"', text):
            assert name in known, (file.name, name)
        # Names with an ending that depends on an answer: some response must begin like that.
        for start in re.findall(r'f"((?:utter|value|label)_\w*)\{', text):
            assert any(name.startswith(start) for name in known), (file.name, start)


def test_every_fault_is_worded_twice() -> None:
    faults = {name for name in PROJECT.responses if name.startswith("utter_error_")}
    assert {name for name in faults if not name.endswith("_again") and f"{name}_again" not in faults} == set()
    used: set[str] = set()
    for file in FOLDER.glob("*.py"):
        used |= set(re.findall(r'(?:fault|must)="(\w+)"', file.read_text(encoding="utf-8")))
    assert {name.removeprefix("utter_error_") for name in faults if not name.endswith("_again")} == used


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_every_english_text_is_plain(name: str) -> None:
    assert unplain(TEXTS[name]) == ()


@pytest.mark.parametrize(
    "name", sorted(name for name in PROJECT.responses if name.startswith("utter_error_"))
)
def test_an_error_says_what_to_do_and_blames_nobody(name: str) -> None:
    text = PROJECT.responses[name].text.casefold()
    assert not re.search(r"\b(please|sorry|invalid|oops|failed|wrong)\b", text)


def test_the_privacy_line_is_sixty_words_at_most() -> None:
    words = " ".join(PROJECT.responses[f"utter_privacy{end}"].text for end in ("", "_kept"))
    assert len(words.split()) <= 60


def test_feedback_is_sorted_in_the_four_sentences_of_the_rules() -> None:
    titles = [button.title for button in PROJECT.responses["utter_ask_feedback_kind"].buttons]
    assert titles == [
        "I want to say thank you",
        "I have an idea or comment about the service",
        "I am worried and want someone to sort it out quickly",
        "I want to make a complaint",
    ]


def test_nothing_about_compliments_speaks_of_complaints() -> None:
    texts = [text for name, text in TEXTS.items() if "compliment" in name]
    assert texts
    assert not [text for text in texts if "complain" in text.casefold()]


@pytest.mark.parametrize(
    "name", sorted(name for name in PROJECT.responses if "words_" in name or "about" in name)
)
def test_where_a_story_is_written_bank_details_are_warned_of(name: str) -> None:
    custom = PROJECT.responses[name].custom
    if custom.get("input") == "words":
        assert "bank details" in PROJECT.responses[name].text + str(custom.get("hint", ""))


def test_every_intent_that_can_be_typed_has_fifteen_examples_and_none_is_given_twice() -> None:
    examples = PROJECT.examples["en"]
    buttons_only = {
        "answer",
        "change",
        "send",
        "stop_now",
        "begin_question",
        "begin_appointment",
        "begin_feedback",
        "tell_lead",
        "tell_nobody",
    }
    assert set(examples) == set(PROJECT.intents) - buttons_only - {"nlu_fallback"}
    assert {intent: len(texts) for intent, texts in examples.items() if len(texts) < 15} == {}
    every = [text.casefold() for texts in examples.values() for text in texts]
    assert len(every) == len(set(every))


def test_no_free_text_is_ever_taken_from_a_guess_at_consent() -> None:
    """Yes and no come from buttons or exact words: no mapping turns an understood intent into an answer."""
    kinds = {(slot.name, m.type.value) for slot in PROJECT.slots.values() for m in slot.mappings}
    assert {name for name, kind in kinds if kind in ("from_intent", "from_trigger_intent")} == {"check"}


def test_no_sentence_lives_in_python() -> None:
    for file in FOLDER.glob("*.py"):
        text = re.sub(r'"""[\s\S]*?"""|#.*', "", file.read_text(encoding="utf-8"))
        strings = re.findall(r'"([^"\n]*)"', text)
        assert [
            one
            for one in strings
            if re.search(r"[a-z] [a-z]+ [a-z]+ [a-z]", one) and "needs charity" not in one
        ] == []


def test_every_file_of_the_domain_says_its_version() -> None:
    for path in sorted([*FOLDER.glob("domain/*.yml"), *FOLDER.glob("data/**/*.yml")]):
        content: Table = YamlFile(FOLDER, Path(path)).content
        assert content.get("version") == "3.1", path.name
