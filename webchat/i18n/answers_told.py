"""An answer of a policy told, as names of responses and typed values: one telling for chat and page."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby

from webchat.cases.promises.calendar import WorkingCalendar, london_date
from webchat.cases.promises.policy import Answer, Entry, Note, Policy
from webchat.cases.words import Channel, Kind, MetBy, PromiseName, Start, Unit
from webchat.i18n.settings_told import Settings, settings_told
from webchat.i18n.told import Told, Typed, a_date, days, english, say, several

# The ways in that a promise's sentence names; the first that fits says it.
_REPLIES = {
    Channel.EMAIL: "reply_email",
    Channel.LETTER: "reply_letter",
    Channel.TEXT: "reply_text",
}
_UNITS = {Unit.WORKING_DAY: "working", Unit.CALENDAR_DAY: "calendar"}


def title(topic: str) -> Told:
    """What a topic is called."""
    return Told(f"answer_topic_{topic}")


def own_words(charity: str, topic: str, place: int) -> str:
    """The name under which a charity's own sentence on a topic is said; its English stands in its pack."""
    return f"answer_by_{charity}_{topic}_{place}"


def topic_told(
    topic: str, policy: Policy, settings: Settings, calendar: WorkingCalendar, now: datetime
) -> Iterator[Told]:
    """Everything that a charity says on a topic: what it has told of itself, and what its policy says."""
    yield from settings_told(topic, settings)
    if topic in policy.answers:
        yield from answer_told(policy.answers[topic], policy, calendar, now)


def answer_told(answer: Answer, policy: Policy, calendar: WorkingCalendar, now: datetime) -> Iterator[Told]:
    """Every sentence of an answer: the times, the charity's own words, and its clauses with their quotes.

    `now` is aware: promises that a message of today would start are told with their date as well.
    """
    for entry in answer.timed:
        yield from _time(entry, policy, calendar, now)
    numbers: dict[str, Typed] = dict(answer.numbers)
    for place, _ in enumerate(answer.says):
        own = own_words(policy.charity, answer.topic, place)
        yield Told("answer_says", {"says": say(Told(own, numbers))})
    if any(one.unit is Unit.WORKING_DAY for one in answer.timed):
        yield Told("answer_working_day")
    yield from clauses_told(answer)


def clauses_told(answer: Answer) -> Iterator[Told]:
    """The clauses that an answer rests on, each with its quotes."""
    for ref, some in groupby(sorted(answer.clauses, key=lambda one: _place(one.ref)), lambda one: one.ref):
        yield _clause(ref, list(some))


def _time(entry: Entry, policy: Policy, calendar: WorkingCalendar, now: datetime) -> Iterator[Told]:
    if entry.value is None or entry.unit is None:
        yield Told(f"answer_no_time_{entry.promise.value}")
        return
    told = f"answer_time_{_what(entry)}_{entry.strength.value}"
    yield Told(told, {"time": _length(entry.value, entry.unit)})
    if entry.unit in _UNITS and _would_start(entry, policy):
        due = calendar.due(now, entry.value, entry.unit)
        yield Told("answer_if_today", {"start": a_date(london_date(now)), "date": a_date(due.on)})


def _would_start(entry: Entry, policy: Policy) -> bool:
    """Whether a message sent in this chat now, the first about its matter, starts this promise."""
    channel = policy.channels.get(Channel.WEBCHAT, Channel.WEBCHAT)
    begins = entry.start in (Start.RECEIPT, Start.ORIGINAL_COMPLAINT)
    return begins and entry.stage == 1 and (not entry.channels or channel in entry.channels)


def _length(value: int, unit: Unit) -> Typed:
    if unit is Unit.MINUTE:
        return say(Told("answer_minutes", {"minutes": value}))
    return say(Told(f"answer_days_{_UNITS[unit]}", {"days": days(value)}))


def _what(entry: Entry) -> str:
    """Which sentence says this promise: what is done, and for whom or by which way."""
    name, is_again = entry.promise, entry.stage > 1
    if name is PromiseName.ACKNOWLEDGE:
        return _acknowledged(entry, is_again)
    if name is PromiseName.OUTCOME:
        return "outcome_again" if is_again else "outcome"
    if name is PromiseName.WAIT:
        return "wait_agreed" if entry.start is Start.AGREED_TIME else "wait_walk_in"
    if name is PromiseName.CONTACT:
        return "contact_text" if Channel.TEXT in entry.channels else "contact_call"
    return next((said for way, said in _REPLIES.items() if way in entry.channels), "reply_message")


def _acknowledged(entry: Entry, is_again: bool) -> str:
    if entry.met_by is MetBy.MESSAGE_WITH_DATE:
        return "acknowledge_date"
    if entry.met_by is MetBy.NAMED_OFFICER:
        return "acknowledge_again_officer" if is_again else "acknowledge_complaint_officer"
    if is_again:
        return "acknowledge_again"
    return "acknowledge_complaint" if entry.kinds == {Kind.COMPLAINT} else "acknowledge_message"


def _clause(ref: str, some: Sequence[Entry | Note]) -> Told:
    quotes = several([say(Told("answer_quote", {"quote": english(one.quote)})) for one in some])
    kind = "part" if ref[0].isdigit() else "heading"
    return Told(f"answer_clause_{kind}", {"ref": english(ref), "quotes": quotes})


def _place(ref: str) -> tuple[tuple[int, ...], str]:
    """Clauses in the order of their numbers; headings after them, as they come."""
    numbers = ref.split(".")
    return (tuple(map(int, numbers)) if all(map(str.isdigit, numbers)) else (10_000,), ref)
