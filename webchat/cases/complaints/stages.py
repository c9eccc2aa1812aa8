"""The later stages of a complaint: asked for by its guest, each with clocks and people of its own.

Help & Care has a second stage and an appeal (16, 17); a policy that names no stage has none, and nothing is
made up in its place. Nobody has to give a reason (guest-rules E7).
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from webchat.cases.appointments.meeting import received
from webchat.cases.case import Case, Errand, Event, Message, Plain, Purpose, Status
from webchat.cases.moves import Moved
from webchat.cases.promises.calendar import WorkingCalendar
from webchat.cases.promises.owed import Asked, owed
from webchat.cases.promises.policy import NextStage, Policy
from webchat.cases.promises.promise import WENT_ON, Promise, Source, State, promise_from
from webchat.cases.words import Channel, Kind, PromiseName


def next_stage(case: Case, promises: Iterable[Promise], policy: Policy) -> NextStage | None:
    """The stage its guest may ask for now: once this one has ended; None where there is none, or not yet."""
    return policy.stage(case.stage + 1) if has_ended(case, promises) else None


def has_ended(case: Case, promises: Iterable[Promise]) -> bool:
    """Whether what was decided at this stage has reached the guest, or staff have closed the complaint."""
    if case.kind is not Kind.COMPLAINT or case.taken_back_at:
        return False
    decided = any(
        one.name is PromiseName.OUTCOME and one.stage == case.stage and one.state is State.MET
        for one in promises
    )
    return decided or case.status is Status.CLOSED


def gone_on(
    case: Case,
    promises: Iterable[Promise],
    to: NextStage,
    words: str,
    lang: str,
    policy: Policy,
    calendar: WorkingCalendar,
    ids: Sequence[str],
    now: datetime,
) -> Moved:
    """The complaint at its next stage: open, in nobody's hands, with that stage's clocks from now.

    What the policy still owed ends as superseded; the first receipt stays (Help & Care 15.5, 16.5).
    """
    ended = tuple(
        replace(one, state=State.SUPERSEDED, met_by=WENT_ON)
        for one in promises
        if one.is_owed and one.source is not Source.LAW
    )
    asked = Asked(case.kind, Channel.WEBCHAT, case.reply_by, now, to.stage, case.received_at)
    made = tuple(
        promise_from(one, new_id, case.id, to.stage)
        for one, new_id in zip(owed(policy, asked, calendar), ids[1:], strict=False)
    )
    said = (Message(ids[0], case.id, Purpose.WORDS, words, now, lang),) if words.strip() else ()
    fields: dict[str, Plain] = {"from": case.stage, "to": to.stage}
    on = replace(
        case, stage=to.stage, stage_received_at=now, owner="", status=Status.OPEN, closed_reason="", panel=()
    )
    return Moved(
        on,
        ended + received(made, now),
        said,
        (Event(case.id, now, "guest", "went_on", fields),),
        (Errand(f"went_on:{case.id}:{to.stage}", "tell_staff", case.charity, {"case": case.id}, now),),
    )
