"""What people decide about people: ending contact or barring somebody, by all whom the policy names.

Living Well Bromley 4.3, Help & Care 13; guest-rules E12: never the machine.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime

from webchat.cases.case import Case
from webchat.cases.errors import NotAllowed
from webchat.cases.people.member import Member
from webchat.cases.promises.policy import Policy, Sanctioned
from webchat.cases.words import Decided, Role, Sanction


@dataclass(frozen=True, slots=True)
class Voice:
    """What one of those whom the policy names decided for themselves, and why. `seat` is the place of their
    role among those it names."""

    staff_id: str
    seat: int
    role: Role
    agrees: bool
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Decision:
    """What was proposed for a case, and what became of it. `until` is its last day, None where it has none;
    `review_on` when it is looked at again; `tells` what the guest reads; `lifts` the id of the decision that
    this one ends, or empty."""

    id: str
    case_id: str
    charity: str
    kind: Sanction
    until: date | None
    review_on: date
    tells: str
    state: Decided
    voices: tuple[Voice, ...]
    lifts: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on a London date; it ends by itself after its last day."""
        restricts = self.state is Decided.HOLDS and not self.lifts
        return restricts and (self.until is None or day <= self.until)

    @property
    def is_open(self) -> bool:
        """Whether somebody's decision is still awaited."""
        return self.state is Decided.PROPOSED


def rule_for(policy: Policy, kind: Sanction) -> Sanctioned:
    """Who decides it under the policy. Raises NotAllowed ("policy_names_nobody")."""
    for one in policy.sanctions:
        if one.kind is kind:
            return one
    raise NotAllowed("policy_names_nobody")


def free_seat(member: Member, rule: Sanctioned, voices: Iterable[Voice], case: Case) -> tuple[int, Role]:
    """The seat that a member takes, and by which role: the first that is free.

    Raises NotAllowed: "decided_already" for whoever has spoken, "not_named" for whoever has none of the
    roles, or whom the case is about: they never take part.
    """
    counted = valid(voices, case)
    if member.staff_id in {one.staff_id for one in counted}:
        raise NotAllowed("decided_already")
    taken = {one.seat for one in counted}
    for seat, roles in enumerate(rule.seats):
        held = [role for role in roles if member.has(role)]
        if seat not in taken and held and member.staff_id != case.about_staff:
            return seat, held[0]
    raise NotAllowed("not_named")


def has_a_seat(member: Member, rule: Sanctioned, voices: Iterable[Voice], case: Case) -> bool:
    """Whether a member's own decision is still to come, as `free_seat` says."""
    with suppress(NotAllowed):
        free_seat(member, rule, voices, case)
        return True
    return False


def valid(voices: Iterable[Voice], case: Case) -> tuple[Voice, ...]:
    """Those that count: not of whoever the case turned out to be about."""
    return tuple(one for one in voices if one.staff_id != case.about_staff)


def all_agree(rule: Sanctioned, voices: Iterable[Voice], case: Case) -> bool:
    """Whether every seat that the policy names has agreed, each by another person."""
    agreed = [one for one in valid(voices, case) if one.agrees]
    people = {one.staff_id for one in agreed}
    return {one.seat for one in agreed} == set(range(len(rule.seats))) and len(people) == len(rule.seats)


def in_force(decisions: Sequence[Decision], day: date) -> Decision | None:
    """The decision that holds for a case on a London date; None where none does."""
    return next((one for one in reversed(decisions) if one.holds_on(day)), None)
