"""That whoever has a guest's case is away, until when, and how else the charity is reached."""

from collections.abc import Callable
from datetime import datetime

from webchat.cases.appointments.booking import Booking
from webchat.cases.case import Case, Status
from webchat.cases.people.away import also_told, away_on
from webchat.cases.promises.calendar import london_date
from webchat.chat.bubble import Bubble
from webchat.guest.transcript import Speaker
from webchat.i18n.away_told import back_on, other_way
from webchat.i18n.told import Told


def away_of(
    case: Case, booking: Booking, name_of: Callable[[str], str], speaker: Speaker, now: datetime
) -> tuple[Bubble, ...]:
    """What is told of it now; nothing where they are here, nobody has it, or it is closed."""
    if not case.owner or case.status is Status.CLOSED:
        return ()
    on = london_date(now)
    one = away_on(booking.store.absences(case.charity, on), case.owner, on)
    if one is None:
        return ()
    charity = speaker.charity
    told = other_way_of(speaker) if also_told(one, charity.policy, charity.calendar) else ()
    return tuple(speaker.told(line) for line in (back_on(name_of(case.owner), one.back), *told))


def other_way_of(speaker: Speaker) -> tuple[Told, ...]:
    """Another way to reach the charity, where its policy gives one."""
    return other_way(speaker.charity.policy.while_away, speaker.charity.other_way)
