"""A day or a week of appointments as a list, whose they are, and first what can no longer take place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from webchat.cases.appointments.diary import Closure, Kept, Meeting
from webchat.cases.appointments.rearranging import may_rearrange
from webchat.cases.case import Case, Status
from webchat.cases.needs import Need
from webchat.cases.people.member import Member
from webchat.cases.people.powers import ARRANGE_ALL_TIMES
from webchat.cases.promises.calendar import LONDON, london_date
from webchat.i18n import dates
from webchat.packs import Charity
from webchat.wiring import House

EVERYBODY = "everybody"
_WEEK, _WORKING_DAYS = 7, 5


class Span(StrEnum):
    """How much of the diary is shown at once."""

    DAY = "day"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for: the London date, how much, and whose: a staff id or EVERYBODY."""

    on: date
    span: Span
    whose: str

    @property
    def first(self) -> date:
        """The first date of it: a week begins on Monday."""
        return self.on - timedelta(days=self.on.weekday()) if self.span is Span.WEEK else self.on

    @property
    def length(self) -> timedelta:
        """How far it is to the next one."""
        return timedelta(days=_WEEK if self.span is Span.WEEK else 1)


@dataclass(frozen=True, slots=True)
class Agreed:
    """A meeting that was agreed, whose case this member may know of.

    `is_off`: it cannot take place as agreed, since that day is closed or the person has left. `mine`: they
    may change it; `has_begun`: it should have begun. `on` is its London date, `day` the same in words.
    """

    meeting: Meeting
    on: date
    day: str
    when: str
    with_whom: str
    case: Case
    guest: str
    needs: Sequence[Need]
    is_off: bool
    is_held: bool
    has_begun: bool
    mine: bool


@dataclass(frozen=True, slots=True)
class Day:
    """One London date: its meetings, the soonest first, and who is not met on it ("" is everybody)."""

    on: date
    name: str
    meetings: tuple[Agreed, ...]
    shut: tuple[str, ...]
    is_today: bool
    is_bank_holiday: bool


@dataclass(frozen=True, slots=True)
class Agenda:
    """The list. `off` is what can no longer take place, on whatever day; `before`, `after` and `today` are
    dates for its links, None past the years that are known."""

    asked: Asked
    name: str
    days: tuple[Day, ...]
    off: tuple[Agreed, ...]
    before: date | None
    after: date | None
    today: date
    staff: tuple[Member, ...]


def asked_of(told: Mapping[str, str], member: Member, charity: Charity, now: datetime) -> Asked | None:
    """What an address asks for. A date that is none is today; None for somebody else's times where this
    member arranges only their own."""
    span = Span.DAY if told.get("span") == Span.DAY else Span.WEEK
    arranges_all = member.has(*ARRANGE_ALL_TIMES)
    whose = told.get("whose") or (EVERYBODY if arranges_all else member.staff_id)
    if whose != member.staff_id and not arranges_all:
        return None
    return Asked(_date(told.get("on", ""), charity) or london_date(now), span, whose)


def agenda_of(house: House, charity: Charity, member: Member, asked: Asked) -> Agenda:
    """The list as this member may see it: of a case that they may not know of nothing stands in it."""
    now, today = house.now(), london_date(house.now())
    staff = tuple(house.staff.members(charity.slug))
    looked = _Look(house, charity, member, {one.staff_id: one.name for one in staff}, now)
    first, end = asked.first, asked.first + asked.length
    whose = "" if asked.whose == EVERYBODY else asked.whose
    kept = house.booking.store.between(charity.slug, _begin(first), _begin(end), whose)
    to_come = [one for one in house.booking.store.booked(charity.slug, now) if whose in ("", one.staff_id)]
    store, since = house.booking.store, min(first, today)
    away = [one.as_closure for one in store.absences(charity.slug, since)]
    closures = [*store.closures(charity.slug, since), *away]
    on_days = looked.seen(kept, closures)
    return Agenda(
        asked=asked,
        name=dates.day(first, "en"),
        days=tuple(_days(asked, on_days, closures, looked)),
        off=tuple(looked.seen([Kept(one) for one in to_come if looked.is_off(one, closures)], closures)),
        before=_known(first - asked.length, charity),
        after=_known(end, charity),
        today=today,
        staff=staff if member.has(*ARRANGE_ALL_TIMES) else (),
    )


@dataclass(frozen=True, slots=True)
class _Look:
    """Who looks, where and when."""

    house: House
    charity: Charity
    member: Member
    names: Mapping[str, str]
    now: datetime

    def seen(self, kept: Sequence[Kept], closures: Sequence[Closure]) -> list[Agreed]:
        """Those of which this member may know."""
        pairs = ((one, self.house.cases.case(self.charity.slug, one.meeting.case_id)) for one in kept)
        needs = self.house.cases.needs_of([one.meeting.case_id for one in kept])
        return [
            self._agreed(one, case, needs[case.id], closures)
            for one, case in pairs
            if case is not None and self.house.casework.may_see(self.member, case)
        ]

    def is_off(self, meeting: Meeting, closures: Sequence[Closure]) -> bool:
        """Whether it cannot take place as agreed."""
        on = london_date(meeting.starts_at)
        blocked = any(shut.blocks(meeting.staff_id, on) for shut in closures)
        return meeting.staff_id not in self.names or blocked or self.is_bank_holiday(on)

    def is_bank_holiday(self, on: date) -> bool:
        """Whether nobody works on that date; a week may reach past the years that are known."""
        return _known(on, self.charity) is not None and self.charity.calendar.is_bank_holiday(on)

    def _agreed(self, one: Kept, case: Case, needs: Sequence[Need], closures: Sequence[Closure]) -> Agreed:
        meeting, on = one.meeting, london_date(one.meeting.starts_at)
        return Agreed(
            meeting=meeting,
            on=on,
            day=dates.day(on, "en"),
            when=from_to(*(at.astimezone(LONDON).time() for at in (meeting.starts_at, meeting.ends_at))),
            with_whom=self.names.get(meeting.staff_id, ""),
            case=case,
            guest=self.house.casework.guest(case).name,
            needs=needs,
            is_off=not one.is_held and meeting.ends_at > self.now and self.is_off(meeting, closures),
            is_held=one.is_held,
            has_begun=meeting.starts_at <= self.now,
            mine=case.status is Status.OPEN and not one.is_held and may_rearrange(self.member, case, meeting),
        )


def from_to(begins: time, ends: time) -> str:
    """Two times of a day: "10am - 10:30am"."""
    return f"{dates.clock_time(begins, 'en')} \u2013 {dates.clock_time(ends, 'en')}"


def _days(asked: Asked, kept: Sequence[Agreed], closures: Sequence[Closure], looked: _Look) -> list[Day]:
    found = []
    for number in range(asked.length.days):
        on = asked.first + timedelta(days=number)
        there = tuple(one for one in kept if one.on == on)
        shut = tuple(_shut(asked, on, closures, looked))
        if there or shut or number < _WORKING_DAYS:
            today = on == london_date(looked.now)
            found.append(Day(on, dates.day(on, "en"), there, shut, today, looked.is_bank_holiday(on)))
    return found


def _shut(asked: Asked, on: date, closures: Sequence[Closure], looked: _Look) -> list[str]:
    whose = [one for one in closures if one.staff_id in ("", asked.whose) or asked.whose == EVERYBODY]
    names = {"": "", **looked.names}
    return [names[one.staff_id] for one in whose if one.first <= on <= one.last and one.staff_id in names]


def _begin(on: date) -> datetime:
    return datetime.combine(on, time(), LONDON)


def _date(told: str, charity: Charity) -> date | None:
    """A date of the years whose bank holidays are known."""
    try:
        return _known(date.fromisoformat(told), charity)
    except ValueError:
        return None


def _known(on: date, charity: Charity) -> date | None:
    return on if charity.calendar.first <= on <= charity.calendar.last else None
