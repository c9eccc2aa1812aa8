"""What is to be made, posted or said, and which interpreters are to be arranged: one list, by date."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from flask import request
from flask.typing import ResponseReturnValue

from webchat.cases.appointments.diary import Meeting
from webchat.cases.appointments.rearranging import may_rearrange
from webchat.cases.case import Case, Person, Status
from webchat.cases.formats.interpreters import interpreters_for, is_arranged
from webchat.cases.formats.task import to_be_made_by
from webchat.cases.people.member import Member
from webchat.cases.promises.calendar import LONDON, london_date
from webchat.cases.words import Format
from webchat.db.desk_lists import Listed
from webchat.db.to_do import MOST
from webchat.desk.access import who_may
from webchat.desk.formats.fit import Made, made_of
from webchat.desk.lists import pages, sight_of
from webchat.desk.sorting import Sorting
from webchat.i18n import dates
from webchat.web.here import charity, house, page, signed_in

LATE, TODAY, LATER, NO_DATE = "late", "today", "later", "no_date"
_GROUPS = (LATE, TODAY, LATER, NO_DATE)


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do in a case. `made` is a message to be made, posted or said; else `meeting` is a time for
    which the interpreters `arrange` are to be there. `on` is its London date, `day` the same in words."""

    listed: Listed
    owner_name: str
    mine: bool
    on: date | None
    day: str
    made: Made | None = None
    meeting: Meeting | None = None
    arrange: tuple[Format, ...] = ()
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Tasks:
    """A heading and the tasks under it, the soonest first."""

    name: str
    tasks: tuple[Task, ...]


@pages.get("/to-do")
@signed_in(*who_may("desk_lists.to_do"))
def to_do(member: Member) -> ResponseReturnValue:
    """The list, as far as this member may know of its cases."""
    sorting = Sorting.told(request.args)
    found, is_cut = _tasks(member, sorting)
    return page("desk/to_do.html", groups=_grouped(found), sorting=sorting, most=MOST if is_cut else 0)


def _tasks(member: Member, sorting: Sorting) -> tuple[list[Task], bool]:
    slug, now, only = charity().slug, house().now(), sorting.only(member, house().now())
    messages = house().to_do.messages(slug, only)
    meetings = [one for one in house().booking.store.booked(slug, now)[:MOST] if one.starts_at > now]
    ids = [*(one.case_id for one in messages), *(one.case_id for one in meetings)]
    may_know = sight_of(member)
    listed_by_id = house().to_do.cases(slug, list(dict.fromkeys(ids)), only)
    known = {name: one for name, one in listed_by_id.items() if may_know(one)}
    promises, names = house().cases.promises_of(list(known)), house().booking.names(slug)
    guests = house().cases.guests_of(list(known))
    found = []
    for message in messages:
        if message.case_id in known:
            listed, owed = known[message.case_id], promises[message.case_id]
            guest = guests.get(message.case_id) or Person(message.case_id, "guest")
            made = made_of(listed.case, message, guest, listed.needs, owed)
            found.append(_task(listed, member, names, to_be_made_by(message, owed), made=made))
    found += _interpreters(meetings, known, member, names)
    return found, len(messages) == MOST


def _interpreters(
    meetings: list[Meeting], known: Mapping[str, Listed], member: Member, names: Mapping[str, str]
) -> Iterator[Task]:
    noted = house().to_do.arranged([one.case_id for one in meetings if one.case_id in known])
    for one in meetings:
        listed = known.get(one.case_id)
        asked = interpreters_for(listed.needs) if listed else ()
        if listed is None or not asked or is_arranged(one, noted[one.case_id]):
            continue
        if listed.case.status is Status.OPEN:
            mine = may_rearrange(member, listed.case, one)
            yield _task(
                listed, member, names, london_date(one.starts_at), meeting=one, arrange=asked, mine=mine
            )


def _task(
    listed: Listed,
    member: Member,
    names: Mapping[str, str],
    on: date | None,
    made: Made | None = None,
    meeting: Meeting | None = None,
    arrange: tuple[Format, ...] = (),
    mine: bool | None = None,
) -> Task:
    case: Case = listed.case
    is_mine = case.owner == member.staff_id if mine is None else mine
    day = dates.day(on, "en") if on else ""
    if meeting:
        day = f"{day}, {dates.clock_time(meeting.starts_at.astimezone(LONDON).time(), 'en')}"
    at = meeting.starts_at if meeting else made.message.at if made else None
    return Task(listed, names.get(case.owner, ""), is_mine, on, day, made, meeting, arrange, at)


def _grouped(found: list[Task]) -> tuple[Tasks, ...]:
    today = london_date(house().now())
    in_order = sorted(found, key=_by_date)
    groups = (Tasks(name, tuple(one for one in in_order if _group(one, today) == name)) for name in _GROUPS)
    return tuple(one for one in groups if one.tasks)


def _group(task: Task, today: date) -> str:
    if task.on is None:
        return NO_DATE
    return LATE if task.on < today else TODAY if task.on == today else LATER


def _by_date(one: Task) -> tuple[bool, date, float]:
    return (one.on is None, one.on or date.max, one.at.timestamp() if one.at else 0.0)
