"""Appointments at the desk: what is agreed, when staff can be met, and when nobody can."""

import secrets
from datetime import date, time

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

from webchat.cases.appointments.diary import LONGEST, MOST_NOTICE, MOST_PEOPLE, SHORTEST, Closure, Offer
from webchat.cases.appointments.rearranging import may_arrange
from webchat.cases.errors import NotAllowed
from webchat.cases.people.member import Member
from webchat.cases.promises.calendar import london_date
from webchat.cases.words import Way
from webchat.desk.access import who_may
from webchat.desk.appointments.agenda import agenda_of, asked_of
from webchat.desk.appointments.diary import diary_of
from webchat.desk.changing import a_change
from webchat.desk.typed import day_typed, time_typed
from webchat.web.here import charity, house, page, signed_in

pages = Blueprint(
    "desk_times", __name__, url_prefix="/<charity:charity>/desk/appointments", template_folder="templates"
)
_LONGEST = 10  # characters of a number
_LIMITS = {"shortest": SHORTEST, "longest": LONGEST, "people": MOST_PEOPLE, "notice": MOST_NOTICE}


@pages.get("")
@signed_in(*who_may("desk_times.diary"))
def diary(member: Member) -> ResponseReturnValue:
    """What is agreed on a day or in a week, and what guests are offered."""
    return _shown(member)


_changing = a_change("desk_times.diary", lambda *told: _shown(*told))


@pages.post("/offer")
@_changing
def offer(member: Member) -> None:
    """Publish times."""
    day, weekday, told = _date("first"), request.form.get("weekday", ""), request.form.get("way", "")
    if told not in list(Way):
        raise NotAllowed("not_a_way")
    made = Offer(
        id=secrets.token_hex(8),
        charity=charity().slug,
        staff_id=_whose(member),
        way=Way(told),
        begins=_time("begins"),
        ends=_time("ends"),
        minutes=_number("minutes", "not_a_length"),
        people=_number("people", "not_a_number_of_people"),
        notice=_number("notice", "not_a_notice"),
        weekday=_weekday(weekday),
        first=day if weekday else None,
        last=_date("last") if weekday else None,
        on=() if weekday or day is None else (day,),
    )
    house().booking.publish(made, house().now())


@pages.post("/withdraw")
@_changing
def withdraw(member: Member) -> None:
    """Offer them no longer."""
    wanted = request.form.get("offer", "")
    for one in house().booking.store.offers(charity().slug):
        if one.id == wanted and may_arrange(member, one.staff_id):
            house().booking.withdraw(charity().slug, one.id, house().now())


@pages.post("/close")
@_changing
def close(member: Member) -> None:
    """Meet nobody on these dates."""
    first = _date("closed_first")
    if first is None:
        raise NotAllowed("no_day_to_close")
    last = _date("closed_last") or first
    whose = request.form.get("closed_staff", "")
    if not may_arrange(member, whose):
        abort(404)
    shut = Closure(secrets.token_hex(8), charity().slug, first, last, whose)
    house().booking.close(shut, house().now())


@pages.post("/reopen")
@_changing
def reopen(member: Member) -> None:
    """Meet people on these dates after all."""
    wanted, store = request.form.get("closure", ""), house().booking.store
    for one in store.closures(charity().slug, london_date(house().now())):
        if one.id == wanted and may_arrange(member, one.staff_id):
            store.reopen(charity().slug, one.id)


def _shown(member: Member, move: str = "", refused: str = "", status: int = 200) -> ResponseReturnValue:
    now = house().now()
    asked = asked_of(request.args, member, charity(), now)
    if asked is None:
        abort(404)
    told = {"move": move, "refused": refused, "typed": request.form, "limits": _LIMITS}
    agenda = agenda_of(house(), charity(), member, asked)
    return page(
        "desk/times.html", status=status, diary=diary_of(house(), charity(), member), agenda=agenda, **told
    )


def _whose(member: Member) -> str:
    staff_id = request.form.get("staff", "") or member.staff_id
    if not may_arrange(member, staff_id):
        abort(404)
    return staff_id


def _date(name: str) -> date | None:
    return day_typed(request.form.get(name, ""), f"not_a_date_{name}")


def _time(name: str) -> time:
    wrong = f"not_a_time_{name}"
    told = time_typed(name, wrong)
    if told is None:
        raise NotAllowed(wrong)
    return told


def _number(name: str, reason: str) -> int:
    told = request.form.get(name, "").strip()
    if not (told.isascii() and told.isdecimal() and len(told) < _LONGEST):
        raise NotAllowed(reason)
    return int(told)


def _weekday(told: str) -> int | None:
    if not told:
        return None
    if told not in tuple("0123456"):
        raise NotAllowed("no_day")
    return int(told)
