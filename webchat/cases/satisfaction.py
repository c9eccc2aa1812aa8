"""How many guests say that we did well (RUILS counts to 80%: policy-facts R16)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from webchat.cases.case import Verdict

# A smaller number could point at somebody: it is told as "fewer than" this (guest-rules E24).
FEWEST = 5
SATISFIED = (Verdict.VERY_WELL, Verdict.WELL)


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """How many answered, how many of them were satisfied, and their share in whole percent, rounded down.

    `share` is None where the number of answers, or of satisfied ones, is too small to be told.
    """

    answered: int
    satisfied: int
    share: int | None
    fewest: int = FEWEST

    @property
    def is_few(self) -> bool:
        """Whether even the number of answers is too small to be told."""
        return self.answered < self.fewest


def satisfaction(counts: Mapping[Verdict, int]) -> Satisfaction:
    """What may be told of the counts of each verdict."""
    answered = sum(counts.values())
    satisfied = sum(counts.get(one, 0) for one in SATISFIED)
    # Rounded down: 79.9% has not reached a policy's 80%.
    share = satisfied * 100 // answered if min(answered, satisfied) >= FEWEST else None
    return Satisfaction(answered, satisfied, share)


def aimed_at(quote: str) -> int | None:
    """The share that a policy's own words aim at ("80%"); None where they name none."""
    found = re.search(r"(\d{1,3})\s?%", quote)
    return int(found.group(1)) if found else None
