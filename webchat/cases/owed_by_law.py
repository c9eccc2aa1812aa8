"""What the law owes on a complaint about personal information, beside every other clock (guest-rules E23)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from webchat.cases.calendar import end_of_day, london_date
from webchat.cases.law import FirstDay, LawClock, LawUnit
from webchat.cases.promise import TAKEN_BACK, Promise, Source, State
from webchat.cases.words import MetBy, PromiseName, Strength, Unit

OF_INFORMATION = (PromiseName.INFORMATION_ACKNOWLEDGE, PromiseName.INFORMATION_OUTCOME)


def owed_on_information(
    law: Iterable[LawClock],
    promises: Sequence[Promise],
    case_id: str,
    received_at: datetime,
    ids: Sequence[str],
    now: datetime,
) -> tuple[Promise, ...]:
    """What the law owes on a complaint about personal information, each once (guest-rules E23).

    It counts from the first receipt whenever it is noticed. A date that has gone by is told to nobody: that
    promise waits for staff to state another (design.md, rules for dates).
    """
    had = {one.name for one in promises if one.state is not State.SUPERSEDED}
    clocks = (one for one in law if one.promise in OF_INFORMATION and one.promise not in had)
    return tuple(_promise(one, case_id, received_at, new, now) for one, new in zip(clocks, ids, strict=False))


def owed_again(promises: Iterable[Promise]) -> tuple[Promise, ...]:
    """What the law owed when its guest took everything back, owed as before once they write again."""
    return tuple(
        replace(one, state=State.OPEN, met_by="", met_at=None)
        for one in promises
        if one.source is Source.LAW and one.state is State.SUPERSEDED and one.met_by == TAKEN_BACK
    )


def _promise(clock: LawClock, case_id: str, received_at: datetime, new_id: str, now: datetime) -> Promise:
    due_on = None
    if clock.value is not None and clock.unit is LawUnit.CALENDAR_DAY:
        ahead = clock.value - (1 if clock.first_day is FirstDay.RECEIPT else 0)
        due_on = london_date(received_at) + timedelta(days=ahead)
    if due_on is not None and due_on < london_date(now):
        due_on = None
    return Promise(
        id=new_id,
        case_id=case_id,
        stage=1,
        name=clock.promise,
        entry=clock.id,
        ref=f"{clock.act}, section {clock.section}",
        quote=clock.quote,
        value=clock.value,
        unit=Unit.CALENDAR_DAY if clock.value is not None else None,
        strength=Strength.WILL,
        met_by_rule=MetBy.REPLY,
        starts_at=received_at,
        due_on=due_on,
        due_at=end_of_day(due_on) if due_on else None,
        skipped=(),
        source=Source.LAW,
    )
