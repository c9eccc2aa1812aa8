"""A guest comes back with reference and code: they fit, or nothing is said about either (ASVS A7)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from webchat.cases.case import Case
from webchat.cases.code import typed_reference
from webchat.guest.patience import Patience
from webchat.guest.sealing import Sealing


class Cases(Protocol):
    """Where cases are found."""

    def case_by_reference(self, charity: str, reference: str) -> Case | None:
        """The case with this reference at this charity."""


class Knock(StrEnum):
    """What came of trying a reference and a code."""

    OPENED = "opened"
    WRONG = "wrong"
    WAIT = "wait"


@dataclass(frozen=True, slots=True)
class Returning:
    """Looks at references and codes. A wrong one of either costs the same and is told the same."""

    cases: Cases
    sealing: Sealing
    patience: Patience

    def knock(self, charity: str, reference: str, code: str) -> tuple[Knock, Case | None]:
        """The case, or not. Raises Busy when too many codes are being looked at."""
        regular = typed_reference(reference)
        tried = f"{charity} {regular}"
        if not self.patience.may_try(tried):
            return Knock.WAIT, None
        case = self.cases.case_by_reference(charity, regular)
        if self.sealing.fits(code, case.code_hash if case else None):
            return Knock.OPENED, case
        self.patience.was_wrong(tried)
        return Knock.WRONG, None
