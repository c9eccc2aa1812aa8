"""A date that was agreed, and having spoken with the person (Help & Care 15.4, 16.4, 17.3, 17.4)."""

from datetime import date

import pytest

from tests.builders.appeals import AGREED_ON, APPEALED, CHARLIE, DAY, DORA, SAM, Appeal
from webchat.cases.case import Delivery, Purpose
from webchat.cases.errors import NotAllowed
from webchat.cases.moves import Letter, Moved
from webchat.cases.needs import Need
from webchat.cases.promises.promise import Source, State
from webchat.cases.words import Agreed, Format, Kind, ReplyBy, Why

LATER = date(2027, 2, 1)


def test_the_agreed_date_takes_the_place_of_the_promise_without_one() -> None:
    appeal = Appeal().agreed(how=Agreed.IN_PERSON)
    silent, agreed = appeal.outcomes
    assert (silent.state, silent.met_by) == (State.SUPERSEDED, agreed.id)
    assert (agreed.due_on, agreed.source, agreed.agreed_by) == (AGREED_ON, Source.STAFF, Agreed.IN_PERSON)
    assert appeal.case.undated_since is None
    assert appeal.event.fields == {"from": "", "to": "2027-01-15", "how": "in_person", "why": ""}


def test_the_guest_is_told_it_on_the_way_they_chose() -> None:
    appeal = Appeal(reply_by=ReplyBy.EMAIL, contact="ana@example.org", safe_to_contact=True).agreed()
    told = appeal.store.messages(appeal.id)[-1]
    assert (told.purpose, told.states_date, told.delivery) == (
        Purpose.DATE_AGREED, AGREED_ON, Delivery.QUEUED,
    )  # fmt: skip
    assert f"message:{told.id}" in appeal.store.errands


def test_a_day_that_has_gone_is_no_date() -> None:
    with pytest.raises(NotAllowed, match="date_in_the_past"):
        Appeal().agreed((APPEALED - DAY).date())
    with pytest.raises(NotAllowed, match="too_far_ahead"):
        Appeal().agreed(date(2030, 1, 1))
    assert Appeal().agreed((APPEALED + DAY).date()).outcomes[-1].due_on == (APPEALED + DAY).date()


def test_a_later_one_is_agreed_again_and_says_why() -> None:
    appeal = Appeal().agreed()
    with pytest.raises(NotAllowed, match="no_why"):
        appeal.agreed(LATER)
    appeal.agreed(LATER, how=Agreed.MESSAGE, why=Why.PERSON_AWAY)
    assert [(one.state, one.due_on) for one in appeal.outcomes[1:]] == [
        (State.SUPERSEDED, AGREED_ON),
        (State.OPEN, LATER),
    ]
    assert appeal.outcomes[-1].agreed_by is Agreed.MESSAGE
    assert appeal.event.fields["why"] == "person_away"


@pytest.mark.parametrize("on", [AGREED_ON, date(2027, 1, 14)])
def test_never_an_earlier_one_and_never_the_same_twice(on: date) -> None:
    appeal = Appeal().agreed()
    with pytest.raises(NotAllowed, match="not_later"):
        appeal.agreed(on, why=Why.OTHER)


def test_one_that_has_passed_stays_late_beside_the_new_one() -> None:
    appeal = Appeal().agreed(date(2026, 12, 10))
    appeal.agreed(LATER, why=Why.TOO_MUCH_TO_DO, at=APPEALED + 10 * DAY)
    assert [one.due_on for one in appeal.outcomes if one.is_owed] == [date(2026, 12, 10), LATER]


def test_where_a_date_is_agreed_staff_state_none_by_themselves() -> None:
    appeal = Appeal()
    promise = appeal.outcomes[-1]
    with pytest.raises(NotAllowed, match="agree_the_date"):
        appeal.work.state_date(CHARLIE, appeal.id, promise.id, LATER, "", appeal.at)
    letter = Letter(Purpose.UPDATE, "Soon.", states_date=LATER)
    with pytest.raises(NotAllowed, match="agree_the_date"):
        appeal.work.write(CHARLIE, appeal.id, letter, appeal.at)


def test_a_stage_with_a_time_of_its_own_has_no_date_to_agree() -> None:
    appeal = Appeal(stage=2)
    with pytest.raises(NotAllowed, match="not_asked_here"):
        appeal.hearing.agree(DORA, appeal.id, LATER, Agreed.CALL, None, appeal.at)


@pytest.mark.parametrize(("stage", "owner"), [(1, SAM), (2, DORA), (3, CHARLIE)])
def test_at_each_stage_whoever_has_it_notes_the_day_they_spoke(stage: int, owner: object) -> None:
    appeal = Appeal(stage=stage)
    on = appeal.at.date()
    appeal.hearing.spoke(owner, appeal.id, on, appeal.at)  # type: ignore[arg-type]
    assert (appeal.event.what, appeal.event.fields) == ("spoke_of_reasons", {"stage": stage, "on": str(on)})
    for wrong, reason in ((on + DAY, "not_yet"), (on - 2 * DAY, "before_it_came")):
        with pytest.raises(NotAllowed, match=reason):
            appeal.hearing.spoke(owner, appeal.id, wrong, appeal.at)  # type: ignore[arg-type]


def test_of_what_is_no_complaint_it_is_not_asked() -> None:
    appeal = Appeal(stage=1, kind=Kind.CONCERN)
    with pytest.raises(NotAllowed, match="not_asked_here"):
        appeal.hearing.spoke(SAM, appeal.id, appeal.at.date(), appeal.at)


def test_the_date_reaches_a_guest_in_the_format_they_need() -> None:
    appeal = Appeal()
    need = Need(appeal.id, "information_format", "braille", APPEALED)
    appeal.work.move(appeal.case, Moved(appeal.case, needs=(need,)))
    told = appeal.agreed().store.messages(appeal.id)[-1]
    assert (told.delivery, told.formats) == (Delivery.TO_MAKE, (Format.BRAILLE,))
