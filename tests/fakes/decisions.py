"""Decisions in memory, as the real store keeps them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from webchat.cases.people.sanctions import Decision
from webchat.cases.words import Decided


@dataclass
class MemoryDecisions:
    """What was decided, in the order of proposing."""

    made: dict[str, Decision] = field(default_factory=dict)

    def decisions(self, case_id: str) -> Sequence[Decision]:
        return [one for one in self.made.values() if one.case_id == case_id]

    def of_charity(self, charity: str) -> Sequence[Decision]:
        states = (Decided.PROPOSED, Decided.HOLDS)
        return [one for one in self.made.values() if one.charity == charity and one.state in states]

    def decide(self, decision: Decision) -> None:
        self.made[decision.id] = decision
