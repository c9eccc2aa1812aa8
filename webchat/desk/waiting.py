"""The agreed time has come: whoever has the case notes that the guest is here, or is not."""

from webchat.cases.appointments.waiting import Waiting
from webchat.cases.case import Case
from webchat.cases.people.member import Member
from webchat.desk.cases import moving, pages
from webchat.web.here import house


@pages.post("/seen")
@moving
def seen(member: Member, case: Case) -> Case:
    """They are being seen now."""
    return Waiting(house().casework).seen(member, case.id, house().now())


@pages.post("/not-come")
@moving
def not_come(member: Member, case: Case) -> Case:
    """They did not come."""
    return Waiting(house().casework).not_come(member, case.id, house().now())
