"""What guests are offered, and when nobody is met, as the page of appointments shows it."""

from dataclasses import dataclass

from webchat.cases.appointments.diary import Closure, Offer
from webchat.cases.appointments.rearranging import may_arrange
from webchat.cases.people.member import Member
from webchat.cases.people.powers import ARRANGE_ALL_TIMES
from webchat.cases.promises.calendar import london_date
from webchat.desk.appointments.agenda import from_to
from webchat.i18n import dates
from webchat.packs import Charity
from webchat.wiring import House


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
    """What can be changed on the page. `staff` are those for whom this member may arrange times."""

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
    return Diary(
        offers=tuple(_offered(one, names, member) for one in store.offers(charity.slug)),
        closures=tuple(_shut(one, names, member) for one in closures),
        staff=tuple(one for one in staff if may_arrange(member, one.staff_id)),
        arranges_all=member.has(*ARRANGE_ALL_TIMES),
    )


def _offered(one: Offer, names: dict[str, str], member: Member) -> Offered:
    return Offered(
        offer=one,
        when=from_to(one.begins, one.ends),
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
