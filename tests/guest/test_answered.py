"""A question is answered on the spot from the charity's own policy and settings, or handed on (issue 3)."""

import re

import pytest

from tests.guest.answers import QUESTION
from tests.guest.visitor import Visitor
from tests.webhouse import Web

ASKS_FOR_INTERPRETER = "Can I have a Polish interpreter?"


def asking(web: Web, words: str, charity: str = "living-well-bromley") -> Visitor:
    """A guest who chose to ask a question, and has typed it."""
    return Visitor(web, charity).open().choose("question").write(words)


def test_the_policys_own_answer_comes_with_its_clause_and_its_own_english_words(web: Web) -> None:
    guest = asking(web, ASKS_FOR_INTERPRETER)
    assert guest.asked == "answered"
    assert "Interpreters and translation" in guest.text
    assert "It depends on what we have and who is free." in guest.text
    assert "Our policy says this at 5.2" in guest.text
    assert "dependent on resources and availability" in guest.text
    assert re.search(r'<bdi dir="ltr" lang="en-GB">We will make every attempt', guest.page)
    assert "Did this answer your question?" in guest.text


def test_no_sends_the_words_that_were_typed_with_one_press(web: Web) -> None:
    guest = asking(web, ASKS_FOR_INTERPRETER)
    assert re.search(r'<button class="button quiet" name="choice"[^>]*>No, send it to the team', guest.page)
    guest.choose('"no"')
    assert guest.asked == "about_person"
    guest.walk(QUESTION)
    case = web.house.cases.case_by_reference(guest.charity, guest.code()[0])
    assert case is not None
    assert web.house.cases.messages(case.id)[0].body == ASKS_FOR_INTERPRETER


def test_yes_ends_kindly_sends_nothing_and_offers_more(web: Web) -> None:
    guest = asking(web, ASKS_FOR_INTERPRETER).choose('"yes"')
    assert "We are glad that we could help. Nothing was sent." in guest.text
    assert "Is there anything else?" in guest.text
    guest.choose("begin_question")
    assert (guest.asked, guest.box()) == ("question_words", "")


def test_what_the_policy_does_not_say_is_said_to_be_so_and_the_team_is_one_press_away(web: Web) -> None:
    guest = asking(web, "Can I bring my daughter?")
    assert guest.asked == "ask_team"
    assert "Our policy does not say. Shall we ask the team?" in guest.text
    guest.choose('"yes"')
    assert guest.asked == "about_person"
    other = asking(web, "Can I bring my daughter?").choose('"no"')
    assert "We have not asked the team. Nothing was sent." in other.text


def test_a_question_about_something_else_goes_on_as_ever(web: Web) -> None:
    assert asking(web, "When is the knitting group?").asked == "about_person"


@pytest.mark.parametrize("words", ["when are you open", "WEN R U OPEN"])
def test_a_question_typed_first_is_answered_from_the_settings(web: Web, words: str) -> None:
    guest = Visitor(web).open().write(words)
    assert guest.asked == "answered"
    assert "Tuesday : 10am to 2pm" in guest.text
    assert "This is not in our policy. Living Well Bromley has told us." in guest.text


def test_an_answer_that_was_only_hinted_at_follows_the_hint(web: Web) -> None:
    guest = Visitor(web, "help-and-care").open().write("is there a second stage")
    assert "Come back with your code" in guest.text
    assert guest.asked == "answered"
    assert "within 15 working days" in guest.text


def test_a_complaint_is_a_complaint_and_not_a_question(web: Web) -> None:
    assert Visitor(web).open().write("I want to complain about your staff").asked == "feedback_kind"


def test_danger_comes_before_any_answer(web: Web) -> None:
    guest = asking(web, "Can I have an interpreter? My husband hits me and I am not safe.")
    assert "Call 999 if:" in guest.text
    assert guest.asked == "tell_lead"
    assert "Did this answer your question?" not in guest.text


def test_back_leads_to_the_question_with_its_words_in_the_box(web: Web) -> None:
    guest = asking(web, ASKS_FOR_INTERPRETER).post({"do": "back"})
    assert (guest.asked, guest.box()) == ("question_words", ASKS_FOR_INTERPRETER)


def test_a_question_that_is_changed_is_answered_anew_and_then_checked(web: Web) -> None:
    guest = asking(web, ASKS_FOR_INTERPRETER).choose('"no"').walk(QUESTION, until="check")
    guest.choose('"question_words"')
    assert guest.box() == ASKS_FOR_INTERPRETER
    guest.write("Is there a ramp?")
    assert (guest.asked, "Getting into our buildings" in guest.text) == ("answered", True)
    guest.choose('"no"')
    assert guest.asked == "check"
    assert "Is there a ramp?" in guest.text


def test_every_answer_can_be_read_and_printed_without_the_chat(web: Web) -> None:
    for charity, here in web.house.charities.items():
        guest = Visitor(web, charity).open("answers")
        assert guest.status == 200
        for topic in here.policy.answers:
            assert f'<h2 id="{topic}"' in guest.page
        silent = guest.page.split("Our policy does not say")[1]
        assert "Bringing somebody with you" in (guest.text if charity == "ruils" else silent)
