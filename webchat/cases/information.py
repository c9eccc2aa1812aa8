"""Staff see that a case is about personal information, where nobody said so (guest-rules E23, G5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from webchat.cases.case import Case, Event, Purpose
from webchat.cases.casework import Casework
from webchat.cases.errors import NotAllowed
from webchat.cases.moves import Letter, Moved, errands
from webchat.cases.people.member import Member
from webchat.cases.promises.owed_by_law import OF_INFORMATION, OF_REQUEST, owed_by_law
from webchat.cases.rules import must_be_open, must_own
from webchat.cases.words import Kind, PromiseName


@dataclass(frozen=True, slots=True)
class Information:
    """Starts the clock of the law. Raises what Casework raises."""

    casework: Casework

    def note(self, member: Member, case_id: str, now: datetime) -> Case:
        """It complains of how personal information was used (guest-rules E23)."""
        return self._note(member, case_id, OF_INFORMATION, Purpose.INFORMATION, now)

    def note_request(self, member: Member, case_id: str, now: datetime) -> Case:
        """It asks to see, correct or delete what is held about its guest (guest-rules G5)."""
        return self._note(member, case_id, (OF_REQUEST,), Purpose.INFORMATION_REQUEST, now)

    def _note(
        self, member: Member, case_id: str, names: Sequence[PromiseName], purpose: Purpose, now: datetime
    ) -> Case:
        """The times of the law run beside all others, from the first receipt, and the guest is told.

        Noted twice it is the same. Raises NotAllowed ("no_clocks") for a safeguarding case, which runs
        outside every clock (guest-rules E13).
        """
        case = self.casework.seen_by(member, case_id)
        must_be_open(case)
        must_own(case, member)
        if case.kind is Kind.SAFEGUARDING:
            raise NotAllowed("no_clocks")
        store, law = self.casework.store, self.casework.policies.policy(case.charity).law
        had, ids = store.promises(case.id), self.casework.ids()
        owed = owed_by_law(law, names, had, case.id, case.received_at, ids, now)
        if not owed:
            return case
        message = self.casework.message(case, member, Letter(purpose, ""), now)
        event = Event(case.id, now, member.staff_id, purpose.value, {})
        return self.casework.move(case, Moved(case, owed, (message,), (event,), errands(case, message, now)))
