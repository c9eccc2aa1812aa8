"""The guest's answer to "Is this still right?" (guest-rules D17, review)."""

from contextlib import suppress

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from webchat.cases.errors import NotAllowed
from webchat.cases.formats.needing import Needing
from webchat.guest.answer import typed
from webchat.guest.case_views import case_here
from webchat.guest.changing_views import moved
from webchat.web.here import house, page


def say_needs() -> ResponseReturnValue:
    """It is still right, or it is not. Said twice it is once; with nothing told there is nothing to say."""
    opened = case_here()
    if opened is None:
        return page("guest/gone.html", status=409, words="")
    needing, right = Needing(house().casework), typed(request.form, "right")
    with suppress(NotAllowed):
        if right == "yes":
            moved(opened, lambda case: needing.right(case, house().now()))
        elif right == "no":
            moved(opened, lambda case: needing.not_right(case, house().now()))
    return redirect(url_for("guest.case", _anchor="needs"), 303)
