"""One page of a list, as far as somebody may know of it, and where the next begins: in the address, so that
a page can be loaded again."""

from collections.abc import Callable, Sequence
from datetime import datetime

from webchat.db.desk_lists import Listed, Spot

Ask = Callable[[Spot | None, int], Sequence[Listed]]


def written(spot: Spot | None) -> str:
    """A spot as it stands in an address; empty where no page follows."""
    return f"{spot.group}~{spot.at.isoformat()}~{spot.case_id}" if spot else ""


def read(told: str) -> Spot | None:
    """The spot an address names; None, the first page, for anything else."""
    try:
        group, at, case_id = told.split("~")
        spot = Spot(int(group), datetime.fromisoformat(at), case_id)
    except ValueError:
        return None
    return spot if spot.at.tzinfo else None


def filled(
    ask: Ask, may_know: Callable[[Listed], bool], after: Spot | None, most: int
) -> tuple[list[Listed], Spot | None]:
    """A page of what `may_know` lets pass, and the spot after which the next one begins, None for the last.

    It reads on until the page is full or the list has ended: no page is shorter, and none is offered that has
    nothing on it, because of a case that somebody must not know of (guest-rules I8; issue 4, line 11).
    """
    found: list[Listed] = []
    while len(found) <= most:
        listed = ask(after, most + 1)
        found += filter(may_know, listed)
        if len(listed) <= most:
            break
        after = listed[-1].spot
    return found[:most], found[most - 1].spot if len(found) > most else None
