"""Somebody works at the charity no longer: what they had goes back for anybody to take."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from webchat.cases import moves
from webchat.cases.casework import Casework
from webchat.cases.errors import Stale
from webchat.cases.member import Member

_TRIES = 5


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
            self._give_back(member, case_id, now)
        return len(case_ids)

    def _give_back(self, member: Member, case_id: str, now: datetime) -> None:
        for _ in range(_TRIES):
            case = self.casework.store.case(member.charity, case_id)
            if case is None or case.owner != member.staff_id:
                return
            try:
                self.casework.move(case, moves.given_back(case, member, now))
                return
            except Stale:
                continue
        raise Stale(case_id)
