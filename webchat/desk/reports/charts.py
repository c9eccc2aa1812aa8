"""Bars that the server draws as SVG: how long each is, and how long it may be where a number is not told.

A template draws them (`report_parts.html`). The words stand beside a bar as text, so that they grow and wrap,
and a full bar and an empty outline are told apart without any colour.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from webchat.cases.reports.withholding import Hidden, Share, Shown
from webchat.cases.satisfaction import FEWEST

WIDTH = 100


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar in hundredths of the width: `sure` is filled, `perhaps` is an outline it may reach."""

    sure: int = 0
    perhaps: int = 0


def of_counts(numbers: Sequence[Shown]) -> tuple[Bar, ...]:
    """A bar for each number; the largest that is told takes the whole width."""
    longest = max((one for one in numbers if isinstance(one, int)), default=FEWEST)
    return tuple(_of(one, longest) for one in numbers)


def of_share(one: Share | None) -> Bar:
    """A bar of a share of a hundred; an empty one where nothing is known."""
    return Bar(one.at_least, one.at_most) if one else Bar()


def _of(one: Shown, longest: int) -> Bar:
    if isinstance(one, int):
        length = max(1, one * WIDTH // longest)
        return Bar(length, length)
    return Bar(0, (FEWEST - 1) * WIDTH // longest) if one is Hidden.FEW else Bar()
