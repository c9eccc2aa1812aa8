"""What a policy asks of whoever has a stage: only Help & Care's asks anything (H18, H21, H26, H27)."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from webchat.cases.promises.policy import Asks
from webchat.cases.words import Role
from webchat.packs import load_packs
from webchat.packs.faults import PackFaults
from webchat.packs.load import SHIPPED

TODAY = date(2026, 11, 23)
FILE = "pack.toml"
PANEL = 'sit = 3\nroles = ["chair", "trustee"]\n'
CONTACT = 'what = "contact"\nstage = 1\n'


def test_help_and_care_asks_for_contact_at_each_stage_and_a_panel_and_a_date_at_appeal() -> None:
    policy = load_packs([SHIPPED], TODAY)["help-and-care"].policy
    asked = {(one.what, one.stage, one.ref) for one in policy.stage_duties}
    assert asked == {
        (Asks.CONTACT, 1, "15.4"),
        (Asks.CONTACT, 2, "16.4"),
        (Asks.CONTACT, 3, "17.4"),
        (Asks.PANEL, 3, "17.3"),
        (Asks.AGREED_DATE, 3, "17.3"),
    }
    panel = policy.asks(Asks.PANEL, 3)
    assert panel
    assert (panel.sit, panel.roles) == (3, (Role.CHAIR, Role.TRUSTEE))
    assert policy.asks(Asks.PANEL, 2) is None
    assert policy.learning
    assert (policy.learning.ref, policy.learning.roles) == ("19.3", (Role.SERVICE_LEAD,))


def test_no_other_charity_has_a_panel_or_is_asked_for_anything() -> None:
    packs = load_packs([SHIPPED], TODAY)
    assert {slug for slug, one in packs.items() if one.policy.stage_duties} == {"help-and-care"}
    assert {slug for slug, one in packs.items() if one.policy.learning} == {"help-and-care"}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (CONTACT, 'what = "tea"\nstage = 1\n', "unknown_duty"),
        (CONTACT, 'what = "contact"\nstage = 4\n', "bad_stage"),
        (CONTACT, 'what = "contact"\n', "missing"),
        (CONTACT, f"{CONTACT}sit = 3\n{PANEL[8:]}", "panel_of_nobody"),
        (PANEL, "", "panel_of_nobody"),
        (PANEL, "sit = 3\n", "panel_of_nobody"),
        (PANEL, PANEL.replace("3", "0"), "not_a_count"),
        (PANEL, PANEL.replace("3", "5"), "panel_not_in_quote"),
        (PANEL, PANEL.replace("chair", "king"), "unknown_role"),
        ("will appoint a 3-person panel from", "will appoint a 3-person team from", "quote_not_in_policy"),
        ('what = "contact"\nstage = 2\n', CONTACT, "duty_told_twice"),
    ],
)
def test_a_duty_that_the_policy_does_not_bear_out_is_a_fault(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    pack = Path(shutil.copytree(SHIPPED / "help-and-care", tmp_path / "packs" / "help-and-care"))
    text = (pack / FILE).read_text(encoding="utf-8")
    assert old in text
    (pack / FILE).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(PackFaults) as wrong:
        load_packs([pack.parent], TODAY)
    assert code in {one.code for one in wrong.value.faults}
    assert str(wrong.value)
