"""Which promises apply: the two tables of policy-facts A3, cell by cell, written out again by hand."""

from datetime import UTC, date, datetime
from itertools import product

import pytest

from webchat.cases.errors import BadRequest
from webchat.cases.promises.owed import Asked, owed
from webchat.cases.words import POLICY_KINDS, Channel, Kind, ReplyBy
from webchat.packs import load_packs
from webchat.packs.load import SHIPPED

PACKS = load_packs([SHIPPED], date(2026, 11, 24))
NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
LWB, RUILS, ACSOS = "living-well-bromley", "ruils", "age-concern-southend"
HWP, HC = "healthwatch-portsmouth", "help-and-care"
OTHERS = ("compliment", "comment", "concern")
EVERY = ("question", "appointment", *OTHERS, "complaint")
NOT_COMPLAINTS = EVERY[:-1]


def cells() -> dict[tuple[str, str, str], set[str]]:
    """(charity, kind, channel) -> the promises, as "name value unit", or "name" where no number is set."""
    table: dict[tuple[str, str, str], set[str]] = {}
    for way in ("webchat", "email"):
        for kind in ("question", "appointment"):
            table[LWB, kind, way] = {"acknowledge", "reply 7 WD"}
        for kind in OTHERS:
            table[LWB, kind, way] = {"acknowledge", "reply"}
        table[LWB, "complaint", way] = {"acknowledge", "outcome"}
        for kind in EVERY:
            table[RUILS, kind, way] = {"acknowledge 1 WD", "reply 5 WD"}
            table[ACSOS, kind, way] = {"acknowledge 3 WD", "reply 3 WD"}
            table[HWP, kind, way] = {"reply 2 WD"}
        for kind in ("question", "appointment", "comment", "concern"):
            table[HC, kind, way] = {"reply"}
        table[HC, "compliment", way] = {"acknowledge", "reply"}
        for charity in (RUILS, ACSOS, HWP):
            table[charity, "complaint", way] |= {"outcome"}
        table[HWP, "complaint", way] |= {"acknowledge 5 WD"}
    for kind in ("question", "appointment"):
        table[LWB, kind, "letter"] = {"reply 7 WD"}
    for kind in OTHERS:
        table[LWB, kind, "letter"] = {"reply"}
    for charity in (RUILS, ACSOS, HWP):
        for kind in EVERY:
            table[charity, kind, "letter"] = {"reply 5 WD"}
        table[charity, "complaint", "letter"] |= {"outcome"}
    contacts = {
        "answerphone": {RUILS: "contact 1 WD", HWP: "contact 1 WD", LWB: "contact", ACSOS: "contact"},
        "text": {RUILS: "contact 1 WD"},
        "phone": {LWB: "contact", ACSOS: "contact"},
        "in-person": {RUILS: "wait 15 min"},
    }
    for way, by_charity in contacts.items():
        for charity, kind in product((LWB, RUILS, ACSOS, HWP, HC), EVERY):
            listed = {by_charity[charity]} if charity in by_charity else set()
            table[charity, kind, way] = listed | {"outcome" if kind == "complaint" else "reply"}
    table[RUILS, "appointment", "in-person"] |= {"wait 10 min"}
    table[HC, "compliment", "letter"] = {"acknowledge", "reply"}
    for kind in ("question", "appointment", "comment", "concern"):
        table[HC, kind, "letter"] = {"reply"}
    for way in ("letter", "answerphone", "text", "phone", "in-person"):
        table[HWP, "complaint", way] |= {"acknowledge 5 WD"}
    for way in ("webchat", "email", "letter", "answerphone", "text", "phone", "in-person"):
        table[HC, "complaint", way] = {"acknowledge 3 WD", "outcome 28 CD"}
    table[LWB, "complaint", "letter"] = {"outcome"}
    return table


TABLE = cells()
UNITS = {"working_day": "WD", "calendar_day": "CD", "minute": "min"}


def listed(charity: str, kind: str, channel: str, reply_by: str = "email", stage: int = 1) -> set[str]:
    asked = Asked(Kind(kind), Channel(channel), ReplyBy(reply_by), NOW, stage)
    return {
        f"{one.name} {one.entry.value} {UNITS[one.entry.unit]}"
        if one.entry and one.entry.unit
        else f"{one.name}"
        for one in owed(PACKS.policy(charity), asked, PACKS.calendar(charity))
    }


def test_the_table_has_a_cell_for_everything_that_can_be_asked() -> None:
    assert len(TABLE) == 5 * len(POLICY_KINDS) * len(Channel)


@pytest.mark.parametrize(("charity", "kind", "channel"), sorted(TABLE))
def test_a_cell(charity: str, kind: str, channel: str) -> None:
    assert listed(charity, kind, channel) == TABLE[charity, kind, channel]


@pytest.mark.parametrize(("charity", "kind", "channel"), sorted(TABLE))
def test_a_way_to_reply_adds_the_contact_the_pack_has_for_it_and_nothing_else(
    charity: str, kind: str, channel: str
) -> None:
    """A3.3: RUILS phone and text, Healthwatch phone; letter, email, code and the rest add nothing."""
    adds = {(RUILS, "phone"), (RUILS, "text"), (HWP, "phone")}
    for way in ReplyBy:
        extra = {"contact 1 WD"} if (charity, way.value) in adds else set()
        assert listed(charity, kind, channel, way.value) == TABLE[charity, kind, channel] | extra


@pytest.mark.parametrize("channel", [one.value for one in Channel])
def test_the_stages_of_help_and_care(channel: str) -> None:
    assert listed(HC, "complaint", channel, stage=2) == {"acknowledge 3 WD", "outcome 15 WD"}
    assert listed(HC, "complaint", channel, stage=3) == {"acknowledge 3 WD", "outcome"}


@pytest.mark.parametrize("charity", [LWB, RUILS, ACSOS, HWP])
def test_a_policy_without_stages_says_nothing_of_the_next_but_that_it_owes_an_outcome(charity: str) -> None:
    assert listed(charity, "complaint", "webchat", stage=2) == {"outcome"}


@pytest.mark.parametrize("kind", NOT_COMPLAINTS)
def test_only_a_complaint_has_a_stage_above_one(kind: str) -> None:
    with pytest.raises(BadRequest, match="stage_needs_complaint"):
        listed(HC, kind, "webchat", stage=2)


@pytest.mark.parametrize("stage", [0, 4, -1])
def test_there_are_three_stages(stage: int) -> None:
    with pytest.raises(BadRequest, match="unknown_stage"):
        listed(HC, "complaint", "webchat", stage=stage)
