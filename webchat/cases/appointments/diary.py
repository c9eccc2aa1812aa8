"""When staff can be met, and which of those times are still free. Values in, values out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from webchat.cases.errors import NotAllowed
from webchat.cases.promises.calendar import LONDON, WorkingCalendar, london_date
from webchat.cases.words import Way

DAYS_AHEAD = 60  # how far ahead a guest is offered times
SHORTEST, LONGEST = 5, 8 * 60  # minutes of one meeting
MOST_PEOPLE = 50
MOST_NOTICE = 24 * 60  # hours: DAYS_AHEAD of them


@dataclass(frozen=True, slots=True)
class Offer:
    """Times that one member of staff can be met: one meeting after another between two times of the day.

    `weekday` (Monday is 0) from `first` to `last`; None: on every date of `on`. `minutes` is the length of
    one meeting, `people` how many guests may have the same one, `notice` how many hours before
    they must ask.
    """

    id: str
    charity: str
    staff_id: str
    way: Way
    begins: time
    ends: time
    minutes: int
    people: int = 1
    notice: int = 0
    weekday: int | None = None
    first: date | None = None
    last: date | None = None
    on: tuple[date, ...] = ()

    def is_on(self, day: date) -> bool:
        """Whether it holds on a London date, closures and bank holidays aside."""
        if self.weekday is None:
            return day in self.on
        begun = self.first is None or self.first <= day
        return day.weekday() == self.weekday and begun and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Closure:
    """Dates, both included, on which nobody is met; with a `staff_id`, not that one person."""

    id: str
    charity: str
    first: date
    last: date
    staff_id: str = ""

    def blocks(self, staff_id: str, day: date) -> bool:
        """Whether this person cannot be met on that London date."""
        return self.staff_id in ("", staff_id) and self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Meeting:
    """An agreed time of a case, or a free one (no `case_id`). `starts_at` is an instant in UTC."""

    offer: str
    staff_id: str
    way: Way
    starts_at: datetime
    minutes: int
    case_id: str = ""

    @property
    def token(self) -> str:
        """What a form sends for this time: its offer and its instant (`read_token`)."""
        return f"{self.offer}@{self.starts_at.isoformat()}"

    @property
    def ends_at(self) -> datetime:
        """The instant it ends."""
        return self.starts_at + timedelta(minutes=self.minutes)

    def meets(self, other: "Meeting") -> bool:
        """Whether the same person would be in both at once."""
        same = self.staff_id == other.staff_id
        return same and self.starts_at < other.ends_at and other.starts_at < self.ends_at


@dataclass(frozen=True, slots=True)
class Kept:
    """An agreed time as the diary keeps it: `is_held` once it has taken place.

    `earlier` counts the meetings of the same case that had taken place before it.
    """

    meeting: Meeting
    is_held: bool = False
    earlier: int = 0


def read_token(token: str) -> tuple[str, datetime] | None:
    """The offer and the instant of a time that a form sent; None where it is no time at all."""
    offer, found, at = token.rpartition("@")
    try:
        starts_at = datetime.fromisoformat(at) if found else None
    except ValueError:
        return None
    return (offer, starts_at) if starts_at is not None and starts_at.tzinfo is not None else None


def checked(offer: Offer) -> Offer:
    """An offer that can be kept. Raises NotAllowed with which part of it cannot be."""
    if offer.ends <= offer.begins:
        raise NotAllowed("ends_before_it_begins")
    if not SHORTEST <= offer.minutes <= LONGEST:
        raise NotAllowed("not_a_length")
    if _minutes(offer.ends) - _minutes(offer.begins) < offer.minutes:
        raise NotAllowed("too_short_for_one")
    if not 1 <= offer.people <= MOST_PEOPLE:
        raise NotAllowed("not_a_number_of_people")
    if not 0 <= offer.notice <= MOST_NOTICE:
        raise NotAllowed("not_a_notice")
    if offer.weekday is None and not offer.on:
        raise NotAllowed("no_day")
    return offer


def free(
    offers: Iterable[Offer],
    closures: Sequence[Closure],
    booked: Sequence[Meeting],
    calendar: WorkingCalendar,
    now: datetime,
) -> list[Meeting]:
    """Every time a guest can still choose, the soonest first, up to `DAYS_AHEAD` days from now.

    Bank holidays and closures block themselves; a person is in one meeting at a time; a meeting for several
    is free until that many have it. No time that the clocks skip is offered, and none twice.
    """
    found = [one for offer in offers for one in _times(offer, closures, calendar, now)]
    offered = {offer.id: offer.people for offer in offers}
    left = [one for one in found if _has_place(one, offered[one.offer], booked)]
    return sorted(left, key=lambda one: (one.starts_at, one.staff_id, one.offer))


def _has_place(one: Meeting, people: int, booked: Sequence[Meeting]) -> bool:
    clashes = [other for other in booked if one.meets(other)]
    return len(clashes) < people and all(_is_same(one, other) for other in clashes)


def _is_same(one: Meeting, other: Meeting) -> bool:
    return (one.offer, one.starts_at) == (other.offer, other.starts_at)


def _times(
    offer: Offer, closures: Sequence[Closure], calendar: WorkingCalendar, now: datetime
) -> Iterator[Meeting]:
    today, soonest = london_date(now), now + timedelta(hours=offer.notice)
    for day in (today + timedelta(days=n) for n in range(DAYS_AHEAD + 1)):
        closed = day > calendar.last or calendar.is_bank_holiday(day)
        if closed or not offer.is_on(day) or any(one.blocks(offer.staff_id, day) for one in closures):
            continue
        for starts_at in _instants(offer, day):
            if starts_at > now and starts_at >= soonest:
                yield Meeting(offer.id, offer.staff_id, offer.way, starts_at, offer.minutes)


def _instants(offer: Offer, day: date) -> Iterator[datetime]:
    """When its meetings begin on a date. In an hour that comes twice only the first one counts."""
    for minute in range(_minutes(offer.begins), _minutes(offer.ends) - offer.minutes + 1, offer.minutes):
        on_the_wall = datetime.combine(day, time(minute // 60, minute % 60), LONDON)
        instant = on_the_wall.astimezone(UTC)
        if instant.astimezone(LONDON).time() == on_the_wall.time():
            yield instant


def _minutes(of: time) -> int:
    return of.hour * 60 + of.minute
