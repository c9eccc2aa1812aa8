"""One case at the desk: everything about it, and every move."""

from collections.abc import Callable
from functools import wraps

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webchat.cases.case import Case, Delivery, Purpose
from webchat.cases.complaints.learning import Learning
from webchat.cases.errors import AlreadyClaimed, NotAllowed, NotFound, Stale, TimeGone
from webchat.cases.moves import Letter
from webchat.cases.people.guarding import Guarding
from webchat.cases.people.member import Member
from webchat.cases.rules import STAFF_WRITE, Whole, ends_a_complaint, must_be
from webchat.cases.words import POLICY_KINDS, Kind
from webchat.desk.access import power_over, who_may
from webchat.desk.file import file_of
from webchat.desk.refusals import box_of
from webchat.desk.typed import (
    day_needed,
    day_typed,
    is_neutral,
    plain_typed,
    plans_typed,
    typed_words,
    why_typed,
)
from webchat.web.here import charity, house, page, signed_in

pages = Blueprint(
    "desk_cases",
    __name__,
    url_prefix="/<charity:charity>/desk/cases/<reference>",
    template_folder="templates",
)
Move = Callable[[Member, Case], Case]
View = Callable[..., ResponseReturnValue]
# A page of a case after a move: who looks, the case, the move, why it was refused, who has it, the status.
Shown = Callable[[Member, Case, str, str, str, int], ResponseReturnValue]
Landed = Callable[[Member, Case, str], ResponseReturnValue]
# Moves after which there is nothing more to do in the case.
_LEAVES = ("give_back", "close", "about", "decline")
# Moves with a page of their own to show.
_LEADS_TO = dict.fromkeys(("new_code", "take_over"), "desk_cases.code")


def found(member: Member, reference: str) -> Case:
    """A case that this member may know of. Raises NotFound."""
    case = house().cases.case_by_reference(charity().slug, reference)
    if case is None:
        raise NotFound(reference)
    return house().casework.seen_by(member, case.id)


def case_page(
    member: Member, case: Case, move: str = "", refused: str = "", who: str = "", status: int = 200
) -> ResponseReturnValue:
    """The page of a case; `move` is the form whose words stand in it again, `refused` why it was refused."""
    return page(
        "desk/case.html",
        status=status,
        file=file_of(house(), charity(), member, case),
        move=move,
        refused=refused,
        box=box_of(move, refused),
        who=who,
        typed=request.form,
    )


def a_move(shown: Shown, landed: Landed) -> Callable[[Move], View]:
    """What makes a page of a move: it leads to where that has `landed`, and a refusal is `shown` with every
    word that was typed. Two that wanted the same at once are told so.
    """

    def page_of(make: Move) -> View:
        move = make.__name__
        name = f"desk_cases.{move}"

        @wraps(make)
        def view(member: Member, reference: str) -> ResponseReturnValue:
            case = found(member, reference)
            try:
                must_be(power_over(name).relation, member, case)
                moved = make(member, case)
            except AlreadyClaimed as taken:
                names = {one.staff_id: one.name for one in house().staff.members(charity().slug)}
                return shown(member, found(member, reference), move, "taken", names.get(taken.owner, ""), 409)
            except Stale:
                return shown(member, found(member, reference), move, "changed", "", 409)
            except TimeGone:
                return shown(member, found(member, reference), move, "gone", "", 409)
            except NotAllowed as rule:
                return shown(member, found(member, reference), move, rule.reason, rule.who, 400)
            return landed(member, moved, move)

        return signed_in(*who_may(name))(view)

    return page_of


def _landed(member: Member, case: Case, move: str) -> ResponseReturnValue:
    """Where a move leads: to its own page, the case again, or the board once it is out of these hands."""
    if move in _LEADS_TO:
        return redirect(url_for(_LEADS_TO[move], reference=case.reference), 303)
    if move not in _LEAVES and house().casework.may_see(member, case):
        here = url_for("desk_cases.case", reference=case.reference, did=move, _anchor="did")
        return redirect(here, 303)
    return redirect(url_for("desk_lists.board", did=move, _anchor="did"), 303)


moving = a_move(case_page, _landed)


@pages.get("")
@signed_in(*who_may("desk_cases.case"))
def case(member: Member, reference: str) -> ResponseReturnValue:
    """The whole case: what was said, what the guest has been told, what is owed (guest-rules I5, I6).

    Whoever is to read it first opens it with a press, which says that they have.
    """
    here = found(member, reference)
    file = file_of(house(), charity(), member, here)
    if file.first and file.first.is_to_be_opened:
        return page("desk/read_now.html", file=file)
    return case_page(member, here)


@pages.post("/read")
@moving
def read(member: Member, case: Case) -> Case:
    """Read it first."""
    return Guarding(house().casework).read(member, case.id, house().now())


@pages.post("/claim")
@moving
def claim(member: Member, case: Case) -> Case:
    """Take it; also from a colleague who is away, where they stand in."""
    return house().standing_in.claim(member, case.id, house().now())


@pages.post("/give-back")
@moving
def give_back(member: Member, case: Case) -> Case:
    """Put it back for anybody."""
    return house().casework.give_back(member, case.id, house().now())


@pages.post("/write")
@moving
def write(member: Member, case: Case) -> Case:
    """An acknowledgement, an update, the reply or the outcome."""
    told = request.form
    _once(case, told.get("seen", ""))
    purpose = told.get("purpose", "")
    if purpose not in STAFF_WRITE:
        raise NotAllowed("unknown_purpose")
    whole = _whole() if ends_a_complaint(case, Purpose(purpose)) else None
    letter = Letter(
        Purpose(purpose),
        render_template("desk/outcome.txt", whole=whole) if whole else typed_words("body"),
        case.lang if told.get("lang") == case.lang else "en",
        day_typed(told.get("date", ""), "not_a_date"),
        told.get("officer", ""),
        typed_words("reason"),
        why_typed(),
        is_neutral(),
        whole,
        make_by=day_typed(told.get("make_by", ""), "make_by_not_a_date"),
        plain=plain_typed(),
    )
    plans = plans_typed() if letter.purpose is Purpose.OUTCOME else ()
    return Learning(house().casework).write(member, case.id, letter, plans, house().now())


@pages.post("/date")
@moving
def state_date(member: Member, case: Case) -> Case:
    """Tell the guest when."""
    told = request.form
    on = day_needed(told.get("date", ""), "not_a_date", "no_date_stated")
    promise, now = told.get("promise", ""), house().now()
    reason, work = typed_words("reason"), house().casework
    return work.state_date(member, case.id, promise, on, reason, now, is_neutral(), why_typed())


@pages.post("/delivered")
@moving
def delivered(member: Member, case: Case) -> Case:
    """Posted, spoken to, or nobody answered."""
    became = request.form.get("became", "")
    if became not in (Delivery.POSTED, Delivery.SPOKEN, Delivery.NO_ANSWER):
        raise NotAllowed("not_waiting")
    message = request.form.get("message", "")
    return house().casework.delivered(member, case.id, message, Delivery(became), house().now())


@pages.post("/close")
@moving
def close(member: Member, case: Case) -> Case:
    """Close it; the guest is shown why."""
    return house().casework.close(member, case.id, typed_words("reason"), house().now(), is_neutral())


@pages.post("/kind")
@moving
def kind(member: Member, case: Case) -> Case:
    """Make it another kind; the first receipt stays."""
    told = request.form.get("kind", "")
    if told not in POLICY_KINDS:
        raise NotAllowed("unknown_kind")
    return house().casework.change_kind(member, case.id, Kind(told), house().now())


@pages.post("/about")
@moving
def about(member: Member, case: Case) -> Case:
    """Say whom it is about."""
    return house().casework.say_who(member, case.id, request.form.get("staff", ""), house().now())


def _whole() -> Whole:
    """What ends a complaint; its guest reads each part under its own line."""
    nothing = request.form.get("nothing_learned") == "yes"
    return Whole(typed_words("body").strip(), typed_words("learned"), typed_words("next_step"), nothing)


def _once(case: Case, seen: str) -> None:
    # The form carries the version it was made for: a double tap, or words over a change, is told as such.
    if seen != str(case.version):
        raise Stale(case.id)
