"""Which rule wins, and what happens where none fits, as in Rasa (rasa.md 3, steps 4 and 6)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.chat import journeys
from tests.chat.broken import QUESTION, RULES, SHARED, Copy
from tests.chat.conversation import Conversation, dialogue_with, fixture_actions
from webchat.chat.dialogue import State


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path)


@contextmanager
def guest_of(copy: Copy) -> Iterator[Conversation]:
    """A guest of a changed project, asked for words in its question form."""
    with dialogue_with(project=copy.load(), actions=fixture_actions()) as dialogue:
        yield Conversation(dialogue).begin().picks("/question")


def without_help(copy: Copy) -> Copy:
    rule = "  - rule: help now\n    steps:\n      - intent: help_now\n      - action: utter_help\n"
    return copy.change(RULES, rule, "")


def test_where_no_rule_fits_the_default_is_said_and_nothing_has_changed(copy: Copy) -> None:
    with guest_of(without_help(copy)) as guest:
        before = guest.says("Hello?").state
        guest.picks("/help_now")
        assert guest.heard == ["utter_default", "utter_ask_reply_by"]
        assert guest.state == before
        assert guest.picks('/answer{"reply_by": "code"}').heard == ["utter_ask_question_form_needs"]


def test_words_that_no_rule_fits_count_as_not_understood_and_a_choice_does_not(copy: Copy) -> None:
    with guest_of(without_help(copy)) as guest:
        assert guest.picks("/help_now").state.misses == 0
        assert guest.says("help").state.misses == 1
        assert guest.says("help").heard == ["utter_default", "utter_ask_question_form_words"]
        assert guest.says("help").heard == ["utter_person", "utter_ask_question_form_words"]
        assert guest.state.misses == 0


def test_a_rule_for_one_form_wins_over_a_rule_for_all(copy: Copy) -> None:
    copy.change(
        RULES,
        "",
        "  - rule: help in a question\n    condition:\n      - active_loop: question_form\n    steps:\n"
        "      - intent: help_now\n      - action: utter_person\n      - action: question_form\n"
        "      - active_loop: question_form\n",
    )
    with guest_of(copy) as guest:
        assert guest.picks("/help_now").heard == ["utter_person", "utter_ask_question_form_words"]
        assert guest.picks("/stop").picks("/help_now").heard == ["utter_help"]


def test_a_rule_that_holds_only_outside_every_form_is_passed_over_inside_one(copy: Copy) -> None:
    copy.change(
        RULES,
        "",
        "  - rule: help outside\n    condition:\n      - active_loop: null\n    steps:\n"
        "      - intent: help_now\n      - action: utter_person\n",
    )
    with guest_of(copy) as guest:
        assert guest.picks("/help_now").heard == ["utter_help", "utter_ask_question_form_words"]
        assert guest.picks("/stop").picks("/help_now").heard == ["utter_person"]


def test_once_a_form_took_the_message_a_rule_for_its_intent_no_longer_follows(copy: Copy) -> None:
    """Rasa hides the intent after a form's own run; `send` fills the last slot and ends the form."""
    copy.change(
        RULES,
        "      - intent: send\n      - action: utter_not_understood\n",
        "      - intent: send\n      - action: question_form\n      - active_loop: question_form\n",
    )
    with guest_of(copy) as guest:
        guest.says("Hello?").picks('/answer{"reply_by": "code"}').picks('/answer{"needs": "none"}')
        assert guest.picks("/send").heard == ["utter_sent"]


def test_a_button_for_another_journey_leaves_this_one_and_starts_that(copy: Copy) -> None:
    """The form hears no answer, passes it on, and the rule for the other journey takes it."""
    ways = '      buttons:\n        - title: "Feedback"\n          payload: "/feedback"\n  utter_empty:'
    copy.change(QUESTION, "  utter_empty:", ways)
    with guest_of(copy) as guest:
        guest.picks("/feedback")
        assert guest.heard == ["utter_ask_feedback_form_kind"]
        assert (guest.state.form, guest.state.run) == ("feedback_form", 1)


def test_a_form_that_just_passed_a_message_on_is_not_run_for_it_again(copy: Copy) -> None:
    """The one fault that comparing with real Rasa found in the prototype (rasa.md 3, step 4)."""
    ways = '      buttons:\n        - title: "Question"\n          payload: "/question"\n  utter_empty:'
    copy.change(QUESTION, "  utter_empty:", ways)
    with guest_of(copy) as guest:
        before = guest.state
        guest.picks("/question")
        assert guest.heard == ["utter_default", "utter_ask_question_form_words"]
        assert guest.state == before


def test_a_choice_never_fills_a_free_text_slot_though_the_mapping_would_let_it(copy: Copy) -> None:
    """Real Rasa keeps the payload's own text as the answer (rasa.md 2.5, 3); we mean to differ."""
    payload = '/answer{"kind": "worry"}'
    ways = f"      buttons:\n        - title: x\n          payload: '{payload}'\n  utter_empty:"
    copy.change(QUESTION, "  utter_empty:", ways).change(
        QUESTION, "feedback, answer, change", "feedback, change"
    )
    with guest_of(copy) as guest:
        guest.picks(payload)
        assert guest.heard == ["utter_not_understood", "utter_ask_question_form_words"]
        assert "words" not in guest.state.slots


def test_what_a_form_says_before_it_passes_a_message_on_is_not_said() -> None:
    """Rasa throws the events of a rejected form away, words with them."""

    class Chatty(journeys.QuestionAnswers):
        async def next_requested_slot(self, dispatcher: Any, tracker: Any, domain: Any) -> Any:
            dispatcher.utter_message(response="utter_help")
            return await super().next_requested_slot(dispatcher, tracker, domain)

    with dialogue_with(Chatty()) as dialogue:
        guest = Conversation(dialogue).begin().picks("/question").says("Hello?").says("by pigeon")
        assert guest.heard == ["utter_not_understood", "utter_help", "utter_ask_reply_by"]


def test_a_trigger_fills_its_slot_when_the_form_starts(copy: Copy) -> None:
    slot = (
        "slots:\n  started_by:\n    type: text\n    influence_conversation: false\n    mappings:\n"
        "      - type: from_trigger_intent\n        intent: question\n        value: button\n"
        "        conditions:\n          - active_loop: question_form\n"
    )
    with guest_of(copy.change(QUESTION, "slots:\n", slot)) as guest:
        assert guest.state.slots["started_by"] == "button"


def test_of_two_slots_that_take_the_same_entity_only_the_one_asked_for_takes_it(copy: Copy) -> None:
    slot = (
        "slots:\n  second_kind:\n    type: text\n    influence_conversation: false\n    mappings:\n"
        "      - type: from_entity\n        entity: kind\n        conditions:\n"
        "          - active_loop: feedback_form\n"
    )
    copy.change("domain/feedback.yml", "slots:\n", slot)
    copy.change("domain/feedback.yml", "[kind, words,", "[kind, second_kind, words,")
    with guest_of(copy) as guest:
        guest.picks("/stop").begin().picks("/feedback").picks('/answer{"kind": "worry"}')
        assert guest.state.slots["kind"] == "worry"
        assert "second_kind" not in guest.state.slots


def test_a_slot_with_a_value_from_the_start_is_kept_only_when_it_changes(copy: Copy) -> None:
    copy.change(
        SHARED, "  charity:\n    type: text\n", "  charity:\n    type: text\n    initial_value: none yet\n"
    )
    with dialogue_with(project=copy.load(), actions=fixture_actions()) as dialogue:
        assert Conversation(dialogue, {"charity": "none yet"}).begin().state == State(
            offered=("/question", "/feedback")
        )
        assert Conversation(dialogue, {}).begin().state.slots == {"charity": None}
