"""An agreed time, changed by its guest: another one, none at all, or a file for their calendar."""

from contextlib import suppress

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webchat.cases.appointments.diary import read_token
from webchat.cases.case import Case
from webchat.cases.errors import NotAllowed, TimeGone
from webchat.guest.agreed import choices, file_of
from webchat.guest.answer import typed
from webchat.guest.case_views import case_here
from webchat.guest.changing_views import moved
from webchat.guest.chat_views import slips_of
from webchat.guest.who import conversation_here, speaker
from webchat.web.here import house, page


def ask_time() -> ResponseReturnValue:
    """The times there are."""
    opened = case_here()
    return redirect(url_for("guest.case")) if opened is None else _times(opened, "")


def choose_time() -> ResponseReturnValue:
    """Agree another time; one that has gone meanwhile is told, and the others are shown."""
    opened, chosen = case_here(), typed(request.form, "choice")
    if opened is None:
        return page("guest/gone.html", status=409, words="")
    wish, asked = house().booking.wish_of(opened), read_token(chosen)
    if wish is None or asked is None:
        return _times(opened, "choose", 400)
    try:
        moved(opened, lambda case: house().booking.move(case, *asked, wish, house().now()))
    except TimeGone:
        return _times(opened, "gone", 409)
    except NotAllowed:  # the one before has begun, or the case is closed
        return redirect(url_for("guest.case"), 303)
    return redirect(url_for("guest.case", _anchor="time"), 303)


def give_up_time() -> ResponseReturnValue:
    """The guest cannot come: the time is free for somebody else."""
    opened = case_here()
    if opened is None:
        return page("guest/gone.html", status=409, words="")
    with suppress(NotAllowed):  # it has begun
        moved(opened, lambda case: house().booking.give_up(case, house().now()))
    return redirect(url_for("guest.case", _anchor="main"), 303)


def calendar() -> ResponseReturnValue:
    """The agreed time of the open case, for a calendar."""
    opened = case_here()
    return redirect(url_for("guest.case")) if opened is None else _file(opened)


def calendar_sent(number: int) -> ResponseReturnValue:
    """The agreed time of what was just sent, for a calendar."""
    conversation = conversation_here(number)
    slips = slips_of(conversation) if conversation else ()
    return _file(slips[0].case) if slips else redirect(url_for("guest.case"))


def _times(opened: Case, wrong: str, status: int = 200) -> ResponseReturnValue:
    there = choices(opened, house().booking, speaker(), house().now())
    agreed = house().booking.of_case(opened) is not None
    return page("guest/times.html", status=status, times=there, agreed=agreed, wrong=wrong)


def _file(case: Case) -> ResponseReturnValue:
    made = file_of(case, house().booking, speaker(), house().now())
    if made is None:
        return redirect(url_for("guest.case"))
    named = {"Content-Disposition": 'attachment; filename="appointment.ics"'}
    return Response(made, mimetype="text/calendar", headers=named)
