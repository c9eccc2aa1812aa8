"""A guest who lost their code gets another; how staff know that it is them stays in the record."""

from datetime import datetime
from enum import StrEnum

from webchat.cases.case import Case, Event, Sealed
from webchat.cases.moves import Moved
from webchat.cases.people.member import Member

# The events after which the code that a case had first opens nothing any more (`on_behalf.taken_over`).
NEW_CODE, TAKEN_OVER = "new_code", "taken_over"


class KnownBy(StrEnum):
    """How a member of staff knows that it is the guest who has lost their code."""

    IN_PERSON = "in_person"
    CALLED_BACK = "called_back"
    TOLD_DETAILS = "told_details"


def coded_anew(case: Case, member: Member, code: Sealed, known_by: KnownBy, now: datetime) -> Moved:
    """A code that takes the place of a lost one; the one before opens nothing from now on."""
    event = Event(case.id, now, member.staff_id, NEW_CODE, {"known_by": known_by.value})
    return Moved(case, events=(event,), new_code=code)
