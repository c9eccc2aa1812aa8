"""How words must reach a guest, as the desk shows it: before they are sent, and while they are to be made."""

from collections.abc import Iterable
from dataclasses import dataclass

from webchat.cases.case import Case, Delivery, Message, Person
from webchat.cases.formats.needed import format_of, formats_needed, formats_on_the_way, is_listed
from webchat.cases.formats.task import served, to_be_made_by, ways_to_hand_it_over
from webchat.cases.needs import Need
from webchat.cases.promises.promise import Promise, Source
from webchat.cases.words import Format
from webchat.i18n import clock_words, dates
from webchat.i18n.told import Told
from webchat.packs import Charity

_ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Fit:
    """What staff read before they send: the formats for words in English, the size of print in points, and
    the needs that the policy does not promise."""

    formats: tuple[Format, ...]
    points: int | None
    silent: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A message that is to be made: into which formats, by when, for which promise, and how it can go.

    `day` is empty where it has no date; `label` is None where it serves no promise.
    """

    message: Message
    formats: tuple[Format, ...]
    points: int | None
    day: str
    label: Told | None
    ref: str
    of_law: bool
    ways: tuple[Delivery, ...]


def promised_needs(charity: Charity) -> frozenset[str]:
    """The needs that a policy promises to meet; none where it says "dependent on resources" (L11)."""
    formats = charity.formats
    return frozenset() if formats.depends_on_resources else frozenset(formats.offers)


def is_promised(need: Need, charity: Charity) -> bool:
    """Whether the policy promises what a need asks for."""
    return is_listed(need, promised_needs(charity))


def fit_of(case: Case, needs: Iterable[Need], charity: Charity) -> Fit:
    """How words in English must reach the guest of a case."""
    told = tuple(needs)
    formats = formats_on_the_way(formats_needed(case.lang, _ENGLISH, told), case.reply_by)
    asked = [one for one in told if one.is_to_be_met and format_of(one) in formats]
    return Fit(formats, points_of(told), tuple(one for one in asked if not is_promised(one, charity)))


def made_of(
    case: Case, message: Message, guest: Person, needs: Iterable[Need], promises: Iterable[Promise]
) -> Made:
    """The task of a message that waits for somebody; without formats it is to be posted or said."""
    owed = tuple(promises)
    is_made = message.delivery is Delivery.TO_MAKE
    on, promise = to_be_made_by(message, owed), served(message, owed)
    return Made(
        message=message,
        formats=formats_on_the_way(message.formats, case.reply_by) if is_made else (),
        points=points_of(needs),
        day=dates.day(on, "en") if on else "",
        label=clock_words.label(promise.name) if promise else None,
        ref=promise.ref if promise and promise.source is not Source.STAFF else "",
        of_law=promise is not None and promise.source is Source.LAW,
        ways=ways_to_hand_it_over(case, message, guest) if is_made else (),
    )


def points_of(needs: Iterable[Need]) -> int | None:
    """The size of large print that a guest has told."""
    return next((one.points for one in needs if one.points), None)
