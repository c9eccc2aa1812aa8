"""Staff say that a case comes from an elected member, whose words go to whom the policy names (H&C 12)."""

from dataclasses import dataclass, replace
from datetime import datetime

from webchat.cases.case import Case, Event
from webchat.cases.casework import Casework
from webchat.cases.errors import NotAllowed
from webchat.cases.moves import Moved
from webchat.cases.people.directing import AS_ELECTED, in_right_hands, writes_as_elected
from webchat.cases.people.member import Member
from webchat.cases.rules import must_be_open


@dataclass(frozen=True, slots=True)
class Elected:
    """What staff say of it. Raises what Casework raises."""

    casework: Casework

    def say(self, member: Member, case_id: str, elected: bool, now: datetime) -> Case:
        """It comes from a councillor or Member of Parliament, or does not; said again it is the same.

        Whoever has it and may not read it as such loses it (Help & Care 12). Raises NotAllowed ("no_reader")
        where the policy names nobody for it.
        """
        case = self.casework.seen_by(member, case_id)
        must_be_open(case)
        policy, staff = self.casework.policies.policy(case.charity), self.casework.store.members(case.charity)
        if policy.elected is None:
            raise NotAllowed("no_reader")
        if writes_as_elected(case) is elected:
            return case
        others = tuple(one for one in case.answers if one[0] != AS_ELECTED)
        said = replace(case, answers=(*others, (AS_ELECTED, "yes")) if elected else others)
        event = Event(case.id, now, member.staff_id, "said_elected", {"elected": elected})
        return self.casework.move(case, Moved(in_right_hands(said, policy, staff), events=(event,)))
