"""Numbers for help that a charity ought to tell or check, as `webchat packs check` lists them (E19)."""

from collections.abc import Iterable, Iterator
from datetime import date

from webchat.packs.charity import Charity
from webchat.packs.directory import Number
from webchat.packs.own_numbers import OWN
from webchat.packs.wording import finding_words


def number_findings(charity: Charity, today: date) -> Iterator[tuple[str, str]]:
    """Each finding's code, and the numbers it is about, in words."""
    told = {one.id for one in charity.settings.numbers}
    hideable = [one for one in charity.numbers if not one.always]
    yield "numbers_not_told", ", ".join(finding_words(name) for name in OWN if name not in told)
    unchecked = [one for one in hideable if one.is_shown(today) and not one.is_confirmed(today)]
    yield "numbers_not_checked", _listed(unchecked)
    yield "numbers_out_of_date", _listed(one for one in hideable if not one.is_shown(today))
    to_come = (one for one in hideable if one.confirmed_on and one.confirmed_on > today)
    yield "numbers_to_come", _listed(to_come)


def _listed(numbers: Iterable[Number]) -> str:
    return ", ".join(f"{one.name} {one.number} ({one.id})" for one in numbers)
