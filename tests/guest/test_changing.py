"""From the status page: take back, change how to be reached, and say that it is not safe (issue 10)."""

import re
from typing import Any

import pytest

from tests.guest.answers import FEEDBACK, QUESTION
from tests.guest.test_journeys import cases_of
from tests.guest.visitor import BROMLEY, Visitor
from tests.webhouse import Web
from webchat.cases.case import Case, Delivery, Purpose, Status, latest
from webchat.cases.moves import Letter
from webchat.cases.words import Kind, ReplyBy, Role

RUILS = "ruils"


def came_back(web: Web, charity: str = RUILS, **changed: object) -> Visitor:
    """A guest who sent a question, and has come back on another computer with reference and code."""
    first = Visitor(web, charity).open()
    reference, code = first.walk({**QUESTION, **changed}).code()  # type: ignore[dict-item]  # as in answers.py
    return Visitor(web, charity).open("case").post({"reference": reference, "code": code}, "open")


def the_case(web: Web, charity: str = RUILS) -> Case:
    (case,) = cases_of(web, charity)
    return case


def contact(web: Web, charity: str = RUILS) -> tuple[ReplyBy, str, bool | None]:
    """How the guest is reached, as it is stored."""
    case = the_case(web, charity)
    guest = latest(web.house.cases.people(case.id), "guest")
    assert guest is not None
    return case.reply_by, guest.contact, guest.safe_to_contact


def reach(guest: Visitor, way: str, **fields: str) -> Visitor:
    """Choose a way, and fill in what it asks."""
    guest.open("case/reach").post({"way": way}, "reach")
    return guest.post({"words": "", **fields}, "reach-how") if way != "code" else guest


@pytest.mark.parametrize("charity", [BROMLEY, RUILS])
def test_a_guest_takes_back_what_they_sent_asked_once(here: Web, charity: str) -> None:
    guest = came_back(here, charity)
    assert "Take back what you sent" in guest.text
    guest.open("case/take-back")
    assert "Do you want to take back what you sent?" in guest.text
    assert the_case(here, charity).status is Status.OPEN
    guest.post({}, "take-back")
    assert the_case(here, charity).status is Status.CLOSED
    assert "You took this back. It is closed, and staff know." in guest.text
    assert "This no longer applies. You took back what you sent." in guest.text
    assert "Take back what you sent" not in guest.text


def test_further_words_open_again_what_was_taken_back(here: Web) -> None:
    guest = came_back(here).open("case/take-back").post({}, "take-back")
    guest.post({"words": "I do want an answer."}, "add")
    assert the_case(here).status is Status.OPEN
    assert "You took this back" not in guest.text


def test_what_staff_closed_meanwhile_is_told_as_it_is(here: Web) -> None:
    guest = came_back(here).open("case/take-back")
    case = the_case(here)
    [member] = [one for one in here.house.staff.members(RUILS) if one.has(Role.WORKER)]
    here.house.casework.claim(member, case.id, here.clock())
    here.house.casework.close(member, case.id, "It is solved.", here.clock())
    guest.post({}, "take-back")
    assert "Staff have finished." in guest.text
    assert the_case(here).taken_back_at is None


def test_the_desk_reads_that_the_guest_took_it_back(here: Web) -> None:
    came_back(here).open("case/take-back").post({}, "take-back")
    browser = here.signed_in(Role.WORKER, RUILS)
    for path in ("/ruils/desk/closed", f"/ruils/desk/cases/{the_case(here).reference}"):
        assert "The guest took back what they sent." in browser.get(path).get_data(as_text=True)


def test_a_guest_chooses_another_way_and_gives_only_what_it_needs(here: Web) -> None:
    guest = came_back(here).open("case/reach").post({"way": "text"}, "reach")
    assert "What number can we send a text message to?" in guest.text
    assert len(re.findall(r'<(?:input|textarea) class="box', guest.page)) == 1
    guest.post({"words": "07700 900456", "safe": "update"}, "reach-how")
    assert contact(here) == (ReplyBy.TEXT, "07700 900456", False)
    assert "We send a text message to 07700 900456 only to say that there is an update." in guest.text
    # RUILS, "Texts": by the end of the next working day, from now.
    assert "Tuesday 24 November 2026" in guest.text


def test_nothing_is_required_and_no_means_no(here: Web) -> None:
    guest = came_back(here)
    reach(guest, "letter")
    assert contact(here) == (ReplyBy.CODE, "", None)
    assert "You come back here with your reference and code." in guest.text
    reach(guest, "email", words="jo@example.org", safe="no")
    assert contact(here) == (ReplyBy.CODE, "", False)
    assert "You told us that it is not safe to contact you." in guest.text
    reach(guest, "phone", words="07700 900456")
    assert "We do not leave a message." in guest.text
    reach(guest, "code")
    assert contact(here)[0] is ReplyBy.CODE


def test_a_promise_of_the_old_way_ends_with_its_own_sentence(here: Web) -> None:
    guest = came_back(here, reply_by=('"text"',))
    reach(guest, "code")
    assert "This no longer applies. You asked us to reach you in another way." in guest.text


@pytest.mark.parametrize(
    ("way", "words", "says"),
    [
        ("email", "jo at example.org", "Write an email address with one @ sign"),
        ("phone", "ring me", "Write a phone number with its digits"),
        ("letter", "x" * 501, "This is too long."),
    ],
)
def test_what_can_be_no_address_is_told_and_kept_in_the_box(
    here: Web, way: str, words: str, says: str
) -> None:
    guest = reach(came_back(here), way, words=words)
    assert (guest.status, guest.box("words")) == (400, words)
    assert says in guest.text


@pytest.mark.parametrize("way", ["", "none", "in-person", "nonsense"])
def test_only_the_ways_offered_can_be_chosen(here: Web, way: str) -> None:
    guest = came_back(here).open("case/reach").post({"way": way}, "reach")
    assert guest.status == 400
    assert "Choose one of these ways." in guest.text


def test_another_language_loses_no_word_of_an_address(here: Web) -> None:
    guest = came_back(here).open("case/reach").post({"way": "letter"}, "reach")
    guest.post({"words": "1 High Street", "lang": "en"}, "reach-how", to=f"/{RUILS}/language")
    guest.post({"way": "letter"}, "reach")
    assert guest.box("words") == "1 High Street"


def test_not_safe_stops_what_waits_at_once_and_says_what_is_not_sent_any_more(here: Web) -> None:
    """guest-rules E21; one press, nothing asked."""
    guest, case = came_back(here, needs=('"nothing"',)), the_case(here)
    [member] = [one for one in here.house.staff.members(RUILS) if one.has(Role.WORKER)]
    here.house.casework.claim(member, case.id, here.clock())
    here.house.casework.write(member, case.id, Letter(Purpose.REPLY, "We open at ten."), here.clock())
    assert here.house.cases.messages(case.id)[-1].delivery is Delivery.QUEUED
    guest.open("case").post({}, "not-safe")
    assert contact(here) == (ReplyBy.CODE, "", False)
    assert here.house.cases.messages(case.id)[-1].delivery is Delivery.SHOWN
    assert "We will not send you any email, text message or letter. We will not call you." in guest.text
    assert "We open at ten." in guest.text
    assert "It is no longer safe to contact me" not in guest.text
    assert "ana@example.org" not in guest.text


def test_the_desk_is_told_not_to_contact_the_guest(here: Web) -> None:
    came_back(here).post({}, "not-safe")
    browser = here.signed_in(Role.WORKER, RUILS)
    page = browser.get(f"/ruils/desk/cases/{the_case(here).reference}").get_data(as_text=True)
    assert "no longer safe to contact them. Send nothing, and do not call." in page
    assert "ana@example.org" not in page
    assert '<span class="flag">No</span>' in page


@pytest.mark.parametrize("path", ["case/reach", "case/take-back"])
def test_without_an_open_case_there_is_nothing_to_change(here: Web, path: str) -> None:
    guest = Visitor(here, RUILS).open(path)
    assert "Come back to what you sent" in guest.text


@pytest.mark.parametrize("path", ["case/reach", "case/take-back", "case/not-safe"])
def test_a_form_of_a_case_that_is_no_longer_open_here_changes_nothing(here: Web, path: str) -> None:
    came_back(here, feedback_kind=FEEDBACK["feedback_kind"])
    before = the_case(here)
    other = Visitor(here, RUILS).open("case").send(f"/{RUILS}/{path}", {"way": "code"})
    assert other.status == 409
    assert the_case(here) == before


# Treat this as a complaint (guest-rules E5, E6)


def a_worry() -> dict[str, Any]:
    return {**FEEDBACK, "feedback_kind": ('"concern"',), "treat_as_complaint": ('"no"',)}


def test_a_worry_becomes_a_complaint_at_the_guests_word_and_its_dates_are_told(here: Web) -> None:
    guest = came_back(here, **a_worry())
    before = the_case(here)
    assert before.kind is Kind.CONCERN
    guest.open("case/treat-as")
    assert "Making a complaint will not change the help you get." in guest.text
    guest.post({}, "complaint")
    case = the_case(here)
    assert (case.kind, case.received_at) == (Kind.COMPLAINT, before.received_at)
    assert "We now treat your message as another kind of message." in guest.text
    assert "case/treat-as" not in guest.page
    assert guest.at.endswith("#promised")


def test_said_by_a_double_tap_it_is_one_change(here: Web) -> None:
    guest = came_back(here, **a_worry()).open("case/treat-as")
    there = guest.page
    guest.post({}, "complaint")
    guest.page = there
    guest.post({}, "complaint")
    told = [one for one in here.house.cases.messages(the_case(here).id) if one.purpose is Purpose.RESORTED]
    assert len(told) == 1


def test_what_staff_closed_meanwhile_stays_as_it_is(here: Web) -> None:
    guest = came_back(here, **a_worry()).open("case/treat-as")
    sam = next(one for one in here.house.staff.members(RUILS) if one.has(Role.WORKER))
    work, now = here.house.casework, here.house.now()
    work.claim(sam, the_case(here).id, now)
    work.close(sam, the_case(here).id, "Done.", now)
    guest.post({}, "complaint")
    assert the_case(here).kind is Kind.CONCERN
    assert "Staff have finished." in guest.text
