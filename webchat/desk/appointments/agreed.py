"""One agreed time at the desk: it is moved or cancelled, begins late, or was held; the guest is told."""

from datetime import UTC, datetime

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from webchat.cases.appointments.diary import read_token
from webchat.cases.appointments.holding import Holding, Next
from webchat.cases.appointments.rearranging import LEAST_LATE, MOST_LATE, Rearranging, Reason
from webchat.cases.case import Case
from webchat.cases.errors import NotAllowed
from webchat.cases.formats.interpreters import Interpreters
from webchat.cases.people.member import Member
from webchat.cases.promises.calendar import LONDON, london_date
from webchat.desk.access import who_may
from webchat.desk.appointments.meeting_page import meeting_page
from webchat.desk.cases import a_move, found, pages
from webchat.desk.typed import day_typed, is_neutral, time_typed, typed_words
from webchat.web.here import charity, house, page, signed_in

_LIMITS = {"least": LEAST_LATE, "most": MOST_LATE}
_LONGEST = 3  # digits of a number of minutes


def _shown(
    member: Member, case: Case, move: str = "", refused: str = "", _who: str = "", status: int = 200
) -> ResponseReturnValue:
    shown = meeting_page(house(), charity(), member, case)
    opened = request.args.get("open", "")
    told = {"move": move, "refused": refused, "typed": request.form, "limits": _LIMITS, "opened": opened}
    return page("desk/time.html", status=status, file=shown, **told)


def _landed(_member: Member, case: Case, move: str) -> ResponseReturnValue:
    return redirect(url_for("desk_cases.case", reference=case.reference, did=move, _anchor="did"), 303)


_changing = a_move(_shown, _landed)


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


@pages.post("/time/interpreter")
@_changing
def arranged(member: Member, case: Case) -> Case:
    """An interpreter comes to it."""
    return Interpreters(Rearranging(house().booking)).arranged(member, case.id, _seen(), house().now())


def _seen() -> str:
    """The time that the form was made for."""
    return request.form.get("seen", "")


def _reason() -> Reason:
    return Reason(typed_words("reason"), is_neutral())


def _began(case: Case) -> datetime | None:
    """When it began, on the day of the agreed time; None where nothing was typed."""
    at, meeting = time_typed("began", "no_beginning"), house().booking.of_case(case)
    if at is None or meeting is None:
        return None
    return datetime.combine(london_date(meeting.starts_at), at, LONDON).astimezone(UTC)
