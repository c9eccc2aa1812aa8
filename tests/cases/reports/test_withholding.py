"""No small number is told, and none can be worked out from what is (guest-rules E24)."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as some

from webchat.cases.reports.withholding import Hidden, Share, Shown, all_shown, reaches, share, shown, total
from webchat.cases.satisfaction import FEWEST, aimed_at

FEW, GIVES_BACK = Hidden.FEW, Hidden.GIVES_BACK
COUNTS = some.integers(0, 12)


@pytest.mark.parametrize(("count", "told"), [(0, FEW), (1, FEW), (4, FEW), (5, 5), (600, 600)])
def test_fewer_than_five_is_not_told_and_nothing_looks_like_few(count: int, told: Shown) -> None:
    assert shown(count) == told


@pytest.mark.parametrize(
    ("quarters", "told"),
    [
        ((8, 9, 7, 6), 30),
        ((8, 9, 7, 2), GIVES_BACK),  # the one left over
        ((8, 9, 2, 2), GIVES_BACK),  # both together are few
        ((8, 9, 4, 4), GIVES_BACK),  # as many as two hidden ones can be
        ((8, 9, 4, 2), 23),
        ((2, 3, 1, 1), 7),
        ((4, 4, 4, 4), GIVES_BACK),
        ((2, 1, 1, 0), FEW),
        ((9, 2), GIVES_BACK),
        ((9, 0), GIVES_BACK),
    ],
)
def test_a_year_is_not_told_where_its_quarters_would_be_left_over(
    quarters: tuple[int, ...], told: Shown
) -> None:
    assert shown(sum(quarters), quarters) == told


@given(some.lists(COUNTS, min_size=1, max_size=4))
def test_from_a_year_and_its_quarters_no_hidden_number_is_worked_out(quarters: list[int]) -> None:
    """By trying everything it could be: each hidden quarter could be something else as well."""
    year, told = shown(sum(quarters), quarters), [shown(one) for one in quarters]
    could_be = [
        every
        for every in product(*(range(FEWEST) if one is FEW else (one,) for one in told))
        if year == (sum(every) if isinstance(year, int) else year)
    ]
    assert tuple(quarters) in could_be
    for place, one in enumerate(told):
        if isinstance(one, Hidden):
            assert len({every[place] for every in could_be}) > 1
    left = sum(one for one, is_told in zip(quarters, told, strict=True) if isinstance(is_told, Hidden))
    assert not (isinstance(year, int) and FEW in told and left < FEWEST)


@given(some.lists(COUNTS, min_size=1, max_size=6))
def test_a_sum_is_told_only_where_every_part_of_it_is(parts: list[int]) -> None:
    told = [shown(one) for one in parts]
    assert total(told) == (sum(parts) if min(parts) >= FEWEST else GIVES_BACK)


@given(COUNTS, some.lists(COUNTS, max_size=4))
def test_a_share_rests_on_what_is_told_and_holds_the_true_one(good: int, others: list[int]) -> None:
    told = share(shown(good), [shown(one) for one in others])
    if max([good, *others]) < FEWEST:
        assert told is None
        return
    assert told is not None
    assert told.at_least <= good * 100 // (good + sum(others)) <= told.at_most
    assert told.is_known or min([good, *others]) < FEWEST


def test_where_a_year_hides_a_number_that_may_be_large_no_share_is_told() -> None:
    assert share(50, [GIVES_BACK]) is None
    assert share(GIVES_BACK, [5]) is None


def test_a_share_of_which_the_good_ones_are_few_is_known_to_be_small() -> None:
    assert share(FEW, [18]) == Share(0, 18)
    assert share(FEW, [FEW]) is None


@pytest.mark.parametrize(
    ("told", "aim", "reached"),
    [
        (Share(80, 80), 80, True),
        (Share(79, 79), 80, False),
        (Share(81, 100), 80, True),
        (Share(70, 79), 80, False),
        (Share(70, 90), 80, None),
    ],
)
def test_an_aim_is_reached_only_where_what_is_told_says_so(
    told: Share, aim: int, reached: bool | None
) -> None:
    assert reaches(told, aim) is reached


def test_every_key_is_held_against_its_own_quarters() -> None:
    told = all_shown({"a": 12, "b": 12}, [{"a": 6, "b": 10}, {"a": 6}, {"b": 2}])
    assert told == {"a": GIVES_BACK, "b": GIVES_BACK}
    assert all_shown({"a": 12}, [{"a": 6}, {"a": 6}]) == {"a": 12}


@pytest.mark.parametrize(
    ("quote", "aim"),
    [("To achieve 80% customer satisfaction rating of all services.", 80), ("Within 5 days.", None)],
)
def test_what_a_policy_aims_at_stands_in_its_own_words(quote: str, aim: int | None) -> None:
    assert aimed_at(quote) == aim
