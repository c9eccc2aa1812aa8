"""After a case is closed: one question on how it went, and "It is not resolved" (issue 11)."""

import pytest

from tests.guest.test_changing import RUILS, came_back, the_case
from tests.guest.visitor import Visitor
from tests.webhouse import Web
from webchat.cases.case import Case, Status, Verdict
from webchat.cases.words import Role


def closed(web: Web, reason: str = "It is solved.") -> Case:
    """The case, closed by staff."""
    case = the_case(web)
    [member] = [one for one in web.house.staff.members(RUILS) if one.has(Role.WORKER)]
    web.house.casework.claim(member, case.id, web.clock())
    return web.house.casework.close(member, case.id, reason, web.clock())


def after_closing(web: Web) -> Visitor:
    """A guest on the page of their closed case."""
    guest = came_back(web)
    closed(web)
    return guest.open("case")


def test_the_question_is_asked_once_with_five_choices_and_words_that_may_be_left_out(here: Web) -> None:
    guest = after_closing(here)
    assert "How well did we do?" in guest.text
    guest.open("case/how")
    assert guest.page.count('type="radio"') == 5
    guest.post({"choice": "very_well", "words": ""}, "how-well")
    assert the_case(here).verdict is Verdict.VERY_WELL
    assert "You told us: Very well" in guest.text
    assert "Answer the question" not in guest.text
    assert "You told us: Very well" in guest.open("case/how").text


def test_a_second_answer_changes_nothing(here: Web) -> None:
    guest = after_closing(here).open("case/how").post({"choice": "badly", "words": "A week."}, "how-well")
    guest.send(f"/{RUILS}/case/how", {"choice": "well", "words": ""})
    assert (the_case(here).verdict, the_case(here).verdict_words) == (Verdict.BADLY, "A week.")
    assert guest.status == 200


def test_nobody_is_asked_of_what_is_open_or_was_taken_back(here: Web) -> None:
    guest = came_back(here)
    assert "How well did we do?" not in guest.text
    guest.send(f"/{RUILS}/case/how", {"choice": "well", "words": ""})
    assert the_case(here).verdict is None
    guest.open("case/take-back").post({}, "take-back")
    assert "How well did we do?" not in guest.text
    assert "What you sent, and where it is" in guest.open("case/how").text


@pytest.mark.parametrize(
    ("choice", "words", "status", "says"),
    [
        ("", "Quick.", 400, "Choose one answer."),
        ("excellent", "Quick.", 400, "Choose one answer."),
        ("well", "x" * 20_001, 413, "1 character too long"),
    ],
)
def test_what_cannot_be_taken_is_told_and_kept(
    here: Web, choice: str, words: str, status: int, says: str
) -> None:
    guest = after_closing(here).open("case/how").post({"choice": choice, "words": words}, "how-well")
    assert (guest.status, guest.box("words")) == (status, words)
    assert says in guest.text


def test_another_language_keeps_the_answer_and_its_words(here: Web) -> None:
    guest = after_closing(here).open("case/how")
    guest.post({"choice": "badly", "words": "A week.", "lang": "en"}, "how-well", to=f"/{RUILS}/language")
    assert guest.box("words") == "A week."
    assert 'value="badly" id="choice" checked' in guest.page or 'value="badly" checked' in guest.page


def test_it_is_not_resolved_opens_it_again_with_the_guests_words(here: Web) -> None:
    guest = after_closing(here)
    assert "It is not resolved" in guest.text
    guest.post({"words": "The door is still shut."}, "add")
    assert the_case(here).status is Status.OPEN
    assert here.house.cases.messages(the_case(here).id)[-1].body == "The door is still shut."
    assert "It is not resolved" not in guest.text


def test_it_is_not_resolved_needs_words_to_act_on(here: Web) -> None:
    guest = after_closing(here).post({"words": " "}, "add")
    assert guest.status == 400
    assert the_case(here).status is Status.CLOSED


def test_the_desk_reads_the_answer_and_its_words(here: Web) -> None:
    after_closing(here).open("case/how").post({"choice": "badly", "words": "A week."}, "how-well")
    browser = here.signed_in(Role.WORKER, RUILS)
    assert ">Badly<" in browser.get("/ruils/desk/closed").get_data(as_text=True)
    file = browser.get(f"/ruils/desk/cases/{the_case(here).reference}").get_data(as_text=True)
    assert ">Badly<" in file
    assert "A week." in file
