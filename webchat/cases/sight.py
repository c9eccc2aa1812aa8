"""Who may know of a case. Not allowed looks exactly like not there."""

from collections.abc import Sequence

from webchat.cases.case import About, Case
from webchat.cases.member import Member
from webchat.cases.names import might_be, rules_out_others
from webchat.cases.words import Kind, Role

_SEE_EVERY_KIND = (
    Role.WORKER,
    Role.MANAGER,
    Role.SERVICE_LEAD,
    Role.DIRECTOR,
    Role.GOVERNANCE,
    Role.CHIEF_EXECUTIVE,
    Role.SAFEGUARDING_LEAD,
)

def may_see(
    member: Member, case: Case, about_name: str, staff: Sequence[Member], order: Sequence[Role]
) -> bool:
    """Whether a member of staff may list, open, claim or be told of a case (design.md "About a person?").

    `about_name` is whom the guest named, or empty. `staff` is everyone at the charity, `order` the pack's
    order of roles. A matched person never sees it, whatever else they are (Help & Care 15.3; guest-rules
    E16).
    """
    if member.charity != case.charity or case.about_staff == member.staff_id:
        return False
    if case.about is About.UNMATCHED:
        return member.staff_id in first_who_cannot_be(about_name, staff, order, case.lang)
    if case.owner == member.staff_id:
        return True
    if member.has(*_SEE_EVERY_KIND):
        return True
    if member.has(Role.ADMINISTRATOR) and case.kind is Kind.APPOINTMENT:
        return True
    # The chair takes up what has been said of a named person, and hears appeals (Help & Care 17).
    return member.has(Role.CHAIR) and (case.about is About.MATCHED or case.stage > 2)


def first_who_cannot_be(
    name: str, staff: Sequence[Member], order: Sequence[Role], lang: str = "en"
) -> frozenset[str]:
    """The staff ids that see a case about an unmatched person: the first role of the order that has any.

    Whoever might be the person is left out. Where the words given rule nobody out (no name, "the boss",
    initials, another script), only the last role of the order sees it: the most senior, never a colleague of
    everybody. `lang` is the language they were given in.
    """
    if not rules_out_others(name, staff, lang):
        return frozenset(one.staff_id for one in staff if one.has(order[-1]))
    for role in order:
        able = [one for one in staff if one.has(role) and not might_be(name, one)]
        if able:
            return frozenset(one.staff_id for one in able)
    return frozenset()
