"""Passing a case on: offering it, accepting it, declining it, and taking the offer back (issue 4, line 2)."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from webchat.cases.case import Case, Event, Plain, latest
from webchat.cases.casework import Casework
from webchat.cases.errors import NotAllowed, NotFound
from webchat.cases.moves import Moved, claimed, tell_colleague
from webchat.cases.people.directing import must_be_for
from webchat.cases.people.member import Member
from webchat.cases.people.passing import Answer, Because, Passing, PassingStore
from webchat.cases.people.powers import HAVE_A_DESK
from webchat.cases.people.sight import may_see
from webchat.cases.rules import must_be_open, must_own


@dataclass(frozen=True, slots=True)
class Terms:
    """What whoever passes a case on says: to whom (a staff id), why, and a note for them."""

    to: str
    why: Because | None
    note: str


@dataclass(frozen=True, slots=True)
class PassingOn:
    """The moves of passing on. Raises what Casework raises; a case with all of them is one transaction."""

    casework: Casework
    offers: PassingStore

    def able(self, case: Case) -> tuple[Member, ...]:
        """Who may be offered a case: whoever may know of it and take it, and has it not already.

        Never whom it is about; at a later stage nobody who had it before (`directing.py`; Help & Care 15.3).
        """
        store, policy = self.casework.store, self.casework.policies.policy(case.charity)
        staff, events = store.members(case.charity), store.events(case.id)
        about = latest(store.people(case.id), "about")
        name, order = about.name if about else "", policy.about_person_order

        def may_take(one: Member) -> bool:
            if one.staff_id == case.owner or not one.has(*HAVE_A_DESK):
                return False
            with suppress(NotAllowed):
                must_be_for(one, case, events, policy, staff)
                return may_see(one, case, name, staff, order)
            return False

        return tuple(one for one in staff if may_take(one))

    def waiting(self, case: Case) -> Passing | None:
        """The offer that can still be accepted, if any."""
        return next((one for one in self.offers.of_case(case.id) if one.waits_in(case)), None)

    def declined(self, case: Case) -> Passing | None:
        """The last offer, where it was declined and nothing has come after it."""
        made = self.offers.of_case(case.id)
        return made[-1] if made and made[-1].answer is Answer.DECLINED else None

    def to_me(self, member: Member) -> tuple[tuple[Case, Passing], ...]:
        """What waits for this member to accept, of what they may know of, the first offered first."""
        offered = self.offers.to(member.charity, member.staff_id)
        found = ((self._seen(member, one.case_id), one) for one in offered)
        return tuple((case, one) for case, one in found if case and one.waits_in(case))

    def _seen(self, member: Member, case_id: str) -> Case | None:
        with suppress(NotFound):
            return self.casework.seen_by(member, case_id)
        return None

    def offer(self, member: Member, case_id: str, terms: Terms, now: datetime) -> Case:
        """Offer it; it stays where it is. Raises NotAllowed ("no_taker", "not_for_them", "no_why_passed",
        "no_note", "passed_already")."""
        case = self._mine(member, case_id)
        if self.waiting(case):
            raise NotAllowed("passed_already")
        if not terms.to:
            raise NotAllowed("no_taker")
        if terms.to not in {one.staff_id for one in self.able(case)}:
            raise NotAllowed("not_for_them")
        if terms.why is None:
            raise NotAllowed("no_why_passed")
        if not terms.note.strip():
            raise NotAllowed("no_note")
        new_id, giver = self.casework.new_id(), member.staff_id
        made = Passing(new_id, case.id, case.charity, giver, terms.to, terms.why, terms.note, now)
        event = _event(made, "passed", member, now, {"to": made.taker, "why": made.why.value})
        told = tell_colleague(case, "passed_to_you", made.taker, now)
        with self.casework.store.transaction():
            for one in self.offers.of_case(case.id):
                if one.answer is Answer.WAITING:  # of a time before the case came back to its giver
                    self.offers.settle(replace(one, answer=Answer.LAPSED))
            moved = self.casework.move(case, Moved(case, events=(event,), errands=(told,)))
            self.offers.offer(made)
        return moved

    def accept(self, member: Member, case_id: str, passing_id: str, now: datetime) -> Case:
        """Take over what was offered; the guest is told the new name. Accepted twice it is once.

        Raises NotAllowed ("not_passed") where it is not, or no longer, offered to this member.
        """
        case = self.casework.seen_by(member, case_id)
        one = self._one(case, passing_id)
        if one.taker == member.staff_id == case.owner:
            return case
        self._must_wait_for(member, case, one)
        policy, staff = self.casework.policies.policy(case.charity), self.casework.store.members(case.charity)
        must_be_for(member, case, self.casework.store.events(case.id), policy, staff)
        moved = claimed(case, member, now)
        event = _event(one, "claimed", member, now, {"name": member.name})
        return self._settled(case, replace(moved, events=(event,)), replace(one, answer=Answer.ACCEPTED))

    def decline(self, member: Member, case_id: str, passing_id: str, reply: str, now: datetime) -> Case:
        """Leave it with whoever has it, who reads why. Raises NotAllowed ("not_passed", "no_reply")."""
        case = self.casework.seen_by(member, case_id)
        one = self._one(case, passing_id)
        self._must_wait_for(member, case, one)
        if not reply.strip():
            raise NotAllowed("no_reply")
        event = _event(one, "declined", member, now)
        told = tell_colleague(case, "passing_declined", one.giver, now)
        moved = Moved(case, events=(event,), errands=(told,))
        return self._settled(case, moved, replace(one, answer=Answer.DECLINED, reply=reply))

    def take_back(self, member: Member, case_id: str, passing_id: str, now: datetime) -> Case:
        """Keep it after all; taken back twice it is once. Raises NotAllowed ("not_passed")."""
        case = self._mine(member, case_id)
        one = self._one(case, passing_id)
        if one.answer is Answer.TAKEN_BACK:
            return case
        if not one.waits_in(case):
            raise NotAllowed("not_passed")
        moved = Moved(case, events=(_event(one, "kept", member, now),))
        return self._settled(case, moved, replace(one, answer=Answer.TAKEN_BACK))

    def _mine(self, member: Member, case_id: str) -> Case:
        case = self.casework.seen_by(member, case_id)
        must_be_open(case)
        must_own(case, member)
        return case

    def _one(self, case: Case, passing_id: str) -> Passing:
        found = next((one for one in self.offers.of_case(case.id) if one.id == passing_id), None)
        if found is None:
            raise NotAllowed("not_passed")
        return found

    def _must_wait_for(self, member: Member, case: Case, one: Passing) -> None:
        if one.taker == member.staff_id:
            must_be_open(case)
        if one.taker != member.staff_id or not one.waits_in(case):
            raise NotAllowed("not_passed")

    def _settled(self, case: Case, moved: Moved, one: Passing) -> Case:
        with self.casework.store.transaction():
            after = self.casework.move(case, moved)
            self.offers.settle(one)
        return after


def _event(
    one: Passing, what: str, member: Member, now: datetime, more: dict[str, Plain] | None = None
) -> Event:
    return Event(one.case_id, now, member.staff_id, what, {"passing": one.id, **(more or {})})
