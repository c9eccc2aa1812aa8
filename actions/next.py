"""What happens once something is sent, by the way to reply: what we do, and what the guest does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from webchat.cases.case import About, Case, Person
from webchat.cases.casework import Casework
from webchat.cases.people.guarding import Guarding
from webchat.cases.promises.policy import Policy
from webchat.cases.promises.promise import Promise
from webchat.cases.words import Channel, Kind, PromiseName, ReplyBy
from webchat.i18n.told import Told, a_date
from webchat.i18n.who_told import who_is_told

_ANSWERS = (PromiseName.REPLY, PromiseName.OUTCOME)


def what_next(
    case: Case, casework: Casework, promises: Sequence[Promise], has_time: bool = False
) -> Iterator[Told]:
    """Every sentence, in order (guest-rules C10). `promises` are those of the case, the earlier first.

    `has_time`: the time of an appointment is agreed already.
    """
    people = {one.part: one for one in casework.store.people(case.id)}
    yield Told(_by_kind(case.kind, has_time))
    yield _by_way(case.reply_by, people["guest"], _answer(promises))
    if case.about is not About.NOBODY:
        name = people["about"].name
        yield Told("utter_what_next_about_named", {"name": name}) if name else Told("utter_what_next_about")
    if case.read_first:
        yield from who_is_told(Guarding(casework).expected(case, case.received_at))
    if _like_an_email(casework.policies.policy(case.charity), promises):
        yield Told("utter_what_next_like_email")


def _by_kind(kind: Kind, has_time: bool) -> str:
    """What staff do with it; of an agreed time nobody is told that another will be offered."""
    if kind is not Kind.APPOINTMENT:
        return "utter_what_next"
    return "utter_what_next_agreed" if has_time else "utter_what_next_appointment"


def _by_way(way: ReplyBy, guest: Person, answer: Promise | None) -> Told:
    """What we do to answer. A date only where a promise has one."""
    date = {"date": a_date(answer.due_on)} if answer and answer.due_on else {}
    if way is ReplyBy.NONE:
        return Told(f"utter_what_next_none{'_date' if date else ''}", date)
    if way is ReplyBy.CODE:
        return Told(
            f"utter_what_next_code_{answer.strength.value}" if answer else "utter_what_next_code", date
        )
    careful = {ReplyBy.EMAIL: "_update", ReplyBy.TEXT: "_update", ReplyBy.PHONE: "_no_message"}
    ending = "" if guest.safe_to_contact else careful.get(way, "")
    return Told(f"utter_what_next_{way.value}{ending}", {"contact": ", ".join(guest.contact.splitlines())})


def _answer(promises: Iterable[Promise]) -> Promise | None:
    """The promise that an answer keeps: the reply, or what we decide; None where neither has a date."""
    dated = [one for one in promises if one.name in _ANSWERS and one.due_on]
    return min(dated, key=lambda one: _ANSWERS.index(one.name), default=None)


def _like_an_email(policy: Policy, promises: Iterable[Promise]) -> bool:
    """Whether a clause of these promises speaks of emails, and the pack takes a chat for one (A3.1)."""
    ids = {one.entry for one in promises}
    channels = {channel for entry in policy.entries if entry.id in ids for channel in entry.channels}
    return policy.channels.get(Channel.WEBCHAT) is Channel.EMAIL and Channel.EMAIL in channels
