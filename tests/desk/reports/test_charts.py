"""How long a bar is, and how long it may be where a number is not told."""

import pytest

from webchat.cases.reports.withholding import Hidden, Share, Shown
from webchat.desk.reports.charts import Bar, of_counts, of_share


@pytest.mark.parametrize(
    ("numbers", "bars"),
    [
        ((20, 10, 5), (Bar(100, 100), Bar(50, 50), Bar(25, 25))),
        ((40, Hidden.FEW, Hidden.GIVES_BACK), (Bar(100, 100), Bar(0, 10), Bar(0, 0))),
        ((Hidden.FEW, Hidden.FEW), (Bar(0, 80), Bar(0, 80))),
        ((900, 5), (Bar(100, 100), Bar(1, 1))),
        ((), ()),
    ],
)
def test_the_largest_number_takes_the_whole_width(numbers: tuple[Shown, ...], bars: tuple[Bar, ...]) -> None:
    assert of_counts(numbers) == bars


@pytest.mark.parametrize(
    ("share", "bar"),
    [(Share(80, 80), Bar(80, 80)), (Share(0, 18), Bar(0, 18)), (Share(93, 100), Bar(93, 100)), (None, Bar())],
)
def test_a_share_is_a_bar_of_a_hundred(share: Share | None, bar: Bar) -> None:
    assert of_share(share) == bar


def test_what_is_hidden_is_drawn_the_same_whatever_it_is() -> None:
    """Five of them could be 0, 1, 2, 3 or 4: no bar is longer for any of these."""
    assert len({of_counts((40, Hidden.FEW))[1]}) == 1
