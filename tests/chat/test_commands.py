"""Inside a form only a message that is nothing but a command interrupts; every answer is kept as words."""

import pytest

from tests.actions.walking import PROJECT
from webchat.chat.understanding import Understanding

COMMANDS = PROJECT.forms["feedback_form"].ignored_intents
UNDERSTANDING = Understanding(PROJECT.examples)


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        *(("stop", "stop"), ("STOP!", "stop"), ("stop stop", "stop"), ("stopp", "stop"), ("stpo", "stop")),
        *(("cancel", "stop"), ("cancle", "stop"), ("start again", "stop"), ("strat again", "stop")),
        *(("stop please", "stop"), ("back", "go_back"), ("go bakc", "go_back"), ("help", "talk_to_person")),
        *(("human", "talk_to_person"), ("talk to a persn", "talk_to_person"), ("emergency", "help_now")),
    ],
)
def test_a_command_alone_is_heard_misspelt_or_not(words: str, intent: str) -> None:
    assert UNDERSTANDING.parse(words, "en", only=COMMANDS)[0] == intent


@pytest.mark.parametrize(
    "words",
    [
        *("I want it to stop", "I want him to stop", "i want her to stop it", "stop it", "I want to stop"),
        *("they need to stop", "cancel my appointment", "cancer", "shop", "step", "the bus stop", "my back"),
        *("start again with someone new", "make it stop", "back to how it was", "help my mum"),
        *("stop him", "please stop this man", "nobody helps", "can someone call me"),
        *("exist", "quiet", "I need help with forms", "stop charging me", "delete my details", "leave it"),
    ],
)
def test_an_answer_that_holds_a_command_is_an_answer(words: str) -> None:
    assert UNDERSTANDING.parse(words, "en", only=COMMANDS)[0] == "nlu_fallback"
