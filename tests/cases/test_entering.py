"""A letter, a call or a visit that staff write down has its own promises, from when it really came (F10)."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.builders.cases import MONDAY, a_member, an_entry, an_opening, casework
from tests.fakes.store import MemoryStore
from webchat.cases.case import Case, Purpose
from webchat.cases.entering import Entering
from webchat.cases.errors import NotAllowed
from webchat.cases.moves import Letter
from webchat.cases.promises.promise import Promise, State
from webchat.cases.words import Channel, MetBy, PromiseName, Unit
from webchat.packs.law import load_law

SAM, DAY = a_member("sam"), timedelta(days=1)
BY_EMAIL = {"channels": frozenset({Channel.EMAIL})}
ENTRIES = (
    an_entry(PromiseName.REPLY, 5, channels=frozenset({Channel.LETTER})),
    an_entry(PromiseName.ACKNOWLEDGE, 1, met_by=MetBy.AUTOMATIC, **BY_EMAIL),
    an_entry(PromiseName.REPLY, 2, **BY_EMAIL),
    an_entry(
        PromiseName.WAIT, 15, unit=Unit.MINUTE, met_by=MetBy.SEEN, channels=frozenset({Channel.IN_PERSON})
    ),
)


class Desk:
    """Where Sam writes down what came."""

    def __init__(self, **given: Any) -> None:
        self.work, self.store = casework(*ENTRIES, staff=(SAM,), **given)
        self.entering = Entering(self.work)

    store: MemoryStore

    def enter(self, channel: Channel = Channel.LETTER, take: bool = True, **given: Any) -> Case:
        opening = an_opening(channel=channel, **given)
        return self.entering.enter(SAM, opening, take, MONDAY)

    def promises(self, case: Case) -> dict[PromiseName, Promise]:
        return {one.name: one for one in self.store.promises(case.id) if one.state is not State.SUPERSEDED}


def test_a_letter_has_the_letters_promise_from_the_day_it_came() -> None:
    desk = Desk()
    case = desk.enter(received_at=MONDAY - 3 * DAY)
    assert desk.promises(case)[PromiseName.REPLY].due_on == date(2026, 11, 27)
    assert (case.received_at, case.owner, case.channel) == (MONDAY - 3 * DAY, "sam", Channel.LETTER)


def test_who_entered_it_is_written_down_and_the_words_are_the_guests() -> None:
    desk = Desk()
    case = desk.enter(words=" Dear all,\nplease call ")
    (event, _claimed) = desk.store.events(case.id)
    assert (event.who, event.fields["channel"]) == ("sam", "letter")
    (message,) = desk.store.messages(case.id)
    assert (message.body, message.from_guest) == (" Dear all,\nplease call ", True)


def test_no_page_has_told_its_guest_that_we_have_it() -> None:
    desk = Desk()
    case = desk.enter(Channel.EMAIL)
    assert desk.promises(case)[PromiseName.ACKNOWLEDGE].is_owed


def test_a_walk_in_is_seen_within_15_minutes_of_coming() -> None:
    """RUILS, Appointments."""
    desk = Desk()
    came = MONDAY - timedelta(minutes=5)
    case = desk.enter(Channel.IN_PERSON, received_at=came)
    assert desk.promises(case)[PromiseName.WAIT].due_at == came + timedelta(minutes=15)


def test_entered_twice_it_is_one_case() -> None:
    desk = Desk()
    assert desk.enter(key="entered:1").id == desk.enter(key="entered:1").id


def test_whoever_does_not_take_it_leaves_it_to_anybody() -> None:
    assert Desk().enter(take=False).owner == ""


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"received_at": MONDAY + timedelta(seconds=1)}, "received_later"),
        ({"received_at": MONDAY.replace(year=2025)}, "received_too_early"),
        ({"words": " \n"}, "no_words"),
        ({"channel": Channel.WEBCHAT}, "came_by_chat"),
    ],
)
def test_what_cannot_have_come_is_refused_and_nothing_is_stored(given: dict[str, Any], reason: str) -> None:
    desk = Desk()
    with pytest.raises(NotAllowed, match=reason):
        desk.enter(**given)
    assert desk.store.cases == {}


def test_what_is_late_already_is_late_and_its_guest_is_told_at_once() -> None:
    desk = Desk()
    case = desk.enter(received_at=MONDAY - 30 * DAY)
    (late,) = [one for one in desk.store.errands.values() if one.payload.get("step") == "late"]
    assert late.not_before == MONDAY
    due_on = desk.promises(case)[PromiseName.REPLY].due_on
    assert due_on
    assert due_on < MONDAY.date()


# It came earlier than was written down


def test_corrected_to_earlier_what_is_owed_counts_from_then_and_the_guest_is_told() -> None:
    desk = Desk()
    case = desk.entering.correct(SAM, desk.enter().id, MONDAY - 3 * DAY, MONDAY)
    assert case.received_at == case.stage_received_at == MONDAY - 3 * DAY
    assert desk.promises(case)[PromiseName.REPLY].due_on == date(2026, 11, 27)
    assert desk.store.messages(case.id)[-1].purpose is Purpose.RECOUNTED
    event = desk.store.events(case.id)[-1]
    assert (event.what, event.who) == ("came_earlier", "sam")
    assert event.fields == {"from": str(MONDAY), "to": str(MONDAY - 3 * DAY)}


@pytest.mark.parametrize("at", [MONDAY, MONDAY + timedelta(minutes=1)])
def test_never_to_later_nor_to_the_same(at: Any) -> None:
    desk = Desk()
    with pytest.raises(NotAllowed, match="not_earlier"):
        desk.entering.correct(SAM, desk.enter().id, at, MONDAY + DAY)


def test_what_was_kept_stays_kept() -> None:
    desk = Desk()
    case = desk.enter()
    desk.work.write(SAM, case.id, Letter(Purpose.REPLY, "Yes."), MONDAY)
    corrected = desk.entering.correct(SAM, case.id, MONDAY - DAY, MONDAY)
    assert desk.promises(corrected)[PromiseName.REPLY].state is State.MET


def test_a_chat_came_when_it_came_and_only_whoever_has_a_case_corrects_it() -> None:
    desk = Desk()
    chat = desk.work.open(an_opening(), MONDAY)
    desk.work.claim(SAM, chat.id, MONDAY)
    with pytest.raises(NotAllowed, match="came_by_chat"):
        desk.entering.correct(SAM, chat.id, MONDAY - DAY, MONDAY)
    with pytest.raises(NotAllowed, match="not_yours"):
        desk.entering.correct(SAM, desk.enter(take=False).id, MONDAY - DAY, MONDAY)


def test_what_the_law_owes_counts_from_the_earlier_receipt_too() -> None:
    """A month, and 30 days of which the day of receipt is the first (guest-rules E23, G5)."""
    desk = Desk(law=load_law())
    asked = (("about_information", "yes"), ("own_information", "see"))
    case = desk.entering.correct(SAM, desk.enter(answers=asked).id, MONDAY - 3 * DAY, MONDAY)
    owed = desk.promises(case)
    assert owed[PromiseName.INFORMATION_ACKNOWLEDGE].due_on == date(2026, 12, 19)
    assert owed[PromiseName.INFORMATION_REPLY].due_on == date(2026, 12, 20)
    assert owed[PromiseName.INFORMATION_OUTCOME].starts_at == MONDAY - 3 * DAY
