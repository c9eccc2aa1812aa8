"""The desk's pages and who may come there, as the table in `cases/people/powers.py` has it."""

from webchat.cases.people.powers import POWERS, Power
from webchat.cases.words import Role

PUBLIC = (
    "desk_door.sign_in",
    "desk_door.signing_in",
    "desk_door.sign_out",
    "desk_door.invited",
    "desk_door.accepting",
    "desk_feed.feed",
)
_DESK = "desk_"


def power_over(endpoint: str) -> Power:
    """What the table says of a page, by its endpoint ("desk_cases.claim"). Raises KeyError without a line."""
    return POWERS[endpoint.removeprefix(_DESK)]


def who_may(endpoint: str) -> tuple[Role, ...]:
    """The roles that may come to a page. Raises KeyError without a line."""
    return power_over(endpoint).roles
