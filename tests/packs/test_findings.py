"""What a charity ought to mend in its own policy, as `webchat packs check` lists it."""

from datetime import date

import pytest

from webchat.packs import load_packs
from webchat.packs.checks import findings
from webchat.packs.load import DEMO, SHIPPED

TODAY = date(2026, 11, 24)
PACKS = load_packs([SHIPPED], TODAY)
LWB, RUILS, ACSOS = "living-well-bromley", "ruils", "age-concern-southend"
HWP, HC = "healthwatch-portsmouth", "help-and-care"
NUMBERS = {"numbers_not_told", "numbers_not_checked", "numbers_out_of_date"}
PEOPLE = {"no_lead", "no_lead_reach", "no_deputy", "no_deputy_reach"}


def codes(charity: str) -> set[str]:
    return {one.code for one in findings(PACKS[charity], TODAY)} - PEOPLE


def said(charity: str, code: str) -> str:
    [one] = [one for one in findings(PACKS[charity], TODAY) if one.code == code]
    return str(one)


@pytest.mark.parametrize(
    ("charity", "expected"),
    [
        (
            LWB,
            {"review_passed", "no_time_acknowledge", "no_time_contact", "no_time_reply", "no_time_outcome"},
        ),
        (RUILS, {"review_passed", "no_time_outcome", "no_other_urgent"}),
        (ACSOS, {"no_review_date", "no_time_contact", "no_time_outcome", "no_other_number"}),
        (HWP, {"no_review_date", "no_time_acknowledge", "no_time_outcome"}),
        (HC, {"review_passed", "no_time_acknowledge", "no_time_contact", "no_time_reply", "no_time_appeal"}),
    ],
)
def test_what_each_charity_ought_to_mend(charity: str, expected: set[str]) -> None:
    assert codes(charity) == expected | NUMBERS | {"gap"}


def test_the_kinds_without_a_time_are_named() -> None:
    assert said(LWB, "no_time_reply").endswith("compliments, comments and concerns.")
    assert "complaints" not in said(HWP, "no_time_acknowledge")


def test_an_empty_appendix_and_a_slip_are_told_with_their_clause() -> None:
    told = {str(one) for one in findings(PACKS[RUILS], TODAY) if one.code == "gap"}
    assert 'At "Appendix A": Appendix A is the Client Charter. It is empty.' in told


@pytest.mark.parametrize("charity", PACKS)
def test_a_charity_that_has_told_us_nobody_is_not_fit_to_go_live(charity: str) -> None:
    assert {one.code for one in findings(PACKS[charity], TODAY)} >= PEOPLE


def test_the_demos_people_are_all_told() -> None:
    demo = load_packs([SHIPPED], TODAY, demo_settings=DEMO)
    assert not {one.code for slug in demo for one in findings(demo[slug], TODAY)} & PEOPLE


def test_bank_holidays_that_were_not_checked_are_told_in_good_time() -> None:
    assert "bank_holidays_unknown" not in codes(RUILS)
    later = date(2028, 1, 1)
    found = findings(load_packs([SHIPPED], later)[RUILS], later)
    assert "2029" in str(next(one for one in found if one.code == "bank_holidays_unknown"))


@pytest.mark.parametrize("charity", PACKS)
def test_every_finding_is_said_in_a_sentence_that_ends(charity: str) -> None:
    later = date(2040, 1, 1)
    told = [str(one) for one in findings(load_packs([SHIPPED], later)[charity], later)]
    assert all(one.endswith(".") and "$" not in one for one in told)
