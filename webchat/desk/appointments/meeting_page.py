"""The page of one agreed time: what it is, and what can be done about it now."""

from collections.abc import Sequence
from dataclasses import dataclass

from webchat.cases.appointments.diary import Meeting
from webchat.cases.appointments.holding import DELAY, FOLLOW_UP, duty
from webchat.cases.appointments.rearranging import Rearranging, may_rearrange
from webchat.cases.appointments.waiting import is_waited_for
from webchat.cases.case import Case, Status
from webchat.cases.consent import is_limited
from webchat.cases.formats.interpreters import interpreters_for, is_arranged
from webchat.cases.needs import Need
from webchat.cases.people.member import Member
from webchat.cases.promises.calendar import LONDON, london_date
from webchat.cases.promises.policy import Note
from webchat.cases.words import Format
from webchat.desk.appointments.agenda import from_to
from webchat.desk.head import Head, head_of
from webchat.i18n import dates
from webchat.i18n.time_told import time_offered
from webchat.i18n.told import Told
from webchat.packs import Charity
from webchat.wiring import House

_MOST = 40  # times on one page


@dataclass(frozen=True, slots=True)
class Choice:
    """A time that can be agreed: what the form sends, and its words."""

    token: str
    words: Told


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """An agreed time. `meeting` is None where none is agreed now.

    `may_change`: it is theirs to change; `has_begun`: it should have begun; `awaited`: nobody noted yet when
    the guest was seen; `limited`: the guest writes for somebody who has not agreed. `delay` and `follow_up`
    are what the policy says, None where it says nothing. `interpreters` have to be there, and are arranged
    for this time or not.
    """

    case: Case
    head: Head
    meeting: Meeting | None
    day: str
    when: str
    begins: str
    with_whom: str
    choices: Sequence[Choice]
    may_change: bool
    has_begun: bool
    awaited: bool
    limited: bool
    delay: Note | None
    follow_up: Note | None
    needs: Sequence[Need]
    interpreters: tuple[Format, ...]
    is_arranged: bool


def meeting_page(house: House, charity: Charity, member: Member, case: Case) -> MeetingPage:
    """The page of a case that this member may see."""
    now, meeting = house.now(), house.booking.of_case(case)
    needs = house.cases.needs(case.id)
    names = {one.staff_id: one.name for one in house.staff.members(charity.slug)}
    is_theirs = meeting is not None and may_rearrange(member, case, meeting)
    may_change = is_theirs and case.status is Status.OPEN
    free = Rearranging(house.booking).choices(case, meeting, now)[:_MOST] if meeting and may_change else ()
    span = [at.astimezone(LONDON).time() for at in (meeting.starts_at, meeting.ends_at)] if meeting else []
    return MeetingPage(
        case=case,
        head=head_of(house, charity, member, case),
        meeting=meeting,
        day=dates.day(london_date(meeting.starts_at), "en") if meeting else "",
        when=from_to(*span) if span else "",
        begins=span[0].strftime("%H:%M") if span else "",
        with_whom=names.get(meeting.staff_id, "") if meeting else "",
        choices=[Choice(one.token, time_offered(one.starts_at, names[one.staff_id])) for one in free],
        may_change=may_change,
        has_begun=meeting is not None and meeting.starts_at <= now,
        awaited=is_waited_for(house.cases.promises(case.id)),
        limited=is_limited(case),
        delay=duty(charity.policy, DELAY),
        follow_up=duty(charity.policy, FOLLOW_UP),
        needs=needs,
        interpreters=interpreters_for(needs) if meeting else (),
        is_arranged=meeting is not None and is_arranged(meeting, house.cases.events(case.id)),
    )
