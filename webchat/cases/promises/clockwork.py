"""What happens when part of a promise's time has gone, or all of it: who hears of it, guest and staff."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from webchat.cases.case import Case, Event, Purpose, Status
from webchat.cases.casework import Casework
from webchat.cases.moves import Letter, Moved, errands
from webchat.cases.people.directing import goes_to, stand_in, those_told
from webchat.cases.people.member import Member
from webchat.cases.promises.calendar import london_date
from webchat.cases.promises.policy import Policy
from webchat.cases.promises.promise import Promise, State
from webchat.cases.promises.reminding import Step
from webchat.cases.words import Role


@dataclass(frozen=True, slots=True)
class Reached:
    """A step that was reached: the case, the promise, and who is told."""

    case: Case
    promise: Promise
    step: Step
    told: tuple[Member, ...]


def _nobody(case: Case, on: date) -> tuple[Member, ...]:
    """Nobody is away where nobody told who is."""
    return ()


@dataclass(frozen=True, slots=True)
class Clockwork:
    """Looks at a promise once part of its time has gone. Raises Stale when others keep changing the case.

    `in_their_place` is who looks after a case on a London date on which whoever has it is away.
    """

    casework: Casework
    in_their_place: Callable[[Case, date], tuple[Member, ...]] = _nobody

    def reached(
        self, charity: str, case_id: str, promise_id: str, step: Step, due: str, now: datetime
    ) -> Reached | None:
        """Who is to be told, now that this step is reached; None where it was kept, replaced or closed.

        Of a promise that was not kept the guest is told honestly, once, and it is written down as late
        (policy-facts S13; issue 4, line 3). `due` is the date that it had when this was planned.
        """
        if step is Step.LATE:
            self.casework.keep_trying(charity, case_id, lambda case: self._late(case, promise_id, due, now))
        case = self.casework.store.case(charity, case_id)
        promise = self._owed(case, promise_id, due) if case else None
        if case is None or promise is None:
            return None
        return Reached(case, promise, step, self._told(case, promise, step, now))

    def _owed(self, case: Case, promise_id: str, due: str) -> Promise | None:
        """The promise, if its open case still owes it by that date."""
        promises = self.casework.store.promises(case.id) if case.status is Status.OPEN else ()
        return next(
            (one for one in promises if one.id == promise_id and one.is_owed and str(one.due_on) == due), None
        )

    def _late(self, case: Case, promise_id: str, due: str, now: datetime) -> Moved | None:
        """It is written down as late, and the guest is told; once."""
        promise = self._owed(case, promise_id, due)
        if promise is None or promise.state is State.LATE:
            return None
        message = self.casework.message(case, None, Letter(Purpose.LATE, ""), now)
        event = Event(case.id, now, "clock", "late", {"promise": promise.name.value, "due": due})
        late = replace(promise, state=State.LATE)
        return Moved(case, (late,), (message,), (event,), errands(case, message, now))

    def _told(self, case: Case, promise: Promise, step: Step, now: datetime) -> tuple[Member, ...]:
        today, policy = london_date(now), self.casework.policies.policy(case.charity)
        here = self.in_their_place(case, today)
        then = self.in_their_place(case, promise.due_on) if promise.due_on and promise.due_on > today else ()
        staff = self.casework.store.members(case.charity)
        found = told_of(step, case, promise, staff, policy, Instead((*here, *then), bool(here)))
        return tuple(one for one in found if self.casework.may_see(one, case))


@dataclass(frozen=True, slots=True)
class Instead:
    """Who looks after a case while whoever has it is away; `is_away`: they are today, not only when it is
    due."""

    members: tuple[Member, ...] = ()
    is_away: bool = False


def told_of(
    step: Step,
    case: Case,
    promise: Promise,
    staff: Sequence[Member],
    policy: Policy,
    instead: Instead = Instead(),
) -> tuple[Member, ...]:
    """Whom a step concerns, each once (guest-rules I7): whoever has the case, or who might take it.

    Where they are away, or will be when it is due, whoever looks after it and their line managers are told at
    every step; whoever is away today is not (issue 4, line 7). From three quarters on line managers are told
    too; and once it is late whoever the pack names (ACSOS "No Surprises": the chief executive; Help & Care:
    governance). Sight is asked by the caller.
    """
    owner = [one for one in staff if one.staff_id == case.owner]
    found = owner or list(those_told(case, staff, policy))
    if instead.members:
        found = [*instead.members, *([] if instead.is_away else owner)]
    if step is not Step.QUARTER or instead.members:
        above = {one.line_manager for one in owner}
        found += [one for one in staff if one.staff_id in above]
        if not owner and goes_to(case, policy, staff) is None:
            found += [one for one in staff if one.has(Role.MANAGER, Role.SERVICE_LEAD)]
    if step is Step.LATE and promise.escalate_to is not None:
        named = [one for one in staff if one.has(promise.escalate_to)]
        found += named or list(stand_in(policy, staff))
    return tuple({one.staff_id: one for one in found}.values())
