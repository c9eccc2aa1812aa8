"""What staff do to a case: the case and its promises in, everything to be written out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from webchat.cases import consent
from webchat.cases.appointments.meeting import Act, kept, reopened
from webchat.cases.case import (
    Case,
    Delivery,
    Errand,
    Event,
    Message,
    Person,
    Plain,
    Purpose,
    Sealed,
    Status,
)
from webchat.cases.errors import NotAllowed
from webchat.cases.people.member import Member
from webchat.cases.ports import Change
from webchat.cases.promises.promise import Promise
from webchat.cases.promises.stating import Stating, restated, told_when
from webchat.cases.rules import (
    ANSWERS,
    Whole,
    dated,
    ends_a_complaint,
    must_do_what_it_says,
    must_tell_the_whole,
)
from webchat.cases.tasks import Task
from webchat.cases.words import ReplyBy, Why

# Errands of the outbox, by their kind.
WHO_HAS_IT, TELL_COLLEAGUE = "who_has_it", "tell_colleague"
_BY_PEOPLE = {
    ReplyBy.LETTER: Delivery.TO_POST,
    ReplyBy.PHONE: Delivery.TO_SAY,
    ReplyBy.IN_PERSON: Delivery.TO_SAY,
}
# What has reached nobody yet, and so keeps no promise.
_NOT_THERE = (Delivery.TO_POST, Delivery.TO_SAY, Delivery.HELD)
_CALLED = (Delivery.SPOKEN, Delivery.NO_ANSWER)
# What can be recorded of a message that waits for somebody: one that could not be sent, by any other way.
_BECOMES: Mapping[Delivery, tuple[Delivery, ...]] = {
    Delivery.TO_POST: (Delivery.POSTED,),
    Delivery.TO_SAY: _CALLED,
    Delivery.NO_ANSWER: _CALLED,
    Delivery.FAILED: (Delivery.POSTED, *_CALLED),
}


@dataclass(frozen=True, slots=True)
class Letter:
    """Words from staff to a guest, beside which they read `officer` and `states_date`.

    `states_date` is when the full reply comes, and becomes a promise; moving a date later needs `reason`
    and `why`. `whole` are the parts of which the body is made where it ends a complaint.
    `neutral`: it tells nothing of the person for whom the guest writes (`consent.py`).
    """

    purpose: Purpose
    body: str
    lang: str = "en"
    states_date: date | None = None
    officer: str = ""
    reason: str = ""
    why: Why | None = None
    neutral: bool = False
    whole: Whole | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """What a move writes: the case, the promises and tasks that are new or changed, what is only added, a new
    code."""

    case: Case
    promises: tuple[Promise, ...] = ()
    messages: tuple[Message, ...] = ()
    events: tuple[Event, ...] = ()
    errands: tuple[Errand, ...] = ()
    people: tuple[Person, ...] = ()
    new_code: Sealed | None = None
    tasks: tuple[Task, ...] = ()


def change(moved: Moved, read: Case, clocks: tuple[Errand, ...]) -> Change:
    """What a move writes of a case that was `read`, with the `clocks` that its promises set going."""
    return Change(
        moved.case,
        read.version,
        moved.promises,
        moved.messages,
        moved.people,
        events=moved.events,
        errands=(*moved.errands, *clocks),
        new_code=moved.new_code,
        tasks=moved.tasks,
    )


def claimed(case: Case, member: Member, now: datetime) -> Moved:
    """The case in somebody's hands; the guest is told whose, on their page and on the way they asked for."""
    moved = _handed(case, member, member.staff_id, "claimed", now)
    if case.reply_by not in (ReplyBy.EMAIL, ReplyBy.TEXT):
        return moved
    payload: dict[str, Plain] = {"case": case.id, "staff": member.staff_id}
    key = f"{WHO_HAS_IT}:{case.id}:{case.version}"
    return replace(moved, errands=(Errand(key, WHO_HAS_IT, case.charity, payload, now),))


def given_back(case: Case, member: Member, now: datetime) -> Moved:
    """The case in nobody's hands again."""
    return _handed(case, member, "", "given_back", now)


def tell_colleague(case: Case, letter: str, staff_id: str, now: datetime) -> Errand:
    """One member of staff is told by email; `letter` is the name of its words. It holds ids only."""
    payload: dict[str, Plain] = {"case": case.id, "staff": staff_id, "letter": letter}
    return Errand(f"{letter}:{case.id}:{case.version}", TELL_COLLEAGUE, case.charity, payload, now)


def _handed(case: Case, member: Member, owner: str, what: str, now: datetime) -> Moved:
    event = Event(case.id, now, member.staff_id, what, {"name": member.name})
    return Moved(replace(case, owner=owner), events=(event,))


def write(
    case: Case,
    promises: Sequence[Promise],
    member: Member,
    letter: Letter,
    has_contact: bool,
    ids: Sequence[str],
    now: datetime,
) -> Moved:
    """Words to the guest, the promises they keep, and the date they state."""
    message = to_guest(case, member, letter, has_contact, ids[0], now)
    reached = message.delivery not in _NOT_THERE
    act = Act(letter.purpose, reached, states_date=letter.states_date, officer=letter.officer)
    must_do_what_it_says(promises, act, letter.body)
    if ends_a_complaint(case, letter.purpose):
        must_tell_the_whole(letter.whole)
    met = kept(promises, act, message.id, now)
    stated: tuple[Promise, ...] = ()
    about = dated([one for one in promises if one.id not in {met_one.id for met_one in met}])
    if letter.states_date:
        if about is None:  # a date told to nobody's promise would be watched by nobody
            raise NotAllowed("already_kept")
        more = Stating(member, letter.states_date, letter.reason, letter.why, ids[1], now)
        stated = told_when(about, letter.purpose, more)
    fields: dict[str, Plain] = {"purpose": letter.purpose.value, "kept": [one.name.value for one in met]}
    if letter.why:
        fields["why"] = letter.why.value
    if letter.whole and ends_a_complaint(case, letter.purpose):
        fields["learned"] = not letter.whole.nothing_learned
    event = Event(case.id, now, member.staff_id, "wrote", fields)
    return Moved(case, met + stated, (message,), (event,), errands(case, message, now))


def state_date(
    case: Case,
    promises: Sequence[Promise],
    promise: Promise,
    member: Member,
    on: date,
    reason: str,
    why: Why | None,
    neutral: bool,
    has_contact: bool,
    ids: Sequence[str],
    now: datetime,
) -> Moved:
    """A date told to the guest, the promise it becomes, and what telling it keeps.

    When the full reply will come is what ACSOS's acknowledgement has to say ("Contact by email").
    """
    stated = restated(promise, Stating(member, on, reason, why, ids[1], now))
    says_when = on if promise.name in ANSWERS else None
    letter = Letter(Purpose.UPDATE, reason, states_date=says_when, neutral=neutral)
    message = to_guest(case, member, letter, has_contact, ids[0], now)
    act = Act(Purpose.UPDATE, message.delivery not in _NOT_THERE, states_date=says_when)
    met = kept([one for one in promises if one.id != promise.id], act, message.id, now)
    fields: dict[str, Plain] = {
        "promise": promise.name.value,
        "from": str(promise.due_on or ""),
        "to": str(on),
        "why": why.value if why else "",
    }
    event = Event(case.id, now, member.staff_id, "stated_date", fields)
    return Moved(case, met + stated, (message,), (event,), errands(case, message, now))


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
    reached, spoken = delivery is not Delivery.NO_ANSWER, delivery is Delivery.SPOKEN
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


def close(
    case: Case,
    member: Member,
    reason: str,
    neutral: bool,
    has_contact: bool,
    ids: Sequence[str],
    now: datetime,
) -> Moved:
    """A closed case, and the reason the guest is shown."""
    closed = replace(case, status=Status.CLOSED, closed_reason=reason.strip())
    event = Event(case.id, now, member.staff_id, "closed", {"with_reason": bool(reason.strip())})
    letter = Letter(Purpose.CLOSING, reason.strip(), neutral=neutral)
    message = to_guest(case, member, letter, has_contact, ids[0], now)
    return Moved(closed, (), (message,), (event,), errands(case, message, now))


def to_guest(
    case: Case, member: Member | None, letter: Letter, has_contact: bool, message_id: str, now: datetime
) -> Message:
    """A message on the way the guest asked for; `has_contact` is whether they gave an address or a number.

    Without a member it is the charity's own, as where the guest themselves changed something. What they may
    not be told is held. Raises NotAllowed ("not_agreed") for what counts only once it is told.
    """
    message = Message(
        id=message_id,
        case_id=case.id,
        purpose=letter.purpose,
        body=letter.body,
        at=now,
        lang=letter.lang,
        author=member.staff_id if member else "",
        author_name=member.name if member else "",
        route=case.reply_by,
        delivery=Delivery.SHOWN,
        officer=letter.officer.strip(),
        states_date=letter.states_date,
        neutral=letter.neutral,
    )
    if consent.is_withheld(case, message):
        consent.must_be_possible_to_keep_back(message)
    return replace(message, delivery=delivery_of(case, message, has_contact))


def delivery_of(case: Case, message: Message, has_contact: bool) -> Delivery:
    """Where a message starts on the way its guest asked for; held where they may not be told it."""
    if consent.is_withheld(case, message):
        return Delivery.HELD
    if case.reply_by in (ReplyBy.EMAIL, ReplyBy.TEXT) and has_contact:
        return Delivery.QUEUED
    return _BY_PEOPLE.get(case.reply_by, Delivery.SHOWN)


def errands(case: Case, message: Message, now: datetime) -> tuple[Errand, ...]:
    """What the outbox is to carry of a message; nothing where people carry it, or the page shows it."""
    if message.delivery is not Delivery.QUEUED:
        return ()
    payload: dict[str, Plain] = {"case": case.id, "message": message.id}
    return (Errand(f"message:{message.id}", "send_message", case.charity, payload, now),)
