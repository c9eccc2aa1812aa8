"""A promise counts what its own quote says, or its quote says why not (webchat/packs/README.md)."""

import shutil
import tomllib
from datetime import date
from pathlib import Path

import pytest

from webchat.packs import PackFaults, load_packs
from webchat.packs.counted import counted_as_faults, number_faults, stated
from webchat.packs.load import SHIPPED
from webchat.packs.pack_shapes import PROMISE
from webchat.packs.quoted import miscounts
from webchat.packs.written import Written

TODAY = date(2026, 11, 24)
DAY, WORKING, MINUTE = "calendar_day", "working_day", "minute"


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("within 5 working days", {(5, WORKING)}),
        ("within 1 working day, at most", {(1, WORKING)}),
        ("within seven working days of receipt", {(7, WORKING)}),
        ("Fifteen working days", {(15, WORKING)}),
        ("within 28 days of", {(28, DAY)}),
        ("within twenty-eight calendar days", {(28, DAY)}),
        ("in twenty days", {(20, DAY)}),
        ("is 15 minutes.", {(15, MINUTE)}),
        ("in 2 days or 10 minutes", {(2, DAY), (10, MINUTE)}),
        ("by the end of the next working day", set()),
        ("in one hundred and five days", set()),
        ("in 2.5 days", set()),
        ("in 3-5 working days", set()),
        ("in 5 daysides", set()),
        ("within one week", set()),
    ],
)
def test_the_numbers_that_words_state(quote: str, found: set[tuple[int, str]]) -> None:
    assert stated(quote) == found


@pytest.mark.parametrize(
    ("quote", "value", "unit", "codes"),
    [
        ("within 15 working days", 15, WORKING, []),
        ("within 15 working days", 27, WORKING, ["value_not_in_quote"]),
        ("within 15 working days", 5, WORKING, ["value_not_in_quote"]),
        ("within 15 working days", 15, DAY, ["unit_not_in_quote"]),
        ("within 28 days", 28, WORKING, ["unit_not_in_quote"]),
        ("by the end of the next working day", 1, WORKING, ["value_not_in_quote"]),
    ],
)
def test_a_number_that_its_quote_does_not_say(quote: str, value: int, unit: str, codes: list[str]) -> None:
    assert list(number_faults(quote, value, unit)) == codes


NEXT = "the end of the next working day"


@pytest.mark.parametrize(
    ("quote", "words", "value", "unit", "codes"),
    [
        (f"by {NEXT}.", NEXT, 1, WORKING, []),
        (f"by {NEXT}.", NEXT, 27, WORKING, ["counted_as_otherwise"]),
        (f"by {NEXT}.", NEXT, 1, DAY, ["counted_as_otherwise"]),
        (f"by {NEXT}.", "a fortnight", 14, DAY, ["counted_as_not_in_quote"]),
        ("within a fortnight", "a fortnight", 14, DAY, []),
        ("within 15 working days", "15 working days", 27, WORKING, ["counted_as_not_needed"]),
    ],
)
def test_words_that_count_without_a_number(
    quote: str, words: str, value: int, unit: str, codes: list[str]
) -> None:
    """They must stand in the quote, and they never overrule a number that it states."""
    assert list(counted_as_faults(quote, words, value, unit)) == codes


def shipped() -> list[dict[str, object]]:
    """Every promise that ships with a number."""
    files = [tomllib.loads(file.read_text(encoding="utf-8")) for file in sorted(SHIPPED.glob("*/pack.toml"))]
    return [entry for file in files for entry in file["promise"] if "value" in entry]


@pytest.mark.parametrize("entry", shipped(), ids=lambda entry: str(entry["id"]))
def test_no_shipped_number_or_unit_can_change_by_itself(entry: dict[str, object]) -> None:
    others: list[dict[str, object]] = [{"value": value} for value in range(1, 60) if value != entry["value"]]
    others += [{"unit": unit} for unit in (DAY, WORKING, MINUTE) if unit != entry["unit"]]
    assert list(miscounts([Written("", "", entry, PROMISE)])) == []
    for other in others:
        assert list(miscounts([Written("", "", {**entry, **other}, PROMISE)])), other


@pytest.mark.parametrize(
    ("charity", "old", "new", "entry", "code"),
    [
        ("help-and-care", "value = 15", "value = 27", "HC-S2-OUTCOME", "value_not_in_quote"),
        (
            "healthwatch-portsmouth",
            'value = 2\nunit = "working_day"',
            'value = 9\nunit = "calendar_day"',
            "HWP-EMAIL-REPLY",
            "value_not_in_quote",
        ),
        ("ruils", f'counted_as = "{NEXT}"\n', "", "RUILS-EMAIL-ACK", "value_not_in_quote"),
        (
            "ruils",
            f'value = 1\nunit = "working_day"\ncounted_as = "{NEXT}"\n',
            f'counted_as = "{NEXT}"\n',
            "RUILS-EMAIL-ACK",
            "counted_as_without_value",
        ),
    ],
)
def test_a_pack_that_counts_otherwise_than_its_policy_is_refused(
    tmp_path: Path, charity: str, old: str, new: str, entry: str, code: str
) -> None:
    file = Path(shutil.copytree(SHIPPED / charity, tmp_path / charity)) / "pack.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(PackFaults) as wrong:
        load_packs([tmp_path], TODAY)
    assert {(one.entry, one.code) for one in wrong.value.faults} == {(entry, code)}
