"""Times that staff can be met, with good defaults: a test names only what it is about."""

from datetime import UTC, date, datetime, time
from itertools import count
from typing import Any

from tests.builders.cases import OnePolicy, a_member, a_policy
from tests.fakes.diary import MemoryDiary
from tests.fakes.store import MemoryStore
from webchat.cases.appointments.booking import Booking, Wish
from webchat.cases.appointments.diary import Offer
from webchat.cases.casework import Casework
from webchat.cases.people.member import Member
from webchat.cases.promises.policy import Entry, Note
from webchat.cases.words import Way

_numbers = count(1)
TUESDAY = date(2026, 11, 24)
OFFICE = Wish(Way.OFFICE)


def at(on: date, hour: int, minute: int = 0) -> datetime:
    """An instant of a winter's day in London."""
    return datetime(on.year, on.month, on.day, hour, minute, tzinfo=UTC)


def an_offer(**given: Any) -> Offer:
    """Tuesdays from 10 to 12 with Sam at the office, half an hour each."""
    values: dict[str, Any] = {
        "id": f"offer-{next(_numbers):04}",
        "charity": "kind-place",
        "staff_id": "sam",
        "way": Way.OFFICE,
        "begins": time(10),
        "ends": time(12),
        "minutes": 30,
        "weekday": 1,
    }
    return Offer(**{**values, **given})


def a_booking(
    *offers: Offer,
    staff: tuple[Member, ...] = (),
    entries: tuple[Entry, ...] = (),
    notes: tuple[Note, ...] = (),
) -> tuple[Booking, MemoryDiary, MemoryStore]:
    """A diary with some offers, over a store in memory."""
    store, diary = MemoryStore(list(staff) or [a_member()]), MemoryDiary(list(offers))
    return Booking(Casework(store, OnePolicy(a_policy(*entries, notes=notes))), diary), diary, store
