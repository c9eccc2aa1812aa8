"""A case's file: what a member of staff needs to go on from where the guest was (guest-rules I5, I6)."""

from dataclasses import dataclass, fields

from webchat.cases.appointments.waiting import is_waited_for
from webchat.cases.case import About, Case, Delivery, Event, Message
from webchat.cases.people.directing import GoesTo, goes_to, writes_as_elected
from webchat.cases.people.guarding import Guarding
from webchat.cases.people.member import Member
from webchat.cases.people.powers import HAVE_A_DESK
from webchat.cases.people.sanctions import Decision
from webchat.cases.promises.owed_by_law import OF_INFORMATION, OF_REQUEST
from webchat.cases.promises.policy import NextStage, Outside
from webchat.cases.promises.promise import Promise, Source
from webchat.cases.rules import dated
from webchat.cases.words import Kind, MetBy, PromiseName
from webchat.desk.complaints.action_lines import ActionLine, line_of
from webchat.desk.complaints.stage_asks import StageAsks, asked_of
from webchat.desk.formats.fit import Fit, Made, fit_of, made_of
from webchat.desk.head import Head, head_of
from webchat.desk.people.passed_on import PassedOn, passed_on
from webchat.desk.read_first import FirstReading, reading_of
from webchat.i18n import dates
from webchat.i18n.beside import beside
from webchat.i18n.told import Told
from webchat.packs import Charity
from webchat.wiring import House

WAITING = (Delivery.TO_MAKE, Delivery.TO_POST, Delivery.TO_SAY, Delivery.NO_ANSWER, Delivery.FAILED)


BY_GUEST = (
    *("changed_reach", "not_safe", "took_back", "changed_kind", "went_on"),
    *("gave_up_time", "moved_time", "consent", "needs_right", "needs_doubted"),
)


@dataclass(frozen=True, slots=True)
class Said:
    """One message, who wrote it and when; `beside` is what it told the guest beside its words, `made` its
    task where it is to be made into something else."""

    message: Message
    who: str
    when: str
    waits: bool
    beside: tuple[Told, ...]
    made: Made | None = None


@dataclass(frozen=True, slots=True)
class Changed:
    """Something the guest changed themselves: what (the event's name), the new way to reply, and when."""

    what: str
    to: str
    when: str


@dataclass(frozen=True, slots=True)
class File(Head):
    """A case, opened. `answer` is the promise that a date told to the guest would be about;
    `about_information`: the times of the law run on a complaint, `asks_for_information`: on a request;
    `awaited`: the guest is to be seen at a time; `may_be_elected`: the policy has a reader for what elected
    members write, `is_elected`: one wrote it; `passing`: whether it is offered to a colleague; `held`: what
    people decided about its guest and holds now;
    `asks` is what this stage asks of whoever has it, `actions` what was promised, `doers` who can do it."""

    fit: Fit
    messages: tuple[Said, ...]
    mine: bool
    answer: Promise | None
    must_name_officer: bool
    must_state_date: bool
    staff: tuple[Member, ...]
    unmatched: bool
    changed: tuple[Changed, ...]
    passing: PassedOn
    first: FirstReading | None = None
    about_information: bool = False
    asks_for_information: bool = False
    awaited: bool = False
    goes_to: GoesTo | None = None
    may_be_elected: bool = False
    is_elected: bool = False
    next_stage: NextStage | None = None
    outside: tuple[Outside, ...] = ()
    held: Decision | None = None
    asks: StageAsks | None = None
    actions: tuple[ActionLine, ...] = ()
    doers: tuple[Member, ...] = ()


def file_of(house: House, charity: Charity, member: Member, case: Case) -> File:
    """The file of a case that this member may see."""
    head = head_of(house, charity, member, case)
    promises = head.promised
    owed = [one for one in promises if one.is_owed and one.name is PromiseName.ACKNOWLEDGE]
    by_law = {one.name for one in promises if one.source is Source.LAW}
    now, events, staff = house.now(), house.cases.events(case.id), head.everybody
    asks = asked_of(case, charity.policy, events, promises, staff)
    return File(
        **{one.name: getattr(head, one.name) for one in fields(head)},
        fit=fit_of(case, head.needs, charity),
        messages=tuple(
            _said(one, made_of(case, one, head.guest, head.needs, promises)) for one in head.written
        ),
        mine=case.owner == member.staff_id,
        answer=None if asks and asks.agreed else dated(promises),
        must_name_officer=any(one.met_by_rule is MetBy.NAMED_OFFICER for one in owed),
        must_state_date=any(one.met_by_rule is MetBy.MESSAGE_WITH_DATE for one in owed),
        staff=tuple(one for one in head.everybody if one.staff_id != member.staff_id),
        unmatched=case.about is About.UNMATCHED or _may_be_about_anybody(case),
        changed=tuple(_changed(one) for one in events if _is_by_guest(one)),
        passing=passed_on(house, member, case),
        awaited=is_waited_for(promises),
        about_information=bool(by_law & set(OF_INFORMATION)),
        asks_for_information=OF_REQUEST in by_law,
        goes_to=goes_to(case, charity.policy, head.everybody),
        may_be_elected=charity.policy.elected is not None,
        is_elected=writes_as_elected(case),
        next_stage=charity.policy.stage(case.stage + 1),
        outside=charity.policy.outside if case.stage > 1 else (),
        held=house.deciding.holds(case, now),
        asks=asks,
        actions=tuple(line_of(one, staff, now) for one in house.cases.tasks(case.id)),
        doers=tuple(one for one in staff if one.has(*HAVE_A_DESK) and one.staff_id != case.about_staff),
        first=reading_of(case, member, Guarding(house.casework), house.cases, staff),
    )


def _may_be_about_anybody(case: Case) -> bool:
    """Nobody asks a guest in danger who it is about: whoever reads it says so (guest-rules E15, E16)."""
    return case.kind is Kind.SAFEGUARDING and case.about is About.NOBODY


def _changed(one: Event) -> Changed:
    return Changed(one.what, str(one.fields.get("to", "")), dates.stamp(one.at, "en"))


def _is_by_guest(one: Event) -> bool:
    return one.who == "guest" and one.what in BY_GUEST


def _said(one: Message, made: Made) -> Said:
    waits, task = one.delivery in WAITING, made if made.formats else None
    return Said(one, one.author_name, dates.stamp(one.at, "en"), waits, beside(one), task)
