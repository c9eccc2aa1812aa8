"""What the page's little script asks for: one request a turn, answered with just the part that is new."""

import re
from html import unescape

from werkzeug.test import TestResponse

from tests.guest.answers import QUESTION
from tests.guest.visitor import BROMLEY, Visitor


def part(guest: Visitor, **changed: str) -> TestResponse:
    """A turn as the script posts it."""
    where = unescape(re.findall(r'action="([^"]+)"', guest.form())[0])
    fields = {"csrf_token": guest.browser.token, **guest.fields(), **changed}
    return guest.browser.client.post(where, data=fields, headers={"X-Part": "1"})


def lines_of(answer: TestResponse) -> list[str]:
    """The text of each new line."""
    lines = re.findall(r'<li class="bubble.*?</li>', answer.get_data(as_text=True), re.DOTALL)
    return [unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", one))) for one in lines]


def test_a_turn_brings_the_question_answered_the_answer_and_the_next_question(guest: Visitor) -> None:
    guest.open().choose("question")
    answer = part(guest, words="Do you fix bikes?", do="continue")
    asked, said = lines_of(answer)
    assert "What is your question?" in asked
    assert "Do you fix bikes?" in said
    page = answer.get_data(as_text=True)
    assert "<html" not in page
    assert page.count('id="now"') == page.count("<h1") == 1
    assert answer.headers["X-At"] == f"/{BROMLEY}/chat/1"


def test_the_first_turn_brings_a_new_token_and_its_address(guest: Visitor) -> None:
    guest.open()
    choice = next(one for one in guest.choices() if "question" in one)
    answer = part(guest, choice=choice)
    assert answer.headers["X-At"] == f"/{BROMLEY}/chat/1"
    token = re.findall(r'name="csrf_token" value="([^"]+)"', answer.get_data(as_text=True))[0]
    assert token != guest.browser.token


def test_the_new_lines_and_the_old_ones_are_the_whole_talk(guest: Visitor) -> None:
    guest.open().choose("question")
    had = lines_of(guest.browser.client.get(f"/{BROMLEY}/chat/1"))
    had += lines_of(part(guest, words="Do you fix bikes?", do="continue"))
    assert had == lines_of(guest.browser.client.get(f"/{BROMLEY}/chat/1"))


def test_after_a_slip_the_old_lines_and_the_new_ones_are_the_whole_talk(guest: Visitor) -> None:
    guest.open().walk(QUESTION, until="email")
    had = lines_of(guest.browser.client.get(f"/{BROMLEY}/chat/1"))
    had += lines_of(part(guest, words="ana", do="continue"))
    guest.open("chat/1")
    assert had == lines_of(guest.browser.client.get(f"/{BROMLEY}/chat/1"))
    had += lines_of(part(guest, words="ana@example.org", do="continue"))
    assert had == lines_of(guest.browser.client.get(f"/{BROMLEY}/chat/1"))


def test_words_that_cannot_be_taken_come_back_in_the_part(guest: Visitor) -> None:
    guest.open().choose("question")
    answer = part(guest, words="x" * 20_001, do="continue")
    assert (answer.status_code, answer.headers["X-Part"]) == (413, "1")
    assert "x" * 20_001 in answer.get_data(as_text=True)
    assert lines_of(answer) == []


def test_a_sending_says_where_to_go(guest: Visitor) -> None:
    guest.open().walk(QUESTION, until="check")
    answer = part(guest, choice="/send")
    assert answer.headers["X-Go"] == f"/{BROMLEY}/chat/1/sent"
