"""Making words into what their guest can read: a task with its own date (issue 4, line 6).

It is never later than the promise it serves, which it keeps once it has reached the guest.
"""

from collections.abc import Iterable
from datetime import date

from webchat.cases.appointments.meeting import Act, kept
from webchat.cases.case import Case, Delivery, Message, Person
from webchat.cases.errors import NotAllowed
from webchat.cases.formats.needed import LIVE, formats_on_the_way
from webchat.cases.promises.promise import Promise
from webchat.cases.words import Format, ReplyBy


def served(message: Message, promises: Iterable[Promise]) -> Promise | None:
    """The promise that a message keeps once its guest has it, the soonest due; None where it keeps none."""
    live = any(one in LIVE for one in message.formats)
    act = Act(message.purpose, True, live, states_date=message.states_date, officer=message.officer)
    keeps = kept(promises, act, message.id, message.at)
    by_due = sorted(keeps, key=lambda one: one.due_on or date.max)
    return by_due[0] if by_due else None


def to_be_made_by(message: Message, promises: Iterable[Promise]) -> date | None:
    """The task's date, with the promises as they are now: a promise counted again takes it along."""
    promise = served(message, promises)
    dates = [one for one in (message.make_by, promise.due_on if promise else None) if one]
    return min(dates, default=None)


def chosen_date(promise: Promise | None, chosen: date | None, today: date) -> date:
    """By when it is to be made: what staff chose, or the day of the promise it serves.

    Raises NotAllowed: "make_by_too_late" after that day, "make_by_past", "no_make_by" where neither is told.
    A promise whose day has passed leaves nothing to choose: it is late with it.
    """
    due = promise.due_on if promise else None
    if due is not None and (due < today or chosen is None):
        return due
    if chosen is None:
        raise NotAllowed("no_make_by")
    if chosen < today:
        raise NotAllowed("make_by_past")
    if due is not None and chosen > due:
        raise NotAllowed("make_by_too_late")
    return chosen


def ways_to_hand_it_over(case: Case, message: Message, guest: Person) -> tuple[Delivery, ...]:
    """How it can reach its guest once it is made; nothing goes where that is not safe (guest-rules E21).

    Where an interpreter is needed it has reached them once that is done, whatever is printed besides. Its own
    words go by email only where the guest said that this is safe (design.md, Replies travel).
    """
    formats = formats_on_the_way(message.formats, case.reply_by)
    if any(one in LIVE for one in formats):
        return (Delivery.INTERPRETED,)
    read_out = (Delivery.INTERPRETED,) if Format.TRANSLATION in formats else ()
    mailed = case.reply_by is ReplyBy.EMAIL and bool(guest.contact) and guest.safe_to_contact
    sent = (Delivery.SENT,) if mailed and Format.BRAILLE not in formats else ()
    posted = () if guest.safe_to_contact is False else (Delivery.POSTED,)
    return (*posted, Delivery.HANDED_OVER, *sent, *read_out)
