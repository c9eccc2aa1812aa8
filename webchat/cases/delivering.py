"""What becomes of a message that people carry, or that could not be sent: only what arrives keeps."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from webchat.cases.appointments.meeting import Act, kept, reopened
from webchat.cases.case import Case, Delivery, Event, Message, Plain
from webchat.cases.errors import NotAllowed
from webchat.cases.moves import Moved
from webchat.cases.people.member import Member
from webchat.cases.promises.promise import Promise

_SPOKEN_TO = (Delivery.SPOKEN, Delivery.INTERPRETED)
_CALLED = (Delivery.SPOKEN, Delivery.NO_ANSWER)
# What can be recorded of a message that waits for somebody: one that could not be sent, by any other way.
_BECOMES: Mapping[Delivery, tuple[Delivery, ...]] = {
    Delivery.TO_MAKE: (Delivery.POSTED, Delivery.HANDED_OVER, Delivery.INTERPRETED, Delivery.SENT),
    Delivery.TO_POST: (Delivery.POSTED,),
    Delivery.TO_SAY: _CALLED,
    Delivery.NO_ANSWER: _CALLED,
    Delivery.FAILED: (Delivery.POSTED, *_CALLED),
}


def delivered(
    case: Case,
    promises: Sequence[Promise],
    message: Message,
    delivery: Delivery,
    member: Member,
    now: datetime,
) -> Moved:
    """A letter posted, or a call made. A call that nobody answered keeps nothing (design.md)."""
    if delivery not in _BECOMES.get(message.delivery, ()):
        raise NotAllowed("not_waiting")
    reached, spoken = delivery is not Delivery.NO_ANSWER, delivery in _SPOKEN_TO
    act = Act(message.purpose, reached, spoken, False, message.states_date, message.officer)
    event = Event(case.id, now, member.staff_id, delivery.value, {"message": message.id})
    met = kept(promises, act, message.id, now)
    return Moved(case, met, (replace(message, delivery=delivery),), (event,))


def not_sent(
    case: Case, promises: Sequence[Promise], messages: Sequence[Message], message_id: str, now: datetime
) -> Moved | None:
    """A message that could not leave the house: a task at the desk, and what it kept is owed again.

    None for one that has gone further, or is gone.
    """
    message = next((one for one in messages if one.id == message_id), None)
    if message is None or message.delivery is not Delivery.QUEUED:
        return None
    lost = reopened(promises, message.id)
    fields: dict[str, Plain] = {"message": message.id, "owed_again": [one.name.value for one in lost]}
    event = Event(case.id, now, "outbox", "not_sent", fields)
    return Moved(case, lost, (replace(message, delivery=Delivery.FAILED),), (event,))
