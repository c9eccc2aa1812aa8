"""Where the passing on of a case is, in words: for whom it was offered to, and for whoever offered it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from webchat.cases.case import Case, Status
from webchat.cases.people.away import away_on
from webchat.cases.people.member import Member
from webchat.cases.people.passing import Passing
from webchat.cases.promises.calendar import london_date
from webchat.i18n import dates
from webchat.wiring import House


@dataclass(frozen=True, slots=True)
class Offered:
    """One offer in words: from whom, to whom, when. `has_left`: whom it was offered to works here no more."""

    case: Case
    passing: Passing
    giver: str
    taker: str
    when: str
    has_left: bool = False


@dataclass(frozen=True, slots=True)
class PassedOn:
    """Where the passing on of a case is, for one member of staff.

    `to_me`: it waits for them; `by_me`: for a colleague they offered it to; `declined`: that colleague did
    not take it. `able` are those it can be offered to, `away` says of some by their staff id when they are
    back.
    """

    to_me: Offered | None = None
    by_me: Offered | None = None
    declined: Offered | None = None
    able: tuple[Member, ...] = ()
    away: Mapping[str, str] = field(default_factory=dict)


def passed_on(house: House, member: Member, case: Case) -> PassedOn:
    """What they are shown of it."""
    one, mine = house.passing_on.waiting(case), case.owner == member.staff_id
    if one is not None:
        offered = _offered(house, case, one)
        theirs = one.taker == member.staff_id
        return PassedOn(to_me=offered if theirs else None, by_me=None if theirs else offered)
    if not mine or case.status is not Status.OPEN:
        return PassedOn()
    last = house.passing_on.declined(case)
    refused = _offered(house, case, last) if last and last.giver == member.staff_id else None
    return PassedOn(declined=refused, able=house.passing_on.able(case), away=_away(house, case.charity))


def _away(house: House, charity: str) -> dict[str, str]:
    on = london_date(house.now())
    absences = house.booking.store.absences(charity, on)
    return {one.staff_id: dates.day(one.back, "en") for one in absences if away_on([one], one.staff_id, on)}


def offers_to(house: House, member: Member) -> tuple[Offered, ...]:
    """What waits for them to accept or decline."""
    return tuple(_offered(house, case, one) for case, one in house.passing_on.to_me(member))


def _offered(house: House, case: Case, one: Passing) -> Offered:
    names = {each.staff_id: each.name for each in house.staff.members(case.charity)}
    gone = {each: _name_of(house, each) for each in (one.giver, one.taker) if each not in names}
    told = {**gone, **names}
    stamp = dates.stamp(one.at, "en")
    return Offered(case, one, told[one.giver], told[one.taker], stamp, one.taker in gone)


def _name_of(house: House, staff_id: str) -> str:
    account = house.staff.account(staff_id)
    return account.name if account else ""
