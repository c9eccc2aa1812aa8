"""A promise: what is owed, by when, under which clause. Worked out once and stored."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from webchat.cases.promises.owed import Owed
from webchat.cases.words import Agreed, MetBy, PromiseName, Role, Strength, Unit


class Source(StrEnum):
    """What set the date: the charity's pack, the law, or a member of staff who stated it."""

    PACK = "pack"
    LAW = "law"
    STAFF = "staff"


class State(StrEnum):
    """Where a promise is. `late` is told by the clock and written when it is noticed."""

    OPEN = "open"
    MET = "met"
    LATE = "late"
    SUPERSEDED = "superseded"


# What `met_by` holds of a promise that ended for such a reason; else the id of what replaced it.
TAKEN_BACK = "taken_back"
OTHER_WAY = "other_way"
WENT_ON = "went_on"
MOVED_TIME = "moved_time"
GAVE_UP_TIME = "gave_up_time"
# Or because staff did.
TIME_MOVED = "time_moved"
TIME_CANCELLED = "time_cancelled"
DID_NOT_COME = "did_not_come"
RECOUNTED = "recounted"


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise as stored with its case: editing a pack moves nothing (design.md, rules for dates).

    `due_at` is an aware UTC instant, `due_on` its London date; both None where no time is set.
    `value` counts `unit`. `skipped` are the dates not counted and why ("weekend", "good_friday").
    `entry` and `ref` are empty where the policy is silent. `stated_by` is the staff member's name;
    `agreed_by` how a date was agreed with the guest, None where it was only stated.
    """

    id: str
    case_id: str
    stage: int
    name: PromiseName
    entry: str
    ref: str
    quote: str
    value: int | None
    unit: Unit | None
    strength: Strength
    met_by_rule: MetBy
    starts_at: datetime | None
    due_on: date | None
    due_at: datetime | None
    skipped: tuple[tuple[date, str], ...]
    source: Source
    state: State = State.OPEN
    met_by: str = ""
    met_at: datetime | None = None
    owner: str = ""
    escalate_to: Role | None = None
    stated_by: str = ""
    agreed_by: Agreed | None = None

    @property
    def is_owed(self) -> bool:
        """Whether it still waits to be kept."""
        return self.state in (State.OPEN, State.LATE)

    @property
    def awaits_a_date(self) -> bool:
        """Whether its guest waits to be told a date. "Without undue delay" is the law's own answer."""
        return self.is_owed and self.due_at is None and self.name is not PromiseName.INFORMATION_OUTCOME


def promise_from(one: Owed, promise_id: str, case_id: str, stage: int) -> Promise:
    """The promise a case stores for something owed under the charity's pack."""
    entry, due = one.entry, one.due
    return Promise(
        id=promise_id,
        case_id=case_id,
        stage=stage,
        name=one.name,
        entry=entry.id if entry else "",
        ref=entry.ref if entry else "",
        quote=entry.quote if entry else "",
        value=entry.value if entry else None,
        unit=entry.unit if entry else None,
        strength=entry.strength if entry else Strength.AIM,
        met_by_rule=entry.met_by if entry else MetBy.REPLY,
        starts_at=one.starts_at,
        due_on=due.on if due else None,
        due_at=due.at if due else None,
        skipped=due.skipped if due else (),
        source=Source.PACK,
        owner=(entry.owner or "") if entry else "",
        escalate_to=entry.escalate_to if entry else None,
    )
