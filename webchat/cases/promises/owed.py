"""Which promises apply to a message, and when each falls due: the whole rule of policy-facts A3."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from webchat.cases.errors import BadRequest
from webchat.cases.promises.calendar import Due, WorkingCalendar
from webchat.cases.promises.policy import Entry, Policy
from webchat.cases.words import Channel, Kind, PromiseName, ReplyBy, Start

_ORDER = {name: place for place, name in enumerate(PromiseName)}
_LAST_STAGE = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """A message a charity received: what it is, how it came, how its writer wants to hear back.

    `received_at` is when this stage's words arrived, `first_received_at` when the first complaint did
    (the same instant unless the case has moved on), both aware. `agreed_at` is the time of an appointment.
    """

    kind: Kind
    channel: Channel
    reply_by: ReplyBy
    received_at: datetime
    stage: int = 1
    first_received_at: datetime | None = None
    agreed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing owed. `entry` is None where the policy is silent, `due` None where it sets no number."""

    name: PromiseName
    entry: Entry | None
    starts_at: datetime | None
    due: Due | None


def owed(policy: Policy, asked: Asked, calendar: WorkingCalendar) -> tuple[Owed, ...]:
    """Everything owed for a message, the earlier first and what has no date last (policy-facts A3, A4.9).

    Nothing is owed for a safeguarding case: it runs outside every clock (guest-rules E13).
    Raises BadRequest when the stage is not 1, 2 or 3, or is above 1 with anything but a complaint (A3.6).
    """
    if not 1 <= asked.stage <= _LAST_STAGE:
        raise BadRequest("unknown_stage")
    if asked.stage > 1 and asked.kind is not Kind.COMPLAINT:
        raise BadRequest("stage_needs_complaint")
    if asked.kind is Kind.SAFEGUARDING:
        return ()
    entries = list(_fitting(policy, asked))
    listed = [_owed(entry, asked, calendar) for entry in entries]
    always = PromiseName.OUTCOME if asked.kind is Kind.COMPLAINT else PromiseName.REPLY
    if all(one.name is not always for one in listed):
        listed.append(Owed(always, None, None, None))
    return tuple(sorted(listed, key=_earlier_first))


def _fitting(policy: Policy, asked: Asked) -> Iterator[Entry]:
    channel = policy.channels.get(asked.channel, asked.channel)
    for entry in policy.entries:
        if entry.fits(asked.kind, asked.stage, channel, asked.reply_by):
            yield entry


def _owed(entry: Entry, asked: Asked, calendar: WorkingCalendar) -> Owed:
    starts: Mapping[Start, datetime | None] = {
        Start.RECEIPT: asked.received_at,
        Start.STAGE: asked.received_at,
        Start.ORIGINAL_COMPLAINT: asked.first_received_at or asked.received_at,
        Start.AGREED_TIME: asked.agreed_at,
    }
    starts_at = starts[entry.start]
    if entry.value is None or entry.unit is None or starts_at is None:
        return Owed(entry.promise, entry, starts_at, None)
    return Owed(entry.promise, entry, starts_at, calendar.due(starts_at, entry.value, entry.unit))


def _earlier_first(one: Owed) -> tuple[bool, float, int]:
    at = one.due.at.timestamp() if one.due else 0.0
    return (one.due is None, at, _ORDER[one.name])
