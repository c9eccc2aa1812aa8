"""Somebody has made a message into what its guest can read, and it is with them: one press, which keeps."""

from dataclasses import dataclass
from datetime import datetime

from webchat.cases.case import Case, Delivery
from webchat.cases.casework import Casework
from webchat.cases.errors import NotAllowed, NotFound
from webchat.cases.formats.task import ways_to_hand_it_over
from webchat.cases.people.member import Member


@dataclass(frozen=True, slots=True)
class Making:
    """The move of whoever has the case. Raises what Casework raises."""

    casework: Casework

    def made(self, member: Member, case_id: str, message_id: str, how: Delivery, now: datetime) -> Case:
        """It is made and has reached the guest.

        Raises NotAllowed: "not_waiting" for what waits no more, "not_that_way" for a way it cannot go.
        """
        case, store = self.casework.seen_by(member, case_id), self.casework.store
        message = next((one for one in store.messages(case.id) if one.id == message_id), None)
        if message is None:
            raise NotFound(message_id)
        if message.delivery is not Delivery.TO_MAKE:
            raise NotAllowed("not_waiting")
        if how not in ways_to_hand_it_over(case, message, self.casework.guest(case)):
            raise NotAllowed("not_that_way")
        return self.casework.delivered(member, case.id, message.id, how, now)
