"""`webchat promises recount` says how many dates moved, and moves none where nothing changed."""

from tests.builders.cases import an_opening
from tests.test_cli_house import emails_leave, home, refused, typed  # noqa: F401  # two are fixtures
from tests.test_cli_staff import house  # noqa: F401  # a fixture
from webchat.wiring import House


def test_where_no_holiday_changed_nothing_moves(house: House) -> None:  # noqa: F811
    house.casework.open(an_opening(charity="ruils"), house.now())
    told = typed("promises", "recount").output
    assert "ruils: 1 open cases with a date were counted again. Dates moved: 0, in 0 of them." in told
    assert "help-and-care: 0 open cases" in told


def test_one_charity_alone_or_one_that_is_not_here(house: House) -> None:  # noqa: F811
    assert "help-and-care" not in typed("promises", "recount", "ruils").output
    assert 'There is no charity called "riuls" here.' in refused("promises", "recount", "riuls")
