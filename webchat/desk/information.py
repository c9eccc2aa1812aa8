"""A case that turns out to be about personal information: the times of the law run beside the others."""

from webchat.cases.case import Case
from webchat.cases.information import Information
from webchat.cases.people.member import Member
from webchat.desk.cases import moving, pages
from webchat.web.here import house


@pages.post("/information")
@moving
def information(member: Member, case: Case) -> Case:
    """Note that it is about personal information."""
    return Information(house().casework).note(member, case.id, house().now())


@pages.post("/information-request")
@moving
def information_request(member: Member, case: Case) -> Case:
    """Note that the guest asks to see, correct or delete what is held about them."""
    return Information(house().casework).note_request(member, case.id, house().now())
