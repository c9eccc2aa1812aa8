"""What the core needs from outside: a store, and policies with their calendars."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from webchat.cases.calendar import WorkingCalendar
from webchat.cases.case import Case, Errand, Event, Message, Need, Person, Sealed
from webchat.cases.clock import Hours
from webchat.cases.member import Member
from webchat.cases.policy import Policy
from webchat.cases.promise import Promise


@dataclass(frozen=True, slots=True)
class Change:
    """Everything one move writes, together or not at all.

    `case` is the case as it is to be; `read_version` the version it was read at, None for a new case.
    `promises` are new or changed ones, by id; so are `messages`, of which only the delivery changes.
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
        """What the guest needs so that they can read, hear and be understood."""

    def events(self, case_id: str) -> Sequence[Event]:
        """The timeline, the oldest first."""

    def members(self, charity: str) -> Sequence[Member]:
        """Everybody who works at the charity and may sign in."""

    def write(self, change: Change) -> None:
        """Store a change. Raises Stale when the case is not at `read_version`, or its key or reference
        already exists."""


class Policies(Protocol):
    """The charities served here."""

    def policy(self, charity: str) -> Policy:
        """A charity's policy. Raises NotFound."""

    def calendar(self, charity: str) -> WorkingCalendar:
        """Its nation's working days. Raises NotFound."""

    def hours(self, charity: str) -> Hours:
        """Its opening hours, empty where it has not told them. Raises NotFound."""
