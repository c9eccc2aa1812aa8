"""The pages for what goes wrong: plain, never a trace, and typed words are kept (guest-rules C14)."""

import logging
from collections.abc import Callable

from flask import Flask, g, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, MethodNotAllowed, NotFound, RequestEntityTooLarge

from webchat.cases.errors import NotAllowed, Stale
from webchat.cases.errors import NotFound as NoSuchCase
from webchat.db.errors import Busy
from webchat.web.here import page

_log = logging.getLogger(__name__)
_SENT_TWICE_IS_ONCE = frozenset({"guest.turn", "guest.start", "guest.add_words"})
_LONGEST_KEPT = 200_000  # characters of typed words a page gives back


def add_mishaps(app: Flask) -> None:
    """Give every mishap its page."""
    told: dict[type[Exception], tuple[int, str]] = {
        NotFound: (404, "not_found"),
        MethodNotAllowed: (404, "not_found"),
        NoSuchCase: (404, "not_found"),
        CSRFError: (400, "old_page"),
        RequestEntityTooLarge: (413, "too_long"),
        Stale: (409, "changed_meanwhile"),
        NotAllowed: (409, "changed_meanwhile"),
        Busy: (503, "busy"),
    }
    for mishap, (status, name) in told.items():
        app.register_error_handler(mishap, _teller(status, name))
    app.register_error_handler(HTTPException, _other)
    app.register_error_handler(Exception, _fault)


def _teller(status: int, name: str) -> Callable[[Exception], ResponseReturnValue]:
    def tell(_mishap: Exception) -> ResponseReturnValue:
        return _page(name, status)

    return tell


def _other(mishap: HTTPException) -> ResponseReturnValue:
    if mishap.code is None or mishap.code < 400:
        return mishap.get_response()
    return _page("not_understood", mishap.code)


def _fault(mishap: Exception) -> ResponseReturnValue:
    # The type and the place, never the message: it may hold a guest's words (security.md I1).
    place = mishap.__traceback__
    while place and place.tb_next:
        place = place.tb_next
    where = f"{place.tb_frame.f_code.co_filename}:{place.tb_lineno}" if place else "?"
    _log.error("fault %s at %s on %s", type(mishap).__name__, where, request.endpoint)
    return _page("fault", 500)


def _page(name: str, status: int) -> ResponseReturnValue:
    g.setdefault("charity", None)
    g.setdefault("lang", "en")
    again = _posted() if name == "busy" else []
    return page("mishap.html", status=status, mishap=name, again=again, kept=_typed())


def _posted() -> list[tuple[str, str]]:
    """The form of a guest, to be sent once more as it was: a turn or an addition is never taken twice."""
    if request.method != "POST" or request.endpoint not in _SENT_TWICE_IS_ONCE:
        return []
    return [(name, value) for name, value in request.form.items(multi=True) if name != "csrf_token"]


def _typed() -> list[str]:
    """Whatever the person had typed, so that nothing is lost."""
    if request.method != "POST":
        return []
    try:
        typed = request.form.items(multi=True)
        values = [value for name, value in typed if name in ("words", "body", "reason")]
    except (RequestEntityTooLarge, ValueError):
        return []
    return [value[:_LONGEST_KEPT] for value in values if value.strip()]
