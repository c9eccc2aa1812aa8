"""A date that a member of staff states: the promise it becomes, and what it replaces."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from webchat.cases.case import Purpose
from webchat.cases.errors import NotAllowed
from webchat.cases.people.member import Member
from webchat.cases.promises.calendar import end_of_day, london_date
from webchat.cases.promises.promise import Promise, Source, State
from webchat.cases.rules import must_be_a_later_day, must_not_be_past
from webchat.cases.words import Agreed, Strength, Why


@dataclass(frozen=True, slots=True)
class Stating:
    """Who states which London date, and why where it is later: in words, and as it is counted. `new_id` is
    of the promise it becomes."""

    member: Member
    on: date
    reason: str
    why: Why | None
    new_id: str
    at: datetime


def told_when(promise: Promise, purpose: Purpose, stating: Stating) -> tuple[Promise, ...]:
    """What a date in a letter changes. An acknowledgement may name a day within the time: it binds too."""
    on, due_on = stating.on, promise.due_on
    if purpose is not Purpose.ACKNOWLEDGE or due_on is None or on > due_on:
        return restated(promise, stating)
    must_not_be_past(on, london_date(stating.at))
    return () if on == due_on else _replaced(promise, stating)


def restated(promise: Promise, stating: Stating) -> tuple[Promise, ...]:
    """The date where none was set, or a later one with its reason (policy-facts F8)."""
    must_be_a_later_day(promise, stating.on, stating.reason, stating.why, london_date(stating.at))
    return _replaced(promise, stating)


def agreed(promise: Promise, how: Agreed, stating: Stating) -> tuple[Promise, ...]:
    """A date that staff and the person agreed (Help & Care 17.3), where none was set or later than the last.

    A later one is agreed again, and why it is later is counted: "no_why". Never one in the past, nor earlier.
    """
    if not promise.is_owed:
        raise NotAllowed("already_kept")
    must_not_be_past(stating.on, london_date(stating.at))
    if promise.due_on is not None:
        was_agreed = promise.agreed_by is not None
        if stating.on < promise.due_on or (was_agreed and stating.on == promise.due_on):
            raise NotAllowed("not_later")
        if stating.on > promise.due_on and stating.why is None:
            raise NotAllowed("no_why")
    *old, new = _replaced(promise, stating)
    return (*old, replace(new, agreed_by=how))


def _replaced(promise: Promise, stating: Stating) -> tuple[Promise, ...]:
    """A promise with a stated date, and what it replaces, which stays in the record.

    A date that has passed is not replaced: it stays late beside the new one (policy-facts F8).
    """
    stated = replace(
        promise,
        id=stating.new_id,
        due_on=stating.on,
        due_at=end_of_day(stating.on),
        value=None,
        unit=None,
        skipped=(),
        strength=Strength.WILL,
        source=Source.STAFF,
        state=State.OPEN,
        stated_by=stating.member.name,
        agreed_by=None,
        starts_at=stating.at,
    )
    if promise.due_on is not None and london_date(stating.at) > promise.due_on:
        return (stated,)
    return (replace(promise, state=State.SUPERSEDED, met_by=stating.new_id), stated)
