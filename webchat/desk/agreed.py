"""One agreed time at the desk: it is moved or cancelled, begins late, or was held; the guest is told."""

from collections.abc import Callable
from datetime import UTC, datetime, time
from functools import wraps

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from webchat.cases.calendar import LONDON
from webchat.cases.case import Case
from webchat.cases.diary import read_token
from webchat.cases.errors import NotAllowed, Stale, TimeGone
from webchat.cases.holding import Holding, Next
from webchat.cases.member import Member
from webchat.cases.rearranging import LEAST_LATE, MOST_LATE, Rearranging, Reason
from webchat.cases.rules import must_be
from webchat.desk.access import power_over, who_may
from webchat.desk.cases import day_typed, found, is_neutral, pages, typed_words
from webchat.desk.meeting_page import meeting_page
from webchat.web.here import charity, house, page, signed_in

_LIMITS = {"least": LEAST_LATE, "most": MOST_LATE}
_LONGEST = 3  # digits of a number of minutes


def _shown(
    member: Member, case: Case, move: str = "", refused: str = "", status: int = 200
) -> ResponseReturnValue:
    shown = meeting_page(house(), charity(), member, case)
    opened = request.args.get("open", "")
    told = {"move": move, "refused": refused, "typed": request.form, "limits": _LIMITS, "opened": opened}
    return page("desk/time.html", status=status, file=shown, **told)


def _changing(change: Callable[[Member, Case], Case]) -> Callable[..., ResponseReturnValue]:
    """A page that makes one change and leads to the case; a refusal keeps every word that was typed."""
    move = change.__name__
    name = f"desk_cases.{move}"

    @wraps(change)
    def view(member: Member, reference: str) -> ResponseReturnValue:
        case = found(member, reference)
        must_be(power_over(name).relation, member, case)
        try:
            change(member, case)
        except Stale:
            return _shown(member, found(member, reference), move, "changed", 409)
        except TimeGone:
            return _shown(member, found(member, reference), move, "gone", 409)
        except NotAllowed as rule:
            return _shown(member, found(member, reference), move, rule.reason, 400)
        return redirect(url_for("desk_cases.case", reference=reference, did=move, _anchor="did"), 303)

    return signed_in(*who_may(name))(view)


@pages.get("/time")
@signed_in(*who_may("desk_cases.time_agreed"))
def time_agreed(member: Member, reference: str) -> ResponseReturnValue:
    """What is agreed, and what can be done about it."""
    return _shown(member, found(member, reference))


@pages.post("/time/move")
@_changing
def move_time(member: Member, case: Case) -> Case:
    """Another time instead."""
    chosen = read_token(request.form.get("choice", ""))
    if chosen is None:
        raise NotAllowed("no_choice")
    staff = Rearranging(house().booking)
    return staff.move(member, case.id, _seen(), chosen, _reason(), house().now())


@pages.post("/time/cancel")
@_changing
def cancel_time(member: Member, case: Case) -> Case:
    """It does not take place."""
    return Rearranging(house().booking).cancel(member, case.id, _seen(), _reason(), house().now())


@pages.post("/time/late")
@_changing
def late(member: Member, case: Case) -> Case:
    """It begins late, and the guest is told now."""
    told = request.form.get("minutes", "").strip()
    minutes = int(told) if told.isascii() and told.isdecimal() and len(told) <= _LONGEST else 0
    return Rearranging(house().booking).late(member, case.id, _seen(), minutes, house().now())


@pages.post("/time/held")
@_changing
def held(member: Member, case: Case) -> Case:
    """It took place, and this comes next."""
    chosen = request.form.get("next", "")
    then = Next(
        time=read_token(chosen) if chosen else None,
        contact_on=day_typed(request.form.get("contact_on", ""), "not_a_date"),
    )
    holding = Holding(Rearranging(house().booking))
    return holding.held(member, case.id, _seen(), _began(case), then, house().now())


def _seen() -> str:
    """The time that the form was made for."""
    return request.form.get("seen", "")


def _reason() -> Reason:
    return Reason(typed_words("reason"), is_neutral())


def _began(case: Case) -> datetime | None:
    """When it began, on the day of the agreed time; None where nothing was typed."""
    told, meeting = request.form.get("began", "").strip(), house().booking.of_case(case)
    if not told or meeting is None:
        return None
    try:
        at = time.fromisoformat(told).replace(tzinfo=None)
    except ValueError:
        raise NotAllowed("no_beginning") from None
    day = meeting.starts_at.astimezone(LONDON).date()
    return datetime.combine(day, at, LONDON).astimezone(UTC)
