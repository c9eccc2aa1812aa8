"""What a charity tells us about itself: empty as shipped, made up for the demo, checked when told."""

import re
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from webchat.packs import PackFaults, load_packs
from webchat.packs.bank_holidays import OneOff
from webchat.packs.charity_settings import (
    CharitySettings,
    Safeguarding,
    fit_to_go_live,
    load_charity_settings,
)
from webchat.packs.load import DEMO, SETTINGS, SHIPPED

TODAY = date(2026, 11, 24)
CHARITIES = sorted(load_packs([SHIPPED], TODAY))
ALL_TOLD = Safeguarding("Ann", "07700 900001", "Ben", "ben@charity.example")
# Numbers that Ofcom keeps for drama: nobody answers at them (guest-rules C8).
DRAMA = re.compile(r"01632 960\d{3}|020 7946 0\d{3}|07700 900\d{3}")

FULL = """
[contact]
phone = "01632 960001"
email = "hello@charity.example"
address = "1 High Street"

[hours]
monday = ["09:00-12:30", "13:00-16:00"]
sunday = []

[safeguarding]
lead = "Ann"
lead_reach = "07700 900001"
deputy = "Ben"
deputy_reach = "ben@charity.example"

[retention_days]
complaint = 2190

[speech]
online = true

[[bank_holiday]]
on = 2027-06-03
instead_of = 2027-05-31
"""


def told(folder: Path, text: str) -> CharitySettings:
    (folder / SETTINGS).write_text(text, encoding="utf-8")
    return load_charity_settings(folder / SETTINGS)


def test_everything_a_charity_can_tell_is_kept(tmp_path: Path) -> None:
    assert told(tmp_path, FULL) == CharitySettings(
        phone="01632 960001",
        email="hello@charity.example",
        address="1 High Street",
        hours={0: ((time(9), time(12, 30)), (time(13), time(16))), 6: ()},
        safeguarding=ALL_TOLD,
        retention_days={"complaint": 2190},
        speech_online=True,
        one_offs=(OneOff(date(2027, 6, 3), date(2027, 5, 31)),),
    )


@pytest.mark.parametrize("charity", CHARITIES)
def test_a_charitys_settings_are_empty_as_shipped(charity: str) -> None:
    assert (SHIPPED / charity / SETTINGS).is_file()
    assert load_charity_settings(SHIPPED / charity / SETTINGS) == CharitySettings()


@pytest.mark.parametrize("charity", CHARITIES)
def test_every_line_shown_in_the_empty_settings_can_be_used(charity: str, tmp_path: Path) -> None:
    shown = (SHIPPED / charity / SETTINGS).read_text(encoding="utf-8")
    lines = [line.removeprefix("# ") for line in shown.splitlines() if re.match(r"# (\[|[\w-]+ = )", line)]
    settings = told(tmp_path, "\n".join(lines))
    assert settings.hours[0] == ((time(10), time(13)), (time(14), time(16)))
    assert settings.one_offs
    assert settings.confirmed


@pytest.mark.parametrize("charity", CHARITIES)
def test_the_demos_values_are_marked_as_made_up_and_reach_nobody(charity: str) -> None:
    file = DEMO / f"{charity}.toml"
    demo = load_charity_settings(file)
    assert demo.made_up
    assert "made up" in file.read_text(encoding="utf-8").splitlines()[0].lower()
    assert fit_to_go_live(demo) == ()
    numbers = [one.number for one in demo.numbers]
    assert len(numbers) == 3
    assert all("made up" in one.name for one in demo.numbers)
    for number in (demo.phone, demo.safeguarding.lead_reach, demo.safeguarding.deputy_reach, *numbers):
        assert DRAMA.fullmatch(number), number
    assert demo.email.endswith(".example")


def test_with_no_settings_file_nothing_is_told(tmp_path: Path) -> None:
    assert load_charity_settings(tmp_path / SETTINGS) == CharitySettings()


@pytest.mark.parametrize(
    ("text", "entry", "code"),
    [
        ('[hours]\nmonday = ["9-5"]', "hours", "bad_hours"),
        ('[hours]\nmonday = ["17:00-09:00"]', "hours", "bad_hours"),
        ('[hours]\nmonday = ["09:00-13:00", "12:00-17:00"]', "hours", "bad_hours"),
        ('[hours]\nmonday = "09:00-17:00"', "hours", "bad_hours"),
        ('[hours]\nmonday = ["09:00Z-17:00Z"]', "hours", "bad_hours"),
        ('[hours]\nmoonday = ["09:00-17:00"]', "hours", "unknown_key"),
        ("[contact]\nphone = 1632960001", "contact", "not_text"),
        ("contact = 1", "contact", "not_a_table"),
        ('[speech]\nonline = "yes"', "speech", "not_a_flag"),
        ("[retention_days]\ncomplaint = 0", "retention_days", "not_a_count"),
        ("[retention_days]\ncomplaints = 7", "retention_days", "unknown_key"),
        ("[bank_holiday]\non = 2027-06-03", "bank_holiday", "not_a_list"),
        ("bank_holiday = [1]", "bank_holiday 1", "not_a_table"),
        ('[[bank_holiday]]\non = "soon"', "bank_holiday 1", "not_a_date"),
        ("[[bank_holiday]]\non = 2027-06-03T09:00:00", "bank_holiday 1", "not_a_date"),
        ("[[bank_holiday]]\ninstead_of = 2027-05-31", "bank_holiday 1", "missing"),
        ("made_up = 1", "made_up", "not_a_flag"),
        ('[streetlink]\nphone = "ring us"', "streetlink", "bad_phone"),
        ("[streetlink]\nphone = 1632960001", "streetlink", "bad_phone"),
        (
            '[streetlink]\nphone = "01632 960001"\nverified_on = 2026-11-20',
            "streetlink",
            "number_without_name",
        ),
        ('[streetlink]\nphone = "01632 960001"\nname = "S"', "streetlink", "number_without_date"),
        ('[streetlink]\nverified_on = "last week"', "streetlink", "not_a_date"),
        ("[confirmed]\nNOBODY = 2026-11-20", "confirmed", "unknown_key"),
        ("[confirmed]\nSAMARITANS = 2026-11-20", "confirmed", "unknown_key"),
        ("[confirmed]\nSHOUT = 2026", "confirmed", "not_a_date"),
        ("[colours]", "colours", "unknown_key"),
        ("[", "", "not_toml"),
    ],
)
def test_a_setting_that_makes_no_sense_is_told(tmp_path: Path, text: str, entry: str, code: str) -> None:
    with pytest.raises(PackFaults) as wrong:
        told(tmp_path, text)
    assert {(fault.entry, fault.code) for fault in wrong.value.faults} == {(entry, code)}


@pytest.mark.parametrize("missing", Safeguarding.__dataclass_fields__)
def test_no_charity_goes_live_without_a_lead_a_deputy_and_a_way_to_reach_them(missing: str) -> None:
    assert fit_to_go_live(CharitySettings(safeguarding=ALL_TOLD)) == ()
    assert fit_to_go_live(CharitySettings(safeguarding=replace(ALL_TOLD, **{missing: " "}))) == (missing,)


def test_the_deputy_is_another_person() -> None:
    one_person = replace(ALL_TOLD, deputy="Ann")
    assert fit_to_go_live(CharitySettings(safeguarding=one_person)) == ("another_deputy",)


def test_settings_may_stand_alone_so_that_nobody_copies_a_pack(tmp_path: Path) -> None:
    own = tmp_path / "ruils"
    own.mkdir()
    told(own, FULL)
    packs = load_packs([SHIPPED, tmp_path], TODAY)
    assert packs["ruils"].settings.phone == "01632 960001"
    assert packs["ruils"].policy.short_name == "RUILS"
    assert packs["help-and-care"].settings == CharitySettings()
    assert packs.hours("ruils")[0][0] == (time(9), time(12, 30))


def test_a_charitys_one_off_days_move_its_own_calendar_only(tmp_path: Path) -> None:
    own = tmp_path / "ruils"
    own.mkdir()
    told(own, FULL)
    packs = load_packs([SHIPPED, tmp_path], TODAY)
    assert not packs.calendar("ruils").is_working(date(2027, 6, 3))
    assert packs.calendar("help-and-care").is_working(date(2027, 6, 3))


def test_settings_for_a_charity_with_no_pack_are_told_and_not_passed_over(tmp_path: Path) -> None:
    own = tmp_path / "riuls"
    own.mkdir()
    told(own, FULL)
    with pytest.raises(PackFaults, match="riuls/charity.toml"):
        load_packs([SHIPPED, tmp_path], TODAY)
