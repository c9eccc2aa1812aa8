"""When staff can be met: closures and bank holidays block themselves (issue 3)."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.builders.cases import a_calendar
from tests.builders.diary import TUESDAY, an_offer, at
from webchat.cases.appointments.diary import DAYS_AHEAD, Closure, Meeting, Offer, checked, free
from webchat.cases.errors import NotAllowed
from webchat.cases.promises.calendar import LONDON
from webchat.packs.bank_holidays import working_calendar

MONDAY = at(date(2026, 11, 23), 9)
WEEK = timedelta(days=7)


def times(
    *offers: Offer,
    closures: tuple[Closure, ...] = (),
    booked: tuple[Meeting, ...] = (),
    now: datetime = MONDAY,
) -> list[datetime]:
    return [one.starts_at for one in free(offers, closures, booked, a_calendar(), now)]


def had(offer: Offer, starts_at: datetime, case_id: str = "case") -> Meeting:
    return Meeting(offer.id, offer.staff_id, offer.way, starts_at, offer.minutes, case_id)


def test_one_follows_the_other_from_begin_to_end() -> None:
    assert times(an_offer())[:5] == [
        at(TUESDAY, 10), at(TUESDAY, 10, 30), at(TUESDAY, 11), at(TUESDAY, 11, 30), at(TUESDAY + WEEK, 10),
    ]  # fmt: skip


def test_the_last_one_ends_in_time() -> None:
    assert times(an_offer(minutes=50))[:2] == [at(TUESDAY, 10), at(TUESDAY, 10, 50)]


def test_single_dates_and_a_first_and_last_day() -> None:
    assert times(an_offer(weekday=None, on=(TUESDAY,), ends=time(10, 30))) == [at(TUESDAY, 10)]
    some_weeks = an_offer(first=TUESDAY + WEEK, last=TUESDAY + 2 * WEEK, ends=time(10, 30))
    assert times(some_weeks) == [at(TUESDAY + WEEK, 10), at(TUESDAY + 2 * WEEK, 10)]


def test_a_bank_holiday_blocks_itself() -> None:
    christmas = an_offer(weekday=None, on=(date(2026, 12, 25), date(2026, 12, 29)), ends=time(10, 30))
    assert times(christmas) == [at(date(2026, 12, 29), 10)]


def test_a_closure_blocks_everybody_or_one_person() -> None:
    sam, pat = an_offer(ends=time(10, 30)), an_offer(staff_id="pat", ends=time(10, 30))
    shut = Closure("c", "kind-place", TUESDAY, TUESDAY)
    assert at(TUESDAY, 10) not in times(sam, pat, closures=(shut,))
    assert times(sam, pat, closures=(replace(shut, staff_id="sam"),))[:2] == [
        at(TUESDAY, 10), at(TUESDAY + WEEK, 10),
    ]  # fmt: skip


def test_whoever_has_a_time_has_it_and_a_person_is_in_one_place_at_a_time() -> None:
    office, phone = an_offer(), an_offer(begins=time(10, 15), ends=time(11, 15), minutes=60)
    assert at(TUESDAY, 10) not in times(office, booked=(had(office, at(TUESDAY, 10)),))
    assert at(TUESDAY, 10, 15) not in times(phone, booked=(had(office, at(TUESDAY, 11)),))


def test_a_meeting_for_several_is_free_until_that_many_have_it() -> None:
    group = an_offer(people=2, ends=time(10, 30))
    one, two = had(group, at(TUESDAY, 10), "one"), had(group, at(TUESDAY, 10), "two")
    assert at(TUESDAY, 10) in times(group, booked=(one,))
    assert at(TUESDAY, 10) not in times(group, booked=(one, two))


def test_nothing_is_offered_that_has_begun_or_is_nearer_than_the_notice_asked_for() -> None:
    assert times(an_offer(), now=at(TUESDAY, 10))[0] == at(TUESDAY, 10, 30)
    assert times(an_offer(notice=25), now=at(date(2026, 11, 23), 10))[0] == at(TUESDAY, 11)


def test_no_time_is_offered_that_the_clocks_skip_and_none_twice() -> None:
    """On 28 March 2027 there is no 1.30 in London; on 31 October 2027 it comes twice."""
    calendar = working_calendar("england")
    night = an_offer(weekday=6, begins=time(0, 30), ends=time(3), minutes=30)
    for day, expected in ((date(2027, 3, 28), 3), (date(2027, 10, 31), 5)):
        found = free([night], (), (), calendar, at(day - timedelta(days=1), 12))
        there = [one.starts_at for one in found if one.starts_at.astimezone(LONDON).date() == day]
        assert len(there) == len(set(there)) == expected


@pytest.mark.parametrize(
    ("given_", "reason"),
    [
        ({"ends": time(10)}, "ends_before_it_begins"),
        ({"minutes": 4}, "not_a_length"),
        ({"minutes": 481, "ends": time(23)}, "not_a_length"),
        ({"minutes": 121}, "too_short_for_one"),
        ({"people": 0}, "not_a_number_of_people"),
        ({"notice": -1}, "not_a_notice"),
        ({"weekday": None}, "no_day"),
    ],
)
def test_an_offer_that_cannot_be_kept_is_refused(given_: dict[str, object], reason: str) -> None:
    with pytest.raises(NotAllowed, match=reason):
        checked(an_offer(**given_))


@given(
    now=some.datetimes(datetime(2026, 1, 1), datetime(2027, 10, 1)),
    weekday=some.integers(0, 6),
    begins=some.integers(0, 20),
    hours=some.integers(1, 3),
    minutes=some.sampled_from([15, 25, 45, 60]),
    notice=some.integers(0, 72),
)
def test_every_time_offered_can_be_kept(
    now: datetime, weekday: int, begins: int, hours: int, minutes: int, notice: int
) -> None:
    here = now.replace(tzinfo=LONDON)
    offer = an_offer(
        weekday=weekday, begins=time(begins), ends=time(begins + hours), minutes=minutes, notice=notice
    )
    calendar = working_calendar("england")
    found = free([offer], (), (), calendar, here)
    starts = [one.starts_at for one in found]
    assert starts == sorted(set(starts))
    for one in found:
        local = one.starts_at.astimezone(LONDON)
        assert one.starts_at >= here + timedelta(hours=notice)
        assert (local.date() - here.date()).days <= DAYS_AHEAD
        assert local.weekday() == weekday
        assert not calendar.is_bank_holiday(local.date())
        assert offer.begins <= local.time()
        assert one.ends_at.astimezone(LONDON).time() <= offer.ends or local.hour < 3
