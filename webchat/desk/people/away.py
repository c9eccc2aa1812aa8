"""Who is away, and until when: said by themselves or by whoever manages them (issue 4, line 7)."""

import secrets
from dataclasses import replace

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

from webchat.cases.errors import NotAllowed
from webchat.cases.people.away import Absence, may_say_away
from webchat.cases.people.member import Member
from webchat.cases.promises.calendar import london_date
from webchat.desk.access import who_may
from webchat.desk.changing import a_change
from webchat.desk.people.who_is_away import away_of
from webchat.desk.typed import day_needed
from webchat.web.here import charity, house, page, signed_in

pages = Blueprint(
    "desk_away", __name__, url_prefix="/<charity:charity>/desk/away", template_folder="templates"
)


@pages.get("")
@signed_in(*who_may("desk_away.who"))
def who(member: Member) -> ResponseReturnValue:
    """Who is away now or will be, who stands in, and what was agreed for those days."""
    return _shown(member)


_changing = a_change("desk_away.who", lambda *told: _shown(*told), "away_")


@pages.post("/say")
@_changing
def say(member: Member) -> None:
    """They themselves, or somebody whom they manage, will be away, or are already."""
    whose = request.form.get("staff", "") or member.staff_id
    colleagues = {one.staff_id: one for one in house().staff.members(charity().slug)}
    if whose not in colleagues or not may_say_away(member, colleagues[whose]):
        abort(404)
    first = day_needed(request.form.get("first", ""), "not_a_date_first", "no_first_day")
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
    on = day_needed(request.form.get("back", ""), "not_a_date_back", "no_day_back")
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
