"""Short messages find the nearest example; anything else is not understood rather than guessed."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

import pytest

from tests.chat.conversation import fixture_project
from webchat.chat.understanding import LONGEST, LONGEST_IN_A_FORM, Understanding

COMMANDS = ("go_back", "stop", "talk_to_person", "help_now")


@pytest.fixture(scope="module")
def understanding() -> Understanding:
    return Understanding(fixture_project().examples)


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("hello", "greet"),
        ("  HELLO!! ", "greet"),
        ("helo", "greet"),
        ("I have a qeustion", "question"),
        ("can i ask somthing", "question"),
        ("i want too complane", "feedback"),
        ("make a complaint please", "feedback"),
        ("Talk to a Person", "talk_to_person"),
        ("talk to a persn", "talk_to_person"),
        ("speak to someone", "talk_to_person"),
        ("HELP", "help_now"),
        ("plese help me", "help_now"),
        ("stop", "stop"),
        ("cancle", "stop"),
        ("go back", "go_back"),
    ],
)
def test_a_short_message_is_understood_though_misspelt(
    understanding: Understanding, words: str, intent: str
) -> None:
    assert understanding.parse(words, "en")[0] == intent


@pytest.mark.parametrize(
    "words",
    [
        "",
        "   ",
        "?!",
        "\0",
        "\ud800",
        "😀",
        "\u202e\u2066",
        "qwertyuiop",
        "5",
        "purple dishwasher",
        "你好吗",
        "/stop",
    ],
)
def test_what_resembles_no_example_is_not_understood(understanding: Understanding, words: str) -> None:
    assert understanding.parse(words, "en")[0] == "nlu_fallback"


def test_long_words_are_never_a_command_however_near(understanding: Understanding) -> None:
    longest = ("stop " * 100)[:LONGEST].strip()
    assert understanding.parse(longest, "en")[0] == "stop"
    assert understanding.parse(longest + " stop", "en") == ("nlu_fallback", 0.0)


@pytest.mark.parametrize("words", ["stop", "help", "talk to a person", "stop this", "I need help now"])
def test_inside_a_form_a_short_command_is_heard(understanding: Understanding, words: str) -> None:
    assert understanding.parse(words, "en", only=COMMANDS)[0] in COMMANDS


@pytest.mark.parametrize(
    "words",
    [
        "I want to complain",
        "The bus would not stop",
        "I need help with my shopping",
        "I spoke to a person called Ann",
        "My back hurts",
        "Can someone help me fill in a form for my mother please, now?",
    ],
)
def test_inside_a_form_an_answer_is_not_taken_for_a_command(understanding: Understanding, words: str) -> None:
    assert understanding.parse(words, "en", only=COMMANDS)[0] == "nlu_fallback"


def test_inside_a_form_a_message_past_the_length_is_an_answer(understanding: Understanding) -> None:
    words = ("stop " * 20)[:LONGEST_IN_A_FORM].strip()
    assert understanding.parse(words, "en", only=COMMANDS)[0] == "stop"
    assert understanding.parse(words + " stop", "en", only=COMMANDS)[0] == "nlu_fallback"


def test_a_language_is_looked_at_beside_english_and_all_without_one() -> None:
    examples = {"en": {"greet": ["hello"]}, "pl": {"greet": ["dzień dobry"]}, "ar": {"stop": ["توقف"]}}
    understanding = Understanding(examples)
    assert understanding.parse("dzien dobry", "pl")[0] == "greet"
    assert understanding.parse("hello", "pl")[0] == "greet"
    assert understanding.parse("توقف", "pl")[0] == "nlu_fallback"
    assert understanding.parse("توقف", "ar")[0] == "stop"
    assert understanding.parse("توقف")[0] == "stop"
    assert understanding.parse("dzień dobry", "cy")[0] == "greet"


def test_without_examples_nothing_is_understood() -> None:
    assert Understanding({}).parse("hello", "en") == ("nlu_fallback", 0.0)


def test_examples_kept_back_are_mostly_recognised_and_seldom_mistaken() -> None:
    """Five-fold cross-validation over the examples: of what is answered at all, most is right."""
    pairs = [(text, intent) for intent, texts in fixture_project().examples["en"].items() for text in texts]
    random.Random(7).shuffle(pairs)
    right = wrong = 0
    for fold in range(5):
        kept: dict[str, list[str]] = {}
        for text, intent in (pair for index, pair in enumerate(pairs) if index % 5 != fold):
            kept.setdefault(intent, []).append(text)
        understanding = Understanding({"en": kept})
        for text, intent in pairs[fold::5]:
            found = understanding.parse(text, "en")[0]
            right += found == intent
            wrong += found not in (intent, "nlu_fallback")
    assert right / len(pairs) >= 0.5
    assert wrong / len(pairs) <= 0.12


class Asked(Exception):
    """Somebody asked what a sentence means."""


class Asking:
    """A meaning that says when it is asked."""

    def shares(self, texts: Sequence[str]) -> Sequence[Mapping[str, float]]:
        raise Asked


def test_another_over_the_same_examples_learns_meaning_by_itself() -> None:
    one = Understanding(fixture_project().examples)
    one.learn(Asking())
    other, words = one.shared(), "the bus to the clinic was late again and nobody told me why"
    with pytest.raises(Asked):
        one.understand(words)
    assert other.understand(words) == Understanding(fixture_project().examples).understand(words)
