"""What keeps a promise: not a tick in a box, but what the policy means (design.md, rules for dates)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from webchat.cases.case import OF_COMPLAINTS, OF_DECISIONS, OF_TIMES, OTHER_TIMES, Purpose
from webchat.cases.promises.promise import Promise, State
from webchat.cases.words import MetBy, PromiseName

# What is told of a need answers nothing that was asked either.
_ANSWERS_NOTHING = (
    *(Purpose.WORDS, Purpose.RECEIPT, Purpose.CLOSING, Purpose.NEED_UNMET),
    *(*OTHER_TIMES, *OF_TIMES, *OF_COMPLAINTS, *OF_DECISIONS),
)
_REPLIES = (Purpose.REPLY, Purpose.OUTCOME, Purpose.INFORMATION_REPLY)


@dataclass(frozen=True, slots=True)
class Act:
    """Something done for a guest. `spoken` is whether a call or a meeting reached them.

    `states_date` is the date the full reply will come, `officer` the name of the person looking into it.
    """

    purpose: Purpose
    reached: bool = True
    spoken: bool = False
    seen: bool = False
    states_date: date | None = None
    officer: str = ""


def keeps(promise: Promise, act: Act) -> bool:
    """Whether an act keeps a promise.

    RUILS's and Bromley's acknowledgement may be automatic; ACSOS's needs the date of the full reply, unless
    the full reply itself has come; Help & Care's (15.2, 16.2) needs the officer's name; no receipt meets
    Healthwatch's 2-day response; a call that nobody answered returns no call. What was decided about
    personal information may come before the rest is, and keeps nothing else (guest-rules E23). Only what was
    asked for answers a request to see, correct or delete it; that is a reply as well (G5). What is told of an
    agreed time answers nothing.
    """
    if not act.reached:
        return False
    if promise.met_by_rule is MetBy.SEEN:
        return act.seen
    if promise.met_by_rule is MetBy.SPOKEN_TO:
        return act.spoken
    if promise.met_by_rule is MetBy.AUTOMATIC and act.purpose is Purpose.RECEIPT:
        return True
    if act.purpose in _ANSWERS_NOTHING:
        return False
    if promise.name is PromiseName.OUTCOME:
        return act.purpose is Purpose.OUTCOME
    if promise.name is PromiseName.INFORMATION_OUTCOME:
        return act.purpose in (Purpose.OUTCOME, Purpose.INFORMATION_OUTCOME)
    if promise.name is PromiseName.INFORMATION_REPLY:
        return act.purpose is Purpose.INFORMATION_REPLY
    if promise.name is PromiseName.REPLY:
        return act.purpose in _REPLIES
    if promise.met_by_rule is MetBy.NAMED_OFFICER:
        return bool(act.officer.strip())
    if promise.met_by_rule is MetBy.MESSAGE_WITH_DATE:
        return act.states_date is not None or act.purpose in _REPLIES
    return True


def reopened(promises: Iterable[Promise], message_id: str) -> tuple[Promise, ...]:
    """What a message kept that never reached the guest, owed again (design.md, rules for dates)."""
    return tuple(
        replace(one, state=State.OPEN, met_by="", met_at=None)
        for one in promises
        if one.state is State.MET and one.met_by == message_id
    )


def received(promises: Iterable[Promise], at: datetime) -> tuple[Promise, ...]:
    """The promises of what has just come, once the guest reads on the screen that we have it.

    That keeps an acknowledgement that may be automatic (RUILS Target 2; Living Well Bromley 3.4).
    """
    act = Act(Purpose.RECEIPT)
    return tuple(
        replace(one, state=State.MET, met_by="receipt", met_at=at) if one.is_owed and keeps(one, act) else one
        for one in promises
    )


def kept(promises: Iterable[Promise], act: Act, by: str, at: datetime) -> tuple[Promise, ...]:
    """The promises an act keeps, as they are to be stored: met, by which message or event, and when."""
    return tuple(
        replace(one, state=State.MET, met_by=by, met_at=at)
        for one in promises
        if one.is_owed and keeps(one, act)
    )
