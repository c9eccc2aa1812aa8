"""Diaries as they are stored: of many at once, one gets the time (issue 3, line 2)."""

from collections import Counter
from collections.abc import Callable
from datetime import date, time

from tests.builders.at_once import all_at_once
from tests.builders.cases import MONDAY, OnePolicy, a_member, a_policy, an_opening
from tests.builders.diary import OFFICE, TUESDAY, an_offer, at
from tests.builders.staff import employ
from webchat.cases.appointments.booking import Booking
from webchat.cases.appointments.diary import Closure, Offer
from webchat.cases.appointments.rearranging import Rearranging, Reason
from webchat.cases.case import Purpose
from webchat.cases.casework import Casework
from webchat.cases.errors import Stale, TimeGone
from webchat.cases.words import Kind
from webchat.db.cases import Cases
from webchat.db.database import Database
from webchat.db.diaries import Diaries

TEN = at(TUESDAY, 10)


def a_house(database: Database, *offers: Offer) -> Booking:
    employ(database, a_member())
    booking = Booking(Casework(Cases(database), OnePolicy(a_policy())), Diaries(database))
    for one in offers:
        booking.publish(one, MONDAY)
    return booking


def test_an_offer_and_a_closure_come_back_as_they_went(database: Database) -> None:
    weekly = an_offer(first=date(2026, 12, 1), last=date(2027, 1, 31), people=3, notice=24)
    dated = an_offer(weekday=None, on=(date(2026, 12, 1), date(2026, 12, 3)), begins=time(9, 15))
    booking = a_house(database, weekly, dated)
    assert list(booking.store.offers("kind-place")) == [weekly, dated]
    assert list(booking.store.offers("another")) == []
    shut = Closure("c", "kind-place", TUESDAY, TUESDAY, "sam")
    booking.close(shut, MONDAY)
    assert list(booking.store.closures("kind-place", TUESDAY)) == [shut]
    booking.store.reopen("kind-place", "c")
    assert list(booking.store.closures("kind-place", TUESDAY)) == []


def test_of_twenty_who_choose_one_time_at_once_one_gets_it(open_database: Callable[..., Database]) -> None:
    database, offer = open_database(wait=30), an_offer()
    booking = a_house(database, offer)

    def sends(number: int) -> Callable[[], object]:
        opening = an_opening(kind=Kind.APPOINTMENT, key=f"key-{number}")
        return lambda: booking.open(opening, offer.id, TEN, OFFICE, MONDAY)

    came_to = Counter(type(one).__name__ for one in all_at_once([sends(number) for number in range(20)]))
    assert came_to == {"Case": 1, TimeGone.__name__: 19}
    assert len(booking.store.booked("kind-place", MONDAY)) == 1


def test_a_meeting_for_three_is_given_to_three(open_database: Callable[..., Database]) -> None:
    database, offer = open_database(wait=30), an_offer(people=3)
    booking = a_house(database, offer)

    def sends(number: int) -> Callable[[], object]:
        opening = an_opening(kind=Kind.APPOINTMENT, key=f"key-{number}")
        return lambda: booking.open(opening, offer.id, TEN, OFFICE, MONDAY)

    came_to = Counter(type(one).__name__ for one in all_at_once([sends(number) for number in range(8)]))
    assert came_to == {"Case": 3, TimeGone.__name__: 5}


def test_of_two_who_move_to_one_time_at_once_one_gets_it_and_the_other_keeps_theirs(
    open_database: Callable[..., Database],
) -> None:
    database, offer = open_database(wait=30), an_offer()
    booking = a_house(database, offer)
    cases = [
        booking.open(an_opening(kind=Kind.APPOINTMENT), offer.id, starts_at, OFFICE, MONDAY)
        for starts_at in (TEN, at(TUESDAY, 10, 30))
    ]
    wanted = at(TUESDAY, 11)
    all_at_once([lambda one=one: booking.move(one, offer.id, wanted, OFFICE, MONDAY) for one in cases])
    agreed = [booking.of_case(one) for one in cases]
    starts = Counter(one.starts_at for one in agreed if one)
    assert starts[wanted] == 1
    assert sum(starts.values()) == 2


def test_what_is_given_up_can_be_had_again(database: Database) -> None:
    offer = an_offer()
    booking = a_house(database, offer)
    first = booking.open(an_opening(kind=Kind.APPOINTMENT), offer.id, TEN, OFFICE, MONDAY)
    booking.give_up(first, MONDAY)
    assert booking.of_case(first) is None
    second = booking.open(an_opening(kind=Kind.APPOINTMENT), offer.id, TEN, OFFICE, MONDAY)
    assert booking.of_case(second) is not None


def test_what_was_held_stays_in_the_list_and_another_time_can_be_agreed(database: Database) -> None:
    offer = an_offer()
    booking = a_house(database, offer)
    case = booking.open(an_opening(kind=Kind.APPOINTMENT), offer.id, TEN, OFFICE, MONDAY)
    booking.store.held(case.id)
    assert booking.of_case(case) is None
    booking.agree(case, offer.id, at(TUESDAY, 11), OFFICE, MONDAY)
    end = at(TUESDAY, 23)
    first, second = booking.store.between("kind-place", MONDAY, end)
    assert (first.meeting.starts_at, first.is_held, first.earlier) == (TEN, True, 0)
    assert (second.meeting.starts_at, second.is_held, second.earlier) == (at(TUESDAY, 11), False, 1)
    assert list(booking.store.between("kind-place", MONDAY, end, "sam")) == [first, second]
    assert list(booking.store.between("kind-place", MONDAY, end, "pat")) == []
    assert list(booking.store.between("another", MONDAY, end)) == []
    assert [one.meeting for one in booking.store.between("kind-place", MONDAY, at(TUESDAY, 11))] == [
        first.meeting
    ]


def test_of_two_who_change_one_time_at_once_one_does_and_the_other_is_told(
    open_database: Callable[..., Database],
) -> None:
    database, offer = open_database(wait=30), an_offer()
    booking = a_house(database, offer)
    case = booking.open(an_opening(kind=Kind.APPOINTMENT), offer.id, TEN, OFFICE, MONDAY)
    agreed = booking.of_case(case)
    assert agreed is not None
    staff, sam = Rearranging(booking), a_member()

    def moves(number: int) -> Callable[[], object]:
        to = (offer.id, at(TUESDAY, 11, 30 * (number % 2)))
        return lambda: staff.move(sam, case.id, agreed.token, to, Reason(f"Ill {number}."), MONDAY)

    came_to = Counter(type(one).__name__ for one in all_at_once([moves(number) for number in range(8)]))
    assert came_to["Case"] == 1
    assert came_to[Stale.__name__] + came_to[TimeGone.__name__] == 7
    messages = Cases(database).messages(case.id)
    assert [one.purpose for one in messages].count(Purpose.TIME_MOVED) == 1
    now = booking.of_case(case)
    assert now is not None
    assert messages[-1].time_is == now.starts_at
