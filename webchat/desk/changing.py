"""A page of the desk that is about no one case, and on which one thing is changed at a time."""

from collections.abc import Callable
from functools import wraps

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from webchat.cases.errors import NotAllowed
from webchat.cases.people.member import Member
from webchat.desk.access import who_may
from webchat.web.here import signed_in

Change = Callable[[Member], None]
View = Callable[..., ResponseReturnValue]
# Shows the page again: to whom, which change was refused, why, and the status.
Shown = Callable[[Member, str, str, int], ResponseReturnValue]


def a_change(home: str, shown: Shown, did: str = "") -> Callable[[Change], View]:
    """What makes a page of a change: it leads back `home` (an endpoint), which says that it worked; a refusal
    is `shown` with what was typed. `did` stands before the change's name in the address."""
    blueprint = home.partition(".")[0]

    def page_of(change: Change) -> View:
        move = change.__name__

        @wraps(change)
        def view(member: Member) -> ResponseReturnValue:
            try:
                change(member)
            except NotAllowed as rule:
                return shown(member, move, rule.reason, 400)
            return redirect(url_for(home, did=f"{did}{move}", _anchor="did"), 303)

        return signed_in(*who_may(f"{blueprint}.{move}"))(view)

    return page_of
