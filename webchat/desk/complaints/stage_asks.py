"""What the policy asks of whoever has this stage of a complaint, and how far it has got."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from webchat.cases.case import Case, Event, Sitting
from webchat.cases.complaints.hearing import SPOKE
from webchat.cases.people.member import Member
from webchat.cases.people.panel import may_sit, of_stage
from webchat.cases.promises.policy import Asks, Policy, StageDuty
from webchat.cases.promises.promise import Promise, State
from webchat.cases.words import Kind
from webchat.i18n import dates


@dataclass(frozen=True, slots=True)
class Spoke:
    """On which day they spoke with the person, and who did."""

    on: str
    who: str


@dataclass(frozen=True, slots=True)
class StageAsks:
    """The duties of a stage, each None where the policy does not ask for it.

    `spoke` is None until somebody has spoken with the person. `places` are the seats of the panel, one after
    the other, empty ones too; `board` is whom they are chosen from. `agreed_on` is the date that was agreed,
    in words, and `how`; both empty before. `is_decided`: the outcome has reached the guest.
    """

    contact: StageDuty | None
    panel: StageDuty | None
    agreed: StageDuty | None
    spoke: Spoke | None
    places: tuple[Sitting, ...]
    board: tuple[Member, ...]
    agreed_on: str
    how: str
    is_decided: bool

    @property
    def is_heard_by(self) -> tuple[str, ...]:
        """The names of the panel."""
        return tuple(one.name for one in self.places if one.name)


def asked_of(
    case: Case, policy: Policy, events: Sequence[Event], promises: Sequence[Promise], staff: Sequence[Member]
) -> StageAsks | None:
    """What this stage asks; None where the policy asks nothing, and for what is no complaint."""
    contact, panel, agreed = (policy.asks(what, case.stage) for what in Asks)
    if case.kind is not Kind.COMPLAINT or not (contact or panel or agreed):
        return None
    outcomes = of_stage(case, promises)
    dated = [one for one in outcomes if one.agreed_by and one.state is not State.SUPERSEDED]
    seats = panel.sit if panel else 0
    return StageAsks(
        contact=contact,
        panel=panel,
        agreed=agreed,
        spoke=_spoke(case, events, staff),
        places=(*case.panel, *[Sitting("", "")] * seats)[:seats],
        board=may_sit(panel, staff) if panel else (),
        agreed_on=dates.day(dated[-1].due_on, "en") if dated and dated[-1].due_on else "",
        how=dated[-1].agreed_by.value if dated and dated[-1].agreed_by else "",
        is_decided=any(one.state is State.MET for one in outcomes),
    )


def _spoke(case: Case, events: Sequence[Event], staff: Sequence[Member]) -> Spoke | None:
    told = [one for one in events if one.what == SPOKE and one.fields.get("stage") == case.stage]
    if not told:
        return None
    names = {one.staff_id: one.name for one in staff}
    return Spoke(dates.day(date.fromisoformat(str(told[-1].fields["on"])), "en"), names.get(told[-1].who, ""))
