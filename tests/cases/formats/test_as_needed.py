"""Words that serve no promise reach a guest in what they can read as well (D17; guest-rules I9)."""

from tests.cases.people.test_deciding import TODAY, Desk
from webchat.cases.case import Delivery, Purpose

BRAILLE = (("information_format", "braille"),)


def test_what_people_decided_is_made_into_braille_the_same_day() -> None:
    desk = Desk(needs=BRAILLE).ended()
    told = desk.store.messages(desk.id)[-1]
    assert (told.purpose, told.delivery, told.make_by) == (Purpose.DECIDED, Delivery.TO_MAKE, TODAY)


def test_whoever_needs_nothing_waits_for_nothing() -> None:
    desk = Desk().ended()
    assert desk.store.messages(desk.id)[-1].delivery is not Delivery.TO_MAKE
