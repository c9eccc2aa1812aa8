"""Who is away, and until when: said by themselves or by whoever manages them (issue 4, line 7)."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from functools import wraps

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webchat.cases.errors import NotAllowed
from webchat.cases.people.away import Absence, may_say_away
from webchat.cases.people.member import Member
from webchat.cases.promises.calendar import london_date
from webchat.desk.access import who_may
from webchat.desk.people.who_is_away import away_of
from webchat.desk.typed import day_typed
from webchat.web.here import charity, house, page, signed_in

pages = Blueprint(
    "desk_away", __name__, url_prefix="/<charity:charity>/desk/away", template_folder="templates"
)


@pages.get("")
@signed_in(*who_may("desk_away.who"))
def who(member: Member) -> ResponseReturnValue:
    """Who is away now or will be, who stands in, and what was agreed for those days."""
    return _shown(member)


def _changing(change: Callable[[Member], None]) -> Callable[..., ResponseReturnValue]:
    """A page that makes one change and says that it worked; a refusal keeps what was typed."""
    move = change.__name__

    @wraps(change)
    def view(member: Member) -> ResponseReturnValue:
        try:
            change(member)
        except NotAllowed as rule:
            return _shown(member, move, rule.reason, 400)
        return redirect(url_for("desk_away.who", did=f"away_{move}", _anchor="did"), 303)

    return signed_in(*who_may(f"desk_away.{move}"))(view)


@pages.post("/say")
@_changing
def say(member: Member) -> None:
    """They themselves, or somebody whom they manage, will be away, or are already."""
    whose = request.form.get("staff", "") or member.staff_id
    colleagues = {one.staff_id: one for one in house().staff.members(charity().slug)}
    if whose not in colleagues or not may_say_away(member, colleagues[whose]):
        abort(404)
    first = day_typed(request.form.get("first", ""), "not_a_date_first")
    if first is None:
        raise NotAllowed("no_first_day")
    empty = Absence(secrets.token_hex(8), charity().slug, whose, first, first)
    house().standing_in.say(_as_typed(member, empty), house().now())


@pages.post("/change")
@_changing
def change(member: Member) -> None:
    """Longer or shorter than was said, or with somebody else standing in."""
    house().standing_in.say(_as_typed(member, _theirs(member)), house().now())


@pages.post("/back")
@_changing
def back(member: Member) -> None:
    """They are back today, or not away after all."""
    house().standing_in.back(replace(_theirs(member), said_by=member.staff_id), house().now())


def _as_typed(member: Member, one: Absence) -> Absence:
    """An absence with the day they are back and who stands in, as the form says."""
    on = day_typed(request.form.get("back", ""), "not_a_date_back")
    if on is None:
        raise NotAllowed("no_day_back")
    return replace(one, back=on, substitute=request.form.get("substitute", ""), said_by=member.staff_id)


def _theirs(member: Member) -> Absence:
    """The absence of the form. Raises NotAllowed ("away_is_over") where it is over or was taken back; not
    there for whoever may not say it."""
    slug, today = charity().slug, london_date(house().now())
    colleagues = {one.staff_id: one for one in house().staff.members(slug)}
    for one in house().booking.store.absences(slug, today):
        if one.id == request.form.get("absence", ""):
            if not may_say_away(member, colleagues[one.staff_id]):
                abort(404)
            return one
    raise NotAllowed("away_is_over")


def _shown(member: Member, move: str = "", refused: str = "", status: int = 200) -> ResponseReturnValue:
    told = {"move": move, "refused": refused, "typed": request.form}
    return page("desk/away.html", status=status, away=away_of(house(), charity(), member), **told)
