"""Where the next page of a list begins: in the address, so that a page can be loaded again."""

from collections.abc import Sequence
from datetime import datetime

from webchat.db.desk_lists import Listed, Spot


def written(spot: Spot) -> str:
    """A spot as it stands in an address."""
    return f"{spot.group}~{spot.at.isoformat()}~{spot.case_id}"


def read(told: str) -> Spot | None:
    """The spot an address names; None, the first page, for anything else."""
    try:
        group, at, case_id = told.split("~")
        spot = Spot(int(group), datetime.fromisoformat(at), case_id)
    except ValueError:
        return None
    return spot if spot.at.tzinfo else None


def after(listed: Sequence[Listed], most: int) -> str:
    """Where the page after this one begins; empty where this one is the last."""
    return written(listed[-1].spot) if len(listed) == most else ""
