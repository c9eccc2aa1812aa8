"""What the core needs from outside: a store, and policies with their calendars."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from webchat.cases.appointments.diary import Closure, Kept, Meeting, Offer
from webchat.cases.case import Case, Errand, Event, Message, Person, Sealed
from webchat.cases.complaints.tasks import Task
from webchat.cases.needs import Need
from webchat.cases.people.away import Absence
from webchat.cases.people.member import Member
from webchat.cases.people.sanctions import Decision
from webchat.cases.promises.calendar import WorkingCalendar
from webchat.cases.promises.clock import Hours
from webchat.cases.promises.policy import Policy
from webchat.cases.promises.promise import Promise


@dataclass(frozen=True, slots=True)
class Change:
    """Everything one move writes, together or not at all.

    `case` is the case as it is to be; `read_version` the version it was read at, None for a new case.
    `promises` and `tasks` are new or changed ones, by id; so are `messages`, of which only the delivery
    changes.
    `new_code` takes the place of the code the guest had. The rest is only ever added.
    """

    case: Case
    read_version: int | None
    promises: tuple[Promise, ...] = ()
    messages: tuple[Message, ...] = ()
    people: tuple[Person, ...] = ()
    needs: tuple[Need, ...] = ()
    events: tuple[Event, ...] = ()
    errands: tuple[Errand, ...] = ()
    new_code: Sealed | None = None
    tasks: tuple[Task, ...] = ()


class CaseStore(Protocol):
    """Where cases are kept. Every write is durable when its transaction ends, or has not happened."""

    def transaction(self) -> AbstractContextManager[object]:
        """One transaction; inside another it joins it. Raises Busy after a few seconds' wait."""

    def case(self, charity: str, case_id: str) -> Case | None:
        """One case of one charity."""

    def case_by_key(self, charity: str, key: str) -> Case | None:
        """The case a sending has already opened."""

    def case_by_reference(self, charity: str, reference: str) -> Case | None:
        """The case a guest comes back to."""

    def promises(self, case_id: str) -> Sequence[Promise]:
        """All promises of a case, kept and replaced ones too, the first made first."""

    def messages(self, case_id: str) -> Sequence[Message]:
        """All messages of a case, the oldest first."""

    def people(self, case_id: str) -> Sequence[Person]:
        """The people in a case."""

    def needs(self, case_id: str) -> Sequence[Need]:
        """What the guest needs now so that they can read, hear and be understood (`needs.standing`)."""

    def events(self, case_id: str) -> Sequence[Event]:
        """The timeline, the oldest first."""

    def task(self, charity: str, task_id: str) -> Task | None:
        """One promised action of one charity."""

    def tasks(self, case_id: str) -> Sequence[Task]:
        """The actions promised in a case, the first due first."""

    def members(self, charity: str) -> Sequence[Member]:
        """Everybody who works at the charity and may sign in."""

    def write(self, change: Change) -> None:
        """Store a change. Raises Stale when the case is not at `read_version`, or its key or reference
        already exists."""


class DiaryStore(Protocol):
    """Where it is kept when staff can be met, and what is agreed with whom."""

    def hold(self, charity: str, staff_id: str, now: datetime) -> None:
        """Let nobody else change this person's diary until the transaction ends."""

    def offers(self, charity: str) -> Sequence[Offer]:
        """What is published and not withdrawn."""

    def closures(self, charity: str, since: date) -> Sequence[Closure]:
        """Closures that end on or after a date, the first first."""

    def absences(self, charity: str, since: date) -> Sequence[Absence]:
        """Who is away on a date or later, the first first; whoever is back by then is left out."""

    def say_away(self, absence: Absence, now: datetime) -> None:
        """Store an absence, instead of one with the same id."""

    def not_away(self, charity: str, absence_id: str) -> None:
        """Take an absence away."""

    def booked(self, charity: str, since: datetime) -> Sequence[Meeting]:
        """Agreed meetings that end after an instant, the soonest first."""

    def of_case(self, case_id: str) -> Meeting | None:
        """The agreed meeting of a case."""

    def between(self, charity: str, since: datetime, until: datetime, staff_id: str = "") -> Sequence[Kept]:
        """Meetings agreed or held that end after `since` and begin before `until`, the soonest first; of
        everybody, or of one person."""

    def held(self, case_id: str) -> None:
        """The agreed meeting of a case has taken place; another can be agreed."""

    def publish(self, offer: Offer, now: datetime) -> None:
        """Store an offer."""

    def withdraw(self, charity: str, offer_id: str, now: datetime) -> None:
        """Offer it no longer; what is agreed stays agreed."""

    def close(self, closure: Closure) -> None:
        """Store a closure."""

    def reopen(self, charity: str, closure_id: str) -> None:
        """Take a closure away."""

    def book(self, meeting: Meeting, charity: str, now: datetime) -> None:
        """Store an agreed meeting. Raises TimeGone when somebody has this place."""

    def give_up(self, case_id: str) -> None:
        """A case has no agreed meeting any more; that it had one stays in the record."""


class DecisionStore(Protocol):
    """Where it is kept what people decided about guests; erased with the case."""

    def decisions(self, case_id: str) -> Sequence[Decision]:
        """Every decision of a case, the first proposed first."""

    def of_charity(self, charity: str) -> Sequence[Decision]:
        """Those of every case that are awaited or hold, the first to be reviewed first."""

    def decide(self, decision: Decision) -> None:
        """Store a decision with what each has said, instead of one with the same id."""


class Policies(Protocol):
    """The charities served here."""

    def policy(self, charity: str) -> Policy:
        """A charity's policy. Raises NotFound."""

    def calendar(self, charity: str) -> WorkingCalendar:
        """Its nation's working days. Raises NotFound."""

    def hours(self, charity: str) -> Hours:
        """Its opening hours, empty where it has not told them. Raises NotFound."""
