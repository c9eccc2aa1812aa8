"""Offers of cases in memory, which keep the real store's promises."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from webchat.cases.errors import Stale
from webchat.cases.people.passing import Answer, Passing


@dataclass
class MemoryPassings:
    """Offers by their ids, the first made first."""

    made: dict[str, Passing] = field(default_factory=dict)

    def of_case(self, case_id: str) -> Sequence[Passing]:
        return [one for one in self.made.values() if one.case_id == case_id]

    def to(self, charity: str, staff_id: str) -> Sequence[Passing]:
        theirs = [one for one in self.made.values() if (one.charity, one.taker) == (charity, staff_id)]
        return [one for one in theirs if one.answer is Answer.WAITING]

    def offer(self, made: Passing) -> None:
        if any(one.answer is Answer.WAITING for one in self.of_case(made.case_id)):
            raise Stale(made.case_id)
        self.made[made.id] = made

    def settle(self, one: Passing) -> None:
        if self.made[one.id].answer is not Answer.WAITING:
            raise Stale(one.case_id)
        self.made[one.id] = one
