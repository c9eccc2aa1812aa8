"""A message was made into what its guest can read and is with them: one press, in its case or the list."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from webchat.cases.case import Case, Delivery
from webchat.cases.errors import NotAllowed
from webchat.cases.formats.making import Making
from webchat.cases.people.member import Member
from webchat.desk.cases import a_move, case_page, pages
from webchat.web.here import house

_TO_DO = "to_do"


def _landed(_member: Member, case: Case, move: str) -> ResponseReturnValue:
    if request.form.get("back") == _TO_DO:
        return redirect(url_for("desk_lists.to_do", did=move, _anchor="did"), 303)
    return redirect(url_for("desk_cases.case", reference=case.reference, did=move, _anchor="did"), 303)


@pages.post("/made")
@a_move(case_page, _landed)
def made(member: Member, case: Case) -> Case:
    """Posted, handed over, emailed, or gone through by an interpreter."""
    how = request.form.get("how", "")
    if how not in list(Delivery):
        raise NotAllowed("not_that_way")
    message = request.form.get("message", "")
    return Making(house().casework).made(member, case.id, message, Delivery(how), house().now())
