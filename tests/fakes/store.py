"""A store in memory that keeps the real one's promises: all or nothing, and no write over a change."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field, fields, replace

from webchat.cases.case import Case, Errand, Event, Message, Person
from webchat.cases.complaints.tasks import Task
from webchat.cases.errors import Stale
from webchat.cases.needs import Need, standing
from webchat.cases.people.member import Member
from webchat.cases.ports import Change
from webchat.cases.promises.promise import Promise

# What no move changes: it is as the guest sent it.
AS_SENT = (
    "charity", "reference", "channel", "code_hash", "sealed_code", "key", "conversation",
)  # fmt: skip


@dataclass
class MemoryStore:
    """Cases in dictionaries; `staff` is whoever works at the charities."""

    staff: list[Member] = field(default_factory=list)
    cases: dict[str, Case] = field(default_factory=dict)
    all_promises: dict[str, Promise] = field(default_factory=dict)
    all_messages: dict[str, Message] = field(default_factory=dict)
    all_people: list[Person] = field(default_factory=list)
    all_needs: list[Need] = field(default_factory=list)
    all_events: list[Event] = field(default_factory=list)
    errands: dict[str, Errand] = field(default_factory=dict)
    all_tasks: dict[str, Task] = field(default_factory=dict)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        before = {one.name: copy(getattr(self, one.name)) for one in fields(self)}
        try:
            yield
        except BaseException:
            for name, value in before.items():
                setattr(self, name, value)
            raise

    def case(self, charity: str, case_id: str) -> Case | None:
        found = self.cases.get(case_id)
        return found if found and found.charity == charity else None

    def case_by_key(self, charity: str, key: str) -> Case | None:
        return next((one for one in self.cases.values() if (one.charity, one.key) == (charity, key)), None)

    def case_by_reference(self, charity: str, reference: str) -> Case | None:
        wanted = (charity, reference)
        return next((one for one in self.cases.values() if (one.charity, one.reference) == wanted), None)

    def promises(self, case_id: str) -> Sequence[Promise]:
        return [one for one in self.all_promises.values() if one.case_id == case_id]

    def messages(self, case_id: str) -> Sequence[Message]:
        return [one for one in self.all_messages.values() if one.case_id == case_id]

    def people(self, case_id: str) -> Sequence[Person]:
        return [one for one in self.all_people if one.case_id == case_id]

    def needs(self, case_id: str) -> Sequence[Need]:
        return standing(one for one in self.all_needs if one.case_id == case_id)

    def events(self, case_id: str) -> Sequence[Event]:
        return [one for one in self.all_events if one.case_id == case_id]

    def task(self, charity: str, task_id: str) -> Task | None:
        found = self.all_tasks.get(task_id)
        return found if found and self.case(charity, found.case_id) else None

    def tasks(self, case_id: str) -> Sequence[Task]:
        return [one for one in self.all_tasks.values() if one.case_id == case_id]

    def members(self, charity: str) -> Sequence[Member]:
        return [one for one in self.staff if one.charity == charity]

    def write(self, change: Change) -> None:
        case = change.case
        known = self.cases.get(case.id)
        if change.read_version is None:
            taken = self.case_by_key(case.charity, case.key) or self.case_by_reference(
                case.charity, case.reference
            )
            if known or taken:
                raise Stale(case.id)
        elif known is None or known.version != change.read_version:
            raise Stale(case.id)
        as_sent = {name: getattr(known or case, name) for name in AS_SENT}
        if change.new_code:
            as_sent |= {one.name: getattr(change.new_code, one.name) for one in fields(change.new_code)}
        self.cases[case.id] = replace(case, **as_sent)
        self.all_promises.update({one.id: one for one in change.promises})
        for one in change.messages:
            kept = self.all_messages.get(one.id, one)
            self.all_messages[one.id] = replace(
                kept, delivery=one.delivery, author=one.author, author_name=one.author_name
            )
        self.all_people.extend(change.people)
        self.all_needs.extend(change.needs)
        self.all_events.extend(change.events)
        self.all_tasks.update({one.id: one for one in change.tasks})
        for errand in change.errands:
            self.errands.setdefault(errand.key, errand)
