"""Actions that staff promise with an outcome or after it, and what becomes of each ("you said, we did")."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from webchat.cases.case import Case, Event, Plain, Purpose, latest
from webchat.cases.casework import Casework
from webchat.cases.complaints.tasks import (
    Plan,
    Task,
    TaskState,
    hears,
    may_know,
    must_be_able,
    must_be_possible,
)
from webchat.cases.errors import NotAllowed, NotFound
from webchat.cases.formats.sending import as_needed
from webchat.cases.moves import Letter, Moved, errands
from webchat.cases.people.directing import leads_learning
from webchat.cases.people.member import Member
from webchat.cases.promises.calendar import london_date
from webchat.cases.rules import must_be_known, must_own
from webchat.cases.words import Kind


@dataclass(frozen=True, slots=True)
class Learning:
    """The moves of promised actions; a closed case does not stop them. Raises what Casework raises, and
    NotFound for an action that is not there, or not this person's to know of."""

    casework: Casework

    def write(
        self, member: Member, case_id: str, letter: Letter, plans: Sequence[Plan], now: datetime
    ) -> Case:
        """Words to the guest, and what is promised with them: both, or neither."""
        with self.casework.store.transaction():
            case = self.casework.write(member, case_id, letter, now)
            return self.promise(member, case_id, plans, now) if plans else case

    def promise(self, member: Member, case_id: str, plans: Sequence[Plan], now: datetime) -> Case:
        """Promise actions, each with who does it and by when. Raises NotAllowed as `must_be_possible` does;
        "no_clocks" for a safeguarding case, on which nothing is promised."""
        case = self.casework.seen_by(member, case_id)
        must_own(case, member)
        if case.kind is Kind.SAFEGUARDING:
            raise NotAllowed("no_clocks")
        made = tuple(self._task(one, case, member, now) for one in plans)
        fields: dict[str, Plain] = {"tasks": [one.id for one in made]}
        event = Event(case.id, now, member.staff_id, "promised_actions", fields)
        return self.casework.move(case, Moved(case, events=(event,), tasks=made))

    def found(self, member: Member, task_id: str) -> tuple[Task, Case]:
        """An action and its case, as far as this member may know of the action. Raises NotFound."""
        store = self.casework.store
        task = store.task(member.charity, task_id)
        case = store.case(member.charity, task.case_id) if task else None
        if task is None or case is None:
            raise NotFound(task_id)
        order = self.casework.policies.policy(case.charity).about_person_order
        if not may_know(member, task, case, self._about(case), store.members(case.charity), order):
            raise NotFound(task_id)
        return task, case

    def done(self, member: Member, task_id: str, did: str, tells: str, now: datetime) -> Case:
        """It is done. The guest reads `tells`, on the way they chose and only if they want to hear.

        Raises NotAllowed: "not_your_task", "already_settled", "no_did".
        """
        task, case = self._to_settle(member, task_id)
        if not did.strip():
            raise NotAllowed("no_did")
        told = hears(case)
        needs = self.casework.store.needs(case.id)
        letter = as_needed(case, Letter(Purpose.DONE, tells), needs, now)
        messages = (self.casework.message(case, member, letter, now),) if told else ()
        carried = tuple(errand for one in messages for errand in errands(case, one, now))
        settled = _settled(task, TaskState.DONE, member, did, now)
        event = Event(case.id, now, member.staff_id, "did_action", {"task": task.id, "told": told})
        return self.casework.move(case, Moved(case, (), messages, (event,), carried, tasks=(settled,)))

    def drop(self, member: Member, task_id: str, reason: str, now: datetime) -> Case:
        """It is not done, and why. Raises NotAllowed: "not_your_task", "already_settled",
        "no_reason_told"."""
        task, case = self._to_settle(member, task_id)
        if not reason.strip():
            raise NotAllowed("no_reason_told")
        dropped = _settled(task, TaskState.DROPPED, member, reason, now)
        event = Event(case.id, now, member.staff_id, "dropped_action", {"task": task.id})
        return self.casework.move(case, Moved(case, events=(event,), tasks=(dropped,)))

    def give(self, member: Member, task_id: str, to: str, now: datetime) -> Case:
        """Somebody else is to do it (a staff id). Raises NotAllowed: "not_your_task", "already_settled",
        "no_doer", "doer_is_about"."""
        task, case = self._to_settle(member, task_id)
        must_be_able(to, case, self._about(case), self.casework.store.members(case.charity))
        if to == task.owner:
            return case
        fields: dict[str, Plain] = {"task": task.id, "from": task.owner, "to": to}
        event = Event(case.id, now, member.staff_id, "gave_action", fields)
        return self.casework.move(case, Moved(case, events=(event,), tasks=(replace(task, owner=to),)))

    def may_settle(self, member: Member, task: Task, case: Case) -> bool:
        """Whether this member settles it: who is to do it, who has the case, or who leads if nobody does."""
        if member.staff_id in (task.owner, case.owner):
            return True
        leads = leads_learning(
            self.casework.policies.policy(case.charity), self.casework.store.members(case.charity)
        )
        return not task.owner and member.staff_id in {one.staff_id for one in leads}

    def _to_settle(self, member: Member, task_id: str) -> tuple[Task, Case]:
        task, case = self.found(member, task_id)
        if not self.may_settle(member, task, case):
            raise NotAllowed("not_your_task")
        if not task.is_open:
            raise NotAllowed("already_settled")
        return task, case

    def _task(self, plan: Plan, case: Case, member: Member, now: datetime) -> Task:
        staff = self.casework.store.members(case.charity)
        on = must_be_possible(plan, case, self._about(case), staff, london_date(now))
        must_be_known(on, self.casework.policies.calendar(case.charity).last)
        said, what = plan.said.strip(), plan.what.strip()
        return Task(self.casework.new_id(), case.id, said, what, plan.owner, on, member.staff_id, now)

    def _about(self, case: Case) -> str:
        about = latest(self.casework.store.people(case.id), "about")
        return about.name if about else ""


def _settled(task: Task, state: TaskState, member: Member, words: str, now: datetime) -> Task:
    return replace(task, state=state, settled_by=member.staff_id, settled_at=now, words=words.strip())
