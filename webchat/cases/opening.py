"""A guest's words as they are handed over, and all that opening a case writes."""

from dataclasses import dataclass, field
from datetime import datetime

from webchat.cases import consent
from webchat.cases.appointments.meeting import received
from webchat.cases.case import About, Case, Errand, Event, Message, Person, Plain, Purpose
from webchat.cases.needs import Need
from webchat.cases.ports import Change
from webchat.cases.promises.calendar import WorkingCalendar
from webchat.cases.promises.owed import Asked, owed
from webchat.cases.promises.owed_by_law import owed_as_answered
from webchat.cases.promises.policy import Policy
from webchat.cases.promises.promise import Promise, promise_from
from webchat.cases.reports.tally import tallied
from webchat.cases.words import Channel, Kind, ReplyBy


@dataclass(frozen=True, slots=True)
class Opening:
    """What a guest checked and sent. `key` is one sending: the same key is the same case.

    `read_first`: its words may mean danger, so the safeguarding lead reads it first; so is every safeguarding
    case. `answers` are the other things asked, in order, each by its name. `needs` are (field, value) pairs.
    `received_at` is when it really came where that is not now, `entered_by` the staff id of whoever wrote it
    down; both belong to what did not come by chat (`entering.py`).
    `code_hash` and `sealed_code` were made before the write began; the code itself never comes here.
    """

    charity: str
    key: str
    kind: Kind
    words: str
    lang: str
    reply_by: ReplyBy
    code_hash: str
    sealed_code: str
    channel: Channel = Channel.WEBCHAT
    received_at: datetime | None = None
    entered_by: str = ""
    conversation: str = ""
    name: str = ""
    contact: str = ""
    safe_to_contact: bool | None = None
    needs: tuple[tuple[str, str], ...] = ()
    about_person: bool = False
    about_name: str = ""
    read_first: bool = False
    answers: tuple[tuple[str, Plain], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Marks:
    """The random marks of a new case, made by the edge."""

    case_id: str
    reference: str
    new_id: tuple[str, ...]


def opened(
    opening: Opening, marks: Marks, policy: Policy, calendar: WorkingCalendar, now: datetime
) -> Change:
    """Everything that opening a case writes in its one transaction: nothing is told before it is stored.

    The receipt on the guest's screen keeps an acknowledgement that may be automatic (RUILS Target 2;
    Living Well Bromley 3.4).
    """
    came = opening.received_at or now
    asked = Asked(opening.kind, opening.channel, opening.reply_by, came)
    ids = iter(marks.new_id)
    made = tuple(promise_from(one, next(ids), marks.case_id, 1) for one in owed(policy, asked, calendar))
    if opening.kind is not Kind.SAFEGUARDING:  # no clock runs on it (guest-rules E13)
        new = [next(ids) for _ in range(3)]
        made += owed_as_answered(policy.law, dict(opening.answers), marks.case_id, came, new)
    # Only a page that they read tells a guest that we have it.
    promises = received(made, now) if opening.channel is Channel.WEBCHAT else made
    case = tallied(_case(opening, marks, came), promises)
    return Change(
        case=case,
        read_version=None,
        promises=promises,
        messages=_messages(opening, marks.case_id, next(ids), came),
        people=_people(opening, marks.case_id),
        needs=tuple(Need(marks.case_id, name, value, now) for name, value in opening.needs),
        events=(_event(opening, marks.case_id, promises, now),),
        errands=(Errand(f"opened:{case.id}", "tell_staff", case.charity, {"case": case.id}, now),),
    )


def _event(opening: Opening, case_id: str, promises: tuple[Promise, ...], now: datetime) -> Event:
    channel: dict[str, Plain] = {"channel": opening.channel.value} if opening.entered_by else {}
    fields: dict[str, Plain] = {"promises": [one.name.value for one in promises], **channel}
    return Event(case_id, now, opening.entered_by or "guest", "opened", fields)


def _case(opening: Opening, marks: Marks, now: datetime) -> Case:
    return Case(
        id=marks.case_id,
        charity=opening.charity,
        reference=marks.reference,
        kind=opening.kind,
        stage=1,
        received_at=now,
        stage_received_at=now,
        channel=opening.channel,
        reply_by=opening.reply_by,
        lang=opening.lang,
        code_hash=opening.code_hash,
        sealed_code=opening.sealed_code,
        key=opening.key,
        conversation=opening.conversation,
        about=About.UNMATCHED if opening.about_person else About.NOBODY,
        answers=opening.answers,
        consent=consent.as_told(dict(opening.answers)),
        read_first=opening.read_first or opening.kind is Kind.SAFEGUARDING,
    )


def _messages(opening: Opening, case_id: str, message_id: str, now: datetime) -> tuple[Message, ...]:
    # Who pressed "I need help now" may have written nothing yet.
    if opening.kind is Kind.SAFEGUARDING and not opening.words.strip():
        return ()
    return (Message(message_id, case_id, Purpose.WORDS, opening.words, now, opening.lang),)


def _people(opening: Opening, case_id: str) -> tuple[Person, ...]:
    guest = Person(case_id, "guest", opening.name, opening.contact, opening.safe_to_contact)
    if not opening.about_person:
        return (guest,)
    return (guest, Person(case_id, "about", opening.about_name))
