"""The page of appointments: what is agreed, day by day, what is offered, and when nobody is met."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from webchat.cases.calendar import LONDON, london_date
from webchat.cases.case import Case
from webchat.cases.diary import Closure, Meeting, Offer
from webchat.cases.member import Member
from webchat.cases.powers import ARRANGE_ALL_TIMES
from webchat.desk.access import may_arrange
from webchat.i18n import dates
from webchat.packs import Charity
from webchat.wiring import House


@dataclass(frozen=True, slots=True)
class Agreed:
    """A meeting that was agreed. `case` is None for whoever may not know of it.

    `is_off`: it cannot take place as agreed, since that day is closed or the person has left.
    """

    meeting: Meeting
    when: str
    with_whom: str
    case: Case | None
    guest: str
    is_off: bool


@dataclass(frozen=True, slots=True)
class Day:
    """The meetings of one London date, the soonest first."""

    name: str
    meetings: tuple[Agreed, ...]


@dataclass(frozen=True, slots=True)
class Offered:
    """An offer; `days` are its dates in words where it is on single ones. `mine`: this member arranges it."""

    offer: Offer
    when: str
    with_whom: str
    days: tuple[str, ...]
    first: str
    last: str
    mine: bool


@dataclass(frozen=True, slots=True)
class Shut:
    """Dates on which nobody, or one person, is met."""

    closure: Closure
    first: str
    last: str
    who: str
    mine: bool


@dataclass(frozen=True, slots=True)
class Diary:
    """The page. `staff` are those for whom this member may arrange times."""

    days: tuple[Day, ...]
    offers: tuple[Offered, ...]
    closures: tuple[Shut, ...]
    staff: tuple[Member, ...]
    arranges_all: bool


def diary_of(house: House, charity: Charity, member: Member) -> Diary:
    """The diary of a charity as this member may see it."""
    now, store = house.now(), house.booking.store
    staff = tuple(house.staff.members(charity.slug))
    names = {one.staff_id: one.name for one in staff}
    closures = store.closures(charity.slug, london_date(now))
    booked = store.booked(charity.slug, now)
    return Diary(
        days=tuple(_days(house, charity, member, booked, closures, names)),
        offers=tuple(_offered(one, names, member) for one in store.offers(charity.slug)),
        closures=tuple(_shut(one, names, member) for one in closures),
        staff=tuple(one for one in staff if may_arrange(member, one.staff_id)),
        arranges_all=member.has(*ARRANGE_ALL_TIMES),
    )


def _days(
    house: House,
    charity: Charity,
    member: Member,
    booked: Sequence[Meeting],
    closures: Sequence[Closure],
    names: dict[str, str],
) -> list[Day]:
    found: dict[date, list[Agreed]] = {}
    for one in booked:
        on = london_date(one.starts_at)
        case = house.cases.case(charity.slug, one.case_id)
        seen = case if case and house.casework.may_see(member, case) else None
        off = one.staff_id not in names or any(shut.blocks(one.staff_id, on) for shut in closures)
        found.setdefault(on, []).append(
            Agreed(
                meeting=one,
                when=_from_to(*(at.astimezone(LONDON).time() for at in (one.starts_at, one.ends_at))),
                with_whom=names.get(one.staff_id, ""),
                case=seen,
                guest=house.casework.guest(seen).name if seen else "",
                is_off=off or charity.calendar.is_bank_holiday(on),
            )
        )
    return [Day(dates.day(on, "en"), tuple(there)) for on, there in sorted(found.items())]


def _offered(one: Offer, names: dict[str, str], member: Member) -> Offered:
    return Offered(
        offer=one,
        when=_from_to(one.begins, one.ends),
        with_whom=names.get(one.staff_id, ""),
        days=tuple(dates.day(on, "en") for on in one.on),
        first=dates.day(one.first, "en") if one.first else "",
        last=dates.day(one.last, "en") if one.last else "",
        mine=may_arrange(member, one.staff_id),
    )


def _shut(one: Closure, names: dict[str, str], member: Member) -> Shut:
    return Shut(
        closure=one,
        first=dates.day(one.first, "en"),
        last=dates.day(one.last, "en"),
        who=names.get(one.staff_id, ""),
        mine=may_arrange(member, one.staff_id),
    )


def _from_to(begins: time, ends: time) -> str:
    return f"{dates.clock_time(begins, 'en')} \u2013 {dates.clock_time(ends, 'en')}"
