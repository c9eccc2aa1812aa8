"""Telling the safeguarding lead: a case at once, what is added to it, and reading it (design.md, Danger)."""

from dataclasses import dataclass
from datetime import datetime

from webchat.cases import read_first
from webchat.cases.case import Case, Event, Plain, latest
from webchat.cases.casework import Casework
from webchat.cases.errors import NotAllowed
from webchat.cases.moves import Moved
from webchat.cases.opening import Opening
from webchat.cases.people.member import Member
from webchat.cases.people.sight import Guard, Guards, guardians
from webchat.cases.promises.clock import next_open


@dataclass(frozen=True, slots=True)
class Expected:
    """Who is told of a case now, and when they can be expected to see it.

    `first` is None where nobody may be told. `opens` is when the charity is next open, not after `now` where
    it is open, None where it has not told its hours; `then_at` when `then` is told, if nobody has read it.
    """

    first: Guard | None
    then: Guard | None
    is_open: bool
    opens: datetime | None
    then_at: datetime


@dataclass(frozen=True, slots=True)
class Guarding:
    """The moves of what must be read first. Raises what Casework raises."""

    casework: Casework

    def tell(self, opening: Opening, now: datetime) -> Case:
        """Open a safeguarding case, or add to the one this key has opened; said twice it is once."""
        known = self.casework.store.case_by_key(opening.charity, opening.key)
        if known is None:
            return self.casework.open(opening, now)
        said = {one.body for one in self.casework.store.messages(known.id)}
        if not opening.words.strip() or opening.words in said:
            return known
        return self.casework.guest_adds(known, opening.words, opening.lang, now)

    def answer(self, charity: str, case_id: str, name: str, value: Plain, now: datetime) -> None:
        """Add what the guest answers once the lead is told. Read already, it is unread again, and told."""

        def add(case: Case) -> Moved | None:
            if (name, value) in case.answers:
                return None
            added = read_first.answered(case, name, value, now)
            if case.read_first_at is None:
                return added
            staff = self.casework.store.members(charity)
            return read_first.marked_again(added, staff, self.casework.policies, now)

        self.casework.keep_trying(charity, case_id, add)

    def read(self, member: Member, case_id: str, now: datetime) -> Case:
        """A guardian opens it. Raises NotAllowed ("not_for_you") for anybody else who may see it."""
        case = self.casework.seen_by(member, case_id)
        if not self.is_for(member, case):
            raise NotAllowed("not_for_you")
        if case.read_first_at:
            return case
        return self.casework.move(case, read_first.read_by(case, member, now))

    def is_for(self, member: Member, case: Case) -> bool:
        """Whether this member is one of those who read it first."""
        return any(member.staff_id in one.staff_ids for one in self.guardians(case))

    def guardians(self, case: Case) -> tuple[Guards, ...]:
        """Who reads it first, in the order in which they are told; nobody of an ordinary case."""
        if not case.read_first:
            return ()
        about = latest(self.casework.store.people(case.id), "about")
        order = self.casework.policies.policy(case.charity).about_person_order
        return guardians(case, about.name if about else "", self.casework.store.members(case.charity), order)

    def expected(self, case: Case, now: datetime) -> Expected:
        """What its guest is told of who reads it and when: that and never more (design.md, Danger words)."""
        policies = self.casework.policies
        calendar, hours = policies.calendar(case.charity), policies.hours(case.charity)
        told = [one.guard for one in self.guardians(case)]
        opens = next_open(now, calendar, hours)
        then_at = read_first.others_told_at(now, calendar, hours)
        first, then = (told[place] if len(told) > place else None for place in (0, 1))
        return Expected(first, then, opens is not None and opens <= now, opens, then_at)

    def alerted(self, charity: str, case_id: str, guard: Guard, now: datetime) -> None:
        """Note in the timeline who has been told."""
        event = Event(case_id, now, "outbox", "alerted", {"who": guard.value})
        self.casework.keep_trying(charity, case_id, lambda case: Moved(case, events=(event,)))
