"""What staff do to a case: the case and its promises in, everything to be written out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from webchat.cases import consent
from webchat.cases.appointments.meeting import Act, kept
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
from webchat.cases.complaints.tasks import Task
from webchat.cases.errors import NotAllowed
from webchat.cases.formats.needed import can_be_taken_in, is_to_be_made
from webchat.cases.formats.task import chosen_date, served
from webchat.cases.needs import Need
from webchat.cases.people.member import Member
from webchat.cases.ports import Change
from webchat.cases.promises.calendar import london_date
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
from webchat.cases.words import Format, ReplyBy, Why, WhyPlain

# Errands of the outbox, by their kind.
WHO_HAS_IT, TELL_COLLEAGUE = "who_has_it", "tell_colleague"
_BY_PEOPLE = {
    ReplyBy.LETTER: Delivery.TO_POST,
    ReplyBy.PHONE: Delivery.TO_SAY,
    ReplyBy.IN_PERSON: Delivery.TO_SAY,
}
# What has reached nobody yet, and so keeps no promise.
_NOT_THERE = (Delivery.TO_MAKE, Delivery.TO_POST, Delivery.TO_SAY, Delivery.HELD)


@dataclass(frozen=True, slots=True)
class Plainly:
    """Why words go as they are where their guest needs another format or language: as it is counted, and in
    words, which the guest reads."""

    why: WhyPlain | None
    words: str


@dataclass(frozen=True, slots=True)
class Letter:
    """Words from staff to a guest, beside which they read `officer` and `states_date`.

    `states_date` is when the full reply comes, and becomes a promise; moving a date later needs `reason`
    and `why`. `whole` are the parts of which the body is made where it ends a complaint.
    `neutral`: it tells nothing of the person for whom the guest writes (`consent.py`).
    `formats` are those that its guest needs (`formats/`), to be made by `make_by` unless it goes `plain`.
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
    formats: tuple[Format, ...] = ()
    make_by: date | None = None
    plain: Plainly | None = None


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
    needs: tuple[Need, ...] = ()

    def change(self, case: Case, read_version: int, clocks: tuple[Errand, ...]) -> Change:
        """All of it as it is stored, with the case as it then is and its reminders."""
        return Change(
            case,
            read_version,
            self.promises,
            self.messages,
            self.people,
            self.needs,
            self.events,
            (*self.errands, *clocks),
            self.new_code,
            tasks=self.tasks,
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
    reached = message.delivery not in _NOT_THERE and can_be_taken_in(message)
    act = Act(letter.purpose, reached, states_date=letter.states_date, officer=letter.officer)
    must_do_what_it_says(promises, act, letter.body)
    if ends_a_complaint(case, letter.purpose):
        must_tell_the_whole(letter.whole)
    if is_to_be_made(message, case.reply_by):
        make_by = chosen_date(served(message, promises), letter.make_by, london_date(now))
        message = replace(message, make_by=make_by)
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
    if letter.formats:
        fields["formats"] = [one.value for one in letter.formats]
    if message.plain_why:
        fields["plain_why"] = message.plain_why.value
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
    formats: tuple[Format, ...],
    has_contact: bool,
    ids: Sequence[str],
    now: datetime,
) -> Moved:
    """A date told to the guest, the promise it becomes, and what telling it keeps.

    When the full reply will come is what ACSOS's acknowledgement has to say ("Contact by email"). Where it
    has to be made into something else, that is done before the old date passes.
    """
    stated = restated(promise, Stating(member, on, reason, why, ids[1], now))
    says_when = on if promise.name in ANSWERS else None
    old = max(promise.due_on or on, london_date(now))
    make_by = min(old, on) if formats else None
    letter = Letter(
        Purpose.UPDATE, reason, states_date=says_when, neutral=neutral, formats=formats, make_by=make_by
    )
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


def close(
    case: Case,
    member: Member,
    reason: str,
    neutral: bool,
    formats: tuple[Format, ...],
    has_contact: bool,
    ids: Sequence[str],
    now: datetime,
) -> Moved:
    """A closed case, and the reason the guest is shown."""
    closed = replace(case, status=Status.CLOSED, closed_reason=reason.strip())
    event = Event(case.id, now, member.staff_id, "closed", {"with_reason": bool(reason.strip())})
    make_by = london_date(now) if formats else None
    letter = Letter(Purpose.CLOSING, reason.strip(), neutral=neutral, formats=formats, make_by=make_by)
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
        formats=letter.formats,
        make_by=letter.make_by,
        plain_why=letter.plain.why if letter.plain else None,
        plain_words=letter.plain.words.strip() if letter.plain else "",
    )
    if consent.is_withheld(case, message):
        consent.must_be_possible_to_keep_back(message)
    return replace(message, delivery=delivery_of(case, message, has_contact))


def delivery_of(case: Case, message: Message, has_contact: bool) -> Delivery:
    """Where a message starts on the way its guest asked for; held where they may not be told it."""
    if consent.is_withheld(case, message):
        return Delivery.HELD
    if is_to_be_made(message, case.reply_by):
        return Delivery.TO_MAKE
    if case.reply_by in (ReplyBy.EMAIL, ReplyBy.TEXT) and has_contact:
        return Delivery.QUEUED
    return _BY_PEOPLE.get(case.reply_by, Delivery.SHOWN)


def errands(case: Case, message: Message, now: datetime) -> tuple[Errand, ...]:
    """What the outbox is to carry of a message; nothing where people carry it, or the page shows it."""
    if message.delivery is not Delivery.QUEUED:
        return ()
    payload: dict[str, Plain] = {"case": case.id, "message": message.id}
    return (Errand(f"message:{message.id}", "send_message", case.charity, payload, now),)
