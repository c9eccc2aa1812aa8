"""Times that the law sets for every charity, whatever its own policy says."""

from dataclasses import dataclass
from enum import StrEnum

from webchat.cases.words import PromiseName, Unit


class FirstDay(StrEnum):
    """The first day that is counted."""

    RECEIPT = "receipt"
    DAY_AFTER_RECEIPT = "day_after_receipt"


@dataclass(frozen=True, slots=True)
class LawClock:
    """One time set by an Act. `section` is its place, such as "section 3"; `quote` is the law's own words or
    empty, `says` ours or empty.

    `value` counts `unit` from `first_day`; all None where the law says only "without undue delay".
    """

    id: str
    act: str
    section: str
    topic: str
    promise: PromiseName
    put_in_by: str = ""
    quote: str = ""
    says: str = ""
    value: int | None = None
    unit: Unit | None = None
    first_day: FirstDay | None = None
