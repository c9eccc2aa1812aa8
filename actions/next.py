"""What happens once something is sent, by the way to reply: what we do, and what the guest does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from webchat.cases.case import About, Case, Person
from webchat.cases.casework import Casework
from webchat.cases.policy import Policy
from webchat.cases.promise import Promise
from webchat.cases.words import Channel, Kind, PromiseName, ReplyBy
from webchat.i18n.told import Told, a_date

_NEXT = "utter_what_next"
_ANSWERS = (PromiseName.REPLY, PromiseName.OUTCOME)


def what_next(case: Case, casework: Casework, promises: Sequence[Promise]) -> Iterator[Told]:
    """Every sentence, in order (guest-rules C10). `promises` are those of the case, the earlier first."""
    people = {one.part: one for one in casework.store.people(case.id)}
    yield Told(f"{_NEXT}_appointment" if case.kind is Kind.APPOINTMENT else _NEXT)
    yield _by_way(case.reply_by, people["guest"], _answer(promises))
    if case.about is not About.NOBODY:
        name = people["about"].name
        yield Told(f"{_NEXT}_about_named", {"name": name}) if name else Told(f"{_NEXT}_about")
    if _like_an_email(casework.policies.policy(case.charity), promises):
        yield Told(f"{_NEXT}_like_email")


def _by_way(way: ReplyBy, guest: Person, answer: Promise | None) -> Told:
    """What we do to answer. A date only where a promise has one."""
    if way in (ReplyBy.CODE, ReplyBy.NONE):
        name, dated = f"{_NEXT}_{way.value}", answer.due_on if answer else None
        if answer is None or dated is None:
            return Told(name)
        kind = answer.strength.value if way is ReplyBy.CODE else "date"
        return Told(f"{name}_{kind}", {"date": a_date(dated)})
    careful = {ReplyBy.EMAIL: "_update", ReplyBy.TEXT: "_update", ReplyBy.PHONE: "_no_message"}
    ending = "" if guest.safe_to_contact else careful.get(way, "")
    return Told(f"{_NEXT}_{way.value}{ending}", {"contact": ", ".join(guest.contact.splitlines())})


def _answer(promises: Iterable[Promise]) -> Promise | None:
    """The promise that an answer keeps: the reply, or what we decide; None where neither has a date."""
    dated = [one for one in promises if one.name in _ANSWERS and one.due_on]
    return min(dated, key=lambda one: _ANSWERS.index(one.name), default=None)


def _like_an_email(policy: Policy, promises: Iterable[Promise]) -> bool:
    """Whether a clause of these promises speaks of emails, and the pack takes a chat for one (A3.1)."""
    ids = {one.entry for one in promises}
    channels = {channel for entry in policy.entries if entry.id in ids for channel in entry.channels}
    return policy.channels.get(Channel.WEBCHAT) is Channel.EMAIL and Channel.EMAIL in channels
