"""Somebody works at the charity no longer: what they had goes back, and nothing is lost."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from webchat.cases import moves
from webchat.cases.case import Case, Event, Plain
from webchat.cases.casework import Casework
from webchat.cases.complaints import tasks
from webchat.cases.people.member import Member


class Left(NamedTuple):
    """How many open cases and promised actions somebody had, which have been given back."""

    cases: int
    actions: int


@dataclass(frozen=True, slots=True)
class Leaving:
    """Ends somebody's work. `owned_by` finds the ids of the open cases of a staff id at a charity, `acts_in`
    the ids of cases in which they were to do something; `leave` ends their sight of it. Raises Stale when
    others keep changing one of the cases."""

    casework: Casework
    owned_by: Callable[[str, str], Sequence[str]]
    acts_in: Callable[[str, str], Sequence[str]]
    leave: Callable[[str, str], None]

    def end(self, member: Member, now: datetime) -> Left:
        """End it; how much was given back. Guests see that nobody has their case; the clocks run on.

        What they promised to do goes to whoever leads (Help & Care 19.3), who finds it on the board.
        """
        self.leave(member.staff_id, member.charity)
        case_ids = self.owned_by(member.charity, member.staff_id)
        for case_id in case_ids:
            self.casework.keep_trying(member.charity, case_id, lambda case: _given_back(case, member, now))
        acted_in = self.acts_in(member.charity, member.staff_id)
        actions = 0
        for case_id in acted_in:
            theirs = tasks.taken_from(member.staff_id, self.casework.store.tasks(case_id))
            actions += len(theirs)
            self.casework.keep_trying(
                member.charity, case_id, lambda case: self._actions_given_back(case, member, now)
            )
        return Left(len(case_ids), actions)

    def _actions_given_back(self, case: Case, member: Member, now: datetime) -> moves.Moved | None:
        theirs = tasks.taken_from(member.staff_id, self.casework.store.tasks(case.id))
        fields: dict[str, Plain] = {"tasks": [one.id for one in theirs]}
        event = Event(case.id, now, member.staff_id, "gave_actions_back", fields)
        return moves.Moved(case, events=(event,), tasks=theirs) if theirs else None


def _given_back(case: Case, member: Member, now: datetime) -> moves.Moved | None:
    return moves.given_back(case, member, now) if case.owner == member.staff_id else None
