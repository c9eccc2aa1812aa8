"""A case that comes from a councillor or a Member of Parliament: whom the policy names reads it."""

from flask import request

from webchat.cases.case import Case
from webchat.cases.people.elected import Elected
from webchat.cases.people.member import Member
from webchat.desk.cases import moving, pages
from webchat.web.here import house


@pages.post("/elected")
@moving
def elected(member: Member, case: Case) -> Case:
    """Say that it does, or that it does not."""
    says = request.form.get("elected") == "yes"
    return Elected(house().casework).say(member, case.id, says, house().now())
