"""What a guest changes once it is sent: how to be reached, that it is no longer safe, and taking it back."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from webchat.cases.case import Case, Verdict
from webchat.cases.complaints.complaining import Complaining
from webchat.cases.errors import NotAllowed, Stale
from webchat.cases.guest_moves import CHOICES, CONTACTED, Reach, Safe
from webchat.cases.on_behalf import OnBehalf
from webchat.cases.reaching import Reaching
from webchat.cases.words import ReplyBy
from webchat.guest.answer import LONGEST, typed
from webchat.guest.case_views import case_here, status_here
from webchat.guest.typed import drop, kept
from webchat.web.here import house, page
from webchat.web.session import visit

_TRIES = 3


def reach() -> ResponseReturnValue:
    """The ways there are to be reached."""
    if case_here() is None:
        return redirect(url_for("guest.case"))
    return page("guest/reach.html", wrong="")


def reach_by() -> ResponseReturnValue:
    """The way that was chosen, then what it needs; coming back with the code needs nothing."""
    opened, way = case_here(), typed(request.form, "way")
    if opened is None:
        return page("guest/gone.html", status=409, words="")
    if way not in list(CHOICES):
        return page("guest/reach.html", status=400, wrong="choose")
    if way in list(CONTACTED) and "words" not in request.form:
        stood = kept(visit(), url_for("guest.reach"), "").words
        return page("guest/reach_how.html", way=way, words=stood, safe="", wrong="")
    return _reached(opened, ReplyBy(way))


def not_safe() -> ResponseReturnValue:
    """It is no longer safe to contact them: at once, with nothing asked (guest-rules E21)."""
    opened = case_here()
    if opened is None:
        return page("guest/gone.html", status=409, words="")
    moved(opened, lambda case: Reaching(house().casework).not_safe(case, house().now()))
    return redirect(url_for("guest.case", _anchor="reach"), 303)


def ask_take_back() -> ResponseReturnValue:
    """Whether they mean it: asked once."""
    if case_here() is None:
        return redirect(url_for("guest.case"))
    return page("guest/take_back.html")


def take_back() -> ResponseReturnValue:
    """Take it back. What staff have closed meanwhile stays as it is, and the page says so."""
    opened = case_here()
    if opened is None:
        return page("guest/gone.html", status=409, words="")
    with suppress(NotAllowed):  # staff have closed it meanwhile
        moved(opened, lambda case: house().booking.take_back(case, house().now()))
    return redirect(url_for("guest.case", _anchor="main"), 303)


def ask_complaint() -> ResponseReturnValue:
    """What it changes, before they say so."""
    opened = case_here()
    if opened is None or not status_here(opened).may_complain:
        return redirect(url_for("guest.case"))
    return page("guest/as_complaint.html")


def complain() -> ResponseReturnValue:
    """Treat it as a complaint (guest-rules E5). Where staff have closed it meanwhile it stays as it is."""
    opened = case_here()
    if opened is None:
        return page("guest/gone.html", status=409, words="")
    with suppress(NotAllowed):
        moved(opened, lambda case: Complaining(house().casework).treat_as_complaint(case, house().now()))
    return redirect(url_for("guest.case", _anchor="promised"), 303)


def ask_withdraw() -> ResponseReturnValue:
    """What it changes, before the writer says that the person agrees no longer (guest-rules E9)."""
    opened = case_here()
    if opened is None or not status_here(opened).may_withdraw:
        return redirect(url_for("guest.case"))
    return page("guest/withdraw.html")


def withdraw() -> ResponseReturnValue:
    """The person agrees no longer. Where staff have noted something else meanwhile, that stands."""
    opened = case_here()
    if opened is None:
        return page("guest/gone.html", status=409, words="")
    with suppress(NotAllowed):
        moved(opened, lambda case: OnBehalf(house().casework).withdrawn(case, house().now()))
    return redirect(url_for("guest.case", _anchor="main"), 303)


def how() -> ResponseReturnValue:
    """How well did we do? Asked once, of a case that staff have closed."""
    opened = case_here()
    if opened is None or not status_here(opened).may_judge:
        return redirect(url_for("guest.case"))
    stood = kept(visit(), url_for("guest.how"), "")
    return page("guest/how.html", chosen=stood.choices, words=stood.words, wrong="")


def judge() -> ResponseReturnValue:
    """Take the answer; a second one changes nothing."""
    opened, said, words = case_here(), typed(request.form, "choice"), typed(request.form, "words")
    if opened is None:
        return page("guest/gone.html", status=409, words=words)
    if said not in list(Verdict) or len(words) > LONGEST:
        return _asked_again(said, words)
    verdict = Verdict(said)
    with suppress(NotAllowed):  # they have answered, or it is open again
        moved(opened, lambda case: house().casework.guest_judges(case, verdict, words, house().now()))
    drop(visit(), url_for("guest.how"), "")
    return redirect(url_for("guest.case", _anchor="how"), 303)


def moved(opened: Case, move: Callable[[Case], Case]) -> Case:
    """Make a guest's move on the case as it is now; staff, or a second tap, may be quicker. Raises Stale."""
    for _ in range(_TRIES):
        try:
            return move(house().cases.case(opened.charity, opened.id) or opened)
        except Stale:
            continue
    raise Stale(opened.id)


def _asked_again(said: str, words: str) -> ResponseReturnValue:
    wrong = "too_long" if said in list(Verdict) else "choose"
    told: dict[str, Any] = {"chosen": [said], "words": words, "wrong": wrong, "over": len(words) - LONGEST}
    return page("guest/how.html", status=413 if wrong == "too_long" else 400, **told)


def _reached(opened: Case, way: ReplyBy) -> ResponseReturnValue:
    words, safe = typed(request.form, "words"), typed(request.form, "safe")
    wish = Reach(way, words, Safe(safe) if safe in list(Safe) else None)
    try:
        moved(opened, lambda case: Reaching(house().casework).reach(case, wish, house().now()))
    except NotAllowed as rule:
        given = {"way": way.value, "words": words, "safe": safe, "wrong": rule.reason}
        return page("guest/reach_how.html", status=400, **given)
    drop(visit(), url_for("guest.reach"), "")
    return redirect(url_for("guest.case", _anchor="reach"), 303)
