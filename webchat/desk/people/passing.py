"""A case passed on to a colleague: offered, accepted or declined, or kept after all."""

from flask import request

from webchat.cases.case import Case
from webchat.cases.people.member import Member
from webchat.cases.people.passing import Because
from webchat.cases.people.passing_on import Terms
from webchat.desk.cases import moving, pages
from webchat.desk.typed import typed_words
from webchat.web.here import house


@pages.post("/pass")
@moving
def pass_on(member: Member, case: Case) -> Case:
    """Offer it to a colleague."""
    told = request.form.get("why", "")
    why = Because(told) if told in list(Because) else None
    terms = Terms(request.form.get("to", ""), why, typed_words("note"))
    return house().passing_on.offer(member, case.id, terms, house().now())


@pages.post("/pass/accept")
@moving
def accept(member: Member, case: Case) -> Case:
    """Take what was offered."""
    return house().passing_on.accept(member, case.id, _passing(), house().now())


@pages.post("/pass/decline")
@moving
def decline(member: Member, case: Case) -> Case:
    """Leave it where it is, and say why."""
    return house().passing_on.decline(member, case.id, _passing(), typed_words("reply"), house().now())


@pages.post("/pass/take-back")
@moving
def take_back(member: Member, case: Case) -> Case:
    """Keep it after all."""
    return house().passing_on.take_back(member, case.id, _passing(), house().now())


def _passing() -> str:
    """The offer that the form was made for."""
    return request.form.get("passing", "")
