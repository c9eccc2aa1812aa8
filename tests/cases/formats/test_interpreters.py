"""An interpreter for an agreed time: arranged for that time, and again when it is moved (RUILS, R14)."""

from typing import Any

import pytest

from tests.builders.cases import MONDAY, a_member, an_opening
from tests.builders.diary import OFFICE, TUESDAY, a_booking, an_offer, at
from webchat.cases.appointments.rearranging import Rearranging, Reason
from webchat.cases.errors import NotAllowed, Stale
from webchat.cases.formats.interpreters import ARRANGED, Interpreters, interpreters_for, is_arranged
from webchat.cases.words import Format, Kind

SAM, PAT = a_member("sam"), a_member("pat")
TEN, ELEVEN = at(TUESDAY, 10), at(TUESDAY, 11)
DEAF = (("communication_professional", "bsl"),)


def agreed(**given: Any) -> Any:
    offer = an_offer()
    booking, _, store = a_booking(offer, staff=(SAM, PAT))
    opening = an_opening(**{"kind": Kind.APPOINTMENT, "needs": DEAF, **given})
    case = booking.open(opening, offer.id, TEN, OFFICE, MONDAY)
    return booking, store, case, offer, booking.of_case(case)


def test_who_has_to_be_there_is_what_the_guest_told() -> None:
    _, store, case, _, _ = agreed(needs=(*DEAF, ("community_language", "Urdu")))
    assert interpreters_for(store.needs(case.id)) == (Format.BSL, Format.INTERPRETER)
    assert interpreters_for(()) == ()


def test_it_is_arranged_for_this_time_and_noted_once() -> None:
    booking, store, case, _, meeting = agreed()
    assert not is_arranged(meeting, store.events(case.id))
    for _ in range(2):
        Interpreters(Rearranging(booking)).arranged(SAM, case.id, meeting.token, MONDAY)
    assert is_arranged(meeting, store.events(case.id))
    assert [one.what for one in store.events(case.id)].count(ARRANGED) == 1


def test_a_time_that_is_moved_has_to_be_arranged_again() -> None:
    booking, store, case, offer, meeting = agreed()
    desk = Rearranging(booking)
    Interpreters(desk).arranged(SAM, case.id, meeting.token, MONDAY)
    desk.move(SAM, case.id, meeting.token, (offer.id, ELEVEN), Reason("Sam is ill."), MONDAY)
    assert not is_arranged(booking.of_case(case), store.events(case.id))
    with pytest.raises(Stale):
        Interpreters(desk).arranged(SAM, case.id, meeting.token, MONDAY)


def test_only_by_whoever_arranges_that_time() -> None:
    booking, _, case, _, meeting = agreed()
    with pytest.raises(NotAllowed, match="not_your_time"):
        Interpreters(Rearranging(booking)).arranged(PAT, case.id, meeting.token, MONDAY)
