"""An agreed time as a file that a phone's calendar takes (RFC 5545)."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from icalendar import Calendar, Event

_MAKER = "-//Welcome Desk//EN"


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
    event = Event()
    event.add("summary", entry.title)
    event.add("dtstart", entry.starts_at)
    event.add("dtend", entry.ends_at)
    event.add("dtstamp", now)
    event.add("uid", sha256(entry.mark.encode()).hexdigest()[:32])
    event.add("class", "PRIVATE")
    if entry.place:
        event.add("location", entry.place)
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
