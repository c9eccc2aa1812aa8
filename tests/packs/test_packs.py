"""Every pack says what its charity's document says, and nothing else (policy-facts A1 to A5)."""

import tomllib
from datetime import date

import pytest

from webchat.cases.words import Channel, MetBy, PromiseName, Unit
from webchat.packs import load_packs
from webchat.packs.charity_settings import fit_to_go_live
from webchat.packs.checks import findings
from webchat.packs.load import DEMO, SHIPPED
from webchat.packs.look import WHITE, contrast

TODAY = date(2026, 11, 24)
PACKS = load_packs([SHIPPED], TODAY)
# Every row of policy-facts A1, by charity.
FACTS = {
    "living-well-bromley": [f"L{n}" for n in range(1, 18)],
    "ruils": [f"R{n}" for n in range(1, 20)],
    "age-concern-southend": [f"S{n}" for n in range(1, 17)],
    "healthwatch-portsmouth": [f"W{n}" for n in range(1, 10)],
    "help-and-care": [f"H{n}" for n in range(1, 28)],
}


def entries(charity):
    return {one.id: one for one in PACKS.policy(charity).entries}


def test_the_five_charities_are_shipped():
    assert sorted(PACKS) == sorted(FACTS)


@pytest.mark.parametrize("charity", FACTS)
def test_every_stated_fact_stands_in_the_pack(charity):
    folder = SHIPPED / charity
    text = (folder / "pack.toml").read_text() + (folder / "notes.toml").read_text()
    tables = tomllib.loads((folder / "pack.toml").read_text())
    noted = tomllib.loads((folder / "notes.toml").read_text())
    named = {one.get("fact") for one in (*tables["promise"], *noted["note"])}
    missing = [fact for fact in FACTS[charity] if fact not in named and f"# {fact}" not in text]
    assert missing == []


@pytest.mark.parametrize("charity", FACTS)
def test_a_web_chat_is_an_email(charity):
    """A3.1: no document mentions chat."""
    assert PACKS.policy(charity).channels[Channel.WEBCHAT] is Channel.EMAIL
    assert "web_chat" in PACKS.policy(charity).silent


@pytest.mark.parametrize("charity", FACTS)
@pytest.mark.parametrize(
    "topic",
    ["working_day", "bank_holidays", "out_of_hours", "pausing", "time_limit", "retention", "emergencies"],
)
def test_what_no_policy_says_is_said_to_be_not_said(charity, topic):
    """A2."""
    assert PACKS.policy(charity).silent[topic].strip()


@pytest.mark.parametrize("charity", FACTS)
def test_words_in_its_colours_can_be_read(charity):
    look = PACKS[charity].look
    assert (
        min(contrast(ink, ground) for ink in (look.accent, look.accent_deep) for ground in (WHITE, look.page))
        >= 4.5
    )


@pytest.mark.parametrize("charity", FACTS)
def test_its_own_settings_are_empty_as_shipped_and_the_demos_are_marked_as_made_up(charity):
    assert fit_to_go_live(PACKS[charity].settings) == ("lead", "lead_reach", "deputy", "deputy_reach")
    demo = load_packs([SHIPPED], TODAY, demo_settings=DEMO)[charity].settings
    assert demo.made_up
    assert fit_to_go_live(demo) == ()


def test_a4_1_acsos_answers_a_chat_in_3_working_days_not_5():
    assert entries("age-concern-southend").values()
    chosen = {one.value for one in entries("age-concern-southend").values() if Channel.EMAIL in one.channels}
    assert chosen == {3}


def test_a4_3_help_and_care_keeps_calendar_days_and_working_days_apart():
    hc = entries("help-and-care")
    assert (hc["HC-S1-OUTCOME"].value, hc["HC-S1-OUTCOME"].unit) == (28, Unit.CALENDAR_DAY)
    assert (hc["HC-S2-OUTCOME"].value, hc["HC-S2-OUTCOME"].unit) == (15, Unit.WORKING_DAY)


def test_a4_4_help_and_care_takes_a_complaint_however_it_comes():
    assert not entries("help-and-care")["HC-S1-ACK"].channels


@pytest.mark.parametrize(
    ("charity", "told"),
    [("help-and-care", "May 2025"), ("living-well-bromley", "June 2020"), ("ruils", "December 2011")],
)
def test_a4_8_a_review_that_has_passed_is_told_to_staff(charity, told):
    [passed] = [one for one in findings(PACKS[charity], TODAY) if one.code == "review_passed"]
    assert told in str(passed)


@pytest.mark.parametrize(
    ("charity", "met_by"),
    [
        ("ruils", MetBy.AUTOMATIC),
        ("living-well-bromley", MetBy.AUTOMATIC),
        ("age-concern-southend", MetBy.MESSAGE_WITH_DATE),
        ("healthwatch-portsmouth", MetBy.REPLY),
    ],
)
def test_what_keeps_an_acknowledgement_is_what_the_policy_means(charity, met_by):
    found = {one.met_by for one in entries(charity).values() if one.promise is PromiseName.ACKNOWLEDGE}
    assert found == {met_by}


def test_help_and_care_names_the_officer_at_stages_1_and_2():
    hc = entries("help-and-care")
    assert {hc["HC-S1-ACK"].met_by, hc["HC-S2-ACK"].met_by} == {MetBy.NAMED_OFFICER}


@pytest.mark.parametrize("charity", FACTS)
def test_every_finding_has_its_words(charity):
    later = date(2040, 1, 1)
    assert all(str(one).strip() for one in findings(load_packs([SHIPPED], later)[charity], later))
