"""What guests are told after they write to somebody who is away (policy-facts R5, S9)."""

from datetime import date
from typing import Any

import pytest

from tests.builders.away import ALWAYS, DAY, OVER_ONE_DAY, SAM, TODAY, Desk, an_absence
from tests.builders.cases import MONDAY, a_calendar, a_policy
from webchat.cases.case import Delivery, Purpose
from webchat.cases.moves import Letter
from webchat.cases.people.away import also_told, working_days_away
from webchat.cases.promises.policy import WhileAway
from webchat.cases.words import ReplyBy


def words(desk: Desk, days: int = 0) -> list[tuple[Purpose, str, Any]]:
    desk.standing_in.guest_adds(desk.case, "Are you there?", "en", MONDAY + days * DAY)
    said = desk.store.messages(desk.id)
    return [(one.purpose, one.officer, one.states_date) for one in said if one.purpose is Purpose.AWAY]


@pytest.mark.parametrize(
    ("rule", "back", "is_told"),
    [
        (OVER_ONE_DAY, TODAY + DAY, False),  # one working day
        (OVER_ONE_DAY, TODAY + 2 * DAY, True),
        (ALWAYS, TODAY + DAY, True),
        (None, TODAY + 7 * DAY, False),
    ],
)
def test_after_they_write_they_are_told_as_the_policy_asks(
    rule: WhileAway | None, back: date, is_told: bool
) -> None:
    found = words(Desk(an_absence(back=back), rule=rule))
    assert found == ([(Purpose.AWAY, "Sam", back)] if is_told else [])


def test_a_weekend_is_no_working_day_away() -> None:
    friday = TODAY + 4 * DAY
    weekend = an_absence(first=friday, back=friday + 3 * DAY)
    assert working_days_away(weekend, a_calendar()) == 1
    assert also_told(weekend, a_policy(while_away=OVER_ONE_DAY), a_calendar()) is None


def test_it_is_told_once_for_each_date_and_keeps_nothing() -> None:
    desk = Desk(an_absence(), rule=ALWAYS)
    assert len(words(desk)) == len(words(desk)) == 1
    desk.standing_in.say(an_absence(back=TODAY + 9 * DAY), MONDAY)
    assert [back for _, _, back in words(desk)] == [TODAY + 7 * DAY, TODAY + 9 * DAY]
    assert desk.promise.is_owed


def test_it_is_no_word_of_staff_after_which_promises_start_afresh() -> None:
    desk = Desk(an_absence(), rule=ALWAYS)
    desk.work.write(SAM, desk.id, Letter(Purpose.REPLY, "At 10."), MONDAY)
    words(desk)
    owed = [one for one in desk.store.promises(desk.id) if one.is_owed]
    words(desk, 1)
    assert [one for one in desk.store.promises(desk.id) if one.is_owed] == owed


@pytest.mark.parametrize(
    ("way", "contact", "delivery"),
    [
        (ReplyBy.EMAIL, "ola@example.org", Delivery.QUEUED),
        (ReplyBy.CODE, "", Delivery.SHOWN),
        (ReplyBy.PHONE, "07700 900001", Delivery.SHOWN),
        (ReplyBy.LETTER, "1 High Street", Delivery.SHOWN),
    ],
)
def test_it_goes_by_itself_or_stands_on_the_page_and_gives_nobody_a_task(
    way: ReplyBy, contact: str, delivery: Delivery
) -> None:
    desk = Desk(an_absence(), rule=ALWAYS, reply_by=way, contact=contact)
    words(desk)
    assert desk.store.messages(desk.id)[-1].delivery is delivery


def test_whoever_is_here_is_not_told_of() -> None:
    assert words(Desk(an_absence(staff_id="kim"), rule=ALWAYS)) == []
