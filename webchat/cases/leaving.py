"""Somebody works at the charity no longer: what they had goes back for anybody to take."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from webchat.cases import moves
from webchat.cases.case import Case
from webchat.cases.casework import Casework
from webchat.cases.people.member import Member


@dataclass(frozen=True, slots=True)
class Leaving:
    """Ends somebody's work. `owned_by` finds the ids of the open cases of a staff id at a charity; `leave`
    ends their sight of it. Raises Stale when others keep changing one of the cases."""

    casework: Casework
    owned_by: Callable[[str, str], Sequence[str]]
    leave: Callable[[str, str], None]

    def end(self, member: Member, now: datetime) -> int:
        """End it; how many cases were given back. Guests see that nobody has them; the clocks run on."""
        self.leave(member.staff_id, member.charity)
        case_ids = self.owned_by(member.charity, member.staff_id)
        for case_id in case_ids:
            self.casework.keep_trying(member.charity, case_id, lambda case: _given_back(case, member, now))
        return len(case_ids)


def _given_back(case: Case, member: Member, now: datetime) -> moves.Moved | None:
    return moves.given_back(case, member, now) if case.owner == member.staff_id else None
