"""The moves of a decision about a guest: proposed, agreed by each whom the policy names, told, lifted."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from webchat.cases.case import Case, Event, Plain, Purpose
from webchat.cases.errors import NotAllowed, NotFound
from webchat.cases.formats.sending import as_needed
from webchat.cases.moves import Letter, Moved, errands
from webchat.cases.people.member import Member
from webchat.cases.people.sanctions import Decision, Voice, all_agree, free_seat, in_force, rule_for
from webchat.cases.people.standing_in import StandingIn
from webchat.cases.ports import DecisionStore
from webchat.cases.promises.calendar import london_date
from webchat.cases.promises.policy import Policy
from webchat.cases.rules import must_be_known
from webchat.cases.words import Decided, Despite, Kind, Sanction


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one of them proposes, why, and what the guest is to be told."""

    kind: Sanction
    until: date | None
    review_on: date | None
    reason: str
    tells: str


@dataclass(frozen=True, slots=True)
class Deciding:
    """What people decide about a guest. The machine proposes, decides and matches nothing (guest-rules E12).

    Raises what Casework raises; whoever the case is about is not told that there is one.
    """

    standing_in: StandingIn
    store: DecisionStore

    def holds(self, case: Case, now: datetime) -> Decision | None:
        """The decision in force; None where none is, or it has ended by itself."""
        return in_force(self.store.decisions(case.id), london_date(now))

    def propose(self, member: Member, case_id: str, proposal: Proposal, now: datetime) -> Case:
        """One of those named proposes it, and has decided for themselves with it.

        Raises NotAllowed: "policy_names_nobody", "not_named", "is_open", "holds_already", "no_reason_told",
        "nothing_told", "no_until", "no_review", "date_in_the_past", "too_far_ahead".
        """
        case, today = self._of(member, case_id), london_date(now)
        rule = rule_for(self._policy(case), proposal.kind)
        before = self.store.decisions(case.id)
        if any(one.is_open for one in before):
            raise NotAllowed("is_open")
        if in_force(before, today):
            raise NotAllowed("holds_already")
        seat, role = free_seat(member, rule, (), case)
        has_end = proposal.kind is Sanction.BARRED_UNTIL
        until = proposal.until if has_end else None
        if has_end and until is None:
            raise NotAllowed("no_until")
        review_on = proposal.review_on or until
        if review_on is None:
            raise NotAllowed("no_review")
        for day in (until, review_on):
            if day is not None and day <= today:
                raise NotAllowed("date_in_the_past")
            must_be_known(day or today, self._last(case))
        _must_say(proposal.reason, proposal.tells)
        voice = Voice(member.staff_id, seat, role, True, proposal.reason.strip(), now)
        made = Decision(
            self._new_id(), case.id, case.charity, proposal.kind, until, review_on,
            proposal.tells.strip(), Decided.PROPOSED, (voice,),
        )  # fmt: skip
        return self._spoken(case, made, member, now)

    def lift(self, member: Member, case_id: str, reason: str, tells: str, now: datetime) -> Case:
        """One of the same roles proposes that it ends before its time. Raises as `propose` does, and
        "nothing_holds"."""
        case = self._of(member, case_id)
        before = self.store.decisions(case.id)
        held = in_force(before, london_date(now))
        if held is None:
            raise NotAllowed("nothing_holds")
        if any(one.is_open for one in before):
            raise NotAllowed("is_open")
        seat, role = free_seat(member, rule_for(self._policy(case), held.kind), (), case)
        _must_say(reason, tells)
        voice = Voice(member.staff_id, seat, role, True, reason.strip(), now)
        fresh = replace(held, id=self._new_id(), state=Decided.PROPOSED, voices=(voice,))
        made = replace(fresh, tells=tells.strip(), lifts=held.id)
        return self._spoken(case, made, member, now)

    def answer(
        self, member: Member, case_id: str, decision_id: str, agrees: bool, reason: str, now: datetime
    ) -> Case:
        """Another of those named agrees, or does not, for a reason of their own: one who does not ends it.

        Raises NotAllowed: "not_open", "not_named", "decided_already", "no_reason_told".
        """
        case = self._of(member, case_id)
        found = next((one for one in self.store.decisions(case.id) if one.id == decision_id), None)
        if found is None:
            raise NotFound(decision_id)
        if not found.is_open:
            raise NotAllowed("not_open")
        seat, role = free_seat(member, rule_for(self._policy(case), found.kind), found.voices, case)
        if not reason.strip():
            raise NotAllowed("no_reason_told")
        voice = Voice(member.staff_id, seat, role, agrees, reason.strip(), now)
        return self._spoken(case, replace(found, voices=(*found.voices, voice)), member, now)

    def guest_adds(
        self,
        case: Case,
        body: str,
        lang: str,
        despite: Despite | None,
        now: datetime,
        in_danger: bool = False,
    ) -> Case:
        """A guest's further words. While a decision holds only what always stays open is taken: danger, a
        challenge to it, and asking for what we know about them. Raises NotAllowed ("contact_ended").
        """
        open_to_all = in_danger or case.kind is Kind.SAFEGUARDING
        held = None if open_to_all else self.holds(case, now)
        if held and despite is None:
            raise NotAllowed("contact_ended")
        danger = in_danger or despite is Despite.DANGER
        casework = self.standing_in.casework
        with casework.store.transaction():
            added = self.standing_in.guest_adds(case, body, lang, now, danger)
            if held is None or despite is None:
                return added
            fields: dict[str, Plain] = {"despite": despite.value, "decision": held.id}
            event = Event(case.id, now, "guest", "wrote_despite", fields)
            return casework.move(added, Moved(added, events=(event,)))

    def _spoken(self, case: Case, made: Decision, member: Member, now: datetime) -> Case:
        """Store what somebody decided, and what follows once all have, or one has not agreed."""
        voice, casework = made.voices[-1], self.standing_in.casework
        rule = rule_for(self._policy(case), made.kind)
        if not voice.agrees:
            made = replace(made, state=Decided.REFUSED)
        elif all_agree(rule, made.voices, case):
            made = replace(made, state=Decided.HOLDS)
        fields: dict[str, Plain] = {
            "decision": made.id, "kind": made.kind.value, "role": voice.role.value,
            "agrees": voice.agrees, "lifts": bool(made.lifts), "state": made.state.value,
        }  # fmt: skip
        event = Event(case.id, now, member.staff_id, "decided", fields)
        moved = Moved(replace(case, deciding=made.is_open), events=(event,))
        with casework.store.transaction():
            self.store.decide(made)
            if made.state is Decided.HOLDS:
                moved = self._told(moved, made, now)
                if made.lifts:
                    self._lifted(case, made.lifts)
            return casework.move(case, moved)

    def _told(self, moved: Moved, made: Decision, now: datetime) -> Moved:
        """The guest is told in the words that people wrote, who decided by their roles, and until when."""
        in_order = sorted(made.voices, key=lambda one: one.seat)  # as the policy names them
        roles = ", ".join(one.role.value for one in in_order)
        purpose = Purpose.LIFTED if made.lifts else Purpose.DECIDED
        # What is told is of the writer's own dealings with us, not of whom they may write for.
        letter = Letter(purpose, made.tells, states_date=made.until, officer=roles, neutral=True)
        casework = self.standing_in.casework
        letter = as_needed(moved.case, letter, casework.store.needs(moved.case.id), now)
        told = casework.message(moved.case, None, letter, now)
        return replace(moved, messages=(told,), errands=errands(moved.case, told, now))

    def _lifted(self, case: Case, decision_id: str) -> None:
        held = next(one for one in self.store.decisions(case.id) if one.id == decision_id)
        self.store.decide(replace(held, state=Decided.LIFTED))

    def _of(self, member: Member, case_id: str) -> Case:
        return self.standing_in.casework.seen_by(member, case_id)

    def _policy(self, case: Case) -> Policy:
        return self.standing_in.casework.policies.policy(case.charity)

    def _last(self, case: Case) -> date:
        return self.standing_in.casework.policies.calendar(case.charity).last

    def _new_id(self) -> str:
        return self.standing_in.casework.new_id()


def _must_say(reason: str, tells: str) -> None:
    if not reason.strip():
        raise NotAllowed("no_reason_told")
    if not tells.strip():
        raise NotAllowed("nothing_told")
