"""Coming back: what is missing is said at its box, and what was done is said in words (guest-rules B27)."""

import pytest

from tests.guest.answers import FEEDBACK, QUESTION, Answers
from tests.guest.visitor import BROMLEY, Visitor
from tests.webhouse import Web
from webchat.cases.code import REFERENCE_LETTERS

WHOLE = ("AAA-AAA", "1234 5678 9012 3456")
NEUTRAL = "do not fit together"


def came_back(guest: Visitor, answers: Answers) -> Visitor:
    """A guest who has sent these answers and opens them again."""
    reference, code = guest.open().walk(answers).code()
    return guest.open("case").post({"reference": reference, "code": code}, "open")


@pytest.fixture
def back(guest: Visitor) -> Visitor:
    """A guest who has come back to a complaint."""
    return came_back(guest, FEEDBACK)


@pytest.mark.parametrize(
    ("reference", "code", "says", "box"),
    [
        (WHOLE[0], "", "Write your code. It has 16 digits.", "code"),
        (WHOLE[0], "1234 5678", "A code has 16 digits. You wrote 8.", "code"),
        (WHOLE[0], "١٢٣", "A code has 16 digits. You wrote 3.", "code"),
        (WHOLE[0], "no idea", "Write your code. It has 16 digits.", "code"),
        (WHOLE[0], "1" * 17, "A code has 16 digits. You wrote 17.", "code"),
        ("", WHOLE[1], "Write your reference.", "reference"),
        (" - ", WHOLE[1], "Write your reference.", "reference"),
        ("AAA", WHOLE[1], "A reference has 6 letters and numbers. You wrote 3.", "reference"),
    ],
)
def test_what_cannot_be_whole_is_said_at_its_box(
    guest: Visitor, reference: str, code: str, says: str, box: str
) -> None:
    guest.open("case").post({"reference": reference, "code": code}, "open")
    assert guest.text.count(says) == 2
    assert f'href="#{box}"' in guest.page
    assert guest.page.count('aria-invalid="true"') == 1
    assert NEUTRAL not in guest.text
    assert (guest.box("reference"), guest.box("code")) == (reference, code)


def test_both_boxes_can_be_told_at_once(guest: Visitor) -> None:
    guest.open("case").post({"reference": "", "code": ""}, "open")
    assert guest.page.count('aria-invalid="true"') == 2


def test_whole_ones_that_do_not_fit_get_the_neutral_answer(guest: Visitor) -> None:
    guest.open("case").post({"reference": WHOLE[0], "code": WHOLE[1]}, "open")
    assert NEUTRAL in guest.text


def test_the_example_of_a_reference_can_be_nobodys(guest: Visitor) -> None:
    assert "in a shape like ABC-101" in guest.open("case").text
    assert not set("ABC101") <= set(REFERENCE_LETTERS)


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (QUESTION, "hear from us by Wednesday 2 December 2026."),
        (FEEDBACK, "A member of staff will tell you when to expect an answer."),
    ],
)
def test_what_was_added_is_confirmed_with_its_date(guest: Visitor, answers: Answers, told: str) -> None:
    back = came_back(guest, answers)
    assert 'id="done"' not in back.page
    back.post({"words": "One more thing."}, "add")
    done = back.text[back.text.index("We have added your words.") : back.text.index("Reference:")]
    assert told in done
    assert 'role="status" id="done"' in back.page
    assert back.at.endswith("#done")


def test_what_was_closed_says_so_and_how_to_come_back(back: Visitor) -> None:
    back.send(f"/{BROMLEY}/case/close", {})
    assert 'role="status"' in back.page
    assert "It is closed on this screen, and safe with us." in back.text
    assert "It is closed on this screen" not in back.open("case").text


def test_the_other_answers_that_were_sent_are_shown_in_words(back: Visitor) -> None:
    told = back.text[back.text.index("What else you told us") :]
    for words in (
        "What you want to tell us",
        "I want to make a complaint",
        "Who you are writing for",
        "Myself",
    ):
        assert words in told
    assert "Say sorry" in told


def test_nothing_is_shown_where_nothing_else_was_asked(here: Web) -> None:
    guest = Visitor(here)
    reference, code = guest.open().walk(QUESTION).code()
    guest.open("case").post({"reference": reference, "code": code}, "open")
    assert "What else you told us" not in guest.text


def test_a_guests_own_answers_are_not_in_the_log(here: Web, caplog: pytest.LogCaptureFixture) -> None:
    guest = Visitor(here)
    reference, code = guest.open().walk({**FEEDBACK, "feedback_wish": "a_secret_wish"}).code()
    guest.open("case").post({"reference": reference, "code": code}, "open")
    assert "a_secret_wish" in guest.text
    assert "a_secret_wish" not in caplog.text
