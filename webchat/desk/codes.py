"""A new code for a guest who has lost theirs, made once staff say how they know that it is them.

It is sealed with the cookie of whoever made it, as a guest's own is with theirs: nobody else can be shown
it, and once it has been passed on nobody can (design.md 5).
"""

from flask import current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webchat.cases.case import Case, Sealed
from webchat.cases.errors import NotAllowed
from webchat.cases.new_codes import KnownBy
from webchat.cases.people.member import Member
from webchat.desk.access import who_may
from webchat.desk.cases import found, moving, pages
from webchat.web.here import charity, house, page, signed_in
from webchat.web.sealing import Sealing
from webchat.web.session import visit
from webchat.web.way_back import square_of, way_back


@pages.post("/new-code")
@moving
def new_code(member: Member, case: Case) -> Case:
    """Make it; the one before opens nothing any more."""
    return house().casework.new_code(member, case.id, new_one, known_by(), house().now())


@pages.get("/new-code")
@signed_in(*who_may("desk_cases.code"))
def code(member: Member, reference: str) -> ResponseReturnValue:
    """The new code, to be read out or printed; the case again once it is hidden, and for everybody else."""
    case = found(member, reference)
    shown = _sealing().open(visit().token, case.sealed_code)
    if not shown:
        return redirect(url_for("desk_cases.case", reference=case.reference))
    back = way_back(url_for("guest.come_back", _external=True), case.reference, shown)
    needs = house().cases.needs(case.id)
    return page("desk/code.html", case=case, needs=needs, code=shown, square=square_of(back))


@pages.post("/hide-code")
@signed_in(*who_may("desk_cases.hide_code"))
def hide_code(member: Member, reference: str) -> ResponseReturnValue:
    """They have it: nobody can be shown it again."""
    case = found(member, reference)
    if _sealing().open(visit().token, case.sealed_code):
        house().cases.forget_code(charity().slug, case.id)
    here = url_for("desk_cases.case", reference=case.reference, did="hide_code", _anchor="did")
    return redirect(here, 303)


def new_one() -> Sealed:
    """A new code that only whoever is signed in here can be shown. Raises Busy."""
    return _sealing().make(visit().token)


def known_by() -> KnownBy:
    """How they say they know who it is. Raises NotAllowed ("not_known") where they say nothing."""
    told = request.form.get("known_by", "")
    if told not in list(KnownBy):
        raise NotAllowed("not_known")
    return KnownBy(told)


def _sealing() -> Sealing:
    made: Sealing = current_app.extensions["sealing"]
    return made
