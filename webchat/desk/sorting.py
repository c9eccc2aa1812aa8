"""Which cases somebody wants to see, as it stands in the address: it names nobody and quotes nothing."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from webchat.cases.case import Status
from webchat.cases.people.member import Member
from webchat.cases.words import POLICY_KINDS, Kind
from webchat.db.desk_lists import Only

MINE, NOBODYS = "mine", "nobody"
LATE, OPEN, CLOSED = "late", "open", "closed"
_KNOWN = {"whose": (MINE, NOBODYS), "kind": POLICY_KINDS, "state": (OPEN, LATE, CLOSED)}


@dataclass(frozen=True, slots=True)
class Sorting:
    """Whose cases, of which kind, and in which state; empty is every one."""

    whose: str = ""
    kind: str = ""
    state: str = ""

    @classmethod
    def told(cls, told: Mapping[str, str]) -> "Sorting":
        """As a form or an address tells it; what is not known asks for nothing."""
        return cls(**{name: one for name, known in _KNOWN.items() if (one := told.get(name, "")) in known})

    @property
    def address(self) -> dict[str, Any]:
        """What of it stands in an address."""
        return {name: one for name, one in asdict(self).items() if one}

    def only(self, member: Member, now: datetime) -> Only:
        """As the lists are asked for it."""
        status = {OPEN: Status.OPEN, CLOSED: Status.CLOSED}.get(self.state)
        return Only(
            owner={MINE: member.staff_id, NOBODYS: ""}.get(self.whose),
            kind=Kind(self.kind) if self.kind else None,
            late_at=now if self.state == LATE else None,
            status=status,
            seen_by=member,
        )
