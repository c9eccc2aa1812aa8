"""The core's own values as rows, and rows as the core's values again."""

from dataclasses import fields
from datetime import date
from typing import Any

from sqlalchemy import Row

from webchat.cases.appointments.diary import Closure, Meeting, Offer
from webchat.cases.case import Case, Errand, Event, Message, Person, Sitting
from webchat.cases.complaints.tasks import Task
from webchat.cases.needs import Need
from webchat.cases.people.away import Absence
from webchat.cases.promises.promise import Promise
from webchat.cases.words import Format
from webchat.db.tables.outbox import Fate

# What a move may change of a case. The rest is as the guest sent it, and a case read before the guest
# pressed "I have kept it" must not bring the sealed code back.
MOVING = (
    "kind", "stage", "received_at", "stage_received_at", "reply_by", "lang", "owner", "status",
    "about", "about_staff",
    "answers", "closed_reason", "taken_back_at", "verdict", "verdict_words",
    "read_first", "read_first_at", "read_first_by", "kept_from", "consent", "deciding",
    "panel",
    "next_due_at", "undated_since", "version",
)  # fmt: skip

_CASE = tuple(one.name for one in fields(Case))
_PROMISE = tuple(one.name for one in fields(Promise))
_MESSAGE = tuple(one.name for one in fields(Message))
_NEED = tuple(one.name for one in fields(Need))
_TASK = tuple(one.name for one in fields(Task))
_OFFER = tuple(one.name for one in fields(Offer))


def row_of(value: Absence | Case | Closure | Event | Meeting | Need | Person | Task) -> dict[str, Any]:
    """The columns of a value that is stored as it is."""
    return {one.name: getattr(value, one.name) for one in fields(value)}


def row_of_message(message: Message) -> dict[str, Any]:
    """The columns of a message; its formats in one line."""
    return {**{name: getattr(message, name) for name in _MESSAGE}, "formats": " ".join(message.formats)}


def row_of_promise(promise: Promise) -> dict[str, Any]:
    """The columns of a promise; each skipped day with its reason."""
    skipped = [(on.isoformat(), why) for on, why in promise.skipped]
    return {**{name: getattr(promise, name) for name in _PROMISE}, "skipped": skipped}


def row_of_offer(offer: Offer) -> dict[str, Any]:
    """The columns of an offer; its single dates as ISO writes them."""
    return {**{name: getattr(offer, name) for name in _OFFER}, "on": [day.isoformat() for day in offer.on]}


def row_of_errand(errand: Errand) -> dict[str, Any]:
    """The columns of an errand nobody has tried yet."""
    return {
        "key": errand.key,
        "kind": errand.kind,
        "charity": errand.charity,
        "payload": dict(errand.payload),
        "not_before": errand.not_before,
        "fate": Fate.WAITING,
        "next_try_at": errand.not_before,
        "tries": 0,
        "leased_by": "",
        "last_fault": "",
    }


def case_of(row: Row[Any]) -> Case:
    """A case from a row that has at least its columns."""
    values = row._mapping
    answers = tuple((name, value) for name, value in values["answers"])
    panel = tuple(Sitting(*one) for one in values["panel"])
    more = {"answers": answers, "kept_from": tuple(values["kept_from"]), "panel": panel}
    return Case(**{**{name: values[name] for name in _CASE}, **more})


def promise_of(row: Row[Any]) -> Promise:
    """A promise from its row."""
    values = row._mapping
    skipped = tuple((date.fromisoformat(on), why) for on, why in values["skipped"])
    return Promise(**{**{name: values[name] for name in _PROMISE}, "skipped": skipped})


def offer_of(row: Row[Any]) -> Offer:
    """An offer from a row that has at least its columns."""
    values = row._mapping
    on = tuple(date.fromisoformat(day) for day in values["on"])
    return Offer(**{**{name: values[name] for name in _OFFER}, "on": on})


def message_of(row: Row[Any]) -> Message:
    """A message from its row."""
    formats = tuple(Format(one) for one in row.formats.split())
    return Message(**{**{name: row._mapping[name] for name in _MESSAGE}, "formats": formats})


def need_of(row: Row[Any]) -> Need:
    """A need from its row."""
    return Need(**{name: row._mapping[name] for name in _NEED})


def task_of(row: Row[Any], before: str = "") -> Task:
    """A promised action from a row that has at least its columns, whose names begin with `before`."""
    return Task(**{name: row._mapping[before + name] for name in _TASK})


def person_of(row: Row[Any]) -> Person:
    """Somebody in a case, from their row."""
    return Person(row.case_id, row.part, row.name, row.contact, row.safe_to_contact)


def errand_of(row: Row[Any]) -> Errand:
    """An errand from a row of the outbox."""
    return Errand(row.key, row.kind, row.charity, row.payload, row.not_before)
