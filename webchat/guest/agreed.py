"""The agreed time of a guest's appointment, and what they can still do with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from webchat.cases.appointments.booking import Booking
from webchat.cases.appointments.diary import Meeting
from webchat.cases.case import Case, Status
from webchat.chat.bubble import Bubble, Paragraph
from webchat.formats.calendar_file import Entry, calendar_file
from webchat.guest.transcript import Speaker
from webchat.i18n.time_told import time_offered, time_told
from webchat.i18n.told import Told

_MOST = 12  # times on one page: a list in words


@dataclass(frozen=True, slots=True)
class Choice:
    """A time to choose: what the form sends, and its words."""

    answer: str
    words: Paragraph


@dataclass(frozen=True, slots=True)
class Agreed:
    """`told` is the agreed time in words, None where there is none; `may_choose`: another can be chosen."""

    told: Bubble | None
    may_choose: bool
    may_give_up: bool


def agreed_of(case: Case, booking: Booking, speaker: Speaker, now: datetime) -> Agreed | None:
    """What is agreed of a case now; None where nothing is and nothing can be."""
    wish = booking.wish_of(case)
    meeting = booking.of_case(case) if wish else None
    if wish is None:
        return None
    to_come, is_open = meeting is None or meeting.starts_at > now, case.status is Status.OPEN
    may_choose = to_come and is_open and bool(booking.free(case.charity, wish, now))
    told = _told(meeting, case, booking, speaker) if meeting else None
    if told is None and not may_choose:
        return None
    return Agreed(told, may_choose, meeting is not None and to_come and is_open)


def choices(case: Case, booking: Booking, speaker: Speaker, now: datetime) -> Sequence[Choice]:
    """The next times that this guest can choose, the soonest first."""
    wish = booking.wish_of(case)
    free = booking.free(case.charity, wish, now)[:_MOST] if wish else ()
    names = booking.names(case.charity) if free else {}
    return [
        Choice(one.token, speaker.segments(time_offered(one.starts_at, names[one.staff_id]))) for one in free
    ]


def file_of(case: Case, booking: Booking, speaker: Speaker, now: datetime) -> bytes | None:
    """The agreed time for a calendar; None where none is agreed."""
    meeting = booking.of_case(case)
    if meeting is None:
        return None
    title = "".join(part.text for part in speaker.segments(Told("calendar_title")))
    place = speaker.charity.settings.address if meeting.way.value == "office" else ""
    return calendar_file(Entry(title, meeting.starts_at, meeting.ends_at, case.id, place), now)


def _told(meeting: Meeting, case: Case, booking: Booking, speaker: Speaker) -> Bubble:
    return speaker.told(time_told(meeting, booking.names(case.charity)))
