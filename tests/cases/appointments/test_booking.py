"""A guest agrees a time, moves it or gives it up; staff publish and withdraw (issue 3, line 2)."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.builders.cases import MONDAY, a_member, an_opening
from tests.builders.diary import OFFICE, TUESDAY, a_booking, an_offer, at
from webchat.cases.appointments.booking import Wish, wished
from webchat.cases.appointments.diary import Closure, read_token
from webchat.cases.case import Plain, Status
from webchat.cases.errors import NotAllowed, TimeGone
from webchat.cases.words import Kind, Way

TEN, HALF_PAST = at(TUESDAY, 10), at(TUESDAY, 10, 30)


def asks(**given: Any) -> Any:
    return an_opening(**{"kind": Kind.APPOINTMENT, **given})


def test_one_sending_is_one_case_with_its_time() -> None:
    offer = an_offer()
    booking, diary, _ = a_booking(offer)
    case = booking.open(asks(key="once"), offer.id, TEN, OFFICE, MONDAY)
    again = booking.open(asks(key="once"), offer.id, TEN, OFFICE, MONDAY)
    assert case == again
    assert [one.starts_at for one in diary.agreed] == [TEN]
    agreed = booking.of_case(case)
    assert agreed is not None
    assert (agreed.staff_id, agreed.minutes) == ("sam", 30)


def test_of_two_one_gets_it_and_the_other_the_next_with_nothing_stored_meanwhile() -> None:
    offer = an_offer()
    booking, _, store = a_booking(offer)
    booking.open(asks(), offer.id, TEN, OFFICE, MONDAY)
    with pytest.raises(TimeGone):
        booking.open(asks(), offer.id, TEN, OFFICE, MONDAY)
    assert len(store.cases) == 1
    assert booking.free("kind-place", OFFICE, MONDAY)[0].starts_at == HALF_PAST


def test_a_time_that_passed_while_typing_is_gone() -> None:
    offer = an_offer()
    booking, _, _ = a_booking(offer)
    with pytest.raises(TimeGone):
        booking.open(asks(), offer.id, TEN, OFFICE, TEN)


def test_only_the_way_they_chose_and_only_whoever_works_here() -> None:
    home, gone = an_offer(way=Way.HOME), an_offer(staff_id="left")
    booking, _, _ = a_booking(home, gone)
    assert booking.free("kind-place", OFFICE, MONDAY) == []
    assert booking.free("kind-place", Wish(Way.HOME), MONDAY)[0].offer == home.id


def test_somebody_they_know_by_name() -> None:
    sam, pat = an_offer(), an_offer(staff_id="pat")
    booking, _, _ = a_booking(sam, pat, staff=(a_member("sam"), a_member("pat")))
    with_pat = booking.free("kind-place", Wish(Way.OFFICE, who="Pat"), MONDAY)
    assert {one.staff_id for one in with_pat} == {"pat"}


@pytest.mark.parametrize(("about", "with_whom"), [("Sam", {"pat"}), ("", set()), ("the boss", set())])
def test_no_time_is_offered_with_whoever_it_is_or_might_be_about(about: str, with_whom: set[str]) -> None:
    staff = (a_member("sam"), a_member("pat"))
    booking, _, _ = a_booking(an_offer(), an_offer(staff_id="pat"), staff=staff)
    found = booking.free("kind-place", Wish(Way.OFFICE, about=about), MONDAY)
    assert {one.staff_id for one in found} == with_whom


def test_what_is_given_up_is_free_for_the_next_and_staff_are_told() -> None:
    offer = an_offer()
    booking, _, store = a_booking(offer)
    case = booking.open(asks(), offer.id, TEN, OFFICE, MONDAY)
    given_up = booking.give_up(case, MONDAY)
    assert booking.give_up(given_up, MONDAY) == given_up
    assert booking.free("kind-place", OFFICE, MONDAY)[0].starts_at == TEN
    assert [one.what for one in store.events(case.id)] == ["opened", "gave_up_time"]
    assert any(one.startswith("gave_up_time") for one in store.errands)


def test_another_time_instead_frees_the_one_before() -> None:
    offer = an_offer()
    booking, diary, store = a_booking(offer)
    case = booking.open(asks(), offer.id, TEN, OFFICE, MONDAY)
    booking.move(case, offer.id, HALF_PAST, OFFICE, MONDAY)
    assert [one.starts_at for one in diary.agreed] == [HALF_PAST]
    assert store.events(case.id)[-1].fields == {"to": HALF_PAST.isoformat()}


def test_where_the_other_time_is_gone_the_one_before_stays() -> None:
    offer = an_offer()
    booking, _, _ = a_booking(offer)
    case = booking.open(asks(), offer.id, TEN, OFFICE, MONDAY)
    booking.open(asks(), offer.id, HALF_PAST, OFFICE, MONDAY)
    with pytest.raises(TimeGone):
        booking.move(case, offer.id, HALF_PAST, OFFICE, MONDAY)
    agreed = booking.of_case(case)
    assert agreed is not None
    assert agreed.starts_at == TEN


def test_what_has_begun_is_not_moved_or_given_up() -> None:
    offer = an_offer()
    booking, _, _ = a_booking(offer)
    case = booking.open(asks(), offer.id, TEN, OFFICE, MONDAY)
    for change in (
        lambda: booking.give_up(case, TEN),
        lambda: booking.move(case, offer.id, HALF_PAST, OFFICE, TEN),
    ):
        with pytest.raises(NotAllowed, match="time_has_passed"):
            change()


def test_what_is_withdrawn_or_closed_is_offered_no_more_and_what_is_agreed_stays() -> None:
    offer, other = an_offer(), an_offer(weekday=2)
    booking, _, _ = a_booking(offer, other)
    case = booking.open(asks(), offer.id, TEN, OFFICE, MONDAY)
    booking.withdraw("kind-place", offer.id, MONDAY)
    booking.close(Closure("c", "kind-place", TUESDAY, TUESDAY + timedelta(days=1)), MONDAY)
    assert booking.free("kind-place", OFFICE, MONDAY)[0].starts_at == at(date(2026, 12, 2), 10)
    assert booking.of_case(case) is not None


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"weekday": None, "on": (date(2026, 11, 20),)}, "day_has_passed"),
        ({"last": date(2026, 11, 20)}, "day_has_passed"),
        ({"staff_id": "stranger"}, "not_one_of_us"),
    ],
)
def test_what_nobody_could_keep_is_not_published(given: dict[str, Any], reason: str) -> None:
    booking, diary, _ = a_booking()
    with pytest.raises(NotAllowed, match=reason):
        booking.publish(an_offer(**given), MONDAY)
    assert diary.published == []


def test_dates_that_have_passed_or_are_reversed_are_not_closed() -> None:
    booking, _, _ = a_booking()
    for first, last in ((date(2026, 11, 1), date(2026, 11, 2)), (date(2026, 12, 2), date(2026, 12, 1))):
        with pytest.raises(NotAllowed, match="day_has_passed"):
            booking.close(Closure("c", "kind-place", first, last), MONDAY)


def test_a_closed_case_takes_no_other_time() -> None:
    offer = an_offer()
    booking, diary, _ = a_booking(offer)
    case = replace(booking.open(asks(), offer.id, TEN, OFFICE, MONDAY), status=Status.CLOSED)
    with pytest.raises(NotAllowed, match="case_closed"):
        booking.move(case, offer.id, HALF_PAST, OFFICE, MONDAY)
    assert [one.starts_at for one in diary.agreed] == [TEN]


@pytest.mark.parametrize(
    ("answers", "wish"),
    [
        ({"appointment_where": "office"}, OFFICE),
        ({"appointment_where": "home", "appointment_place": "1 High Street"}, Wish(Way.HOME)),
        ({"appointment_where": "home", "appointment_place": ""}, None),
        ({"appointment_where": "phone"}, None),
        ({"appointment_where": "office", "appointment_who": "trustee"}, None),
        ({"appointment_where": "the_moon"}, None),
        ({}, None),
    ],
)
def test_nobody_is_met_at_home_without_an_address_or_rung_without_a_number(
    answers: dict[str, Plain], wish: Wish | None
) -> None:
    assert wished(answers, None, "en") == wish


@pytest.mark.parametrize("token", ["", "later", "none", "@", "a@b", "a@2026-12-01T10:00:00"])
def test_what_is_no_time_is_read_as_none(token: str) -> None:
    assert read_token(token) is None


def test_a_time_is_read_as_it_was_written() -> None:
    offer = an_offer()
    booking, _, _ = a_booking(offer)
    (first, *_) = booking.free("kind-place", OFFICE, MONDAY)
    assert read_token(first.token) == (offer.id, TEN)
