"""A guest comes back with reference and code: they fit, or nothing is said about either (ASVS A7)."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from webchat.cases.case import Case
from webchat.cases.code import typed_reference
from webchat.db.drafts import Draft
from webchat.guest.patience import Patience
from webchat.web.sealing import Sealing


class Cases(Protocol):
    """Where cases are found."""

    def case_by_reference(self, charity: str, reference: str) -> Case | None:
        """The case with this reference at this charity."""


class Drafts(Protocol):
    """Where what is kept for later is found."""

    def by_reference(self, charity: str, reference: str, now: datetime) -> Draft | None:
        """The draft with this reference at this charity that is kept now."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How many letters and digits of a reference, and how many digits of a code, were written, and how many
    there have to be (cases/code.py). To say what is missing says nothing about any case."""

    reference: int = 0
    code: int = 0
    whole_reference: int = 6
    whole_code: int = 16

    @property
    def has_reference(self) -> bool:
        """Whether it can be a reference."""
        return self.reference == self.whole_reference

    @property
    def has_code(self) -> bool:
        """Whether it can be a code."""
        return self.code == self.whole_code

    @property
    def is_whole(self) -> bool:
        """Whether both can be looked at."""
        return self.has_reference and self.has_code


def shape_of(reference: str, code: str) -> Shape:
    """The shape of what was written, in whichever script's digits."""
    return Shape(len(typed_reference(reference)) - 1, sum(unicodedata.digit(one, -1) >= 0 for one in code))


class Knock(StrEnum):
    """What came of trying a reference and a code."""

    OPENED = "opened"
    WRONG = "wrong"
    WAIT = "wait"
    PARTLY = "partly"


@dataclass(frozen=True, slots=True)
class Returning:
    """Looks at references and codes. A wrong one of either costs the same and is told the same."""

    cases: Cases
    drafts: Drafts
    sealing: Sealing
    patience: Patience
    now: Callable[[], datetime]

    def knock(self, charity: str, reference: str, code: str) -> tuple[Knock, Case | Draft | None]:
        """The case, or what was kept for later, or neither. Raises Busy when too many are being looked at."""
        regular = typed_reference(reference)
        tried = f"{charity} {regular}"
        if not self.patience.may_try(tried):
            return Knock.WAIT, None
        case = self.cases.case_by_reference(charity, regular)
        found = case or self.drafts.by_reference(charity, regular, self.now())
        if self.sealing.fits(code, found.code_hash if found else None):
            return Knock.OPENED, found
        self.patience.was_wrong(tried)
        return Knock.WRONG, None
