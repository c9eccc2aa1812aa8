"""Actions that were promised: one is added to a case, and whoever does it says what became of it."""

from collections.abc import Callable
from functools import wraps

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webchat.cases.case import Case
from webchat.cases.complaints.learning import Learning
from webchat.cases.complaints.tasks import Task
from webchat.cases.errors import NotAllowed, Stale
from webchat.cases.people.member import Member
from webchat.cases.people.powers import HAVE_A_DESK
from webchat.desk.access import who_may
from webchat.desk.cases import moving
from webchat.desk.cases import pages as case_pages
from webchat.desk.complaints.action_lines import line_of
from webchat.desk.typed import plan_typed, typed_words
from webchat.web.here import charity, house, page, signed_in

pages = Blueprint(
    "desk_learning",
    __name__,
    url_prefix="/<charity:charity>/desk/actions/<task_id>",
    template_folder="templates",
)
Settle = Callable[[Member, Task], Case]
View = Callable[..., ResponseReturnValue]


@case_pages.post("/actions")
@moving
def promise(member: Member, case: Case) -> Case:
    """Promise one more action."""
    return Learning(house().casework).promise(member, case.id, [plan_typed()], house().now())


@pages.get("")
@signed_in(*who_may("desk_learning.action"))
def action(member: Member, task_id: str) -> ResponseReturnValue:
    """One action: its own words, by when, and what can be done with it."""
    return _shown(member, task_id)


def _settling(make: Settle) -> View:
    """A page of a move: it leads to the board, and a refusal is told beside its box, words kept."""
    move = make.__name__

    @wraps(make)
    def view(member: Member, task_id: str) -> ResponseReturnValue:
        task, _ = Learning(house().casework).found(member, task_id)
        try:
            make(member, task)
        except NotAllowed as rule:
            return _shown(member, task_id, move, rule.reason, rule.who, 400)
        except Stale:
            return _shown(member, task_id, move, "changed", "", 409)
        return redirect(url_for("desk_lists.board", did=move, _anchor="did"), 303)

    return signed_in(*who_may(f"desk_learning.{move}"))(view)


@pages.post("/done")
@_settling
def done(member: Member, task: Task) -> Case:
    """It is done; the guest reads what they said and what we did."""
    did = typed_words("did").strip()
    tells = render_template("desk/done.txt", said=task.said, did=did)
    return Learning(house().casework).done(member, task.id, did, tells, house().now())


@pages.post("/drop")
@_settling
def drop(member: Member, task: Task) -> Case:
    """It is not done, and why."""
    return Learning(house().casework).drop(member, task.id, typed_words("reason"), house().now())


@pages.post("/give")
@_settling
def give(member: Member, task: Task) -> Case:
    """Somebody else does it."""
    return Learning(house().casework).give(member, task.id, request.form.get("doer", ""), house().now())


def _shown(
    member: Member, task_id: str, move: str = "", refused: str = "", who: str = "", status: int = 200
) -> ResponseReturnValue:
    learning = Learning(house().casework)
    task, case = learning.found(member, task_id)
    staff = house().staff.members(charity().slug)
    return page(
        "desk/action.html",
        status=status,
        line=line_of(task, staff, house().now()),
        case=case if house().casework.may_see(member, case) else None,
        may_settle=task.is_open and learning.may_settle(member, task, case),
        staff=[one for one in staff if one.has(*HAVE_A_DESK)],
        move=move,
        refused=refused,
        who=who,
        typed=request.form,
    )
