"""Leaving, finishing, and changing the language: what can be done from every page."""

from flask import Response, current_app, g, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect
from werkzeug.wrappers import Response as BaseResponse

from webchat.guest.answer import posted
from webchat.guest.at_stake import AtStake, at_stake
from webchat.guest.typed import Typed, has_typed, keep
from webchat.guest.who import conversation_here
from webchat.web.here import house, page
from webchat.web.session import end, forget_pages, visit

# Where "Leave this page" goes: a page that anybody may have open (guest-rules C11).
NEUTRAL = "https://www.bbc.co.uk/weather"
_NO_PAGES = ("guest.leave", "guest.ask_finish")  # nobody goes back to these
_CLEAR = '"cache", "storage", "cookies"'


def leave() -> ResponseReturnValue:
    """Leave at once: the session and every unsent word are deleted. The one GET that changes anything.

    The page that goes on to the neutral site is empty, but for what has the browser forget the others.
    """
    end(visit())
    return _cleared(make_response(page("guest/leaving.html", neutral=NEUTRAL)))


def finish() -> ResponseReturnValue:
    """Finish on a shared computer: the session and every unsent word are deleted. Asks once where there is
    anything to lose; what stands in the boxes is kept till then, and is there again for whoever says no."""
    where, _number = _stand_by()
    if _stake().anything and "sure" not in request.form:
        return redirect(url_for("guest.ask_finish", page=where), 303)
    end(visit())
    return _cleared(redirect(url_for("guest.finished"), 303))


def ask_finish() -> ResponseReturnValue:
    """Ask once before the screen is cleared. A page of its own, so that no form with the guest's words
    stays in the browser's history, to be sent again by whoever comes next."""
    if not visit().stored:
        return redirect(url_for("guest.finished"))
    where, number = _page_of(request.args.get("page", ""))
    return page("guest/finish.html", stake=_stake(), back_url=f"{where}#now" if number else where)


def finished() -> ResponseReturnValue:
    """The screen is clear."""
    return page("guest/finished.html")


def cleared() -> Response:
    """A stylesheet that styles nothing: loading it has the browser forget the pages it keeps for Back."""
    return forget_pages(Response("", mimetype="text/css"))


def language() -> ResponseReturnValue:
    """Another language for every page and for the conversation; what is in the boxes is kept."""
    code = request.form.get("lang", "")
    where, number = _stand_by()
    if code in {one.code for one in house().words.offered}:
        visit()["lang"] = code
        conversation = conversation_here(number)
        if conversation is not None:
            house().conversations.set_lang(conversation.id, code)
    return redirect(f"{where}#now" if number else where, 303)


def look_again() -> ResponseReturnValue:
    """The page the button was on, as it is now; what is in the boxes is kept."""
    where, _number = _stand_by()
    return redirect(f"{where}#written", 303)


def _stake() -> AtStake:
    mine = house().conversations.of_session(visit().id_hash) if visit().stored else ()
    kept = house().drafts.among([one.id for one in mine], house().now())
    # What stands in a box as it was kept for later is not lost with the session.
    pages = {
        url_for("guest.chat", charity=one.charity, number=one.number): kept[one.id].typed
        for one in mine
        if one.id in kept
    }
    return at_stake(mine, has_typed(visit(), pages), kept.keys())


def _stand_by() -> tuple[str, int]:
    """Keep what stands in the boxes of the page that the button was on; its address and its conversation."""
    where, number = _page_of(request.form.get("page", ""))
    if "asked" in request.form or "words" in request.form:
        answer = posted(request.form)
        keep(visit(), where, request.form.get("asked", ""), Typed(answer.words, answer.choices))
    return where, number


def _cleared(answer: BaseResponse) -> ResponseReturnValue:
    answer.headers["Clear-Site-Data"] = _CLEAR
    return answer


def _page_of(path: str) -> tuple[str, int]:
    """The page the button was on, and the number of its conversation or 0; never an address elsewhere."""
    here = g.get("charity")
    home = url_for("guest.first") if here else url_for("guest.chooser")
    try:
        endpoint, values = current_app.url_map.bind("").match(path, "GET")
    except (HTTPException, RequestRedirect):
        return home, 0
    if not endpoint.startswith("guest.") or endpoint in _NO_PAGES or values.get("charity") != here:
        return home, 0
    number = values.get("number", 0)
    return path, number if isinstance(number, int) else 0
