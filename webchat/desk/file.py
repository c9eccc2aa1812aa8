"""A case's file: what a member of staff needs to go on from where the guest was (guest-rules I5, I6)."""

from collections.abc import Mapping
from dataclasses import dataclass

from webchat.cases.appointments.waiting import is_waited_for
from webchat.cases.case import About, Case, Delivery, Event, Message, Person, latest
from webchat.cases.consent import is_limited
from webchat.cases.needs import Need
from webchat.cases.people.directing import GoesTo, goes_to, writes_as_elected
from webchat.cases.people.guarding import Guarding
from webchat.cases.people.member import Member
from webchat.cases.promises.owed_by_law import OF_INFORMATION, OF_REQUEST
from webchat.cases.promises.policy import NextStage, Outside
from webchat.cases.promises.promise import Promise, Source, State
from webchat.cases.rules import dated
from webchat.cases.words import Kind, MetBy, PromiseName
from webchat.desk.board import Line, clocks
from webchat.desk.fit import Fit, Made, fit_of, made_of
from webchat.desk.read_first import FirstReading, reading_of
from webchat.i18n import dates, telling
from webchat.i18n.beside import beside
from webchat.i18n.time_told import time_offered
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
class PromiseTold:
    """A promise as the guest was told it."""

    heading: Told
    lines: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """Something the guest changed themselves: what (the event's name), the new way to reply, and when."""

    what: str
    to: str
    when: str


@dataclass(frozen=True, slots=True)
class File:
    """A case, opened. `answer` is the promise that a date told to the guest would be about; `limited`: its
    guest writes for somebody of whom they may not be told; `about_information`: the times of the law run on
    a complaint, `asks_for_information`: on a request; `awaited`: the guest is to be seen at a time;
    `may_be_elected`: the policy has a reader for what elected members write, `is_elected`: one wrote it."""

    case: Case
    guest: Person
    about: Person | None
    needs: tuple[Need, ...]
    fit: Fit
    lines: tuple[Line, ...]
    promises: tuple[PromiseTold, ...]
    messages: tuple[Said, ...]
    came: str
    owner_name: str
    mine: bool
    answer: Promise | None
    must_name_officer: bool
    must_state_date: bool
    staff: tuple[Member, ...]
    unmatched: bool
    changed: tuple[Changed, ...]
    first: FirstReading | None = None
    limited: bool = False
    about_information: bool = False
    asks_for_information: bool = False
    awaited: bool = False
    agreed: Told | None = None
    goes_to: GoesTo | None = None
    may_be_elected: bool = False
    is_elected: bool = False
    next_stage: NextStage | None = None
    outside: tuple[Outside, ...] = ()


def file_of(house: House, charity: Charity, member: Member, case: Case) -> File:
    """The file of a case that this member may see."""
    promises, people = house.cases.promises(case.id), house.cases.people(case.id)
    staff, needs = tuple(house.staff.members(charity.slug)), tuple(house.cases.needs(case.id))
    guest = latest(people, "guest") or Person(case.id, "guest")
    names = {one.staff_id: one.name for one in staff}
    owed = [one for one in promises if one.is_owed and one.name is PromiseName.ACKNOWLEDGE]
    by_law = {one.name for one in promises if one.source is Source.LAW}
    now = house.now()
    return File(
        case=case,
        guest=guest,
        about=latest(people, "about"),
        needs=needs,
        fit=fit_of(case, needs, charity),
        lines=clocks(promises, now, charity.calendar, charity.settings.hours),
        promises=tuple(_told(one, charity, case, house) for one in sorted(promises, key=_is_replaced)),
        messages=tuple(
            _said(one, made_of(case, one, guest, needs, promises)) for one in house.cases.messages(case.id)
        ),
        came=dates.stamp(case.received_at, "en"),
        owner_name=names.get(case.owner, ""),
        mine=case.owner == member.staff_id,
        answer=dated(promises),
        must_name_officer=any(one.met_by_rule is MetBy.NAMED_OFFICER for one in owed),
        must_state_date=any(one.met_by_rule is MetBy.MESSAGE_WITH_DATE for one in owed),
        staff=tuple(one for one in staff if one.staff_id != member.staff_id),
        unmatched=case.about is About.UNMATCHED or _may_be_about_anybody(case),
        changed=tuple(_changed(one) for one in house.cases.events(case.id) if _is_by_guest(one)),
        limited=is_limited(case),
        awaited=is_waited_for(promises),
        about_information=bool(by_law & set(OF_INFORMATION)),
        asks_for_information=OF_REQUEST in by_law,
        agreed=_agreed(house, case, names),
        goes_to=goes_to(case, charity.policy, staff),
        may_be_elected=charity.policy.elected is not None,
        is_elected=writes_as_elected(case),
        next_stage=charity.policy.stage(case.stage + 1),
        outside=charity.policy.outside if case.stage > 1 else (),
        first=reading_of(case, member, Guarding(house.casework), house.cases, staff),
    )


def _agreed(house: House, case: Case, names: Mapping[str, str]) -> Told | None:
    meeting = house.booking.of_case(case) if case.kind is Kind.APPOINTMENT else None
    if meeting is None:
        return None
    return time_offered(meeting.starts_at, names.get(meeting.staff_id, ""))


def _may_be_about_anybody(case: Case) -> bool:
    """Nobody asks a guest in danger who it is about: whoever reads it says so (guest-rules E15, E16)."""
    return case.kind is Kind.SAFEGUARDING and case.about is About.NOBODY


def _told(one: Promise, charity: Charity, case: Case, house: House) -> PromiseTold:
    lines = telling.tell(one, charity.policy.document, house.now(), case.received_at)
    return PromiseTold(telling.heading(one), lines)


def _changed(one: Event) -> Changed:
    return Changed(one.what, str(one.fields.get("to", "")), dates.stamp(one.at, "en"))


def _is_by_guest(one: Event) -> bool:
    return one.who == "guest" and one.what in BY_GUEST


def _is_replaced(one: Promise) -> bool:
    return one.state is State.SUPERSEDED


def _said(one: Message, made: Made) -> Said:
    waits, task = one.delivery in WAITING, made if made.formats else None
    return Said(one, one.author_name, dates.stamp(one.at, "en"), waits, beside(one), task)
