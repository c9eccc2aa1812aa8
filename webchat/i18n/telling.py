"""A promise told, as names of responses and typed values: one telling for page, desk, command and audio."""

from datetime import datetime

from webchat.cases.promises.calendar import london_date
from webchat.cases.promises.promise import (
    DID_NOT_COME,
    GAVE_UP_TIME,
    MOVED_TIME,
    OTHER_WAY,
    RECOUNTED,
    TAKEN_BACK,
    TIME_CANCELLED,
    TIME_MOVED,
    WENT_ON,
    Promise,
    Source,
    State,
)
from webchat.cases.words import MetBy, PromiseName, Unit
from webchat.i18n.skipped import skipped_days
from webchat.i18n.told import Told, Typed, a_date, a_moment, days, english, say, several

# What `met_by` holds when the page that told the guest was itself the acknowledgement (cases/opening.py).
RECEIPT = "receipt"
_ENDED = {
    TAKEN_BACK: "promise_taken_back",
    OTHER_WAY: "promise_other_way",
    WENT_ON: "promise_went_on",
    MOVED_TIME: "promise_moved_time",
    GAVE_UP_TIME: "promise_gave_up_time",
    TIME_MOVED: "promise_time_moved",
    TIME_CANCELLED: "promise_time_cancelled",
    DID_NOT_COME: "promise_did_not_come",
    RECOUNTED: "promise_recounted",
}
_ACKNOWLEDGES = {MetBy.MESSAGE_WITH_DATE: "_date", MetBy.NAMED_OFFICER: "_officer"}


def heading(promise: Promise) -> Told:
    """What the promise is, to stand above its sentences."""
    return Told(f"promise_heading_{promise.name.value}")


def tell(
    promise: Promise, document: str, now: datetime, received_at: datetime | None = None
) -> tuple[Told, ...]:
    """Every sentence owed about one promise, in order (guest-rules D5, D6, D7).

    `document` is the title of the charity's policy. `now` is aware: a date that has passed is told as late.
    `received_at` is when the case's first message came; a promise counted from another day then says so.
    """
    if promise.state is State.SUPERSEDED:
        return (_replaced(promise),)
    told = (*promised(promise, now), *counted(promise, received_at), *clause(promise, document))
    if promise.name is PromiseName.INFORMATION_OUTCOME:  # it may be asked at any time (guest-rules E23)
        return (*told, Told("promise_information_regulator"))
    return told


def promised(promise: Promise, now: datetime) -> tuple[Told, ...]:
    """By when, and whether it was kept: the first sentence, and what honesty adds to it."""
    if promise.state is State.MET:
        return _kept(promise, now)
    if promise.due_at is None:
        return (_without_a_date(promise),)
    if promise.state is State.LATE or now > promise.due_at:
        return (Told(f"promise_late_{promise.name.value}", _by(promise)),)
    return (Told(f"promise_{promise.name.value}{_kind(promise)}_{promise.strength.value}", _by(promise)),)


def counted(promise: Promise, received_at: datetime | None = None) -> tuple[Told, ...]:
    """Why that date: the days, what a working day is, those not counted (guest-rules D5), or who set it."""
    if promise.agreed_by:
        return (Told(f"promise_agreed_{promise.agreed_by.value}"),)
    if promise.source is Source.STAFF:
        return (Told("promise_stated_by", {"name": promise.stated_by}),) if promise.stated_by else ()
    if promise.due_at is None or promise.value is None or promise.starts_at is None:
        return ()
    if promise.source is Source.LAW:
        if promise.unit is Unit.CALENDAR_MONTH:
            return (Told("promise_counted_law_months", {"months": promise.value}),)
        return (Told("promise_counted_law", {"days": days(promise.value)}),)
    if promise.unit is Unit.MINUTE:
        values: dict[str, Typed] = {"minutes": promise.value, "start": a_moment(promise.starts_at)}
        return (Told("promise_counted_minutes", values),)
    how = "calendar" if promise.unit is Unit.CALENDAR_DAY else "working"
    start = london_date(promise.starts_at)
    if received_at is not None and london_date(received_at) != start:
        values = {"days": days(promise.value), "start": a_date(start)}
        first = Told(f"promise_counted_{how}_from", values)
    else:
        first = Told(f"promise_counted_{how}", {"days": days(promise.value)})
    if how == "calendar":
        return (first,)
    return (first, Told("promise_working_day"), *_not_counted(promise))


def clause(promise: Promise, document: str) -> tuple[Told, ...]:
    """Where it comes from: the clause and its own words, which stay English (guest-rules H2).

    Nothing for a date that a member of staff set, or where the policy is silent.
    """
    if promise.source is Source.STAFF or not promise.ref:
        return ()
    kind = "part" if promise.ref[0].isdigit() else "heading"
    said = "speaks" if promise.value is None else "clause"
    if promise.source is Source.LAW:
        first = Told(f"promise_{said}_law", {"ref": english(promise.ref)})
    else:
        where = {"ref": english(promise.ref), "document": english(document)}
        first = Told(f"promise_{said}_{kind}", where)
    return (first, Told("promise_quote", {"quote": english(promise.quote)})) if promise.quote else (first,)


def _not_counted(promise: Promise) -> tuple[Told, ...]:
    skipped = skipped_days(promise.skipped)
    return (Told("promise_skipped", {"days": several([say(one) for one in skipped])}),) if skipped else ()


def _by(promise: Promise) -> dict[str, Typed]:
    """The due date, or the due minute of a promise kept face to face."""
    if promise.due_at is None or promise.due_on is None:
        return {}
    return {"moment": a_moment(promise.due_at)} if _in_minutes(promise) else {"date": a_date(promise.due_on)}


def _in_minutes(promise: Promise) -> bool:
    return promise.name is PromiseName.WAIT


def _kind(promise: Promise) -> str:
    """What an acknowledgement must hold here: ACSOS's names a date, Help & Care's (15.2, 16.2) an officer."""
    return _ACKNOWLEDGES.get(promise.met_by_rule, "") if promise.name is PromiseName.ACKNOWLEDGE else ""


def _without_a_date(promise: Promise) -> Told:
    if promise.name is PromiseName.INFORMATION_OUTCOME:
        return Told("promise_information_no_time")
    if promise.source is Source.LAW and promise.value is not None:
        if promise.unit is Unit.CALENDAR_MONTH:
            return Told("promise_gone_law_months", {"months": promise.value})
        return Told("promise_gone_law", {"days": days(promise.value)})
    if promise.unit is Unit.MINUTE and promise.value is not None:
        # RUILS "Appointments": the minutes are known, the time they run from is not agreed yet.
        return Told("promise_wait_agreed", {"minutes": promise.value})
    if promise.unit is not None and promise.value is not None:
        # The time of the policy had gone before anybody could be told it (cases/turns.py, change_kind).
        how = "calendar" if promise.unit is Unit.CALENDAR_DAY else "working"
        return Told(f"promise_gone_{how}", {"days": days(promise.value)})
    return Told("promise_no_time")


def _kept(promise: Promise, now: datetime) -> tuple[Told, ...]:
    if promise.met_by == RECEIPT or promise.met_at is None:
        first = Told("promise_kept_automatic")
    else:
        first = Told(f"promise_kept_{promise.name.value}", {"date": a_date(london_date(promise.met_at))})
    if promise.due_at is None or promise.due_on is None:
        return (first,)
    when = a_moment(promise.due_at) if _in_minutes(promise) else a_date(promise.due_on)
    return (first, Told(_kept_by(promise, promise.due_at, now), {"when": when}))


def _kept_by(promise: Promise, due_at: datetime, now: datetime) -> str:
    """Late, in time for a date that has passed, or before a date that is still to come."""
    if promise.met_at is not None and promise.met_at > due_at:
        return "promise_kept_late"
    if now > due_at:
        return "promise_kept_date"
    return "promise_kept_before_policy" if promise.source is Source.PACK else "promise_kept_before"


def _replaced(promise: Promise) -> Told:
    if promise.met_by in _ENDED:
        return Told(_ENDED[promise.met_by])
    if not promise.met_by:
        return Told("promise_replaced")
    if promise.due_on is None:
        return Told("promise_replaced_first_date")
    return Told("promise_replaced_by_date", {"date": a_date(promise.due_on)})
