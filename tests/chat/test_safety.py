"""Harm that is told in a whole sentence is noticed, and how near it is is told apart (E14, E18, E20)."""

import pytest

from tests.actions.walking import PROJECT
from tests.chat.said_by_guests import IN_DANGER, SAID, SOUNDS_LIKE_DANGER
from tests.chat.said_in_danger import HARM_MESSAGES
from tests.chat.said_unseen import HARM_UNSEEN, SOUNDS_UNSEEN, UNSEEN
from tests.chat.said_without_danger import HARMLESS_MESSAGES
from webchat.chat.safety import HARM_EXAMPLES, Safety
from webchat.chat.understanding import Understanding

UNDERSTANDING = Understanding(PROJECT.examples)


def heard(words: str) -> Safety:
    return UNDERSTANDING.understand(words, "en").safety


def test_no_message_of_the_tests_is_among_the_examples() -> None:
    taught = {text.casefold() for texts in PROJECT.examples["en"].values() for text in texts}
    said = [words for _, words in (*IN_DANGER, *SAID, *UNSEEN, *HARM_UNSEEN)]
    kept = {words.casefold() for words in (*said, *SOUNDS_LIKE_DANGER, *SOUNDS_UNSEEN)}
    short = {words for words in kept & taught if len(words.split()) < 3}
    assert kept & taught - short == set()


def test_harm_in_words_that_were_never_seen_is_noticed() -> None:
    missed = [words for _, words in IN_DANGER if heard(words) is Safety.NONE]
    assert len(missed) <= 1, missed
    assert [words for words in HARM_MESSAGES if heard(words) is Safety.NONE] == []


def test_harm_in_words_that_nothing_was_chosen_with_is_noticed() -> None:
    """The floor is what was measured, 28 of 30 noticed: two that no example or phrase is like."""
    missed = [words for _, words in HARM_UNSEEN if heard(words) is Safety.NONE]
    assert len(missed) <= 2, missed
    mistaken = [words for words in [w for _, w in UNSEEN] if heard(words) is not Safety.NONE]
    assert len(mistaken) <= len(UNSEEN) / 20, mistaken
    assert sum(heard(words) is not Safety.NONE for words in SOUNDS_UNSEEN) <= 2


def test_an_emergency_and_abuse_that_is_told_are_told_apart() -> None:
    wrong = [(kind, words) for kind, words in IN_DANGER if heard(words) not in (kind, Safety.NONE)]
    assert len(wrong) <= len(IN_DANGER) / 10, wrong


def test_at_most_one_harmless_message_in_twenty_is_taken_for_harm() -> None:
    for harmless in ([words for _, words in SAID], HARMLESS_MESSAGES):
        mistaken = [words for words in harmless if heard(words) is not Safety.NONE]
        assert len(mistaken) <= len(harmless) / 20, mistaken
    tricky = [words for words in SOUNDS_LIKE_DANGER if heard(words) is not Safety.NONE]
    assert len(tricky) <= 5, tricky


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("I want to die", Safety.EMERGENCY),
        ("he is hitting me right now", Safety.EMERGENCY),
        ("emergency", Safety.EMERGENCY),
        ("I need help now", Safety.EMERGENCY),
        ("my son takes my pension", Safety.SAFEGUARDING),
        ("my husband hits me", Safety.SAFEGUARDING),
        ("Can I bring my dog?", Safety.NONE),
        ("", Safety.NONE),
    ],
)
def test_what_each_means(words: str, kind: Safety) -> None:
    assert heard(words) is kind


def test_one_sentence_of_harm_in_a_long_story_is_noticed() -> None:
    story = "We had tea and the bus was late. " * 100
    assert heard(story) is Safety.NONE
    assert heard(f"{story} The night staff tie my aunt to a chair. {story}") is Safety.SAFEGUARDING


@pytest.mark.parametrize(
    "words", ["Sam Ali", "1 High Street\nTown", "07700 900123", "Any Tuesday morning", "My mother"]
)
def test_an_answer_of_a_few_words_is_no_harm(words: str) -> None:
    assert heard(words) is Safety.NONE


def test_no_message_is_ever_given_the_name_of_a_sentence_of_harm() -> None:
    for _, words in (*SAID, *IN_DANGER):
        found = UNDERSTANDING.understand(words, "en")
        assert found.intent not in HARM_EXAMPLES
        followed = {found.intent} if found.safety is Safety.NONE else {"danger", "help_now"}
        assert UNDERSTANDING.parse(words, "en")[0] in followed
