"""What the demo prints: where to go, who can sign in, and with what."""

from datetime import date
from types import SimpleNamespace
from typing import cast

from webchat import demo
from webchat.cases.words import Role
from webchat.packs import load_packs
from webchat.packs.load import SHIPPED
from webchat.wiring import House

ADDRESS = "http://127.0.0.1:8000"


def welcome(*only: str) -> str:
    charities = load_packs([SHIPPED], date(2026, 11, 24), only)
    return demo.welcome(cast(House, SimpleNamespace(charities=charities)), ADDRESS)


def test_every_charity_is_named_with_its_address() -> None:
    told = welcome()
    for name, slug in (("Help & Care", "help-and-care"), ("Living Well Bromley", "living-well-bromley")):
        [line] = [line for line in told.splitlines() if f"{ADDRESS}/{slug}/" in line]
        assert name in line


def test_every_role_has_an_account_and_all_have_one_password() -> None:
    told = welcome()
    assert f"Sign in at {ADDRESS}/sign-in" in told
    assert f"Password for all of them: {demo.PASSWORD}" in told
    first = next(iter(load_packs([SHIPPED], date(2026, 11, 24))))
    for role in Role:
        [line] = [line for line in told.splitlines() if line.endswith(f"  {demo.email_of(role, first)}")]
        assert line.startswith(f"  {role.value}  ")


def test_the_accounts_of_the_other_charities_follow_a_pattern_that_is_told() -> None:
    told = welcome()
    assert "ROLE@CHARITY.example" in told
    assert "worker@healthwatch-portsmouth.example" in told


def test_with_one_charity_nothing_is_said_of_others() -> None:
    told = welcome("ruils")
    assert "other" not in told
    assert "worker@ruils.example" in told
