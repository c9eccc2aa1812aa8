"""At the desk: what was decided on a complaint says what was learned and what its guest can do next (E8)."""

import pytest

from tests.desk.working import at, taken, told
from tests.webhouse import Web
from webchat.cases.words import Kind, Role

WHOLE = {
    "purpose": "outcome", "body": "The bus was late.", "learned": "We ring when a bus is late.",
    "next_step": "Write to the Director.",
}  # fmt: skip


@pytest.mark.parametrize(
    ("missing", "says"),
    [
        ("body", "Write your words to the guest."),
        ("learned", "Say what you learned from it"),
        ("next_step", "Say what they can do next"),
    ],
)
def test_without_one_of_the_three_nothing_is_sent_and_every_word_is_kept(
    web: Web, missing: str, says: str
) -> None:
    case, browser = taken(web, kind=Kind.COMPLAINT)
    page = told(browser.post(at(case, "/write"), **{**WHOLE, missing: " ", "seen": case.version}))
    assert says in page
    assert all(words in page for name, words in WHOLE.items() if name not in (missing, "purpose"))
    assert len(web.house.cases.messages(case.id)) == 1


def test_the_guest_reads_all_three_under_a_line_of_their_own(web: Web) -> None:
    case, browser = taken(web, kind=Kind.COMPLAINT)
    assert browser.post(at(case, "/write"), **WHOLE, seen=case.version).status_code == 303
    body = web.house.cases.messages(case.id)[-1].body
    assert body.rstrip("\n").split("\n\n") == [
        "The bus was late.",
        "What we learned\nWe ring when a bus is late.",
        "What you can do next\nWrite to the Director.",
    ]


def test_what_the_policy_says_of_the_next_stage_stands_there_to_begin_with(web: Web) -> None:
    case, browser = taken(web, Role.GOVERNANCE, charity="help-and-care", kind=Kind.COMPLAINT)
    page = told(browser.get(at(case)))
    assert "Our policy says at 16.1:" in page
    other, worker = taken(web, kind=Kind.COMPLAINT)
    assert "Our policy says at" not in told(worker.get(at(other)))


def test_a_worry_is_asked_for_none_of_it(web: Web) -> None:
    case, browser = taken(web, kind=Kind.CONCERN)
    assert "what was learned" not in told(browser.get(at(case)))


def test_more_time_takes_a_reason_that_can_be_counted(web: Web) -> None:
    """Issue 4, line 3; policy-facts F8."""
    case, browser = taken(web)
    (promise,) = [one for one in web.house.cases.promises(case.id) if one.name.value == "reply"]
    later = {"promise": promise.id, "date": "2026-12-11", "reason": "Sam is ill until Thursday."}
    refused = browser.post(at(case, "/date"), **later)
    assert "Choose why more time is needed." in told(refused)
    assert "Sam is ill until Thursday." in told(refused)
    assert browser.post(at(case, "/date"), **later, why="person_away").status_code == 303
    assert web.house.cases.events(case.id)[-1].fields["why"] == "person_away"
