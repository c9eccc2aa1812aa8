"""A charity as the house knows it: its policy, its own settings and its colours; and all those served."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from webchat.cases.errors import NotFound
from webchat.cases.promises.calendar import WorkingCalendar
from webchat.cases.promises.clock import Hours
from webchat.cases.promises.policy import Policy
from webchat.packs.charity_settings import CharitySettings
from webchat.packs.directory import Number, confirmed
from webchat.packs.look import Look


@dataclass(frozen=True, slots=True)
class Formats:
    """The formats a policy offers, with its clause (guest-rules D19). Others: "We will try."

    `depends_on_resources`: the policy offers them only where it can, so nobody may be told they will come.
    """

    ref: str
    quote: str
    offers: tuple[str, ...]
    depends_on_resources: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Something the charity ought to mend in its own document: a blank, a slip, a missing number."""

    ref: str
    quote: str
    what: str


@dataclass(frozen=True, slots=True)
class Pack:
    """One charity's published policy as data; `text` is the whole document, which a guest may be shown."""

    policy: Policy
    look: Look
    formats: Formats
    gaps: tuple[Gap, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Charity:
    """A charity served here. `slug` is its word in addresses; `calendar` knows its nation's working days."""

    slug: str
    pack: Pack
    settings: CharitySettings
    calendar: WorkingCalendar
    national: tuple[Number, ...] = ()

    @property
    def numbers(self) -> tuple[Number, ...]:
        """Everybody to turn to: its council's numbers first, then those of the whole country."""
        return (*self.settings.numbers, *confirmed(self.national, self.settings.confirmed))

    @property
    def other_way(self) -> str:
        """How else it is reached while somebody is away, as its policy has it; empty where untold."""
        rule = self.policy.while_away
        return self.settings.other_way(rule.gives) if rule else ""

    @property
    def policy(self) -> Policy:
        """What it promises."""
        return self.pack.policy

    @property
    def look(self) -> Look:
        """Its colours."""
        return self.pack.look

    @property
    def formats(self) -> Formats:
        """The formats it offers."""
        return self.pack.formats


class Packs(Mapping[str, Charity]):
    """The charities served, by slug; also the core's port `Policies`. Nothing in it changes."""

    def __init__(self, charities: Mapping[str, Charity]) -> None:
        self._charities = dict(charities)

    def __getitem__(self, slug: str) -> Charity:
        return self._charities[slug]

    def __iter__(self) -> Iterator[str]:
        return iter(self._charities)

    def __len__(self) -> int:
        return len(self._charities)

    def policy(self, charity: str) -> Policy:
        """A charity's policy. Raises NotFound."""
        return self._found(charity).policy

    def calendar(self, charity: str) -> WorkingCalendar:
        """Its nation's working days. Raises NotFound."""
        return self._found(charity).calendar

    def hours(self, charity: str) -> Hours:
        """Its opening hours, empty where it has not told them. Raises NotFound."""
        return self._found(charity).settings.hours

    def _found(self, charity: str) -> Charity:
        if charity not in self._charities:
            raise NotFound(charity)
        return self._charities[charity]
