"""The embedded dialogue walks the fixture project as rasa.md 3 says real Rasa does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from tests.chat import journeys
from tests.chat.conversation import Conversation, dialogue_with, slots_of
from webchat.chat.dialogue import JSON, NotOffered, Spoken, State
from webchat.chat.engine import EmbeddedDialogue


@pytest.fixture
def send() -> journeys.Send:
    return journeys.Send()


@pytest.fixture
def dialogue(send: journeys.Send) -> Iterator[EmbeddedDialogue]:
    with dialogue_with(send) as made:
        yield made


@pytest.fixture
def guest(dialogue: EmbeddedDialogue) -> Conversation:
    return Conversation(dialogue).begin()


def asked_for_words(guest: Conversation) -> Conversation:
    return guest.picks("/question")


def asked_to_check(guest: Conversation) -> Conversation:
    asked_for_words(guest).says("When is the lunch club?")
    return guest.picks('/answer{"reply_by": "code"}').picks('/answer{"needs": "none"}')


def test_the_first_words_are_the_session_start_and_then_the_greeting(guest: Conversation) -> None:
    assert guest.heard == ["utter_greet"]
    assert slots_of(guest) == {"charity": "ruils"}


def test_a_whole_question_is_asked_answered_checked_and_sent(
    guest: Conversation, send: journeys.Send
) -> None:
    asked_for_words(guest).says("When is the lunch club?")
    assert guest.heard == ["utter_ask_reply_by"]
    guest.picks('/answer{"reply_by": "email"}')
    assert guest.heard == ["utter_ask_question_form_email"]
    guest.says("sam@example.org").picks('/answer{"needs": "braille"}')
    assert guest.heard == ["utter_check"]
    guest.picks("/send")
    assert guest.heard == ["utter_sent"]
    assert guest.last.says[0].values == {"reference": "R-1", "days": [1, 2]}
    assert send.sent[0]["words"] == "When is the lunch club?"
    assert send.sent[0]["needs"] == ["braille"]


def test_sending_clears_what_the_action_clears_and_keeps_the_rest(guest: Conversation) -> None:
    asked_to_check(guest).picks("/send")
    assert slots_of(guest) == {"charity": "ruils"}
    assert guest.state.form is None
    assert guest.question is None


def test_the_questions_that_are_asked_depend_on_the_answers(guest: Conversation) -> None:
    asked_for_words(guest).says("Hello?").picks('/answer{"reply_by": "code"}')
    assert guest.heard == ["utter_ask_question_form_needs"]


def test_a_refused_answer_is_said_and_the_same_question_asked_again(guest: Conversation) -> None:
    asked_for_words(guest).says("Hello?").picks('/answer{"reply_by": "email"}').says("sam at home")
    assert guest.heard == ["utter_bad_email", "utter_ask_question_form_email"]
    assert guest.last.says[0].values == {"given": "sam at home"}
    assert "email" not in slots_of(guest)


def test_an_empty_message_reaches_the_question_that_was_asked(guest: Conversation) -> None:
    assert asked_for_words(guest).says("").heard == ["utter_empty", "utter_ask_question_form_words"]


def test_several_ticks_are_one_list(guest: Conversation) -> None:
    asked_for_words(guest).says("Hello?").picks('/answer{"reply_by": "code"}')
    guest.picks(
        '/answer{"needs": "large_print"}', '/answer{"needs": "braille"}', '/answer{"needs": "braille"}'
    )
    assert slots_of(guest)["needs"] == ["large_print", "braille"]


def test_two_answers_to_a_question_with_one_answer_leave_the_last(guest: Conversation) -> None:
    asked_for_words(guest).says("Hello?")
    guest.picks('/answer{"reply_by": "email"}', '/answer{"reply_by": "code"}')
    assert slots_of(guest)["reply_by"] == "code"


def test_change_clears_an_answer_asks_it_again_and_returns_to_the_check(guest: Conversation) -> None:
    asked_to_check(guest).picks('/change{"answer": "words"}')
    assert guest.heard == ["utter_ask_question_form_words"]
    guest.says("What time is lunch?")
    assert guest.heard == ["utter_check"]
    assert guest.question is not None
    assert guest.question.values["words"] == "What time is lunch?"


def test_buttons_that_an_action_made_can_be_picked(guest: Conversation) -> None:
    asked_to_check(guest).picks('/change{"answer": "needs"}')
    assert guest.heard == ["utter_check"]


def test_go_back_asks_the_last_answered_question_again(guest: Conversation) -> None:
    asked_for_words(guest).says("Hello?").picks('/answer{"reply_by": "code"}').picks("/go_back")
    assert guest.heard == ["utter_ask_reply_by"]


def test_go_back_outside_a_form_follows_the_rule_without_a_condition(guest: Conversation) -> None:
    assert guest.picks("/go_back").heard == ["utter_nothing_open"]


def test_stop_clears_the_journey_and_the_words_are_not_kept(guest: Conversation) -> None:
    asked_for_words(guest).says("A secret.").picks("/stop")
    assert guest.heard == ["utter_stopped"]
    assert guest.state.form is None
    assert "A secret." not in str(guest.state.to_json())


@pytest.mark.parametrize("ending", ["/send", "/stop"])
def test_the_run_goes_up_when_a_journey_is_sent_or_stopped(guest: Conversation, ending: str) -> None:
    assert asked_to_check(guest).state.run == 0
    assert guest.picks(ending).state.run == 1
    guest.begin().picks("/question")
    assert guest.state.run == 1


def test_help_interrupts_a_form_and_the_same_question_follows(guest: Conversation) -> None:
    assert asked_for_words(guest).says("help").heard == ["utter_help", "utter_ask_question_form_words"]
    assert guest.says("talk to a person").heard == ["utter_person", "utter_ask_question_form_words"]
    assert guest.last.says[0].values == {"charity": "ruils"}


@pytest.mark.parametrize(
    "words",
    [
        "I want to complain",
        "hello",
        "Please stop the bus driver from leaving before I can sit down, it hurts my back.",
        "I took all my tablets and I need help now but my question is about the lunch club on Friday",
        '/answer{"reply_by": "email"}',
        "/restart",
        "/stop",
        "/send",
    ],
)
def test_a_free_text_question_takes_whatever_is_not_a_short_command(guest: Conversation, words: str) -> None:
    assert asked_for_words(guest).says(words).heard == ["utter_ask_reply_by"]
    assert slots_of(guest)["words"] == words


def test_typed_words_are_never_a_payload_outside_a_form_either(guest: Conversation) -> None:
    assert guest.says("/question").heard == ["utter_not_understood"]
    assert guest.says(' /question{"words": "x"}').heard == ["utter_not_understood"]
    assert slots_of(guest) == {"charity": "ruils"}


@pytest.mark.parametrize(
    "choice",
    ["/send", '/answer{"reply_by": "post"}', "/restart", "", "/", "/answer{", "question", "/question"],
)
def test_a_choice_that_was_not_offered_is_refused_and_nothing_changes(
    guest: Conversation, choice: str
) -> None:
    before = asked_for_words(guest).state
    with pytest.raises(NotOffered):
        guest.picks(choice)
    assert guest.state == before


def test_choices_that_do_not_belong_together_are_refused(guest: Conversation) -> None:
    asked_to_check(guest)
    with pytest.raises(NotOffered):
        guest.picks("/send", '/change{"answer": "words"}')


def test_a_choice_of_the_question_before_is_no_longer_offered(guest: Conversation) -> None:
    asked_for_words(guest).says("Hello?").picks('/answer{"reply_by": "code"}')
    with pytest.raises(NotOffered):
        guest.picks('/answer{"reply_by": "email"}')


def test_a_choice_never_fills_a_free_text_slot(guest: Conversation) -> None:
    asked_to_check(guest).picks('/change{"answer": "words"}').picks("/help_now")
    assert "words" not in slots_of(guest)


def test_three_messages_not_understood_lead_to_a_person(guest: Conversation) -> None:
    assert guest.says("xyzzy").heard == ["utter_not_understood"]
    assert guest.says("plugh").heard == ["utter_not_understood"]
    assert guest.says("qqqq").heard == ["utter_person"]
    assert guest.says("xyzzy").heard == ["utter_not_understood"]


def test_three_misses_at_a_question_with_buttons_lead_to_a_person_too(guest: Conversation) -> None:
    asked_for_words(guest).says("Hello?").says("by pigeon").says("by horse")
    assert guest.heard == ["utter_not_understood", "utter_ask_reply_by"]
    assert guest.says("by bicycle").heard == ["utter_person", "utter_ask_reply_by"]
    assert guest.state.misses == 0


def test_a_message_that_is_understood_starts_the_count_afresh(guest: Conversation) -> None:
    guest.says("xyzzy").says("plugh").says("hello").says("xyzzy")
    assert guest.heard == ["utter_not_understood"]
    assert guest.state.misses == 1


def test_a_second_journey_has_a_run_of_its_own(guest: Conversation) -> None:
    asked_to_check(guest).picks("/send").begin().picks("/feedback")
    assert guest.heard == ["utter_ask_feedback_form_kind"]
    guest.picks('/answer{"kind": "thank_you"}').says("The driver was kind.").picks("/send")
    assert guest.heard == ["utter_sent"]
    assert guest.state.run == 2


def test_a_form_whose_answers_are_all_there_is_sent_at_once(dialogue: EmbeddedDialogue) -> None:
    guest = Conversation(dialogue)
    guest.state = State(
        slots={"words": "Hi", "reply_by": "code", "needs": ["none"], "checked": "yes"}, offered=("/question",)
    )
    assert guest.picks("/question").heard == ["utter_sent"]


def test_metadata_reaches_the_action_with_the_run_beside_it(guest: Conversation, send: journeys.Send) -> None:
    asked_to_check(guest).picks("/send")
    assert send.sent[0]["metadata"] == {"charity": "ruils", "lang": "en", "run": 0}


def test_dear_values_are_made_only_for_the_intent_that_needs_them(
    guest: Conversation, send: journeys.Send
) -> None:
    made: list[str] = []

    def metadata(intent: str) -> Mapping[str, JSON]:
        made.append(intent)
        return {"charity": "ruils", **({"code_hash": "dear"} if intent == "send" else {})}

    guest.metadata = metadata
    asked_to_check(guest).picks("/send")
    assert made == ["question", "nlu_fallback", "answer", "answer", "send"]
    assert send.sent[0]["metadata"]["code_hash"] == "dear"


def test_a_state_of_another_version_loses_only_what_no_longer_exists(dialogue: EmbeddedDialogue) -> None:
    guest = Conversation(dialogue)
    guest.state = State(
        slots={"gone": 1, "words": "Kept"}, form="gone_form", asked="gone", question=Spoken("utter_gone")
    )
    assert guest.says("hello").heard == ["utter_greet"]
    assert slots_of(guest) == {"words": "Kept"}


def test_actions_that_do_not_match_the_domain_are_refused_when_the_dialogue_is_made() -> None:
    with (
        pytest.raises(ValueError, match=r"missing: .*'action_change'.*not listed in domain: \[\]"),
        dialogue_with(actions=[journeys.Begin()]),
    ):
        pass
