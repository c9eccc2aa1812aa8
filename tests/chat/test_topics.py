"""A guest's own words find what the policy answers, misspelt too; other questions find nothing."""

from functools import cache

import pytest

from tests.chat.asked_by_guests import ASKED
from tests.chat.asked_otherwise import ABOUT_OTHER_THINGS, OTHER_THINGS_UNSEEN
from tests.chat.asked_unseen import ASKED_UNSEEN
from tests.webhouse import the_project
from webchat.chat.grams import plain
from webchat.chat.topics import MOST, Topics
from webchat.packs.asked import load_asked, topics


@cache
def finder() -> Topics:
    return Topics(load_asked(), the_project().examples)


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("how do i complane", "complain"),
        ("cna i hav large prnt", "formats"),
        ("wheelchiar acess", "access"),
        ("do u do hom visits", "meet"),
        ("wat do u hold abuot me", "held"),
        ("I came on Thursday and it was shut. When are you open?", "hours"),
    ],
)
def test_misspelt_and_longer_words_find_their_topic(words: str, topic: str) -> None:
    assert finder().find(words, "en").topics[0] == topic


@pytest.mark.parametrize(
    "words",
    ["", "  ", "?!", "\ud800", "你好吗", "My bus is late. " * 40, "is there a chess club", "how do i cook"],
)
def test_below_the_limit_nothing_is_found(words: str) -> None:
    assert finder().find(words, "en").topics == ()


def test_never_more_than_three_are_found() -> None:
    every = " ".join(f"{texts[0]}?" for texts in load_asked()["en"].values())
    assert len(finder().find(every).topics) <= MOST


@pytest.mark.parametrize("asked", [ASKED, ASKED_UNSEEN], ids=["chosen with", "unseen"])
def test_nine_of_ten_phrasings_kept_from_the_examples_find_their_topic(
    asked: tuple[tuple[str, str], ...],
) -> None:
    right = sum(finder().find(words, "en").topics[:1] == (topic,) for topic, words in asked)
    assert right / len(asked) >= 0.9


def test_questions_about_something_else_seldom_find_anything() -> None:
    others = (*ABOUT_OTHER_THINGS, *OTHER_THINGS_UNSEEN)
    assert sum(bool(finder().find(words, "en").topics) for words in others) / len(others) <= 0.1


def test_every_topic_is_asked_about_in_ways_that_are_not_its_examples() -> None:
    learnt = {plain(text) for texts in load_asked()["en"].values() for text in texts}
    for kept in (ASKED, ASKED_UNSEEN):
        assert {topic for topic, _ in kept} == set(topics())
    assert [words for _, words in ASKED_UNSEEN if plain(words) in learnt] == []


def test_a_complaint_is_no_sure_question() -> None:
    assert not finder().find("nobody came to my home visit and i am very unhappy", "en").sure
    assert finder().find("what happens when i complain", "en").sure
