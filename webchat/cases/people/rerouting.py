"""Words that have not reached their guest yet, when they are to go another way or may be told at last."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from webchat.cases.appointments.meeting import Act, kept, reopened
from webchat.cases.case import Case, Delivery, Errand, Message
from webchat.cases.formats.needed import can_be_taken_in
from webchat.cases.moves import delivery_of
from webchat.cases.promises.promise import Promise
from webchat.cases.reports.tally import merged

# Messages that have not reached the guest; of those that are on the way only a queued one goes by itself.
_UNREACHED = (
    *(Delivery.TO_MAKE, Delivery.TO_POST, Delivery.TO_SAY),
    *(Delivery.NO_ANSWER, Delivery.FAILED, Delivery.HELD),
)


@dataclass(frozen=True, slots=True)
class Rerouted:
    """What has changed: the messages, the promises they now keep or owe again, what the outbox carries."""

    messages: tuple[Message, ...]
    promises: tuple[Promise, ...]
    errands: tuple[Errand, ...]


def rerouted(
    case: Case, promises: Sequence[Promise], messages: Sequence[Message], has_contact: bool, now: datetime
) -> Rerouted:
    """What has not reached the guest, on the way that the case now says.

    With the code it is shown on their page; what they may not be told is held (`consent.py`).
    """
    waiting = [one for one in messages if one.delivery in (Delivery.QUEUED, *_UNREACHED)]
    turned = tuple(replace(one, delivery=delivery_of(case, one, has_contact)) for one in waiting)
    changed = _after(promises, messages, turned, now)
    return Rerouted(turned, changed, _queued_again(case, messages, turned, now))


def _after(
    promises: Sequence[Promise], was: Iterable[Message], turned: Iterable[Message], now: datetime
) -> tuple[Promise, ...]:
    """What a message keeps once the page shows it or it goes by itself; what it kept is owed again where
    people must now carry it. It keeps nothing that was promised after it was written."""
    before = {one.id: one.delivery for one in was}
    changed: tuple[Promise, ...] = ()
    for message in turned:
        running = merged(promises, changed)
        if message.delivery in _UNREACHED:
            changed = merged(changed, reopened(running, message.id))
        elif before[message.id] in _UNREACHED:
            if not can_be_taken_in(message):
                continue
            owing = [one for one in running if one.starts_at is None or one.starts_at <= message.at]
            act = Act(message.purpose, states_date=message.states_date, officer=message.officer)
            changed = merged(changed, kept(owing, act, message.id, now))
    return changed


def _queued_again(
    case: Case, was: Iterable[Message], turned: Iterable[Message], now: datetime
) -> tuple[Errand, ...]:
    before = {one.id: one.delivery for one in was}
    # An errand is done once by its key: one that was given up, or found nothing to carry, needs another.
    return tuple(
        Errand(
            f"message:{one.id}:{case.version}",
            "send_message",
            case.charity,
            {"case": case.id, "message": one.id},
            now,
        )
        for one in turned
        if one.delivery is Delivery.QUEUED and before[one.id] is not Delivery.QUEUED
    )
