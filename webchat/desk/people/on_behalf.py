"""A case written for somebody else: what staff heard of that person, and the person taking it over."""

from flask import request

from webchat.cases.case import Case
from webchat.cases.errors import NotAllowed
from webchat.cases.on_behalf import Heard, OnBehalf
from webchat.cases.people.member import Member
from webchat.desk.cases import moving, pages
from webchat.desk.codes import known_by, new_one
from webchat.web.here import house


@pages.post("/heard")
@moving
def heard(member: Member, case: Case) -> Case:
    """Note whether the person agrees: from now on it decides what the writer is told."""
    told = request.form.get("heard", "")
    if told not in list(Heard):
        raise NotAllowed("not_heard")
    return OnBehalf(house().casework).heard(member, case.id, Heard(told), house().now())


@pages.post("/take-over")
@moving
def take_over(member: Member, case: Case) -> Case:
    """Give it to the person themselves, with a code of their own."""
    return OnBehalf(house().casework).take_over(member, case.id, new_one, known_by(), house().now())
