"""Which numbers of a report are told. A small one could point at somebody (guest-rules E24)."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias, TypeVar

from webchat.cases.satisfaction import FEWEST

_MOST_HIDDEN = FEWEST - 1


class Hidden(StrEnum):
    """Why a number is not told: it is too small, or another that is could be worked out from it."""

    FEW = "few"
    GIVES_BACK = "gives_back"


Shown: TypeAlias = int | Hidden
Of = TypeVar("Of", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a hundred, rounded down. With numbers that are not told it is only known to be `at_least`
    this and `at_most` that; both are the same where it is known."""

    at_least: int
    at_most: int

    @property
    def is_known(self) -> bool:
        """Whether it is exact."""
        return self.at_least == self.at_most


def shown(count: int, parts: Sequence[int] = ()) -> Shown:
    """A number as it may be told. `parts` are the same number in each quarter of a year that has begun.

    Fewer than five is not told, nor is nothing at all: else "fewer than five" would say that there is one.
    A year is told only if nobody can take its quarters from it and have one that they were not told. A lone
    hidden quarter would be what is left; of several the sum must itself be no small number, and not the
    largest they can come to, which would tell them all.
    """
    if count < FEWEST:
        return Hidden.FEW
    hidden = [one for one in parts if one < FEWEST]
    left = sum(hidden)
    if hidden and (len(hidden) == 1 or not FEWEST <= left < _MOST_HIDDEN * len(hidden)):
        return Hidden.GIVES_BACK
    return count


def all_shown(counts: Mapping[Of, int], quarters: Sequence[Mapping[Of, int]] = ()) -> dict[Of, Shown]:
    """Each number of a report as it may be told; `quarters` are the counts of a year's, those begun."""
    return {key: shown(many, [one.get(key, 0) for one in quarters]) for key, many in counts.items()}


def total(numbers: Iterable[Shown]) -> Shown:
    """A sum, only if each of its parts is told: from it and the others one left out could be worked out."""
    known = list(numbers)
    told = [one for one in known if isinstance(one, int)]
    return sum(told) if len(told) == len(known) else Hidden.GIVES_BACK


def share(good: Shown, others: Iterable[Shown]) -> Share | None:
    """What share of all is good, as far as what is told tells; None where it tells nothing.

    It rests on what is told alone, so it can give back nothing else.
    """
    rest = list(others)
    known = sum(one for one in rest if isinstance(one, int))
    if Hidden.GIVES_BACK in (good, *rest) or not (known or isinstance(good, int)):
        return None
    least, most = (good, good) if isinstance(good, int) else (0, _MOST_HIDDEN)
    hidden = sum(1 for one in rest if one is Hidden.FEW)
    # Rounded down: 79.9% has not reached a policy's 80%.
    return Share(least * 100 // (least + known + hidden * _MOST_HIDDEN), most * 100 // (most + known))


def reaches(one: Share, aim: int) -> bool | None:
    """Whether a share has reached a policy's own measure; None where what is told does not say."""
    if one.at_least >= aim:
        return True
    return False if one.at_most < aim else None
