"""The next stage and the appeal: when they may be asked for, their clocks, who takes them."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.builders.cases import (
    COMPLAINT_28_DAYS,
    MONDAY,
    a_member,
    an_entry,
    an_opening,
    an_outcome,
    casework,
)
from webchat.cases.case import Case, Status
from webchat.cases.casework import Casework
from webchat.cases.complaints.complaining import Complaining
from webchat.cases.errors import NotAllowed
from webchat.cases.promises.policy import NextStage
from webchat.cases.promises.promise import WENT_ON, State
from webchat.cases.words import Kind, PromiseName, Role, Start

DAY = timedelta(days=1)
SAM, DORA = a_member("sam"), a_member("dora", Role.DIRECTOR)
CHARLIE, OLD_DIRECTOR = a_member("charlie", Role.CHAIR), a_member("olu", Role.DIRECTOR, Role.WORKER)
SECOND = NextStage("16.1", "to the Director", (Role.DIRECTOR,), 2)
APPEAL = NextStage("17.1", "to the Chair", (Role.CHAIR,), 3)
COMPLAINT = frozenset({Kind.COMPLAINT})


def of_stage(promise: PromiseName, value: int | None, stage: int) -> dict[str, Any]:
    return {"promise": promise, "value": value, "stage": stage, "start": Start.STAGE, "kinds": COMPLAINT}


LATER = (
    of_stage(PromiseName.ACKNOWLEDGE, 3, 2),
    of_stage(PromiseName.OUTCOME, 15, 2),
    of_stage(PromiseName.ACKNOWLEDGE, 3, 3),
    of_stage(PromiseName.OUTCOME, None, 3),
)
OUTCOME = an_outcome("This is what we found.")


class Complaint:
    """A complaint at a charity with two stages and an appeal."""

    def __init__(self, **given: Any) -> None:
        entries = [an_entry(**one) for one in (COMPLAINT_28_DAYS, *LATER)]
        staff = (SAM, DORA, CHARLIE, OLD_DIRECTOR)
        stages = given.pop("next_stages", (SECOND, APPEAL))
        self.work, self.store = casework(*entries, staff=staff, next_stages=stages)
        self.id = self.work.open(an_opening(**{"kind": Kind.COMPLAINT, **given}), MONDAY).id

    work: Casework

    @property
    def case(self) -> Case:
        return self.store.cases[self.id]

    @property
    def owed(self) -> set[tuple[PromiseName, int, date | None]]:
        return {(one.name, one.stage, one.due_on) for one in self.store.promises(self.id) if one.is_owed}

    def decided(self, by: Any = SAM, days: int = 1) -> "Complaint":
        self.work.claim(by, self.id, MONDAY + days * DAY)
        self.work.write(by, self.id, OUTCOME, MONDAY + days * DAY)
        return self

    def on(self, words: str = "You did not ask me.", days: int = 7) -> "Complaint":
        Complaining(self.work).go_on(self.case, words, "en", MONDAY + days * DAY)
        return self


def test_the_second_stage_has_its_own_clocks_from_the_day_it_is_asked_for() -> None:
    complaint = Complaint().decided().on()
    assert (complaint.case.stage, complaint.case.stage_received_at) == (2, MONDAY + 7 * DAY)
    assert (complaint.case.received_at, complaint.case.status) == (MONDAY, Status.OPEN)
    assert complaint.owed == {
        (PromiseName.ACKNOWLEDGE, 2, date(2026, 12, 3)),
        (PromiseName.OUTCOME, 2, date(2026, 12, 21)),
    }


def test_the_appeal_has_no_number_and_waits_for_a_date_to_be_agreed() -> None:
    complaint = Complaint().decided().on().decided(DORA, days=8).on(days=14)
    assert complaint.owed == {
        (PromiseName.ACKNOWLEDGE, 3, date(2026, 12, 10)),
        (PromiseName.OUTCOME, 3, None),
    }
    assert complaint.case.undated_since is not None


def test_nothing_comes_after_the_last_stage() -> None:
    complaint = Complaint().decided().on().decided(DORA, days=8).on(days=14).decided(CHARLIE, days=15)
    with pytest.raises(NotAllowed, match="no_next_stage"):
        complaint.on(days=16)


def test_it_may_be_asked_for_only_once_a_stage_has_ended() -> None:
    complaint = Complaint()
    with pytest.raises(NotAllowed, match="no_next_stage"):
        complaint.on()
    complaint.decided().on()
    with pytest.raises(NotAllowed, match="no_next_stage"):  # a double tap
        complaint.on()
    assert complaint.case.stage == 2


def test_a_complaint_closed_without_an_outcome_may_go_on_and_what_was_owed_is_replaced() -> None:
    complaint = Complaint()
    complaint.work.claim(SAM, complaint.id, MONDAY)
    complaint.work.close(SAM, complaint.id, "We could not reach you.", MONDAY)
    complaint.on()
    first = [one for one in complaint.store.promises(complaint.id) if one.stage == 1]
    assert {(one.state, one.met_by) for one in first} == {(State.SUPERSEDED, WENT_ON)}
    assert (complaint.case.status, complaint.case.closed_reason) == (Status.OPEN, "")


@pytest.mark.parametrize("given", [{"kind": Kind.CONCERN}, {"next_stages": ()}])
def test_where_there_is_no_next_stage_none_is_made_up(given: dict[str, Any]) -> None:
    complaint = Complaint(**given)
    complaint.work.claim(SAM, complaint.id, MONDAY)
    complaint.work.close(SAM, complaint.id, "Done.", MONDAY)
    with pytest.raises(NotAllowed, match="no_next_stage"):
        complaint.on()


def test_a_reason_is_kept_and_never_needed() -> None:
    said = Complaint().decided().on("You did not ask me.")
    assert said.store.messages(said.id)[-1].body == "You did not ask me."
    silent = Complaint().decided()
    before = len(silent.store.messages(silent.id))
    silent.on("  ")
    assert len(silent.store.messages(silent.id)) == before
    assert silent.case.stage == 2


def test_staff_are_told_once_and_the_timeline_holds_no_words() -> None:
    complaint = Complaint().decided().on()
    told = [one for one in complaint.store.errands.values() if one.key.startswith("went_on")]
    assert [(one.kind, one.payload) for one in told] == [("tell_staff", {"case": complaint.id})]
    event = complaint.store.events(complaint.id)[-1]
    assert (event.who, event.what, event.fields) == ("guest", "went_on", {"from": 1, "to": 2})


def test_it_goes_to_the_role_the_policy_names_and_to_nobody_who_had_it_before() -> None:
    complaint = Complaint().decided(OLD_DIRECTOR).on()
    assert complaint.case.owner == ""
    later = MONDAY + 8 * DAY
    with pytest.raises(NotAllowed, match="goes_to_others"):
        complaint.work.claim(SAM, complaint.id, later)
    with pytest.raises(NotAllowed, match="had_it_before"):
        complaint.work.claim(OLD_DIRECTOR, complaint.id, later)
    assert complaint.work.claim(DORA, complaint.id, later).owner == "dora"


def test_words_of_danger_in_a_reason_are_read_first() -> None:
    complaint = Complaint().decided()
    words = "He will hurt me tonight."
    Complaining(complaint.work).go_on(complaint.case, words, "en", MONDAY + DAY, in_danger=True)
    assert complaint.case.read_first


def test_at_a_later_stage_it_stays_a_complaint() -> None:
    complaint = Complaint().decided().on()
    complaint.work.claim(DORA, complaint.id, MONDAY + 8 * DAY)
    with pytest.raises(NotAllowed, match="stays_a_complaint"):
        complaint.work.change_kind(DORA, complaint.id, Kind.CONCERN, MONDAY + 8 * DAY)
