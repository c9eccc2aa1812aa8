"""After an answer the page opens where the guest reads on: the reply, else the question (guest-rules B4)."""

import re

import pytest

from tests.guest.answers import QUESTION
from tests.guest.visitor import BROMLEY, Visitor

NEW = re.compile(r'<(li|span)[^>]* id="new"[^>]*>(.*?)</(?:li|section)>', re.DOTALL)


def opens_at(guest: Visitor) -> tuple[str, str]:
    """What the address of the page leads to: the kind of the place, and its words up to its end."""
    assert guest.at.endswith("#new")
    ((kind, words),) = NEW.findall(guest.page)
    return kind, words


def test_a_plain_answer_leads_to_the_next_question(guest: Visitor) -> None:
    guest.open().choose("question")
    kind, words = opens_at(guest)
    assert kind == "span"
    assert "What is your question?" in words


@pytest.mark.parametrize(
    ("does", "says", "then"),
    [("help", "Call", "tell_lead"), ("person", "You can talk to a person at", "question_words")],
)
def test_an_answer_of_ours_is_where_the_guest_reads_on(
    guest: Visitor, does: str, says: str, then: str
) -> None:
    guest.open().choose("question").post({"do": does})
    kind, words = opens_at(guest)
    assert kind == "li"
    assert says in words
    assert guest.asked == then


def test_a_reply_that_was_read_is_not_new_after_the_next_answer(guest: Visitor) -> None:
    guest.open().choose("question").post({"do": "help"}).write("Do you fix bikes?")
    assert opens_at(guest)[0] == "span"


def test_what_has_to_be_put_right_is_where_the_guest_reads_on(guest: Visitor) -> None:
    guest.open().walk(QUESTION, until="email").write("ana at example")
    kind, words = opens_at(guest)
    assert kind == "span"
    assert "There is a problem" in words


def test_a_page_that_was_not_taken_takes_the_focus_to_what_is_wrong(guest: Visitor) -> None:
    guest.open().choose("question").write("x" * 20_001)
    assert re.search(r'<div class="wrong"[^>]* autofocus>', guest.page)


def test_the_opening_sentences_are_one_bubble_and_the_numbers_to_ring_another(guest: Visitor) -> None:
    guest.open()
    assert guest.page.count('<li class="bubble') == 1
    for words in ("This is an automatic chat, not a person.", "keeps what you send"):
        assert words in guest.page
    guest.choose("question").post({"do": "person"})
    (bubble,) = re.findall(r'<li class="bubble" id="new">.*?</li>', guest.page, re.DOTALL)
    told = guest.web.house.charities[BROMLEY].settings
    assert told.phone in bubble
    assert told.email in bubble
