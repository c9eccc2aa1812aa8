"""What a guest needs, on their own page: as told, still right or not, and what becomes of it (D17)."""

from datetime import timedelta

import pytest

from tests.guest.answers import FEEDBACK, QUESTION
from tests.guest.test_changing import came_back, the_case
from tests.guest.visitor import Visitor
from tests.webhouse import Web
from webchat.cases.case import Delivery, Purpose
from webchat.cases.formats.making import Making
from webchat.cases.formats.needing import Needing, Said
from webchat.cases.moves import Letter, Plainly
from webchat.cases.people.member import Member
from webchat.cases.words import Role, WhyPlain

ASKED = "Is this still right?"


def sam(web: Web) -> Member:
    """A worker who has the case."""
    member = next(one for one in web.house.staff.members("ruils") if one.has(Role.WORKER))
    web.house.casework.claim(member, the_case(web).id, web.house.now())
    return member


def test_they_see_what_they_told_and_are_asked_nothing_yet(here: Web) -> None:
    guest = came_back(here)
    assert "What you need from us" in guest.text
    assert "Braille" in guest.text
    assert "We wrote this down on Monday 23 November 2026." in guest.text
    assert ASKED not in guest.text


def test_whoever_needs_nothing_sees_nothing_of_it(here: Web) -> None:
    assert "What you need from us" not in came_back(here, needs=('"nothing"',)).text


@pytest.mark.parametrize(("days", "asked"), [(364, False), (365, True), (500, True)])
def test_after_a_year_they_are_asked_at_their_next_contact(here: Web, days: int, asked: bool) -> None:
    reference, code = Visitor(here, "ruils").open().walk(QUESTION).code()
    here.clock.at += timedelta(days=days)
    back = Visitor(here, "ruils").open("case").post({"reference": reference, "code": code}, "open")
    assert (ASKED in back.text) is asked


@pytest.mark.parametrize(
    ("says", "told"),
    [("yes", "We wrote this down on"), ("no", "You told us that this is not right any more.")],
)
def test_their_answer_is_taken_and_not_asked_for_again(here: Web, says: str, told: str) -> None:
    guest = came_back(here)
    Needing(here.house.casework).ask(sam(here), the_case(here).id, here.house.now())
    assert ASKED in guest.open("case").text
    guest.post({"right": says}, "still-right")
    assert told in guest.text
    assert ASKED not in guest.text
    assert guest.at.endswith("#needs")


@pytest.mark.parametrize("says", ["", "perhaps"])
def test_what_is_no_answer_changes_nothing(here: Web, says: str) -> None:
    guest = came_back(here)
    Needing(here.house.casework).ask(sam(here), the_case(here).id, here.house.now())
    assert ASKED in guest.open("case").post({"right": says}, "still-right").text


def test_what_staff_correct_on_their_word_stands_on_their_page(here: Web) -> None:
    guest = came_back(here)
    said = Said(("large_print", "memory_stick", "quiet_room"), language="Urdu", points=24)
    Needing(here.house.casework).correct(sam(here), the_case(here).id, said, here.house.now())
    text = guest.open("case").text
    assert "Braille" not in text
    for words in ("Large print. Size: 24 point", "A USB memory stick", "A quiet room", "Urdu"):
        assert words in text


def test_why_something_cannot_be_met_is_told(here: Web) -> None:
    guest = came_back(here, needs=('"easy_read"',))
    work, now = Needing(here.house.casework), here.house.now()
    work.cannot_meet(sam(here), the_case(here).id, "easy_read", "Nobody here can write it.", (), now)
    text = guest.open("case").text
    assert "Nobody here can write it." in text
    assert "You asked us for something that we cannot do. Our message says why." in text
    assert "We have told you why we cannot do this." in text


def test_what_is_made_for_them_is_told_until_they_have_it(here: Web) -> None:
    guest = came_back(here)
    member, work, now = sam(here), here.house.casework, here.house.now()
    work.write(member, the_case(here).id, Letter(Purpose.REPLY, "We open at ten."), now)
    assert "We are making this for you." in guest.open("case").text
    message = here.house.cases.messages(the_case(here).id)[-1]
    Making(work).made(member, the_case(here).id, message.id, Delivery.POSTED, now)
    assert "We are making this for you." not in guest.open("case").text


def test_why_it_came_as_it_is_is_told_in_the_words_of_staff(here: Web) -> None:
    guest = came_back(here)
    letter = Letter(Purpose.REPLY, "We open.", plain=Plainly(WhyPlain.OTHER, "The embosser is broken."))
    here.house.casework.write(sam(here), the_case(here).id, letter, here.house.now())
    told = "This is not in the format or language that you asked for. The reason is: The embosser is broken."
    assert told in guest.open("case").text


def test_words_kept_back_from_a_writer_keep_back_why_too(here: Web) -> None:
    for_bo = {"for_whom": ('"someone"',), "for_agrees": ('"not_asked"',)}
    guest = came_back(here, "ruils", **{**FEEDBACK, **for_bo})
    letter = Letter(Purpose.REPLY, "Bo is well.", plain=Plainly(WhyPlain.OTHER, "Bo reads no Braille."))
    here.house.casework.write(sam(here), the_case(here).id, letter, here.house.now())
    assert "Bo reads no Braille." not in guest.open("case").text
