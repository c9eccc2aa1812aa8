"""A complaint at a charity with two stages and an appeal, as Help & Care has them."""

from datetime import date, timedelta
from typing import Any

from tests.builders.cases import (
    COMPLAINT_28_DAYS,
    MONDAY,
    a_member,
    an_entry,
    an_opening,
    an_outcome,
    casework,
)
from webchat.cases.case import Case, Event, Sitting
from webchat.cases.complaints.complaining import Complaining
from webchat.cases.complaints.hearing import Hearing
from webchat.cases.people.member import Member
from webchat.cases.promises.policy import Asks, NextStage, StageDuty
from webchat.cases.promises.promise import Promise
from webchat.cases.words import Agreed, Kind, PromiseName, Role, Start

DAY = timedelta(days=1)
APPEALED = MONDAY + 14 * DAY
SAM, DORA = a_member("sam"), a_member("dora", Role.DIRECTOR)
CHARLIE = a_member("charlie", Role.CHAIR)
TESS, TOM, TIA = (a_member(name, Role.TRUSTEE) for name in ("tess", "tom", "tia"))
STAFF = (SAM, DORA, CHARLIE, TESS, TOM, TIA)
PANEL = StageDuty("17.3", "a 3-person panel", Asks.PANEL, 3, 3, (Role.CHAIR, Role.TRUSTEE))
DUTIES = (
    *(StageDuty("15.4", "make contact", Asks.CONTACT, stage) for stage in (1, 2, 3)),
    PANEL,
    StageDuty("17.3", "will be agreed", Asks.AGREED_DATE, 3),
)
STAGES = (NextStage("16.1", "words", (Role.DIRECTOR,), 2), NextStage("17.1", "words", (Role.CHAIR,), 3))
THREE = tuple(Sitting(one.staff_id, "") for one in (TESS, TOM, TIA))
AGREED_ON = date(2027, 1, 15)


def of_stage(promise: PromiseName, value: int | None, stage: int) -> dict[str, Any]:
    """An entry of a later stage."""
    kinds = frozenset({Kind.COMPLAINT})
    return {"promise": promise, "value": value, "stage": stage, "start": Start.STAGE, "kinds": kinds}


class Appeal:
    """A complaint that Sam and then Dora decided on; the chair has the appeal."""

    def __init__(self, stage: int = 3, staff: tuple[Member, ...] = STAFF, **given: Any) -> None:
        first: dict[str, Any] = COMPLAINT_28_DAYS
        entries = [an_entry(**first)]
        entries += [an_entry(**of_stage(PromiseName.OUTCOME, 15, 2))]
        entries += [an_entry(**of_stage(PromiseName.OUTCOME, None, 3))]
        duties = given.pop("stage_duties", DUTIES)
        self.work, self.store = casework(*entries, staff=staff, next_stages=STAGES, stage_duties=duties)
        self.id = self.work.open(an_opening(**{"kind": Kind.COMPLAINT, **given}), MONDAY).id
        for number, by in enumerate((SAM, DORA, CHARLIE)[:stage], 1):
            at = MONDAY + 7 * (number - 1) * DAY
            if number > 1:
                Complaining(self.work).go_on(self.case, "Not good.", "en", at)
            self.work.claim(by, self.id, at)
            if number < stage:
                self.work.write(by, self.id, an_outcome(), at + DAY)
        self.hearing, self.at = Hearing(self.work), MONDAY + (7 * (stage - 1) + 1) * DAY

    @property
    def case(self) -> Case:
        """As it is stored now."""
        return self.store.cases[self.id]

    @property
    def event(self) -> Event:
        """The last thing that happened."""
        return self.store.events(self.id)[-1]

    @property
    def outcomes(self) -> list[Promise]:
        """What was promised of the outcome of this stage."""
        stage = self.case.stage
        return [one for one in self.store.promises(self.id) if (one.name, one.stage) == ("outcome", stage)]

    def heard_by(self, *told: Sitting) -> "Appeal":
        """Its panel named."""
        self.hearing.name_panel(CHARLIE, self.id, told or THREE, self.at)
        return self

    def agreed(self, on: date = AGREED_ON, **given: Any) -> "Appeal":
        """A date agreed for its outcome."""
        how, why = given.get("how", Agreed.CALL), given.get("why")
        self.hearing.agree(CHARLIE, self.id, on, how, why, given.get("at", self.at))
        return self
