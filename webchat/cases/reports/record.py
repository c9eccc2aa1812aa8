"""What is stored that a report counts, as values (issue 4, line 10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from webchat.cases.case import Delivery, Verdict
from webchat.cases.complaints.tasks import TaskState
from webchat.cases.promises.promise import Promise
from webchat.cases.words import Format, Kind


@dataclass(frozen=True, slots=True)
class Came:
    """A case that came, or at a later stage the moment its guest went on to it."""

    kind: Kind
    stage: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Given:
    """A promise as stored, and whether its case is closed."""

    promise: Promise
    is_closed: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """What a guest said of how it went."""

    verdict: Verdict
    at: datetime


@dataclass(frozen=True, slots=True)
class Needed:
    """A need a guest told with a case that came then: a code, or their own words."""

    case_id: str
    value: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Fitted:
    """A message to a guest who needs it in some formats: which, where it got to, and whether it went as it is
    for a reason."""

    at: datetime
    formats: Sequence[Format]
    delivery: Delivery
    is_plain: bool


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer written to a guest: in which language, which language is theirs, and where it got to."""

    at: datetime
    lang: str
    guest_lang: str
    delivery: Delivery


@dataclass(frozen=True, slots=True)
class Learned:
    """A complaint that was decided then, and whether staff learned something from it."""

    at: datetime
    something: bool


@dataclass(frozen=True, slots=True)
class Acted:
    """An action that was promised then, by when, and what became of it."""

    at: datetime
    due_on: date
    state: TaskState
    settled_at: datetime | None


@dataclass(frozen=True, slots=True)
class Record:
    """What is stored that a report of some period counts; more than the period does no harm.

    `given` are all promises of each case that it names: one that moved stands beside what it replaced.
    """

    came: Sequence[Came] = ()
    given: Sequence[Given] = ()
    judged: Sequence[Judged] = ()
    needed: Sequence[Needed] = ()
    answered: Sequence[Answered] = ()
    fitted: Sequence[Fitted] = ()
    learned: Sequence[Learned] = ()
    acted: Sequence[Acted] = ()


@dataclass(frozen=True, slots=True)
class Open:
    """So many open cases, alike in what is owed: a date that has passed, any date, one to be told."""

    is_overdue: bool
    is_dated: bool
    is_undated: bool
    many: int = 1
