"""One case at the desk: everything about it, and every move."""

from collections.abc import Callable
from datetime import date
from functools import wraps

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webchat.cases.case import Case, Delivery, Purpose
from webchat.cases.errors import AlreadyClaimed, NotAllowed, NotFound, Stale
from webchat.cases.guarding import Guarding
from webchat.cases.member import Member
from webchat.cases.moves import Letter
from webchat.cases.rules import STAFF_WRITE, must_be
from webchat.cases.words import POLICY_KINDS, Kind, Why
from webchat.desk.access import power_over, who_may
from webchat.desk.file import file_of
from webchat.desk.refusals import box_of
from webchat.web.here import charity, house, page, signed_in

pages = Blueprint(
    "desk_cases",
    __name__,
    url_prefix="/<charity:charity>/desk/cases/<reference>",
    template_folder="templates",
)
Move = Callable[[Member, Case], Case]
_LEAVES = ("give_back", "close", "about")  # moves after which there is nothing more to do in the case
# Moves with a page of their own to show.
_LEADS_TO = dict.fromkeys(("new_code", "take_over"), "desk_cases.code")
_LONGEST = 20_000  # characters of one message (design.md, Limits)


def found(member: Member, reference: str) -> Case:
    """A case that this member may know of. Raises NotFound."""
    case = house().cases.case_by_reference(charity().slug, reference)
    if case is None:
        raise NotFound(reference)
    return house().casework.seen_by(member, case.id)


def _shown(
    member: Member, case: Case, move: str = "", refused: str = "", who: str = "", status: int = 200
) -> ResponseReturnValue:
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


def moving(make: Move) -> Callable[..., ResponseReturnValue]:
    """A page that makes one move and says that it worked; a refusal keeps every word that was typed."""
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
            now = found(member, reference)
            return _shown(member, now, move, "taken", names.get(taken.owner, ""), 409)
        except Stale:
            return _shown(member, found(member, reference), move, "changed", status=409)
        except NotAllowed as rule:
            return _shown(member, case, move, rule.reason, status=400)
        return _landed(member, moved, move)

    return signed_in(*who_may(name))(view)


def _landed(member: Member, case: Case, move: str) -> ResponseReturnValue:
    """Where a move leads: to its own page, the case again, or the board once it is out of these hands."""
    if move in _LEADS_TO:
        return redirect(url_for(_LEADS_TO[move], reference=case.reference), 303)
    if move not in _LEAVES and house().casework.may_see(member, case):
        here = url_for("desk_cases.case", reference=case.reference, did=move, _anchor="did")
        return redirect(here, 303)
    return redirect(url_for("desk_lists.board", did=move, _anchor="did"), 303)


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
    return _shown(member, here)


@pages.post("/read")
@moving
def read(member: Member, case: Case) -> Case:
    """Read it first."""
    return Guarding(house().casework).read(member, case.id, house().now())


@pages.post("/claim")
@moving
def claim(member: Member, case: Case) -> Case:
    """Take it."""
    return house().casework.claim(member, case.id, house().now())


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
    learned, next_step = typed_words("learned"), typed_words("next_step")
    whole = purpose == Purpose.OUTCOME and case.kind is Kind.COMPLAINT
    letter = Letter(
        Purpose(purpose),
        _whole(typed_words("body"), learned, next_step) if whole else typed_words("body"),
        "en",
        day_typed(told.get("date", ""), "not_a_date"),
        told.get("officer", ""),
        typed_words("reason"),
        _why(),
        is_neutral(),
        learned,
        next_step,
    )
    return house().casework.write(member, case.id, letter, house().now())


@pages.post("/date")
@moving
def state_date(member: Member, case: Case) -> Case:
    """Tell the guest when."""
    told = request.form
    on = day_typed(told.get("date", ""), "not_a_date")
    if on is None:
        raise NotAllowed("no_date_stated")
    promise, now = told.get("promise", ""), house().now()
    reason, work = typed_words("reason"), house().casework
    return work.state_date(member, case.id, promise, on, reason, now, is_neutral(), _why())


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


def _why() -> Why | None:
    told = request.form.get("why", "")
    return Why(told) if told in list(Why) else None


def _whole(found: str, learned: str, next_step: str) -> str:
    """The outcome of a complaint as its guest reads it, each part under its own line."""
    if not found.strip():
        raise NotAllowed("no_words")
    return render_template("desk/outcome.txt", found=found.strip(), learned=learned, next_step=next_step)


def _once(case: Case, seen: str) -> None:
    # The form carries the version it was made for: a double tap, or words over a change, is told as such.
    if seen != str(case.version):
        raise Stale(case.id)


def is_neutral() -> bool:
    """Whether they say that it tells nothing of the person for whom the guest writes."""
    return request.form.get("neutral") == "yes"


def typed_words(name: str) -> str:
    """Words as a form sends them. Raises NotAllowed ("too_long")."""
    told = request.form.get(name, "")
    if len(told) > _LONGEST:
        raise NotAllowed("too_long")
    return told


def day_typed(told: str, wrong: str) -> date | None:
    """A date as a form sends it, None where none was typed. Raises NotAllowed(`wrong`)."""
    try:
        return date.fromisoformat(told.strip()) if told.strip() else None
    except ValueError:
        raise NotAllowed(wrong) from None
