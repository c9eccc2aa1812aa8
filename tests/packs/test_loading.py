"""A pack with faults is refused, and every fault is told at once, by file and entry."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from webchat.packs import PackFaults, load_packs
from webchat.packs.bank_holidays import LAST_CHECKED_YEAR, UnknownNation, working_calendar
from webchat.packs.load import RESERVED, SHIPPED
from webchat.packs.wording import fault_words

TODAY = date(2026, 11, 24)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """RUILS's pack, to be spoilt."""
    return Path(shutil.copytree(SHIPPED / "ruils", tmp_path / "packs" / "ruils"))


def spoil(pack: Path, old: str, new: str) -> None:
    file = pack / "pack.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def faults(pack: Path) -> set[tuple[str, str]]:
    with pytest.raises(PackFaults) as wrong:
        load_packs([pack.parent], TODAY)
    assert str(wrong.value)
    return {(one.entry, one.code) for one in wrong.value.faults}


@pytest.mark.parametrize(
    ("old", "new", "entry", "code"),
    [
        ('ref = "Target 1"\n', "", "RUILS-LETTER-REPLY", "missing"),
        ('quote = "To answer all letters within 5 working days"\n', "", "RUILS-LETTER-REPLY", "missing"),
        ("within 5 working days", "within 4 working days", "RUILS-LETTER-REPLY", "quote_not_in_policy"),
        ('channels = ["letter"]', 'channels = ["pigeon"]', "RUILS-LETTER-REPLY", "unknown_channel"),
        ('unit = "working_day"\n', "", "RUILS-LETTER-REPLY", "value_without_unit"),
        ("value = 5\n", "", "RUILS-LETTER-REPLY", "unit_without_value"),
        ("value = 5\n", "value = true\n", "RUILS-LETTER-REPLY", "not_a_count"),
        ("value = 5\n", "value = 0\n", "RUILS-LETTER-REPLY", "not_a_count"),
        ("value = 5\n", "valeu = 5\n", "RUILS-LETTER-REPLY", "unknown_key"),
        ('id = "RUILS-EMAIL-ACK"', 'id = "RUILS-LETTER-REPLY"', "RUILS-LETTER-REPLY", "duplicate_id"),
        ('nation = "england"', 'nation = "narnia"', "charity", "unknown_nation"),
        ('accent = "#5b3a78"', 'accent = "#f0e8f8"', "look", "colours_cannot_be_read"),
        ('accent = "#5b3a78"', 'accent = "red"', "look", "bad_colour"),
        ('"manager", "chief executive"', '"boss", "chief executive"', "about_a_person", "unknown_role"),
        ("[channels]", "[chanels]", "chanels", "unknown_key"),
    ],
)
def test_a_fault_is_told_by_its_entry(pack: Path, old: str, new: str, entry: str, code: str) -> None:
    spoil(pack, old, new)
    assert (entry, code) in faults(pack)


def test_every_fault_is_told_at_once(pack: Path) -> None:
    spoil(pack, 'channels = ["letter"]', 'channels = ["pigeon"]')
    spoil(pack, 'nation = "england"', 'nation = "narnia"')
    spoil(pack, 'noun = "client"', "noun = 7")
    assert {code for _, code in faults(pack)} >= {"unknown_channel", "unknown_nation", "not_text"}


@pytest.mark.parametrize("junk", [b"\xff\xfe", b"= not toml", b"promise = 3", b"[promise]\n", b""])
def test_a_file_that_is_not_a_pack_is_refused_in_plain_words(pack: Path, junk: bytes) -> None:
    (pack / "pack.toml").write_bytes(junk)
    assert faults(pack)


@pytest.mark.parametrize("slug", sorted(RESERVED))
def test_no_charity_takes_one_of_our_own_addresses(pack: Path, slug: str) -> None:
    pack.rename(pack.with_name(slug))
    assert faults(pack.with_name(slug)) == {(slug, "reserved_slug")}


def test_a_pack_of_this_installation_replaces_the_shipped_one(pack: Path) -> None:
    spoil(pack, 'short_name = "RUILS"', 'short_name = "Ruils of Richmond"')
    packs = load_packs([SHIPPED, pack.parent], TODAY)
    assert packs["ruils"].policy.short_name == "Ruils of Richmond"


def test_every_code_of_a_fault_has_its_words() -> None:
    for code in ("missing", "reserved_slug", "quote_not_in_policy", "bad_hours"):
        assert fault_words(code, file="f", entry="e", found="x")


@pytest.mark.parametrize(
    "hours", ['["9-5"]', '["17:00-09:00"]', '["09:00-13:00", "12:00-17:00"]', '"09:00-17:00"']
)
def test_opening_hours_that_make_no_sense_are_refused(pack: Path, hours: str) -> None:
    (pack / "charity.toml").write_text(f"[hours]\nmonday = {hours}\n", encoding="utf-8")
    assert faults(pack) == {("hours", "bad_hours")}


def test_a_nation_is_always_given() -> None:
    """F4: without one the library leaves out Easter Monday and the August bank holiday."""
    with pytest.raises(UnknownNation):
        working_calendar("")


def test_next_years_bank_holidays_are_known() -> None:
    """When this fails: add the new year to the table below from GOV.UK's list; raise LAST_CHECKED_YEAR."""
    assert date.today().year + 1 <= LAST_CHECKED_YEAR


def test_the_bank_holidays_of_england_agree_with_the_published_list() -> None:
    published = (
        "2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28 "
        "2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28 "
        "2028-01-03 2028-04-14 2028-04-17 2028-05-01 2028-05-29 2028-08-28 2028-12-25 2028-12-26"
    )
    england = working_calendar("england")
    every_day = (
        date.fromordinal(n) for n in range(date(2026, 1, 1).toordinal(), date(2028, 12, 31).toordinal() + 1)
    )
    closed = [day.isoformat() for day in every_day if day.weekday() < 5 and not england.is_working(day)]
    assert closed == published.split()
