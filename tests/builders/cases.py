"""Builders with good defaults: a test names only what it is about."""

from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from tests.fakes.store import MemoryStore
from webchat.cases.case import Purpose
from webchat.cases.casework import Casework
from webchat.cases.errors import NotFound
from webchat.cases.moves import Letter
from webchat.cases.opening import Opening
from webchat.cases.people.member import Member
from webchat.cases.promises.calendar import WorkingCalendar
from webchat.cases.promises.clock import Hours
from webchat.cases.promises.policy import Entry, Policy
from webchat.cases.rules import Whole
from webchat.cases.words import Channel, Kind, MetBy, PromiseName, ReplyBy, Role, Start, Unit

MONDAY = datetime(2026, 11, 23, 10, tzinfo=UTC)
_numbers = count(1)


def a_calendar() -> WorkingCalendar:
    """England, with the holidays of the end of 2026."""
    holidays = {
        date(2026, 12, 25): "christmas_day",
        date(2026, 12, 28): "boxing_day_substitute",
        date(2027, 1, 1): "new_years_day",
    }
    return WorkingCalendar("england-and-wales", holidays, date(2026, 1, 1), date(2027, 12, 31))


def an_entry(promise: PromiseName, value: int | None, **given: Any) -> Entry:
    """An entry in working days."""
    unit = given.pop("unit", Unit.WORKING_DAY if value is not None else None)
    name = given.pop("id", f"E-{promise}-{next(_numbers)}")
    return Entry(
        name, given.pop("ref", "1.1"), given.pop("quote", "words"), promise, value=value, unit=unit, **given
    )


def a_policy(*entries: Entry, **given: Any) -> Policy:
    """A charity that treats its web chat as email."""
    return Policy(
        charity=given.pop("charity", "kind-place"),
        name="The Kind Place",
        short_name="Kind Place",
        nation="england-and-wales",
        guest_noun="guest",
        entries=entries,
        channels={Channel.WEBCHAT: Channel.EMAIL},
        **given,
    )


class OnePolicy:
    """A charity's policy, its calendar, and its opening hours where it has told them."""

    def __init__(self, policy: Policy, hours: Hours | None = None) -> None:
        self._policy = policy
        self._hours = hours or {}

    def policy(self, charity: str) -> Policy:
        if charity != self._policy.charity:
            raise NotFound(charity)
        return self._policy

    def calendar(self, charity: str) -> WorkingCalendar:
        return a_calendar()

    def hours(self, charity: str) -> Hours:
        return self._hours


def a_member(staff_id: str = "sam", *roles: Role, **given: Any) -> Member:
    """A member of staff of the Kind Place; a worker unless told otherwise."""
    return Member(
        staff_id,
        given.pop("name", staff_id.title()),
        given.pop("charity", "kind-place"),
        frozenset(roles or (Role.WORKER,)),
    )


def an_opening(**given: Any) -> Opening:
    """A question that somebody sent from the chat."""
    values: dict[str, Any] = {
        "charity": "kind-place",
        "key": f"key-{next(_numbers)}",
        "kind": Kind.QUESTION,
        "words": "When do you open?",
        "lang": "en",
        "reply_by": ReplyBy.CODE,
        "code_hash": "hash",
        "sealed_code": "sealed",
    }
    return Opening(**{**values, **given})


def an_outcome(found: str = "This is what we found.", **given: Any) -> Letter:
    """What was decided on a complaint, with all that belongs to it."""
    whole = Whole(**{"found": found, "learned": "We ask first.", "next_step": "Ask here.", **given})
    return Letter(Purpose.OUTCOME, found, whole=whole)


def casework(*entries: Entry, staff: tuple[Member, ...] = (), **given: Any) -> tuple[Casework, MemoryStore]:
    """Casework over a store in memory."""
    store = MemoryStore(list(staff) or [a_member()])
    return Casework(store, OnePolicy(a_policy(*entries, **given))), store


ACKNOWLEDGE_AUTOMATIC = {"promise": PromiseName.ACKNOWLEDGE, "value": 1, "met_by": MetBy.AUTOMATIC}
COMPLAINT_28_DAYS = {
    "promise": PromiseName.OUTCOME,
    "value": 28,
    "unit": Unit.CALENDAR_DAY,
    "start": Start.ORIGINAL_COMPLAINT,
    "kinds": frozenset({Kind.COMPLAINT}),
}
