"""To whom a case goes where the policy names somebody: a later stage's people, an elected member's reader."""

from collections.abc import Iterable, Sequence

from webchat.cases.case import Case, Event
from webchat.cases.errors import NotAllowed
from webchat.cases.member import Member
from webchat.cases.policy import Directed, Policy
from webchat.cases.words import Role

# The answer of a guest who writes as a councillor or a Member of Parliament (Help & Care 12).
AS_ELECTED = "as_elected"


def directed(case: Case, policy: Policy) -> Directed | None:
    """To which roles the policy gives this case, with its clause; None where anybody may take it.

    A stage's own people come first: an elected member's appeal is heard as any other is.
    """
    stage = policy.stage(case.stage)
    if stage is not None:
        return stage
    return policy.elected if writes_as_elected(case) else None


def writes_as_elected(case: Case) -> bool:
    """Whether its guest, or staff, say that it comes from an elected member."""
    return dict(case.answers).get(AS_ELECTED) == "yes"


def roles_for(roles: Sequence[Role], staff: Iterable[Member], policy: Policy) -> tuple[Role, ...]:
    """The roles that do a work at this charity: the named ones, or where nobody has them, the first that
    somebody has of those the pack puts in their place (issue 4, line 1). Empty where nobody has any."""
    held = {role for one in staff for role in one.roles}
    named = tuple(role for role in roles if role in held)
    return named or tuple(role for role in policy.instead if role in held)[:1]


def those_told(case: Case, staff: Sequence[Member], policy: Policy) -> Sequence[Member]:
    """Who hears of a case that nobody has taken: everybody, or those to whom the policy gives it.

    Whoever has it hears of it too. Whether they may know of it is for `sight.py` to say.
    """
    to = directed(case, policy)
    if to is None:
        return staff
    roles = roles_for(to.roles, staff, policy)
    return [one for one in staff if one.has(*roles) or one.staff_id == case.owner]


def must_be_for(
    member: Member, case: Case, events: Iterable[Event], policy: Policy, staff: Sequence[Member]
) -> None:
    """Refuse a case to whoever it does not go to, and a later stage to whoever had the complaint before.

    Raises NotAllowed ("not_your_stage", "not_elected_reader", "had_it_before"): nobody looks again at what
    they decided themselves (Help & Care 12, 15.3, 16.3, 17.3; issue 4, line 1).
    """
    to = directed(case, policy)
    if to is None:
        return
    if not member.has(*roles_for(to.roles, staff, policy)):
        raise NotAllowed("not_your_stage" if case.stage > 1 else "not_elected_reader")
    if case.stage > 1 and member.staff_id in had_before(case, events):
        raise NotAllowed("had_it_before")


def had_before(case: Case, events: Iterable[Event]) -> frozenset[str]:
    """The staff ids of whoever had this complaint at an earlier stage."""
    earlier = (one for one in events if one.at < case.stage_received_at)
    return frozenset(one.who for one in earlier if one.what == "claimed")
