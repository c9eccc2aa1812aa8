"""Who may know of a case. Not allowed looks exactly like not there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from webchat.cases.case import About, Case
from webchat.cases.people.member import Member
from webchat.cases.people.names import might_be, rules_out_others
from webchat.cases.people.powers import HAVE_A_DESK, SIGHT, Sort
from webchat.cases.words import Kind, Role


class Guard(StrEnum):
    """Who reads first what must be read first."""

    LEAD = "lead"
    DEPUTY = "deputy"
    SENIOR = "senior"


@dataclass(frozen=True, slots=True)
class Guards:
    """Those of one sort who may read a case: their staff ids, empty where nobody has an account yet.

    `all_of_them`: nobody of this sort is kept from it, so that the number on the charity's list may be used.
    """

    guard: Guard
    staff_ids: frozenset[str]
    all_of_them: bool = True


def may_see(
    member: Member, case: Case, about_name: str, staff: Sequence[Member], order: Sequence[Role]
) -> bool:
    """Whether a member of staff may list, open, claim or be told of a case (design.md "About a person?").

    `about_name` is whom the guest named, or empty. `staff` is everyone at the charity, `order` the pack's
    order of roles. A matched person never sees it, whatever else they are (Help & Care 15.3; guest-rules
    E16). A safeguarding case is for its guardians alone; what they are to read first, for them as well.
    Whoever sits on its panel sees the appeal, and only it (Help & Care 17.3).
    """
    if member.charity != case.charity or case.about_staff == member.staff_id:
        return False
    if case.read_first and is_guardian(member, case, about_name, staff, order):
        return True
    if case.kind is Kind.SAFEGUARDING:
        return False
    if sits_on(case, member) and not could_be_about(member, case, about_name, staff):
        return True
    if case.about is About.UNMATCHED:
        return member.staff_id in first_who_cannot_be(about_name, staff, order, case.lang)
    if case.owner == member.staff_id:
        return member.has(*HAVE_A_DESK)
    return any(member.has(*SIGHT[sort]) for sort in sorts_of(case))


def hangs_on_no_name(case: Case) -> bool:
    """Whether `may_see` says the same whoever works here and whomever its guest named: so of most cases."""
    return not case.read_first and case.kind is not Kind.SAFEGUARDING and case.about is not About.UNMATCHED


def sits_on(case: Case, member: Member) -> bool:
    """Whether a member of staff is on the panel that hears a case."""
    return member.staff_id in {one.staff_id for one in case.panel}


def could_be_about(member: Member, case: Case, about_name: str, staff: Sequence[Member]) -> bool:
    """Whether a case is about them, or nobody has said yet that it is not (guest-rules E16)."""
    if case.about_staff and member.staff_id == case.about_staff:
        return True
    may_be_anybody = not rules_out_others(about_name, staff, case.lang)
    return case.about is About.UNMATCHED and (may_be_anybody or might_be(about_name, member))


def sorts_of(case: Case) -> tuple[Sort, ...]:
    """What a case is, by the table of powers."""
    if case.kind is Kind.SAFEGUARDING:
        return (Sort.SAFEGUARDING,)
    if case.about is About.UNMATCHED:
        return (Sort.ABOUT_UNMATCHED,)
    also = (
        (Sort.APPOINTMENT, case.kind is Kind.APPOINTMENT),
        (Sort.ABOUT_SOMEBODY, case.about is About.MATCHED),
        (Sort.APPEAL, case.stage > 2),
        (Sort.DECIDING, case.deciding),
    )
    return (Sort.ORDINARY, *(sort for sort, is_one in also if is_one))


def sees_every_kind(member: Member) -> bool:
    """Whether nothing but what `may_see` keeps from everybody is kept from them; others see few cases."""
    return member.has(*SIGHT[Sort.ORDINARY])


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


def is_guardian(
    member: Member, case: Case, about_name: str, staff: Sequence[Member], order: Sequence[Role]
) -> bool:
    """Whether it is for this member to read a case first."""
    told = guardians(case, about_name, staff, order)
    return any(member.staff_id in one.staff_ids for one in told)


def guardians(
    case: Case, about_name: str, staff: Sequence[Member], order: Sequence[Role]
) -> tuple[Guards, ...]:
    """Who reads a case first: the lead, then the deputy; where neither may, the most senior (E13, E16).

    Nobody whom it is about or might be about; nobody whose name stands in the words of a safeguarding case,
    unless nobody else were left: to be named is not to be accused, and somebody has to read it. Where the
    words given for a person rule nobody out, the most senior reads it, as any case about a person.
    """
    not_about = [one for one in staff if _is_not_the_person(one, case, about_name)]
    unnamed = [one for one in not_about if one.staff_id not in case.kept_from]
    return _in_order(case, about_name, staff, unnamed, order) or _in_order(
        case, about_name, staff, not_about, order
    )


def _in_order(
    case: Case, about_name: str, staff: Sequence[Member], able: Sequence[Member], order: Sequence[Role]
) -> tuple[Guards, ...]:
    ours = (
        *_guards(Guard.LEAD, Role.SAFEGUARDING_LEAD, staff, able),
        *_guards(Guard.DEPUTY, Role.SAFEGUARDING_DEPUTY, staff, able),
    )
    senior = tuple(one for one in _guards(Guard.SENIOR, order[-1], staff, able) if one.staff_ids)
    may_be_anybody = case.about is About.UNMATCHED and not rules_out_others(about_name, staff, case.lang)
    return (senior or ours) if may_be_anybody else (ours or senior)


def _guards(guard: Guard, role: Role, staff: Iterable[Member], able: Iterable[Member]) -> tuple[Guards, ...]:
    held = frozenset(one.staff_id for one in staff if one.has(role))
    left = held & {one.staff_id for one in able}
    return () if held and not left else (Guards(guard, left, held == left),)


def _is_not_the_person(member: Member, case: Case, about_name: str) -> bool:
    if member.charity != case.charity or member.staff_id == case.about_staff:
        return False
    return case.about is not About.UNMATCHED or not might_be(about_name, member)
