"""A charity's published policy as the core reads it: entries, each with its clause and its words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from webchat.cases.promises.law import LawClock
from webchat.cases.words import (
    AnotherWay,
    Channel,
    Kind,
    MetBy,
    PromiseName,
    ReplyBy,
    Role,
    Sanction,
    Start,
    Strength,
    Unit,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One promise a policy makes, in the shape of policy-facts A5.

    `value` is a count of `unit`; both are None where the policy speaks of the promise but sets no
    number. Empty `kinds` fit every kind; empty `channels` and `reply_by` fit every channel.
    """

    id: str
    ref: str
    quote: str
    promise: PromiseName
    kinds: frozenset[Kind] = frozenset()
    channels: frozenset[Channel] = frozenset()
    reply_by: frozenset[ReplyBy] = frozenset()
    stage: int = 1
    value: int | None = None
    unit: Unit | None = None
    start: Start = Start.RECEIPT
    strength: Strength = Strength.AIM
    met_by: MetBy = MetBy.REPLY
    kept_by_people: bool = False
    owner: str | None = None
    escalate_to: Role | None = None

    def fits(self, kind: Kind, stage: int, channel: Channel, reply_by: ReplyBy) -> bool:
        """Whether this entry applies to such a message (policy-facts A3.2 and A3.3)."""
        if self.kept_by_people or stage != self.stage or (self.kinds and kind not in self.kinds):
            return False
        if not self.channels and not self.reply_by:
            return True
        return channel in self.channels or reply_by in self.reply_by


@dataclass(frozen=True, slots=True)
class Note:
    """A fact or duty the policy states that sets no clock, with its clause and its words.

    `kept_by_people`: a promise such as five rings or identity cards, counted only where staff record it.
    """

    id: str
    ref: str
    quote: str
    topic: str
    kept_by_people: bool = False


@dataclass(frozen=True, slots=True)
class Directed:
    """Where a policy says who gets a case: the clause, its words, and the roles; none: a line manager."""

    ref: str
    quote: str
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class NextStage(Directed):
    """A later stage of a complaint: its number, the clause that opens it, and the roles that it goes to."""

    stage: int


class Asks(StrEnum):
    """What a policy asks of whoever has a stage: to speak with the person about their reasons, to name the
    panel that hears it, to agree the time with the person (Help & Care 15.4, 16.4, 17.3, 17.4)."""

    CONTACT = "contact"
    PANEL = "panel"
    AGREED_DATE = "agreed_date"


@dataclass(frozen=True, slots=True)
class StageDuty:
    """Something a policy asks at a stage of a complaint, with its clause and its words.

    Of a panel `sit` is how many sit on it, `roles` are those of whom they are chosen; 0 and none elsewhere.
    """

    ref: str
    quote: str
    what: Asks
    stage: int
    sit: int = 0
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Outside:
    """What the policy says is left after its last stage: that it is final, or who else may hear of it."""

    ref: str
    quote: str


@dataclass(frozen=True, slots=True)
class WhileAway:
    """What a policy has guests told while a member of staff is away: the clause, its words, and another way
    to reach the charity. `beyond` is the number of working days after which it holds."""

    ref: str
    quote: str
    gives: AnotherWay
    beyond: int = 0


@dataclass(frozen=True, slots=True)
class Sanctioned:
    """What a policy lets people decide about a guest: the clause, its words, and who decides it together: one
    person for each seat, which any of its roles can take."""

    ref: str
    quote: str
    kind: Sanction
    seats: tuple[tuple[Role, ...], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a policy answers on one topic, in plain words for a guest.

    `says` are English sentences, each a message of its own; {name} in them stands for one of `numbers`, which
    the policy's own words state. `rests_on` are its clauses; `timed` the promises whose number is told too.
    """

    topic: str
    says: tuple[str, ...]
    rests_on: tuple[Entry | Note, ...]
    timed: tuple[Entry, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)

    @property
    def clauses(self) -> tuple[Entry | Note, ...]:
        """Everything it rests on, each once, in order."""
        return tuple(dict.fromkeys((*self.rests_on, *self.timed)))


@dataclass(frozen=True, slots=True)
class Policy:
    """A pack as data: what one charity promises, and what its documents say of itself.

    `channels` maps a way in to the one the policy speaks of (a web chat is an email, A3.1).
    `stages` counts the complaint stages the policy names, the appeal among them; 1 where it names none.
    `next_stages` are those after the first, `outside` what is left after the last. `stage_duties` is what
    it asks of whoever has a stage.
    `conduct` is where it gives what is said of a member of staff to their line manager; None elsewhere.
    `elected` is who gets what a councillor or Member of Parliament writes; None where it does not say.
    `learning` is who answers for actions that were promised; None where it does not say.
    `instead` are the roles that do, the first that somebody has, what a role does that nobody has.
    `while_away` is what it has guests told while somebody is away; None where it does not say.
    `sanctions` are what people may decide about a guest; where it names nobody for it there is none.
    `about_person_order` lists the roles that see a case about an unmatched person, in order.
    `answers` are what it says on a topic, by topic; of the topics in `unsaid` it says nothing.
    `law` are the times that the law adds, whatever the policy says.
    """

    charity: str
    name: str
    short_name: str
    nation: str
    guest_noun: str
    entries: tuple[Entry, ...]
    notes: tuple[Note, ...] = ()
    channels: Mapping[Channel, Channel] = field(default_factory=dict)
    stages: int = 1
    next_stages: tuple[NextStage, ...] = ()
    stage_duties: tuple[StageDuty, ...] = ()
    outside: tuple[Outside, ...] = ()
    conduct: Directed | None = None
    elected: Directed | None = None
    while_away: WhileAway | None = None
    sanctions: tuple[Sanctioned, ...] = ()
    learning: Directed | None = None
    instead: tuple[Role, ...] = (Role.MANAGER, Role.CHIEF_EXECUTIVE, Role.CHAIR)
    about_person_order: tuple[Role, ...] = (Role.MANAGER, Role.CHIEF_EXECUTIVE, Role.CHAIR)
    silent: Mapping[str, str] = field(default_factory=dict)
    document: str = ""
    adopted: date | None = None
    review_due: date | None = None
    review_says: str = ""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    unsaid: frozenset[str] = frozenset()
    law: tuple[LawClock, ...] = ()

    def stage(self, number: int) -> NextStage | None:
        """A stage after the first; None where the policy names no such stage."""
        return next((one for one in self.next_stages if one.stage == number), None)

    def asks(self, what: Asks, stage: int) -> StageDuty | None:
        """What it asks of whoever has a stage; None where it asks no such thing there."""
        asked = (one for one in self.stage_duties if (one.what, one.stage) == (what, stage))
        return next(asked, None)
