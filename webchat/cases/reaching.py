"""How a guest is reached, changed by themselves: another way, another address, or not at all."""

from dataclasses import dataclass
from datetime import datetime

from webchat.cases.case import Case, Person
from webchat.cases.casework import Casework
from webchat.cases.guest_moves import NOT_SAFE, Held, Reach, Settled, by_another_way, is_so, settled


@dataclass(frozen=True, slots=True)
class Reaching:
    """The moves of a guest who is to be reached otherwise. Raises what Casework raises."""

    casework: Casework

    def reach(self, case: Case, reach: Reach, now: datetime) -> Case:
        """Another way to reach the guest, or another address or number for the same one.

        Raises NotAllowed ("not_an_address", "not_a_number", "too_long", "unknown_way"). Told again what is
        already so, nothing changes.
        """
        guest = self.casework.guest(case)
        return self._change(case, guest, settled(reach, guest), "changed_reach", now)

    def not_safe(self, case: Case, now: datetime) -> Case:
        """It is no longer safe to contact the guest: from now on nothing goes out (guest-rules E21)."""
        return self._change(case, self.casework.guest(case), NOT_SAFE, "not_safe", now)

    def _change(self, case: Case, guest: Person, to: Settled, what: str, now: datetime) -> Case:
        if is_so(case, guest, to):
            return case
        store, policies = self.casework.store, self.casework.policies
        held = Held(case, guest, store.promises(case.id), store.messages(case.id))
        policy, calendar = policies.policy(case.charity), policies.calendar(case.charity)
        ids = self.casework.ids()
        return self.casework.move(case, by_another_way(held, to, what, policy, calendar, ids, now))
