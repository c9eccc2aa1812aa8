"""The next stage of a complaint, asked for by its guest: what it is, then why, if they want to say."""

from contextlib import suppress

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from webchat.cases.complaints.complaining import Complaining
from webchat.cases.errors import NotAllowed
from webchat.guest.answer import LONGEST, typed
from webchat.guest.case_views import case_here, status_here
from webchat.guest.changing_views import moved
from webchat.guest.typed import drop, kept
from webchat.guest.who import conversing
from webchat.web.here import house, lang_here, page
from webchat.web.session import visit


def ask_next_stage() -> ResponseReturnValue:
    """What the policy says of it, and a box that may stay empty (guest-rules E7)."""
    opened = case_here()
    to = status_here(opened).next_stage if opened else None
    if to is None:
        return redirect(url_for("guest.case"))
    stood = kept(visit(), url_for("guest.ask_next_stage"), "").words
    return page("guest/next_stage.html", to=to, words=stood, wrong="", over=0)


def go_to_next_stage() -> ResponseReturnValue:
    """Go on to it; pressed twice, or where there is none, nothing more is done."""
    opened, words = case_here(), typed(request.form, "words")
    if opened is None:
        return page("guest/gone.html", status=409, words=words)
    to = status_here(opened).next_stage
    if to is not None and len(words) > LONGEST:
        given = {"to": to, "words": words, "wrong": "too_long", "over": len(words) - LONGEST}
        return page("guest/next_stage.html", status=413, **given)
    danger, lang = conversing().dialogue.hears_danger(words), lang_here().code
    work, now = Complaining(house().casework), house().now()
    with suppress(NotAllowed):
        moved(opened, lambda case: work.go_on(case, words, lang, now, danger))
    drop(visit(), url_for("guest.ask_next_stage"), "")
    return redirect(url_for("guest.case", _anchor="promised"), 303)
