"""To whom a case goes where the policy names somebody: a stage's people, a line manager, an MP's reader."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from webchat.cases.case import About, Case, Event
from webchat.cases.errors import NotAllowed
from webchat.cases.people.member import Member
from webchat.cases.people.powers import HAVE_A_DESK
from webchat.cases.promises.policy import Directed, Policy
from webchat.cases.words import Kind

# The answer of a guest who writes as a councillor or a Member of Parliament (Help & Care 12).
AS_ELECTED = "as_elected"


@dataclass(frozen=True, slots=True)
class GoesTo:
    """Where the policy gives a case: the clause, and the members who may have it here, by name."""

    by: Directed
    members: tuple[Member, ...]

    def includes(self, member: Member) -> bool:
        """Whether this member may have it."""
        return member.staff_id in {one.staff_id for one in self.members}


def goes_to(case: Case, policy: Policy, staff: Sequence[Member]) -> GoesTo | None:
    """To whom the policy gives this case; None where anybody who may know of it may take it.

    A later stage's own people come first; then the line manager of whom a complaint is about (Help & Care
    15.3), then who reads what elected members write (12). Where there is nobody of those, whoever the pack
    puts in their place (issue 4, line 1); never whom it is about.
    """
    by = _directed(case, policy)
    if by is None:
        return None
    able = [one for one in staff if one.staff_id != case.about_staff and one.has(*HAVE_A_DESK)]
    if not by.roles:
        named = next((one for one in staff if one.staff_id == case.about_staff), None)
        managers = tuple(one for one in able if named and one.staff_id == named.line_manager)
        return GoesTo(by, managers or stand_in(policy, able))
    return GoesTo(by, tuple(one for one in able if one.has(*by.roles)) or stand_in(policy, able))


def _directed(case: Case, policy: Policy) -> Directed | None:
    stage = policy.stage(case.stage)
    if stage is not None:
        return stage
    if policy.conduct and case.kind is Kind.COMPLAINT and case.about is About.MATCHED:
        return policy.conduct
    return policy.elected if writes_as_elected(case) else None


def stand_in(policy: Policy, able: Iterable[Member]) -> tuple[Member, ...]:
    """Those who do what a role does that nobody has here: the first of the pack's that somebody has."""
    some = tuple(able)
    for role in policy.instead:
        held = tuple(one for one in some if one.has(role))
        if held:
            return held
    return ()


def leads_learning(policy: Policy, staff: Iterable[Member]) -> tuple[Member, ...]:
    """Those who answer for actions that were promised and that nobody has (Help & Care 19.3), or whoever the
    pack puts in their place."""
    able = [one for one in staff if one.has(*HAVE_A_DESK)]
    named = policy.learning.roles if policy.learning else ()
    return tuple(one for one in able if one.has(*named)) or stand_in(policy, able)


def writes_as_elected(case: Case) -> bool:
    """Whether its guest, or staff, say that it comes from an elected member."""
    return dict(case.answers).get(AS_ELECTED) == "yes"


def those_told(case: Case, staff: Sequence[Member], policy: Policy) -> Sequence[Member]:
    """Who hears of a case that nobody has taken: everybody, or those to whom the policy gives it.

    Whoever has it hears of it too. Whether they may know of it is for `sight.py` to say.
    """
    to = goes_to(case, policy, staff)
    if to is None:
        return staff
    return [one for one in staff if to.includes(one) or one.staff_id == case.owner]


def must_be_for(
    member: Member, case: Case, events: Iterable[Event], policy: Policy, staff: Sequence[Member]
) -> None:
    """Refuse a case to whoever it does not go to, and a later stage to whoever had the complaint before.

    Raises NotAllowed ("goes_to_others", "had_it_before"): nobody looks again at what they decided themselves
    (Help & Care 12, 15.3, 16.3, 17.3; issue 4, line 1).
    """
    to = goes_to(case, policy, staff)
    if to is None:
        return
    if not to.includes(member):
        raise NotAllowed("goes_to_others")
    if case.stage > 1 and member.staff_id in had_before(case, events):
        raise NotAllowed("had_it_before")


def may_take(
    member: Member, case: Case, events: Iterable[Event], policy: Policy, staff: Sequence[Member]
) -> bool:
    """Whether a case goes to a member as `must_be_for` has it. `events` are read for a later stage only."""
    try:
        must_be_for(member, case, events, policy, staff)
    except NotAllowed:
        return False
    return True


def in_right_hands(case: Case, policy: Policy, staff: Sequence[Member]) -> Case:
    """The case, in nobody's hands where whoever has it may not have it any more."""
    to = goes_to(case, policy, staff)
    may_keep = to is None or case.owner in {one.staff_id for one in to.members}
    return case if may_keep else replace(case, owner="")


def had_before(case: Case, events: Iterable[Event]) -> frozenset[str]:
    """The staff ids of whoever had this complaint at an earlier stage."""
    earlier = (one for one in events if one.at < case.stage_received_at)
    return frozenset(one.who for one in earlier if one.what == "claimed")
