"""Promised actions as a page shows them: by when, how late, who does it, what became of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from webchat.cases.complaints.tasks import Task, may_know
from webchat.cases.people.directing import leads_learning
from webchat.cases.people.member import Member
from webchat.cases.promises.calendar import london_date
from webchat.i18n import dates
from webchat.packs import Charity
from webchat.wiring import House


@dataclass(frozen=True, slots=True)
class ActionLine:
    """One action. `days_late` counts the days since its date, 0 where that has not passed; `is_today` it is
    its day. `doer` and `settled_by` are names, empty for nobody; `settled_on` is in words."""

    task: Task
    on: str
    days_late: int
    is_today: bool
    doer: str
    settled_by: str
    settled_on: str


def line_of(task: Task, staff: Iterable[Member], now: datetime) -> ActionLine:
    """An action as it stands now."""
    names = {one.staff_id: one.name for one in staff}
    late = (london_date(now) - task.due_on).days if task.is_open else -1
    settled = dates.day(london_date(task.settled_at), "en") if task.settled_at else ""
    return ActionLine(
        task,
        dates.day(task.due_on, "en"),
        max(late, 0),
        late == 0,
        names.get(task.owner, ""),
        names.get(task.settled_by, ""),
        settled,
    )


def to_do(house: House, charity: Charity, member: Member) -> Sequence[ActionLine]:
    """What this member has promised to do, by date; for whoever leads, what nobody has as well (H&C 19.3)."""
    staff, policy, now = house.staff.members(charity.slug), charity.policy, house.now()
    leads = member.staff_id in {one.staff_id for one in leads_learning(policy, staff)}
    owners = (member.staff_id, "") if leads else (member.staff_id,)
    return [
        line_of(one.task, staff, now)
        for one in house.actions.to_do(charity.slug, *owners)
        if may_know(member, one.task, one.case, one.about_name, staff, policy.about_person_order)
    ]
