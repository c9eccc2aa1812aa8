"""What heads every page about one case, so that nobody asks the guest again (guest-rules I5, I6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from webchat.cases.case import Case, Message, Person, Purpose, latest
from webchat.cases.consent import is_limited
from webchat.cases.needs import Need
from webchat.cases.people.member import Member
from webchat.cases.promises.promise import Promise, State
from webchat.cases.words import Kind
from webchat.desk.board import Line, clocks
from webchat.desk.people.who_is_away import AwayNow, away_now
from webchat.i18n import dates, telling
from webchat.i18n.time_told import time_offered
from webchat.i18n.told import Told
from webchat.packs import Charity
from webchat.wiring import House


@dataclass(frozen=True, slots=True)
class PromiseTold:
    """A promise as the guest was told it; `is_over`: it was kept, or another took its place."""

    heading: Told
    lines: tuple[Told, ...]
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """Who the guest is, how they are reached and what they need, and what they have been told with its dates.

    `limited`: its guest writes for somebody of whom they may not be told. `told_by` and `told_at`: who wrote
    to the guest last, and when; empty where nobody has. `everybody` works here; `promised` and `written` are
    all promises and messages there are. `away`: whoever has it is away.
    """

    case: Case
    guest: Person
    about: Person | None
    needs: tuple[Need, ...]
    came: str
    owner_name: str
    lines: tuple[Line, ...]
    promises: tuple[PromiseTold, ...]
    agreed: Told | None
    limited: bool
    told_by: str
    told_at: str
    everybody: tuple[Member, ...]
    promised: Sequence[Promise]
    written: Sequence[Message]
    away: AwayNow | None


def head_of(house: House, charity: Charity, member: Member, case: Case) -> Head:
    """The head of a case for a member of staff; whoever asks has looked whether they may see it."""
    promises, people = house.cases.promises(case.id), house.cases.people(case.id)
    messages, staff = house.cases.messages(case.id), tuple(house.staff.members(charity.slug))
    names = {one.staff_id: one.name for one in staff}
    by_staff = [one for one in messages if not one.from_guest and one.purpose is not Purpose.RECEIPT]
    last = by_staff[-1] if by_staff else None
    return Head(
        case=case,
        guest=latest(people, "guest") or Person(case.id, "guest"),
        about=latest(people, "about"),
        needs=tuple(house.cases.needs(case.id)),
        came=dates.stamp(case.received_at, "en"),
        owner_name=names.get(case.owner, "") or _gone(house, case.owner),
        lines=clocks(promises, house.now(), charity.calendar, charity.settings.hours),
        promises=tuple(_told(one, charity, case, house) for one in sorted(promises, key=_is_replaced)),
        agreed=_agreed(house, case, names),
        limited=is_limited(case),
        told_by=last.author_name if last else "",
        told_at=dates.stamp(last.at, "en") if last else "",
        everybody=staff,
        promised=promises,
        written=messages,
        away=away_now(house, member, case, names),
    )


def _gone(house: House, staff_id: str) -> str:
    """Whoever has left and has it still keeps their name."""
    account = house.staff.account(staff_id) if staff_id else None
    return account.name if account else ""


def _agreed(house: House, case: Case, names: Mapping[str, str]) -> Told | None:
    meeting = house.booking.of_case(case) if case.kind is Kind.APPOINTMENT else None
    return time_offered(meeting.starts_at, names.get(meeting.staff_id, "")) if meeting else None


def _told(one: Promise, charity: Charity, case: Case, house: House) -> PromiseTold:
    lines = telling.tell(one, charity.policy.document, house.now(), case.received_at)
    return PromiseTold(telling.heading(one), lines, not one.is_owed)


def _is_replaced(one: Promise) -> bool:
    return one.state is State.SUPERSEDED
