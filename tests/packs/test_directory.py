"""Who can help: each number with its source and the day it was checked, hidden when long ago (E19)."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from webchat.i18n.help_told import GROUPS, WAYS
from webchat.packs import Charity, PackFaults, load_packs
from webchat.packs.charity_settings import CharitySettings
from webchat.packs.checks import findings
from webchat.packs.directory import DAYS_GOOD, Group, Number, Way, confirmed, load_directory, shown
from webchat.packs.load import DEMO, SHIPPED

TODAY = date(2026, 11, 26)
NATIONAL = load_directory()
A_NUMBER = Number("A", "A line", "01632 960001", "somewhere", group=Group.HOME)
LONG_AGO = TODAY - timedelta(DAYS_GOOD + 1)


def checked_by_us_or_by_the_charity(ago: int) -> list[Number]:
    """A number that one of the two checked some days ago, and the other never."""
    day = TODAY - timedelta(ago)
    return [replace(A_NUMBER, verified_on=day), replace(A_NUMBER, confirmed_on=day)]


def a_charity(settings: CharitySettings) -> Charity:
    """One of ours that has told us only this."""
    return replace(load_packs([SHIPPED], TODAY)["ruils"], settings=settings)


def test_three_numbers_are_never_hidden_however_long_ago_they_were_checked() -> None:
    always = {one.number for one in NATIONAL if one.always}
    assert always == {"999", "111", "116 123"}
    assert all(one.is_shown(date(2099, 1, 1)) for one in NATIONAL if one.always)


def test_every_number_names_its_source_and_most_the_day_it_was_read_there() -> None:
    assert len(NATIONAL) > 10
    assert all(one.source for one in NATIONAL)
    assert [one.id for one in NATIONAL if one.verified_on is None] == ["HOURGLASS"]


def test_every_group_and_every_way_has_words() -> None:
    assert set(GROUPS) == {one.value for one in Group}
    assert set(WAYS) == {one.value for one in Way}


@pytest.mark.parametrize("ago", [0, 1, 30, 179, 180])
def test_a_number_checked_in_the_last_180_days_is_shown(ago: int) -> None:
    for one in checked_by_us_or_by_the_charity(ago):
        assert shown([one], TODAY) == (one,)


@pytest.mark.parametrize("ago", [181, 365, 5_000])
def test_a_number_that_nobody_checked_for_longer_is_hidden(ago: int) -> None:
    assert shown(checked_by_us_or_by_the_charity(ago), TODAY) == ()


def test_a_number_that_nobody_ever_checked_is_hidden_until_the_charity_has() -> None:
    assert shown([A_NUMBER], TODAY) == ()
    [one] = confirmed([A_NUMBER], {"A": TODAY})
    assert one.is_shown(TODAY)
    assert one.is_confirmed(TODAY)


def test_what_the_charity_checked_too_long_ago_is_marked_again_though_we_checked_it() -> None:
    one = replace(A_NUMBER, verified_on=TODAY, confirmed_on=LONG_AGO)
    assert one.is_shown(TODAY)
    assert not one.is_confirmed(TODAY)


def test_as_shipped_no_number_but_the_three_is_taken_as_checked_by_the_charity() -> None:
    here = load_packs([SHIPPED], TODAY)
    assert not [one.id for slug in here for one in here[slug].numbers if one.is_confirmed(TODAY)]


def test_the_groups_come_in_order_and_the_councils_numbers_before_the_countrys() -> None:
    demo = load_packs([SHIPPED], TODAY, demo_settings=DEMO)["ruils"]
    groups = [str(one.group) for one in shown(demo.numbers, TODAY)]
    assert groups == sorted(groups, key=[one.value for one in Group].index)
    assert [one.id for one in demo.numbers[:3]] == ["council_safeguarding", "council_housing", "streetlink"]


def listed(charity: Charity, code: str) -> str:
    return next((one.what for one in findings(charity, TODAY) if one.code == code), "")


def test_the_check_lists_what_the_charity_has_not_told_or_confirmed() -> None:
    here = a_charity(CharitySettings(confirmed={"SHOUT": TODAY}))
    assert "StreetLink" in listed(here, "numbers_not_told")
    assert "SHOUT" not in listed(here, "numbers_not_checked")
    assert "CHILDLINE" in listed(here, "numbers_not_checked")
    assert "HOURGLASS" in listed(here, "numbers_out_of_date")


def test_the_check_lists_what_is_out_of_date_and_a_day_that_has_not_come() -> None:
    own = replace(A_NUMBER, id="streetlink", group=Group.SLEEP, confirmed_on=LONG_AGO)
    here = a_charity(CharitySettings(numbers=(own,), confirmed={"SHOUT": TODAY + timedelta(1)}))
    assert "streetlink" in listed(here, "numbers_out_of_date")
    assert "StreetLink" not in listed(here, "numbers_not_told")
    assert listed(here, "numbers_to_come") == "Shout 85258 (SHOUT)"


GOOD = """
[[number]]
id = "A"
group = "home"
name = "A line"
number = "01632 960001"
source = "somewhere"
verified_on = 2026-11-01
"""


@pytest.mark.parametrize(
    ("old", "new", "entry", "code"),
    [
        ('name = "A line"', "", "A", "missing"),
        ('source = "somewhere"', "", "A", "missing"),
        ('number = "01632 960001"', "number = 999", "A", "not_text"),
        ('group = "home"', "", "A", "group_or_always"),
        ('group = "home"', 'group = "home"\nalways = true', "A", "group_or_always"),
        ('group = "home"', 'group = "fun"', "A", "unknown_group"),
        ('group = "home"', 'group = "home"\nway = "post"', "A", "unknown_way"),
        ("2026-11-01", '"soon"', "A", "not_a_date"),
        ('id = "A"', 'id = "a line"', "a line", "bad_id"),
        ("verified_on = 2026-11-01", f"verified_on = 2026-11-01\n{GOOD}", "A", "duplicate_id"),
        ("[[number]]", "[number]", "number", "not_a_list"),
        ("[[number]]", "[[numbers]]", "numbers", "unknown_key"),
    ],
)
def test_a_fault_in_the_directory_is_told(tmp_path: Path, old: str, new: str, entry: str, code: str) -> None:
    file = tmp_path / "directory.toml"
    file.write_text(GOOD, encoding="utf-8")
    assert [one.id for one in load_directory(file)] == ["A"]
    load_directory.cache_clear()
    file.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(PackFaults) as wrong:
        load_directory(file)
    assert (file.name, entry, code) in {(one.file, one.entry, one.code) for one in wrong.value.faults}
    assert all(str(one) for one in wrong.value.faults)
