"""Times that the law sets, each with its Act and section."""

from pathlib import Path

import pytest

from webchat.cases.words import Unit
from webchat.packs import PackFaults
from webchat.packs.law import FirstDay, load_law

CLOCKS = {clock.id: clock for clock in load_law()}


def test_a_complaint_about_personal_information_is_acknowledged_in_30_days() -> None:
    """Data Protection Act 2018, section 164A(3); the day of receipt is the first (policy-facts F1)."""
    clock = CLOCKS["DATA-COMPLAINT-ACK"]
    assert (clock.act, clock.section) == ("Data Protection Act 2018", "section 164A(3)")
    assert (clock.value, clock.unit, clock.first_day) == (30, Unit.CALENDAR_DAY, FirstDay.RECEIPT)
    assert "30 days" in clock.quote


def test_a_request_for_ones_own_information_takes_a_month_and_a_month_is_not_days() -> None:
    """Guest-rules G5."""
    clock = CLOCKS["DATA-REQUEST-REPLY"]
    assert (clock.value, clock.unit) == (1, Unit.CALENDAR_MONTH)


def test_without_undue_delay_has_no_number() -> None:
    clock = CLOCKS["DATA-COMPLAINT-OUTCOME"]
    assert (clock.value, clock.unit, clock.first_day) == (None, None, None)


GOOD = """
[[clock]]
id = "A"
act = "An Act"
section = "1"
topic = "something"
promise = "reply"
says = "Soon."
value = 3
unit = "calendar_day"
first_day = "receipt"
"""


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('act = "An Act"', "", "missing"),
        ('section = "1"', "", "missing"),
        ('says = "Soon."', "", "law_without_words"),
        ('unit = "calendar_day"', "", "value_without_unit"),
        ("value = 3", "", "unit_without_value"),
        ('first_day = "receipt"', "", "value_without_first_day"),
        ('unit = "calendar_day"', 'unit = "fortnight"', "unknown_law_unit"),
        ('unit = "calendar_day"', 'unit = "working_day"', "unknown_law_unit"),
        ('first_day = "receipt"', 'first_day = "whenever"', "unknown_first_day"),
        ('promise = "reply"', 'promise = "maybe"', "unknown_promise"),
        ("value = 3", "value = 0", "not_a_count"),
        ('topic = "something"', 'topic = "something"\nsurprise = 1', "unknown_key"),
        ("[[clock]]", "[clock]", "not_a_list"),
        ("[[clock]]", "[[clocks]]", "unknown_key"),
        ("[[clock]]", "clock", "not_toml"),
    ],
)
def test_a_fault_in_the_law_is_told(tmp_path: Path, old: str, new: str, code: str) -> None:
    file = tmp_path / "law.toml"
    file.write_text(GOOD, encoding="utf-8")
    assert [clock.value for clock in load_law(file)] == [3]
    file.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(PackFaults) as wrong:
        load_law(file)
    assert code in {fault.code for fault in wrong.value.faults}
    assert all(str(fault) for fault in wrong.value.faults)
