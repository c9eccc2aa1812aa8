"""A member of staff at one charity, as the core sees them."""

from dataclasses import dataclass

from webchat.cases.words import Role


@dataclass(frozen=True, slots=True)
class Member:
    """One person's membership of one charity. `line_manager` is another staff id, or empty."""

    staff_id: str
    name: str
    charity: str
    roles: frozenset[Role]
    line_manager: str = ""

    def has(self, *roles: Role) -> bool:
        """Whether they hold any of these roles here."""
        return not self.roles.isdisjoint(roles)
