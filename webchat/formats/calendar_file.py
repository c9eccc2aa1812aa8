"""Agreed times as a phone's calendar takes them (RFC 5545): one as a file, many as a calendar to follow."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from icalendar import Calendar, Event, vDuration

_MAKER = "-//Welcome Desk//EN"
_NO_NAMES: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in the calendar. Instants are aware; `place` may be empty.

    `title` tells no more than that there is an appointment, and with whom: a calendar is seen by others
    (guest-rules E21, G12). `mark` is the same each time the file is made for one meeting.
    """

    title: str
    starts_at: datetime
    ends_at: datetime
    mark: str
    place: str = ""


def calendar_file(entry: Entry, now: datetime) -> bytes:
    """The file; `now` is when it was made. Times are in UTC, so that no clock's change moves them."""
    return _written([entry], now)


def calendar_to_follow(entries: Iterable[Entry], name: str, every: timedelta, now: datetime) -> bytes:
    """A calendar that a phone reads again and again, about as often as `every` (RFC 7986). `name` is what the
    phone calls it. What stands in it no longer goes from the phone as well."""
    return _written(entries, now, {"name": name, "x-wr-calname": name}, every)


def _written(
    entries: Iterable[Entry],
    now: datetime,
    names: Mapping[str, str] = _NO_NAMES,
    every: timedelta | None = None,
) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    for word, name in names.items():
        calendar.add(word, name)
    if every is not None:
        calendar.add("refresh-interval", vDuration(every), parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", vDuration(every))
    for entry in entries:
        calendar.add_component(_event(entry, now))
    return bytes(calendar.to_ical())


def _event(entry: Entry, now: datetime) -> Event:
    event = Event()
    event.add("summary", entry.title)
    event.add("dtstart", entry.starts_at)
    event.add("dtend", entry.ends_at)
    event.add("dtstamp", now)
    event.add("uid", sha256(entry.mark.encode()).hexdigest()[:32])
    event.add("class", "PRIVATE")
    if entry.place:
        event.add("location", entry.place)
    return event
