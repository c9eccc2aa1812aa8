"""An interpreter for an agreed time: to be arranged before it, whatever has been written (RUILS, R14).

What was arranged holds for that time alone: a time that is moved has to be arranged again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from webchat.cases.appointments.diary import Meeting
from webchat.cases.appointments.rearranging import Rearranging
from webchat.cases.case import Case, Event, Plain
from webchat.cases.formats.needed import LIVE, format_of
from webchat.cases.moves import Moved
from webchat.cases.needs import Need
from webchat.cases.people.member import Member
from webchat.cases.words import Format

ARRANGED = "interpreter_arranged"


def interpreters_for(needs: Iterable[Need]) -> tuple[Format, ...]:
    """Who has to be there so that this guest can take part: an interpreter of a language, or of BSL."""
    asked = dict.fromkeys(format_of(one) for one in needs if one.is_to_be_met)
    return tuple(one for one in LIVE if one in asked)


def is_arranged(meeting: Meeting, events: Iterable[Event]) -> bool:
    """Whether somebody has arranged it for this very time."""
    at = meeting.starts_at.isoformat()
    return any(one.what == ARRANGED and one.fields.get("for") == at for one in events)


@dataclass(frozen=True, slots=True)
class Interpreters:
    """The move of whoever arranges the time. Raises what Rearranging raises."""

    rearranging: Rearranging

    def arranged(self, member: Member, case_id: str, seen: str, now: datetime) -> Case:
        """An interpreter comes to the time that their page showed (its token); noted twice it is once."""
        case, meeting = self.rearranging.agreed(member, case_id, seen)
        casework = self.rearranging.booking.casework
        if is_arranged(meeting, casework.store.events(case.id)):
            return case
        fields: dict[str, Plain] = {"for": meeting.starts_at.isoformat()}
        event = Event(case.id, now, member.staff_id, ARRANGED, fields)
        return casework.move(case, Moved(case, events=(event,)))
