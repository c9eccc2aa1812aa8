"""What the law owes about personal information, beside every other clock (guest-rules E23, G5)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from webchat.cases.promises.calendar import end_of_day, london_date, months_after
from webchat.cases.promises.law import FirstDay, LawClock
from webchat.cases.promises.promise import TAKEN_BACK, Promise, Source, State
from webchat.cases.words import MetBy, PromiseName, Strength, Unit

# On a complaint of how it was used; and on a request to see, correct or delete it.
OF_INFORMATION = (PromiseName.INFORMATION_ACKNOWLEDGE, PromiseName.INFORMATION_OUTCOME)
OF_REQUEST = PromiseName.INFORMATION_REPLY
# What a guest may ask for (guest-rules G5), as they answer it.
OWN_INFORMATION, REQUESTS = "own_information", ("see", "correct", "delete")


def owed_as_answered(
    law: Sequence[LawClock],
    answers: Mapping[str, object],
    case_id: str,
    received_at: datetime,
    ids: Sequence[str],
) -> tuple[Promise, ...]:
    """What the law owes on what a guest has just sent, by what they answered. `ids` are three."""
    names: tuple[PromiseName, ...] = ()
    if answers.get("about_information") == "yes":
        names += OF_INFORMATION
    if answers.get(OWN_INFORMATION) in REQUESTS:
        names += (OF_REQUEST,)
    return owed_by_law(law, names, (), case_id, received_at, ids, received_at)


def owed_by_law(
    law: Iterable[LawClock],
    names: Sequence[PromiseName],
    promises: Sequence[Promise],
    case_id: str,
    received_at: datetime,
    ids: Sequence[str],
    now: datetime,
) -> tuple[Promise, ...]:
    """What the law owes of these names, each once.

    It counts from the first receipt whenever it is noticed. A date that has gone by is told to nobody: that
    promise waits for staff to state another (design.md, rules for dates).
    """
    had = {one.name for one in promises if one.state is not State.SUPERSEDED}
    clocks = (one for one in law if one.promise in names and one.promise not in had)
    return tuple(_promise(one, case_id, received_at, new, now) for one, new in zip(clocks, ids, strict=False))


def owed_again(promises: Iterable[Promise]) -> tuple[Promise, ...]:
    """What the law owed when its guest took everything back, owed as before once they write again."""
    return tuple(
        replace(one, state=State.OPEN, met_by="", met_at=None)
        for one in promises
        if one.source is Source.LAW and one.state is State.SUPERSEDED and one.met_by == TAKEN_BACK
    )


def _promise(clock: LawClock, case_id: str, received_at: datetime, new_id: str, now: datetime) -> Promise:
    due_on = due_by_law(clock, london_date(received_at))
    if due_on is not None and due_on < london_date(now):
        due_on = None
    return Promise(
        id=new_id,
        case_id=case_id,
        stage=1,
        name=clock.promise,
        entry=clock.id,
        ref=f"{clock.act}, {clock.section}",
        quote=clock.quote,
        value=clock.value,
        unit=clock.unit,
        strength=Strength.WILL,
        met_by_rule=MetBy.REPLY,
        starts_at=received_at,
        due_on=due_on,
        due_at=end_of_day(due_on) if due_on else None,
        skipped=(),
        source=Source.LAW,
    )


def due_by_law(clock: LawClock, receipt: date) -> date | None:
    """When a time of the law ends that counts from the London date of receipt; None where it has no number.

    A month from the day of receipt ends on the same date of the next (policy-facts F1).
    """
    if clock.value is None:
        return None
    if clock.unit is Unit.CALENDAR_MONTH:
        return months_after(receipt, clock.value)
    return receipt + timedelta(days=clock.value - (1 if clock.first_day is FirstDay.RECEIPT else 0))
