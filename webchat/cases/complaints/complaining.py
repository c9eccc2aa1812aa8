"""What a guest does with a complaint: they make one of what they sent, and ask for its next stage."""

from dataclasses import dataclass
from datetime import datetime

from webchat.cases import read_first, turns
from webchat.cases.case import Case
from webchat.cases.casework import Casework
from webchat.cases.complaints import stages
from webchat.cases.errors import NotAllowed
from webchat.cases.rules import must_be_open, must_lose_nothing_as_a_complaint
from webchat.cases.words import Kind


@dataclass(frozen=True, slots=True)
class Complaining:
    """The moves of a guest who is not satisfied. Raises what Casework raises."""

    casework: Casework

    def treat_as_complaint(self, case: Case, now: datetime) -> Case:
        """The guest says "treat this as a complaint": whatever they called it, they decide (guest-rules E5).

        The first receipt stays; they and staff are told. Said twice it is one change. Raises NotAllowed for
        a closed case ("case_closed") and for what would lose by it: an appointment, a safeguarding case.
        """
        if case.kind is Kind.COMPLAINT:
            return case
        must_be_open(case)
        must_lose_nothing_as_a_complaint(case)
        store, policies = self.casework.store, self.casework.policies
        policy, calendar = policies.policy(case.charity), policies.calendar(case.charity)
        promises, kind, ids = store.promises(case.id), Kind.COMPLAINT, self.casework.ids()
        contact = bool(self.casework.guest(case).contact)
        changed = turns.change_kind(case, promises, kind, policy, calendar, None, contact, ids, now)
        return self.casework.move(case, changed)

    def go_on(self, case: Case, words: str, lang: str, now: datetime, in_danger: bool = False) -> Case:
        """The guest asks for the next stage, with a reason or none (Help & Care 16, 17; guest-rules E7).

        `in_danger`: the words may mean danger, so they are read first. Raises NotAllowed ("no_next_stage")
        until this stage has ended, and where the policy names no next: a double tap asks once.
        """
        store, policies = self.casework.store, self.casework.policies
        policy, calendar = policies.policy(case.charity), policies.calendar(case.charity)
        promises = store.promises(case.id)
        to = stages.next_stage(case, promises, policy)
        if to is None:
            raise NotAllowed("no_next_stage")
        ids = self.casework.ids()
        gone_on = stages.gone_on(case, promises, to, words, lang, policy, calendar, ids, now)
        if in_danger:
            gone_on = read_first.marked_again(gone_on, store.members(case.charity), policies, now)
        return self.casework.move(case, gone_on)
