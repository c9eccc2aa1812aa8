"""A case and all that is stored with it: people, needs, messages, events, outbox rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from webchat.cases.words import Channel, Consent, Format, Kind, ReplyBy, WhyPlain

Plain: TypeAlias = "str | int | bool | None | list[Plain] | dict[str, Plain]"


WRITER = "writer"


class Status(StrEnum):
    """Whether anybody still works on the case."""

    OPEN = "open"
    CLOSED = "closed"


class About(StrEnum):
    """Whether the case is about a person, and whether staff have said who that is (design.md, Settled)."""

    NOBODY = "nobody"
    UNMATCHED = "unmatched"
    MATCHED = "matched"


class Purpose(StrEnum):
    """What a message does; `meeting.py` says which promises that keeps."""

    WORDS = "words"
    RECEIPT = "receipt"
    ACKNOWLEDGE = "acknowledge"
    UPDATE = "update"
    REPLY = "reply"
    OUTCOME = "outcome"
    INFORMATION_OUTCOME = "information_outcome"
    INFORMATION_REPLY = "information_reply"
    CLOSING = "closing"
    RESORTED = "resorted"
    INFORMATION = "information"
    INFORMATION_REQUEST = "information_request"
    RECOUNTED = "recounted"
    LATE = "late"
    AWAY = "away"
    DECIDED = "decided"
    LIFTED = "lifted"
    TIME_MOVED = "time_moved"
    TIME_CANCELLED = "time_cancelled"
    RUNNING_LATE = "running_late"
    NEXT_TIME = "next_time"
    NEXT_CONTACT = "next_contact"
    DATE_AGREED = "date_agreed"
    DONE = "done"
    NEED_UNMET = "need_unmet"


# Messages without words of anybody's: they tell that other times apply, that one was not kept, or that
# whoever has the case is away (`officer` is their name, `states_date` when they are back).
OTHER_TIMES = (
    Purpose.RESORTED,
    Purpose.INFORMATION,
    Purpose.INFORMATION_REQUEST,
    Purpose.RECOUNTED,
    Purpose.LATE,
    Purpose.AWAY,
)
# What people decided about its guest; `officer` are the roles of who did, `states_date` its last day.
OF_DECISIONS = (Purpose.DECIDED, Purpose.LIFTED)
# What staff tell of an agreed time: it answers nothing that was asked.
OF_TIMES = (
    Purpose.TIME_MOVED,
    Purpose.TIME_CANCELLED,
    Purpose.RUNNING_LATE,
    Purpose.NEXT_TIME,
    Purpose.NEXT_CONTACT,
)
# A date that was agreed, and an action that was promised and is done: they answer nothing either.
OF_COMPLAINTS = (Purpose.DATE_AGREED, Purpose.DONE)
# Plain answers, which count whenever they are read.
ANSWERING = (Purpose.REPLY, Purpose.OUTCOME, Purpose.INFORMATION_OUTCOME, Purpose.INFORMATION_REPLY)


class Verdict(StrEnum):
    """How well we did, as a guest says once their case is closed."""

    VERY_WELL = "very_well"
    WELL = "well"
    MIDDLING = "middling"
    BADLY = "badly"
    VERY_BADLY = "very_badly"


class Delivery(StrEnum):
    """Where a message to a guest has got to. `to_make`, `to_post`, `to_say` and `failed` are tasks at the
    desk; `held` waits until the person agrees for whom the guest writes."""

    SHOWN = "shown"
    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"
    TO_MAKE = "to_make"
    HANDED_OVER = "handed_over"
    INTERPRETED = "interpreted"
    TO_POST = "to_post"
    POSTED = "posted"
    TO_SAY = "to_say"
    SPOKEN = "spoken"
    NO_ANSWER = "no_answer"
    HELD = "held"


class Sitting(NamedTuple):
    """Somebody on the panel that hears a case; `staff_id` is empty where they have no account."""

    staff_id: str
    name: str


# Where a message is with its guest.
REACHED = (
    *(Delivery.SHOWN, Delivery.SENT, Delivery.POSTED),
    *(Delivery.SPOKEN, Delivery.HANDED_OVER, Delivery.INTERPRETED),
)


@dataclass(frozen=True, slots=True)
class Case:
    """What a charity has been told and owes an answer to. All instants are aware and in UTC.

    `received_at` is only ever corrected to earlier, of what staff wrote down; `stage_received_at` is when
    this stage's words came. `key` is unique in a
    charity and makes one sending one case. `sealed_code` can be read only with the guest's own cookie.
    `taken_back_at` is when its guest took it back, None unless they did and left it so.
    `verdict` is what they said of how it went, once and for good, with what they wrote to it.
    `read_first`: the safeguarding lead is to read it before anything else; `read_first_by` (a staff id) did
    at `read_first_at`. `kept_from` are the staff ids whose names stand in a safeguarding case's words.
    `consent` is whether the person agrees for whom its guest writes, None where they write for themselves.
    `deciding`: those whom the policy names decide about its guest, and may read it for that.
    `panel` are those who hear it at this stage (Help & Care 17.3).
    `next_due_at` and `undated_since` are kept with every change so that the desk can sort by them.
    """

    id: str
    charity: str
    reference: str
    kind: Kind
    stage: int
    received_at: datetime
    stage_received_at: datetime
    channel: Channel
    reply_by: ReplyBy
    lang: str
    code_hash: str
    sealed_code: str
    key: str
    conversation: str = ""
    owner: str = ""
    status: Status = Status.OPEN
    about: About = About.NOBODY
    about_staff: str = ""
    answers: tuple[tuple[str, Plain], ...] = ()
    closed_reason: str = ""
    taken_back_at: datetime | None = None
    verdict: Verdict | None = None
    verdict_words: str = ""
    read_first: bool = False
    read_first_at: datetime | None = None
    read_first_by: str = ""
    kept_from: tuple[str, ...] = ()
    consent: Consent | None = None
    deciding: bool = False
    panel: tuple[Sitting, ...] = ()
    next_due_at: datetime | None = None
    undated_since: datetime | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class Sealed:
    """A code as it is stored: its Argon2id hash, and itself under a key that only the cookie gives."""

    code_hash: str
    sealed_code: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a case: `part` is "guest", "about", or "writer" for whoever wrote for the guest before they
    took it over. `contact` goes with the case's way to reply.

    People are only ever added: a guest who changes how to be reached is written once more, and the
    `latest` counts.
    """

    case_id: str
    part: str
    name: str = ""
    contact: str = ""
    safe_to_contact: bool | None = None


def latest(people: Iterable[Person], part: str) -> Person | None:
    """Whoever has a part, as last told; None where nobody has. `people` stand in the order of writing."""
    return next((one for one in reversed(tuple(people)) if one.part == part), None)


@dataclass(frozen=True, slots=True)
class Message:
    """Words in a case, kept exactly as typed. `author` is a staff id, empty for the guest, or WRITER.

    `officer` and `states_date` (of the full reply; of the next contact where it is about that) are told to
    the guest beside its words, wherever it goes. So are `time_was` and `time_is`, the instants at which a
    meeting was to begin, and is to begin.
    `neutral`: staff say that it tells nothing of the person for whom the guest writes.
    `formats` are those in which its guest needs it, `make_by` the London date by which staff mean to have it
    so; `plain_why` is why it went as it is all the same, `plain_words` the same in words, which they read.
    """

    id: str
    case_id: str
    purpose: Purpose
    body: str
    at: datetime
    lang: str
    author: str = ""
    author_name: str = ""
    route: ReplyBy = ReplyBy.CODE
    delivery: Delivery = Delivery.SHOWN
    officer: str = ""
    states_date: date | None = None
    neutral: bool = False
    time_was: datetime | None = None
    time_is: datetime | None = None
    formats: tuple[Format, ...] = ()
    make_by: date | None = None
    plain_why: WhyPlain | None = None
    plain_words: str = ""

    @property
    def from_guest(self) -> bool:
        """Whether the guest wrote it, or whoever wrote for them."""
        return self.purpose is Purpose.WORDS

    @property
    def by_writer(self) -> bool:
        """Whether somebody wrote it for the guest, before they took the case over."""
        return self.author == WRITER


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a case: ids and field names, never anybody's words (design.md)."""

    case_id: str
    at: datetime
    who: str
    what: str
    fields: Mapping[str, Plain] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Errand:
    """A row of the outbox, written in the same transaction as its cause. `key` is unique.

    It is not run before `not_before`. `payload` holds ids only; words are read when it is run.
    """

    key: str
    kind: str
    charity: str
    payload: Mapping[str, Plain]
    not_before: datetime
