"""How many say that we did well, and what is too few to be told (policy-facts R16; guest-rules E24)."""

import pytest

from webchat.cases.case import Verdict
from webchat.cases.satisfaction import Satisfaction, satisfaction


def said(well: int, other: int) -> Satisfaction:
    """So many said well or very well, so many something else."""
    return satisfaction({Verdict.VERY_WELL: well - well // 2, Verdict.WELL: well // 2, Verdict.BADLY: other})


@pytest.mark.parametrize(
    ("well", "other", "few", "share"),
    [
        (0, 0, True, None),
        (4, 0, True, None),
        (4, 6, False, None),
        (5, 0, False, 100),
        (8, 2, False, 80),
        (799, 201, False, 79),
    ],
)
def test_small_numbers_are_not_told_and_a_share_is_rounded_down(
    well: int, other: int, few: bool, share: int | None
) -> None:
    told = said(well, other)
    assert (told.is_few, told.share) == (few, share)
    assert (told.answered, told.satisfied) == (well + other, well)


def test_neither_well_nor_badly_is_not_satisfied() -> None:
    assert satisfaction({Verdict.MIDDLING: 9}).satisfied == 0
