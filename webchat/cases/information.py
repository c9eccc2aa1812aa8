"""Staff see that a complaint is about personal information, where nobody said so (guest-rules E23)."""

from dataclasses import dataclass
from datetime import datetime

from webchat.cases.case import Case, Event, Purpose
from webchat.cases.casework import Casework
from webchat.cases.errors import NotAllowed
from webchat.cases.member import Member
from webchat.cases.moves import Letter, Moved, errands, to_guest
from webchat.cases.owed_by_law import owed_on_information
from webchat.cases.rules import must_be_open, must_own
from webchat.cases.words import Kind


@dataclass(frozen=True, slots=True)
class Information:
    """Starts the clock of the law. Raises what Casework raises."""

    casework: Casework

    def note(self, member: Member, case_id: str, now: datetime) -> Case:
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
        message_id, *ids = self.casework.ids()
        owed = owed_on_information(law, store.promises(case.id), case.id, case.received_at, ids, now)
        if not owed:
            return case
        contact = bool(self.casework.guest(case).contact)
        message = to_guest(case, member, Letter(Purpose.INFORMATION, ""), contact, message_id, now)
        event = Event(case.id, now, member.staff_id, "information", {})
        return self.casework.move(case, Moved(case, owed, (message,), (event,), errands(case, message, now)))
