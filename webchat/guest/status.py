"""Where a case is, as its guest sees it: who has it, what was promised, what was written both ways."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from webchat.cases.appointments.booking import Booking
from webchat.cases.case import Case, Event, Message, Person, Plain, Purpose, Status, latest
from webchat.cases.complaints.stages import has_ended, next_stage
from webchat.cases.consent import is_limited, is_withheld
from webchat.cases.needs import Need
from webchat.cases.on_behalf import may_be_withdrawn
from webchat.cases.people.guarding import Guarding
from webchat.cases.promises.policy import NextStage
from webchat.cases.promises.promise import Promise
from webchat.cases.rules import may_be_a_complaint
from webchat.cases.words import Kind, ReplyBy
from webchat.chat.bubble import Bubble, Paragraph, Segment
from webchat.guest.agreed import Agreed, agreed_of
from webchat.guest.promises import Promised, first_word, promised
from webchat.guest.transcript import Speaker
from webchat.guest.while_away import away_of, other_way_of
from webchat.i18n.beside import beside
from webchat.i18n.told import Told
from webchat.i18n.who_told import who_is_told


@dataclass(frozen=True, slots=True)
class Answered:
    """One of the other things asked: what it was, and each answer, in words."""

    label: Paragraph
    values: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class CaseStatus:
    """A case for its guest, told what they may be told. `owner` is the name of who has it, or empty.

    `beside` holds, message by message, what each tells beside its own words. `seen` counts the messages on
    this page, so that the same words posted twice are added once. `first` is the promise by which they hear
    next. While nobody has read what must be read first, `first_told` says who is told and when; `guard` is
    who ("lead", "deputy", "senior"), empty for every other case. `has_ended`: this stage of a complaint is
    over; `next_stage` is then the one that its guest may ask for, None where the policy names none.
    `withheld` are the ids of messages whose words its guest may not be told: they stand without them.
    `agreed` is the time of an appointment. `was_taken`: somebody had it at this stage, and nobody has it now.
    `in_danger`: what the guest added last may mean danger, so that help is shown.
    `away` says that whoever has the case is away, and until when. `held`: people decided that they can write
    here only of what always stays open; `needs` is
    what they told us that they need.
    """

    case: Case
    owner: str
    promised: tuple[Promised, ...]
    messages: tuple[Message, ...]
    beside: tuple[tuple[Bubble, ...], ...]
    guest: Person
    answers: tuple[Answered, ...] = ()
    first: Promise | None = None
    first_told: tuple[Bubble, ...] = ()
    guard: str = ""
    next_stage: NextStage | None = None
    has_ended: bool = False
    withheld: frozenset[str] = frozenset()
    agreed: Agreed | None = None
    away: tuple[Bubble, ...] = ()
    held: bool = False
    was_taken: bool = False
    in_danger: bool = False
    needs: tuple[Need, ...] = ()

    @property
    def limited_by(self) -> str:
        """The state of consent by which its guest is told little of somebody else, or empty."""
        consent = self.case.consent
        return consent.value if consent and is_limited(self.case) else ""

    @property
    def may_withdraw(self) -> bool:
        """Whether its writer can say that the person they write for agrees no longer."""
        return may_be_withdrawn(self.case)

    @property
    def closed_reason(self) -> str:
        """Why it was closed; empty where no reason was given, or its guest may not be told."""
        closing = [one for one in self.messages if one.purpose is Purpose.CLOSING]
        return "" if closing and closing[-1].id in self.withheld else self.case.closed_reason

    @property
    def is_guarded(self) -> bool:
        """Whether it is a safeguarding case: nothing is promised of it, and it is not taken back."""
        return self.case.kind is Kind.SAFEGUARDING

    @property
    def is_unsafe(self) -> bool:
        """Whether nothing goes out to the guest, because they said that it is not safe."""
        return self.case.reply_by is ReplyBy.CODE and self.guest.safe_to_contact is False

    @property
    def may_complain(self) -> bool:
        """Whether they can say "treat this as a complaint"."""
        return not self.is_closed and may_be_a_complaint(self.case)

    @property
    def may_judge(self) -> bool:
        """Whether they are asked how well we did: once, when staff have closed it."""
        is_asked = not self.case.taken_back_at and not self.case.verdict
        return self.is_closed and is_asked and not self.is_guarded

    @property
    def is_closed(self) -> bool:
        """Whether staff have finished; writing again opens it again."""
        return self.case.status is Status.CLOSED

    @property
    def seen(self) -> int:
        """How many messages there are."""
        return len(self.messages)

    def spoken(self, place: int) -> tuple[str, str]:
        """Words to read aloud and their language: the promises at 0, then each message."""
        if place == 0:
            lines = [line for one in self.promised for line in (one.heading, *one.lines)]
            lang = lines[0].language.code if lines else ""
            return "\n".join(line.text for line in lines), lang
        one, told = self.messages[place - 1], self.beside[place - 1]
        if not one.body:
            return "\n".join(line.text for line in told), told[0].language.code if told else ""
        # Sentences of ours join words of theirs only where both are in one language: a voice speaks one.
        same = [line.text for line in told if line.language.code == one.lang]
        return "\n".join((one.body, *same)), one.lang


def status_of(
    case: Case, booking: Booking, name_of: Callable[[str], str], speaker: Speaker, now: datetime
) -> CaseStatus:
    """The status of a case now. `name_of` gives the name of a member of staff by id."""
    casework, store = booking.casework, booking.casework.store
    expected = Guarding(casework).expected(case, now) if case.read_first else None
    told = who_is_told(expected) if expected and case.read_first_at is None else ()
    owed, messages = store.promises(case.id), tuple(store.messages(case.id))
    needs = tuple(store.needs(case.id))
    policy = casework.policies.policy(case.charity)
    away = away_of(case, booking, name_of, speaker, now)
    withheld = frozenset(one.id for one in messages if is_withheld(case, one))
    return CaseStatus(
        case=case,
        owner=name_of(case.owner) if case.owner else "",
        promised=promised(case, owed, speaker, now),
        messages=tuple(replace(one, body="") if one.id in withheld else one for one in messages),
        needs=needs,
        beside=tuple(_beside(message, withheld, speaker) for message in messages),
        guest=latest(store.people(case.id), "guest") or Person(case.id, "guest"),
        answers=tuple(_answered(name, value, speaker) for name, value in case.answers),
        first=first_word(case, owed, now),
        first_told=tuple(speaker.told(one) for one in told),
        guard=expected.first.value if expected and expected.first else "",
        next_stage=next_stage(case, owed, policy),
        has_ended=has_ended(case, owed),
        withheld=withheld,
        agreed=agreed_of(case, booking, speaker, now),
        away=away,
        was_taken=not case.owner and _was_taken(case, store.events(case.id)),
    )


def _was_taken(case: Case, events: Iterable[Event]) -> bool:
    return any(one.what == "claimed" and one.at >= case.stage_received_at for one in events)


def _beside(message: Message, withheld: frozenset[str], speaker: Speaker) -> tuple[Bubble, ...]:
    """Where the words may not be told it says so in their place. Another way to reach the charity is told as
    it is known now."""
    told = beside(replace(message, plain_words="") if message.id in withheld else message)
    if message.id in withheld:
        told = (Told("beside_withheld"), *told)
    if message.purpose is Purpose.AWAY:
        told = (*told, *other_way_of(speaker))
    return tuple(speaker.told(one) for one in told)


def _answered(name: str, value: Plain, speaker: Speaker) -> Answered:
    many = value if isinstance(value, list) else [value]
    label = speaker.segments(Told(f"label_{name}"))
    return Answered(label, tuple(_in_words(name, one, speaker) for one in many))


def _in_words(name: str, value: Plain, speaker: Speaker) -> Paragraph:
    """A choice by its words, the guest's own words as they are."""
    known = f"value_{name}_{value}"
    if speaker.renderer.knows(known):
        return speaker.segments(Told(known))
    return (Segment(str(value), isolate=True),)


def was_added(messages: Sequence[Message], seen: int, body: str) -> bool:
    """Whether these words came since the guest's page was made: a double tap, or a retry."""
    return any(one.from_guest and one.body == body for one in messages[seen:])
