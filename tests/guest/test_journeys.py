"""A guest writes, is told when they will hear and why, and comes back: every journey, every charity."""

import re

import pytest

from tests.guest.answers import JOURNEYS, QUESTION, WORDS
from tests.guest.visitor import BROMLEY, Visitor
from tests.webhouse import Web
from webchat.cases.case import Case, Status
from webchat.cases.words import Kind
from webchat.db.tables import case_
from webchat.i18n import dates

CHARITIES = (BROMLEY, "ruils", "age-concern-southend", "healthwatch-portsmouth", "help-and-care")
KINDS = {"question": Kind.QUESTION, "appointment": Kind.APPOINTMENT, "feedback": Kind.COMPLAINT}


def cases_of(web: Web, charity: str) -> list[Case]:
    rows = web.house.database.rows(case_.select().where(case_.c.charity == charity))
    found = [web.house.cases.case(charity, row.id) for row in rows]
    return [one for one in found if one is not None]


@pytest.mark.parametrize("charity", CHARITIES)
@pytest.mark.parametrize("journey", JOURNEYS)
def test_a_journey_opens_one_case_and_tells_every_promise_with_date_and_clause(
    here: Web, charity: str, journey: str
) -> None:
    guest = Visitor(here, charity).open().walk(JOURNEYS[journey])
    (case,) = cases_of(here, charity)
    (message,) = here.house.cases.messages(case.id)
    assert (case.kind, message.body) == (KINDS[journey], WORDS)
    assert case.reference in guest.text
    promises = here.house.cases.promises(case.id)
    assert guest.page.count('class="card promise"') == len(promises) > 0
    for one in promises:
        told = dates.day(one.due_on, "en") if one.due_on else "has not set a time for this"
        assert told in guest.text or not one.is_owed
        assert one.ref in guest.text


def test_the_code_brings_the_guest_back_on_another_device(guest: Visitor, here: Web) -> None:
    reference, code = guest.open().walk(QUESTION).code()
    other = Visitor(here).open("case")
    other.post({"reference": reference.lower().replace("-", " "), "code": code.replace(" ", "")}, "open")
    assert WORDS.split("\n")[0] in other.text
    assert "Nobody has taken it yet." in other.text
    assert code not in other.page


def test_the_guest_reads_a_reply_and_writes_again(guest: Visitor, here: Web) -> None:
    reference, code = guest.open().walk(QUESTION).code()
    guest.open("case").post({"reference": reference, "code": code}, "open")
    guest.post({"words": "One more thing."}, "add")
    assert "One more thing." in guest.text
    assert guest.box() == ""
    (case,) = cases_of(here, BROMLEY)
    assert [one.body for one in here.house.cases.messages(case.id)] == [WORDS, "One more thing."]
    assert case.status is Status.OPEN


def test_each_earlier_question_stands_in_the_talk_once_with_its_answer_below(guest: Visitor) -> None:
    guest.open().choose("question").write("Do you fix bikes?").choose('"no"')
    talk = guest.text[: guest.text.index("How would you like to hear back?")]
    assert talk.count("What is your question?") == 1
    assert talk.index("What is your question?") < talk.index("Do you fix bikes?")
    assert "You chose" in talk
    assert guest.page.count("How would you like to hear back?") == 1


def test_every_bubble_has_its_speaker_and_its_time_as_text(guest: Visitor) -> None:
    guest.open().choose("question").write("Do you fix bikes?")
    bubbles = re.findall(r'<li class="bubble.*?</li>', guest.page, re.DOTALL)
    assert bubbles
    assert all(re.search(r"(said|chose) <time datetime=", one) for one in bubbles)
    assert 'role="log"' in guest.page


def test_nothing_is_chosen_beforehand(guest: Visitor) -> None:
    guest.open()
    assert " checked" not in guest.page
    assert " checked" not in guest.choose("feedback").page


def test_back_shows_the_question_before_with_what_was_written(guest: Visitor) -> None:
    guest.open().choose("question").write("Do you fix bikes?")
    guest.post({"do": "back"})
    assert (guest.asked, guest.box()) == ("question_words", "Do you fix bikes?")


def test_change_comes_back_to_the_answers_with_the_new_one(guest: Visitor) -> None:
    guest.open().walk(QUESTION, until="check")
    guest.choose('/change{"answer": "guest_name"}')
    assert (guest.asked, guest.box()) == ("guest_name", "Ana")
    guest.write("Bo")
    assert guest.asked == "check"
    assert "Bo" in guest.text


def test_what_was_left_empty_is_shown_as_not_provided(guest: Visitor) -> None:
    guest.open().walk({**QUESTION, "guest_name": ""}, until="check")
    assert "Not provided" in guest.text


def test_the_words_typed_beside_a_choice_wait_in_the_next_box(guest: Visitor) -> None:
    guest.open()
    choice = next(one for one in guest.choices() if "question" in one)
    guest.post({"choice": choice, "words": "Is the door open?"})
    assert guest.box() == "Is the door open?"


def test_a_slip_is_told_at_the_box_with_the_words_kept(guest: Visitor) -> None:
    guest.open().walk(QUESTION, until="email").write("ana at example")
    assert guest.box() == "ana at example"
    assert "<title>Error: " in guest.page
    assert 'href="#answer"' in guest.page
    assert 'aria-invalid="true"' in guest.page
    guest.write("ana@example.org")
    assert "ana at example" not in guest.text
