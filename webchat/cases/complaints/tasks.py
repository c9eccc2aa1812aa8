"""Actions promised after a complaint: "you said, we did" (Help & Care 19.2, 19.3; guest-rules E24)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from webchat.cases.case import Case
from webchat.cases.consent import is_limited
from webchat.cases.errors import NotAllowed
from webchat.cases.people.member import Member
from webchat.cases.people.powers import HAVE_A_DESK
from webchat.cases.people.sight import could_be_about, may_see
from webchat.cases.rules import must_not_be_past
from webchat.cases.words import ReplyBy, Role


class TaskState(StrEnum):
    """Where an action is: still to be done, done, or dropped with a reason."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Task:
    """An action that was promised: `said` is what the guest said, in a few words of staff, `what` is to be
    done about it. It stays with its case, also when that is closed, and goes when it is erased.

    `owner` is the staff id of who does it, empty where nobody has it. `due_on` is a London date. `settled_by`
    (a staff id) did or dropped it at `settled_at`; `words` say what was done, or why it is dropped.
    """

    id: str
    case_id: str
    said: str
    what: str
    owner: str
    due_on: date
    made_by: str
    made_at: datetime
    state: TaskState = TaskState.OPEN
    settled_by: str = ""
    settled_at: datetime | None = None
    words: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it still is to be done."""
        return self.state is TaskState.OPEN


@dataclass(frozen=True, slots=True)
class Plan:
    """An action as it is promised: what the guest said, what is done about it, by whom (a staff id), when."""

    said: str
    what: str
    owner: str
    due_on: date | None


def taken_from(staff_id: str, tasks: Iterable[Task]) -> tuple[Task, ...]:
    """Open tasks that somebody had and has no more; nothing for an empty id."""
    theirs = [one for one in tasks if staff_id and one.owner == staff_id and one.is_open]
    return tuple(replace(one, owner="") for one in theirs)


def may_know(
    member: Member,
    task: Task,
    case: Case,
    about_name: str,
    staff: Sequence[Member],
    order: Sequence[Role],
) -> bool:
    """Whether a member of staff may know of an action: who may know of its case, and who is to do it.

    Never whom the case is about, or could be (guest-rules E16). Whoever does it reads its own words only.
    """
    if may_see(member, case, about_name, staff, order):
        return True
    return task.owner == member.staff_id and not could_be_about(member, case, about_name, staff)


def must_be_possible(plan: Plan, case: Case, about_name: str, staff: Sequence[Member], today: date) -> date:
    """The date of an action that can be promised. Raises NotAllowed: "no_action", "no_said", "no_doer",
    "doer_is_about" for whom the case is or could be about, "no_due", "date_in_the_past"."""
    for words, reason in ((plan.said, "no_said"), (plan.what, "no_action")):
        if not words.strip():
            raise NotAllowed(reason)
    must_be_able(plan.owner, case, about_name, staff)
    if plan.due_on is None:
        raise NotAllowed("no_due")
    must_not_be_past(plan.due_on, today)
    return plan.due_on


def must_be_able(owner: str, case: Case, about_name: str, staff: Sequence[Member]) -> None:
    """Refuse to give an action to nobody who works here, and to whom the case is or could be about."""
    member = next((one for one in staff if owner and one.staff_id == owner), None)
    if member is None or not member.has(*HAVE_A_DESK):
        raise NotAllowed("no_doer")
    if could_be_about(member, case, about_name, staff):
        raise NotAllowed("doer_is_about", member.name)


def hears(case: Case) -> bool:
    """Whether its guest is told what was done: not where they asked for no reply, took it back, or may not be
    told of the person they write for."""
    return case.reply_by is not ReplyBy.NONE and not case.taken_back_at and not is_limited(case)
