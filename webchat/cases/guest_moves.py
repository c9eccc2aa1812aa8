"""What a guest changes once their case is open: they take it back, or are to be reached in another way."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from webchat.cases.case import Case, Errand, Event, Message, Person, Plain, Status, Verdict
from webchat.cases.contact import must_fit
from webchat.cases.errors import NotAllowed
from webchat.cases.moves import Moved
from webchat.cases.people.rerouting import rerouted
from webchat.cases.promises.calendar import WorkingCalendar
from webchat.cases.promises.owed import Asked, Owed, owed
from webchat.cases.promises.policy import Policy
from webchat.cases.promises.promise import OTHER_WAY, TAKEN_BACK, Promise, State, promise_from
from webchat.cases.reports.tally import merged
from webchat.cases.rules import must_be_possible_to_take_back
from webchat.cases.words import ReplyBy

# Ways that need an address or a number.
CONTACTED = (ReplyBy.EMAIL, ReplyBy.TEXT, ReplyBy.PHONE, ReplyBy.LETTER)
CHOICES = (*CONTACTED, ReplyBy.CODE)


class Safe(StrEnum):
    """What a guest says about being contacted in a way: `update` is only that there is an update."""

    YES = "yes"
    UPDATE = "update"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Reach:
    """How a guest asks to be reached. `contact` and `safe` may be left out: nothing is ever required."""

    way: ReplyBy
    contact: str = ""
    safe: Safe | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """What that comes to: the case's way to reply, and what is kept of the guest."""

    way: ReplyBy
    contact: str = ""
    safe: bool | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A case with all that a change of its way looks at. `guest` is as last told."""

    case: Case
    guest: Person
    promises: Sequence[Promise]
    messages: Sequence[Message]


NOT_SAFE = Settled(ReplyBy.CODE, "", False)


def taken_back(case: Case, promises: Iterable[Promise], now: datetime) -> Moved:
    """A closed case of which nothing is owed; what was owed stays in the record. Staff are told."""
    must_be_possible_to_take_back(case)
    ended = tuple(replace(one, state=State.SUPERSEDED, met_by=TAKEN_BACK) for one in promises if one.is_owed)
    fields: dict[str, Plain] = {"ended": [one.name.value for one in ended]}
    event = Event(case.id, now, "guest", "took_back", fields)
    closed = replace(case, status=Status.CLOSED, taken_back_at=now)
    return Moved(closed, ended, events=(event,), errands=(_tell_staff(case, "took_back", now),))


def judged(case: Case, verdict: Verdict, words: str, now: datetime) -> Moved:
    """How well we did, asked once when the case is closed (RUILS, "Quality"; policy-facts R16)."""
    event = Event(case.id, now, "guest", "judged", {"verdict": verdict.value})
    return Moved(replace(case, verdict=verdict, verdict_words=words.strip()), events=(event,))


def settled(reach: Reach, guest: Person) -> Settled:
    """What a wish comes to, as in the chat (guest-rules C4 to C6, E21).

    With nothing in the box, or where it is not safe, the guest comes back with their code; only a call can be
    made without anybody else learning of it. Raises NotAllowed for what can be no address or number.
    """
    contact = reach.contact.strip()
    if reach.way not in CHOICES:
        raise NotAllowed("unknown_way")
    if reach.way is ReplyBy.CODE or not contact:
        return Settled(ReplyBy.CODE, "", False if guest.safe_to_contact is False else None)
    must_fit(reach.way, contact)
    if reach.safe is Safe.NO and reach.way is not ReplyBy.PHONE:
        return NOT_SAFE
    return Settled(reach.way, contact, None if reach.safe is None else reach.safe is Safe.YES)


def is_so(case: Case, guest: Person, to: Settled) -> bool:
    """Whether the guest is reached like this already: told twice, it is one change."""
    return (case.reply_by, guest.contact, guest.safe_to_contact) == (to.way, to.contact, to.safe)


def by_another_way(
    held: Held,
    to: Settled,
    what: str,
    policy: Policy,
    calendar: WorkingCalendar,
    ids: Sequence[str],
    now: datetime,
) -> Moved:
    """A case that is answered in another way. `what` names the event.

    Promises that only the old way added end, those that the new one adds start now (policy-facts A3.3).
    What has not reached the guest goes the new way: with the code it is stopped, and shown on their page.
    """
    case = replace(held.case, reply_by=to.way)
    ended, made = _clocks(held, to.way, policy, calendar, ids, now)
    turned = rerouted(case, merged(held.promises, ended), held.messages, bool(to.contact), now)
    guest = replace(held.guest, contact=to.contact, safe_to_contact=to.safe)
    fields: dict[str, Plain] = {"from": held.case.reply_by.value, "to": to.way.value, "safe": to.safe}
    return Moved(
        case,
        merged(ended, turned.promises) + made,
        turned.messages,
        (Event(case.id, now, "guest", what, fields),),
        (*turned.errands, _tell_staff(case, what, now)),
        (guest,),
    )


def _clocks(
    held: Held, way: ReplyBy, policy: Policy, calendar: WorkingCalendar, ids: Sequence[str], now: datetime
) -> tuple[tuple[Promise, ...], tuple[Promise, ...]]:
    case = held.case
    asked = Asked(case.kind, case.channel, case.reply_by, now, case.stage, case.received_at)
    wanted = [one for one in owed(policy, replace(asked, reply_by=way), calendar) if one.entry]
    had, has = _entries(owed(policy, asked, calendar)), _entries(wanted)
    running = [one for one in held.promises if one.is_owed]
    ended = tuple(
        replace(one, state=State.SUPERSEDED, met_by=OTHER_WAY) for one in running if one.entry in had - has
    )
    # Where nothing waits for an answer there is nothing to call about.
    new = [one for one in wanted if running and case.status is Status.OPEN and _entry(one) not in had]
    made = (promise_from(one, new_id, case.id, case.stage) for one, new_id in zip(new, ids, strict=False))
    return ended, tuple(made)


def _entries(some: Iterable[Owed]) -> set[str]:
    return {_entry(one) for one in some if one.entry}


def _entry(one: Owed) -> str:
    return one.entry.id if one.entry else ""


def _tell_staff(case: Case, what: str, now: datetime) -> Errand:
    return Errand(f"{what}:{case.id}:{case.version}", "tell_staff", case.charity, {"case": case.id}, now)
