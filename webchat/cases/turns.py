"""What turns a case: a guest's further words, another kind, and whom it is about."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from webchat.cases.appointments.meeting import received
from webchat.cases.case import OTHER_TIMES, About, Case, Errand, Event, Message, Plain, Purpose, Status
from webchat.cases.moves import Letter, Moved, errands, to_guest
from webchat.cases.people.member import Member
from webchat.cases.promises.calendar import WorkingCalendar, london_date
from webchat.cases.promises.owed import Asked, Owed, owed
from webchat.cases.promises.owed_by_law import owed_again
from webchat.cases.promises.policy import Policy
from webchat.cases.promises.promise import TAKEN_BACK, Promise, Source, State, promise_from
from webchat.cases.rules import must_stay_its_kind
from webchat.cases.words import Channel, Kind, PromiseName


def guest_adds(
    case: Case,
    messages: Sequence[Message],
    promises: Sequence[Promise],
    body: str,
    lang: str,
    policy: Policy,
    calendar: WorkingCalendar,
    ids: Sequence[str],
    now: datetime,
) -> Moved:
    """A guest's further words. After staff's last ones the channel's promises start afresh.

    A complaint's own clocks, which no channel starts, are left as they run; a closed case is open again. What
    ended when its guest took it back is owed once more.
    """
    said = [one for one in messages if one.purpose not in OTHER_TIMES]
    after_staff = bool(said) and not said[-1].from_guest
    made: tuple[Promise, ...] = ()
    if after_staff or case.taken_back_at:
        fresh = _owed_afresh(case, promises, policy, calendar, now)
        made = tuple(
            promise_from(one, new_id, case.id, case.stage)
            for one, new_id in zip(fresh, ids[2:], strict=False)
        )
        if not any(one.is_owed for one in (*promises, *made)):
            made = (_a_reply(ids[1], case, now),)
    message = Message(ids[0], case.id, Purpose.WORDS, body, now, lang)
    event = Event(case.id, now, "guest", "added", {"reopened": case.status is Status.CLOSED})
    errand = Errand(f"added:{message.id}", "tell_staff", case.charity, {"case": case.id}, now)
    reopened = replace(case, status=Status.OPEN, closed_reason="", taken_back_at=None)
    again = owed_again(promises) if case.taken_back_at else ()
    return Moved(reopened, again + received(made, now), (message,), (event,), (errand,))


def _owed_afresh(
    case: Case, promises: Sequence[Promise], policy: Policy, calendar: WorkingCalendar, now: datetime
) -> list[Owed]:
    asked = Asked(case.kind, Channel.WEBCHAT, case.reply_by, now, case.stage, case.received_at)
    ended = {(one.name, one.entry) for one in promises if one.met_by == TAKEN_BACK and case.taken_back_at}
    fresh = [
        one
        for one in owed(policy, asked, calendar)
        if _of_the_channel(one) or (one.name, one.entry.id if one.entry else "") in ended
    ]
    return [_from(now, one) for one in _without_past_dates(fresh, now)]


def _without_past_dates(some: Iterable[Owed], now: datetime) -> list[Owed]:
    # Nobody is told a past date: what has gone by waits for staff to state another (design.md).
    today = london_date(now)
    return [replace(one, due=None) if one.due and one.due.on < today else one for one in some]


def _of_the_channel(one: Owed) -> bool:
    if one.name is PromiseName.OUTCOME:
        return False
    return one.entry is None or bool(one.entry.channels or one.entry.reply_by)


def _from(now: datetime, one: Owed) -> Owed:
    # Where the policy is silent too, the guest has waited only since these words, not since the first.
    return replace(one, starts_at=now) if one.entry is None else one


def _a_reply(promise_id: str, case: Case, now: datetime) -> Promise:
    # Nobody who has written again is left without a clock, not even one that waits for its date.
    return promise_from(Owed(PromiseName.REPLY, None, now, None), promise_id, case.id, case.stage)


def change_kind(
    case: Case,
    promises: Sequence[Promise],
    kind: Kind,
    policy: Policy,
    calendar: WorkingCalendar,
    member: Member | None,
    has_contact: bool,
    ids: Sequence[str],
    now: datetime,
) -> Moved:
    """Another kind, of which the guest is told with the dates that now apply. Without a member they asked for
    it themselves, and staff are told (guest-rules E5).

    The outcome counts from the first receipt, an acknowledgement from the change. What both kinds owe under
    the same clause runs on, and so does what the law owes; what only the old one owed ends as superseded
    (guest-rules E6; design.md, rules for dates). Nobody is told a past date: one that has gone by now waits
    for staff to state another.
    """
    must_stay_its_kind(case, kind)
    wanted = _owed_after_change(case, kind, policy, calendar, now)
    marks = {(one.name, one.entry.id if one.entry else "") for one in wanted}
    had = {(one.name, one.entry) for one in promises if one.state is not State.SUPERSEDED}
    new = [one for one in wanted if (one.name, one.entry.id if one.entry else "") not in had]
    ended = tuple(
        replace(one, state=State.SUPERSEDED)
        for one in promises
        if one.is_owed and one.source is not Source.LAW and (one.name, one.entry) not in marks
    )
    made = tuple(
        promise_from(one, new_id, case.id, case.stage) for one, new_id in zip(new, ids[1:], strict=False)
    )
    fields: dict[str, Plain] = {"from": case.kind.value, "to": kind.value}
    event = Event(case.id, now, member.staff_id if member else "guest", "changed_kind", fields)
    message = to_guest(case, member, Letter(Purpose.RESORTED, ""), has_contact, ids[0], now)
    told = errands(case, message, now)
    if member is None:
        told += (Errand(f"resorted:{message.id}", "tell_staff", case.charity, {"case": case.id}, now),)
    return Moved(replace(case, kind=kind), ended + made, (message,), (event,), told)


def _owed_after_change(
    case: Case, kind: Kind, policy: Policy, calendar: WorkingCalendar, now: datetime
) -> list[Owed]:
    asked = Asked(kind, case.channel, case.reply_by, now, case.stage, case.received_at)
    from_first = owed(policy, replace(asked, received_at=case.received_at), calendar)
    outcomes = [one for one in from_first if one.name is PromiseName.OUTCOME]
    others = [one for one in owed(policy, asked, calendar) if one.name is not PromiseName.OUTCOME]
    return _without_past_dates((*outcomes, *others), now)


def say_who(case: Case, staff_id: str, member: Member, now: datetime) -> Moved:
    """Whom the case is about: a colleague, who loses it at once, or nobody who works here.

    Whoever's name only stood in its words is kept from it no longer: somebody has looked.
    """
    about = About.MATCHED if staff_id else About.NOBODY
    owner = "" if case.owner == staff_id else case.owner
    event = Event(case.id, now, member.staff_id, "said_who", {"matched": bool(staff_id)})
    said = replace(case, about=about, about_staff=staff_id, owner=owner, kept_from=())
    return Moved(said, events=(event,))
