"""Somebody is away until a date, and who stands in. Substitution gives no sight (issue 4, line 7)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from webchat.cases.appointments.diary import Closure
from webchat.cases.case import Case, Event
from webchat.cases.errors import BeyondCalendar, NotAllowed
from webchat.cases.people.directing import may_take
from webchat.cases.people.member import Member
from webchat.cases.people.powers import HAVE_A_DESK, SAY_WHO_IS_AWAY
from webchat.cases.people.sight import may_see
from webchat.cases.promises.calendar import WorkingCalendar
from webchat.cases.promises.policy import Policy, WhileAway
from webchat.cases.rules import must_be_known
from webchat.cases.words import Role

_DAY = timedelta(days=1)
# Who looks after the cases of somebody away where neither a substitute nor a line manager may.
_LOOK_AFTER = (Role.MANAGER, Role.SERVICE_LEAD)


@dataclass(frozen=True, slots=True)
class Absence:
    """Away from `first`, back on `back`, which is later; London dates. `substitute` is a staff id, or empty;
    `said_by` whoever said so last."""

    id: str
    charity: str
    staff_id: str
    first: date
    back: date
    substitute: str = ""
    said_by: str = ""

    def is_on(self, day: date) -> bool:
        """Whether they are away on a London date."""
        return self.first <= day < self.back

    def meets(self, other: "Absence") -> bool:
        """Whether both are away on one day at least."""
        return self.first < other.back and other.first < self.back

    @property
    def as_closure(self) -> Closure:
        """The days on which they cannot be met."""
        return Closure(self.id, self.charity, self.first, self.back - _DAY, self.staff_id)


def may_say_away(member: Member, other: Member) -> bool:
    """Whether a member says when that colleague is away: themselves, their line manager, or a manager."""
    if member.charity != other.charity:
        return False
    return member.staff_id in (other.staff_id, other.line_manager) or member.has(*SAY_WHO_IS_AWAY)


def must_fit(
    one: Absence, others: Iterable[Absence], staff: Sequence[Member], today: date, last: date
) -> None:
    """Refuse an absence that cannot be. `others` are all that are not over; `last` ends the known calendar.

    Raises NotAllowed: "back_before_away", "back_has_passed", "too_far_ahead", "away_already",
    "own_substitute", "not_a_colleague", or "substitute_away", by which nobody stands in in a circle.
    """
    if one.back <= one.first:
        raise NotAllowed("back_before_away")
    if one.back <= today:
        raise NotAllowed("back_has_passed")
    must_be_known(one.back, last)
    meeting = [other for other in others if other.id != one.id and one.meets(other)]
    if any(other.staff_id == one.staff_id for other in meeting):
        raise NotAllowed("away_already")
    if not one.substitute:
        return
    if one.substitute == one.staff_id:
        raise NotAllowed("own_substitute")
    if all(member.staff_id != one.substitute for member in staff if member.has(*HAVE_A_DESK)):
        raise NotAllowed("not_a_colleague")
    if any(other.staff_id == one.substitute for other in meeting):
        raise NotAllowed("substitute_away")


def away_on(absences: Iterable[Absence], staff_id: str, on: date) -> Absence | None:
    """The absence of somebody on a London date; None where they are here."""
    return next((one for one in absences if one.staff_id == staff_id and one.is_on(on)), None)


def in_their_place(
    case: Case,
    about_name: str,
    events: Iterable[Event],
    absences: Sequence[Absence],
    staff: Sequence[Member],
    policy: Policy,
    on: date,
) -> tuple[Member, ...]:
    """Who looks after a case on a date on which whoever has it is away; nobody where they are here.

    The substitute, if they may know of it and have it by their own rights; else the line manager; else the
    managers. Nobody who is away as well, or has left.
    """
    absence = away_on(absences, case.owner, on)
    owner = next((one for one in staff if one.staff_id == case.owner), None)
    if absence is None or owner is None:
        return ()
    able = [
        one
        for one in staff
        if one.staff_id != case.owner
        and away_on(absences, one.staff_id, on) is None
        and may_see(one, case, about_name, staff, policy.about_person_order)
        and may_take(one, case, events, policy, staff)
    ]
    for staff_id in (absence.substitute, owner.line_manager):
        found = tuple(one for one in able if staff_id and one.staff_id == staff_id)
        if found:
            return found
    return tuple(one for one in able if one.has(*_LOOK_AFTER))


def working_days_away(one: Absence, calendar: WorkingCalendar) -> int:
    """How many working days somebody is away; 0 where the calendar does not reach that far."""
    try:
        return calendar.working_days_between(one.first - _DAY, one.back - _DAY)
    except BeyondCalendar:
        return 0


def also_told(one: Absence, policy: Policy, calendar: WorkingCalendar) -> WhileAway | None:
    """What the policy has guests told besides when they are back; None where it asks for nothing.

    ACSOS, Contact by email: away for more than one working day. RUILS, Target 2: for what is urgent.
    """
    rule = policy.while_away
    return rule if rule and working_days_away(one, calendar) > rule.beyond else None
