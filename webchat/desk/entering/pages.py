"""What came by letter, email, phone, text or in person: staff write it down, and its clock runs (line 5)."""

import secrets
from dataclasses import replace
from datetime import datetime

from flask import Blueprint, current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webchat.cases.case import Case
from webchat.cases.entering import Entering, came_at
from webchat.cases.errors import NotAllowed
from webchat.cases.guest_moves import CONTACTED
from webchat.cases.needs import FIELDS, NEEDS, NOTHING
from webchat.cases.opening import Opening
from webchat.cases.people.member import Member
from webchat.cases.promises.calendar import LONDON
from webchat.cases.words import POLICY_KINDS, Channel, Kind, ReplyBy
from webchat.chat.dialogue import Dialogue
from webchat.desk.access import who_may
from webchat.desk.cases import moving
from webchat.desk.cases import pages as case_pages
from webchat.desk.codes import new_one
from webchat.desk.every_page import language_name
from webchat.desk.typed import day_needed, time_typed, typed_words
from webchat.web.here import charity, house, page, signed_in

pages = Blueprint(
    "desk_entering", __name__, url_prefix="/<charity:charity>/desk/enter", template_folder="templates"
)
CHANNELS = tuple(one for one in Channel if one is not Channel.WEBCHAT)


@pages.get("")
@signed_in(*who_may("desk_entering.ask"))
def ask(member: Member) -> ResponseReturnValue:
    """The form, with now as the time it came."""
    return _shown({"key": secrets.token_hex(16), **_now()})


@pages.post("")
@signed_in(*who_may("desk_entering.enter"))
def enter(member: Member) -> ResponseReturnValue:
    """Write it down; the code is then shown once, for the guest."""
    try:
        opening, take = _opening(), request.form.get("take") == "yes"
        case = Entering(house().casework).enter(member, hears_danger(opening), take, house().now())
    except NotAllowed as rule:
        return _shown(request.form.to_dict(), request.form.getlist("needs"), rule.reason, 400)
    if not house().casework.may_see(member, case):
        return redirect(url_for("desk_lists.board", did="enter", _anchor="did"), 303)
    return redirect(url_for("desk_cases.code", reference=case.reference), 303)


@case_pages.post("/came-earlier")
@moving
def came_earlier(member: Member, case: Case) -> Case:
    """It came earlier than was written down."""
    return Entering(house().casework).correct(member, case.id, _came_at(), house().now())


def _shown(
    told: dict[str, str], needs: list[str] | None = None, refused: str = "", status: int = 200
) -> ResponseReturnValue:
    return page(
        "desk/enter.html", status=status, told=told, needs=needs or [], refused=refused,
        all_needs=[one for one in NEEDS if one != NOTHING],
        languages_here=[(one.code, language_name(one.code)) for one in house().words.offered],
    )  # fmt: skip


def _now() -> dict[str, str]:
    local = house().now().astimezone(LONDON)
    return {"came_on": local.date().isoformat(), "came_time": f"{local:%H:%M}"}


def _opening() -> Opening:
    told = request.form
    if told.get("channel") not in CHANNELS:
        raise NotAllowed("no_channel")
    if told.get("kind") not in POLICY_KINDS:
        raise NotAllowed("unknown_kind")
    words = typed_words("words")
    way, contact = _reply_by()
    sealed, about = new_one(), told.get("about_person") == "yes"
    needs = [one for one in told.getlist("needs") if one in FIELDS]
    return Opening(
        charity=charity().slug,
        key=f"entered:{told.get('key') or secrets.token_hex(16)}",
        kind=Kind(told["kind"]),
        words=words,
        lang=_lang(),
        reply_by=way,
        code_hash=sealed.code_hash,
        sealed_code=sealed.sealed_code,
        channel=Channel(told["channel"]),
        received_at=_came_at(),
        name=told.get("guest_name", "").strip(),
        contact=contact,
        safe_to_contact=told.get("safe") == "yes" if contact else None,
        needs=tuple((FIELDS[one], one) for one in needs),
        about_person=about,
        about_name=told.get("person_name", "").strip() if about else "",
    )


def hears_danger(opening: Opening) -> Opening:
    """The opening, to be read first where its words may mean danger."""
    dialogue: Dialogue = current_app.extensions["dialogue"]
    return replace(opening, read_first=dialogue.hears_danger(opening.words))


def _lang() -> str:
    told = request.form.get("lang", "en")
    return told if told in {one.code for one in house().words.offered} else "en"


def _reply_by() -> tuple[ReplyBy, str]:
    told = request.form.get("reply_by", "")
    if told not in list(ReplyBy):
        raise NotAllowed("no_way_to_reply")
    way = ReplyBy(told)
    return way, request.form.get("contact", "").strip() if way in CONTACTED else ""


def _came_at() -> datetime:
    on = day_needed(request.form.get("came_on", ""), "not_a_day_it_came", "not_a_day_it_came")
    return came_at(on, time_typed("came_time", "not_a_time_it_came"), house().now())
