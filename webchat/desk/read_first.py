"""What must be read first, at the desk: who has read it, whom it was told, and what happened to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from webchat.cases.case import Case, Event
from webchat.cases.people.guarding import Guarding
from webchat.cases.people.member import Member
from webchat.cases.ports import CaseStore
from webchat.i18n import dates

# In the words of the template; moves of the other rooms have their own places on the page.
_TOLD = ("opened", "added", "answered", "read_first", "alerted", "read_it", "said_who", "claimed", "closed")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened: what (the event's name), to or by whom, and when."""

    what: str
    who: str
    when: str


@dataclass(frozen=True, slots=True)
class FirstReading:
    """Where the reading of a case is. `waits`: nobody has read it; `mine`: it is for this member to read.

    `kept_from` are the names of colleagues that stand in its words. `steps`: the newest first.
    """

    waits: bool
    mine: bool
    read_name: str
    kept_from: tuple[str, ...]
    steps: tuple[Step, ...]

    @property
    def is_to_be_opened(self) -> bool:
        """Whether this member has yet to press that they read it: looking at a page changes nothing."""
        return self.waits and self.mine


def reading_of(
    case: Case, member: Member, guarding: Guarding, store: CaseStore, staff: Iterable[Member]
) -> FirstReading | None:
    """The reading of a case that must be read first; None of every other."""
    if not case.read_first:
        return None
    names = {one.staff_id: one.name for one in staff}
    steps = [_step(one, names) for one in store.events(case.id) if one.what in _TOLD]
    return FirstReading(
        waits=case.read_first_at is None,
        mine=guarding.is_for(member, case),
        read_name=names.get(case.read_first_by, ""),
        kept_from=tuple(names[one] for one in case.kept_from if one in names),
        steps=tuple(reversed(steps)),
    )


def _step(one: Event, names: Mapping[str, str]) -> Step:
    who = str(one.fields.get("who", "")) if one.what == "alerted" else names.get(one.who, "")
    return Step(one.what, who, dates.stamp(one.at, "en"))
