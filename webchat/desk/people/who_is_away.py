"""Who is away, as the page and the board show it: never a case that the one who looks may not know of."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from webchat.cases.case import Case
from webchat.cases.people.away import Absence, away_on, in_their_place, may_say_away
from webchat.cases.people.member import Member
from webchat.cases.promises.calendar import london_date
from webchat.db.desk_lists import Listed, Only
from webchat.desk.board import before_any_clock
from webchat.i18n import dates
from webchat.packs import Charity
from webchat.wiring import House


@dataclass(frozen=True, slots=True)
class AgreedThen:
    """An appointment agreed for a day on which they are away."""

    case: Case
    when: str


@dataclass(frozen=True, slots=True)
class AwayLine:
    """One absence. `substitute` is the name of who stands in, `is_able` whether they still can: nobody who is
    away then, or has left. `mine`: this member may change it; `agreed` is then what was agreed for it."""

    absence: Absence
    name: str
    first: str
    back: str
    substitute: str
    is_able: bool
    is_on: bool
    is_own: bool
    stands_in: bool
    mine: bool
    agreed: tuple[AgreedThen, ...]


@dataclass(frozen=True, slots=True)
class WhoIsAway:
    """What the page shows. `staff` are those for whom this member may say it, `colleagues` everybody."""

    lines: tuple[AwayLine, ...]
    staff: tuple[Member, ...]
    colleagues: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class AwayNow:
    """That whoever has a case is away: until when, who stands in, and whether it is this member."""

    back: str
    substitute: str
    stands_in: bool


def away_of(house: House, charity: Charity, member: Member) -> WhoIsAway:
    """Who is away now or later, the first first."""
    staff = tuple(house.staff.members(charity.slug))
    known = {one.staff_id: one for one in staff}
    absences = house.booking.store.absences(charity.slug, london_date(house.now()))
    there = [one for one in absences if one.staff_id in known]
    return WhoIsAway(
        lines=tuple(_line(house, member, one, there, known) for one in there),
        staff=tuple(one for one in staff if may_say_away(member, one)),
        colleagues=staff,
    )


def _line(
    house: House, member: Member, one: Absence, absences: Sequence[Absence], known: Mapping[str, Member]
) -> AwayLine:
    substitute = known.get(one.substitute)
    clash = any(other.staff_id == one.substitute and other.meets(one) for other in absences)
    mine = may_say_away(member, known[one.staff_id])
    return AwayLine(
        absence=one,
        name=known[one.staff_id].name,
        first=dates.day(one.first, "en"),
        back=dates.day(one.back, "en"),
        substitute=substitute.name if substitute else "",
        is_able=substitute is not None and not clash,
        is_on=one.is_on(london_date(house.now())),
        is_own=one.staff_id == member.staff_id,
        stands_in=one.substitute == member.staff_id,
        mine=mine,
        agreed=tuple(_agreed(house, member, one)) if mine else (),
    )


def _agreed(house: House, member: Member, one: Absence) -> list[AgreedThen]:
    found = []
    for meeting in house.booking.store.booked(one.charity, house.now()):
        if meeting.staff_id == one.staff_id and one.is_on(london_date(meeting.starts_at)):
            case = house.cases.case(one.charity, meeting.case_id)
            if case is not None and house.casework.may_see(member, case):
                found.append(AgreedThen(case, dates.moment(meeting.starts_at, "en")))
    return found


def away_now(house: House, member: Member, case: Case, names: Mapping[str, str]) -> AwayNow | None:
    """What a case's page says where whoever has it is away."""
    one = house.standing_in.away(case.charity, case.owner, house.now()) if case.owner else None
    if one is None:
        return None
    in_place = house.standing_in.in_their_place(case, london_date(house.now()))
    mine = any(other.staff_id == member.staff_id for other in in_place)
    # Whoever may not know of it is named to nobody as the one who would look after it.
    is_named = any(other.staff_id == one.substitute for other in in_place)
    return AwayNow(dates.day(one.back, "en"), names[one.substitute] if is_named else "", mine)


def looked_after(
    house: House, charity: Charity, member: Member, only: Only, may_know: Callable[[Listed], bool], most: int
) -> list[tuple[str, list[Listed]]]:
    """The cases of each colleague who is away that this member looks after meanwhile, with the name.

    What must be read first stands where it always does.
    """
    on, staff = london_date(house.now()), tuple(house.staff.members(charity.slug))
    absences = house.booking.store.absences(charity.slug, on)
    found = []
    for one in staff:
        if one.staff_id == member.staff_id or away_on(absences, one.staff_id, on) is None:
            continue
        theirs = house.desk_lists.open_cases(
            charity.slug, limit=most, only=replace(only, owner=one.staff_id, seen_by=member)
        )
        mine = [
            listed
            for listed in theirs
            if may_know(listed)
            and not before_any_clock(listed.case)
            and _is_for(member, listed, absences, staff, house, charity, on)
        ]
        found += [(one.name, mine)] if mine else []
    return found


def _is_for(
    member: Member,
    listed: Listed,
    absences: Sequence[Absence],
    staff: Sequence[Member],
    house: House,
    charity: Charity,
    on: date,
) -> bool:
    case = listed.case
    events = house.cases.events(case.id) if case.stage > 1 else ()
    found = in_their_place(case, listed.about_name, events, absences, staff, charity.policy, on)
    return any(one.staff_id == member.staff_id for one in found)
