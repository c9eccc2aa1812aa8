"""The letter that lets somebody in for the first time (security.md B13, T17)."""

from datetime import timedelta

import pytest

from tests.webhouse import MONDAY, Browser, Web
from webchat.cases.words import Role
from webchat.db.invites import Invite
from webchat.desk.door.passwords import weakness
from webchat.web.session import hashed

TOKEN = "a-token-from-a-letter"
GOOD = "seven green kettles"


def invited(web: Web) -> Browser:
    asked = Invite(
        "new@ruils.example",
        "Noor New",
        "ruils",
        frozenset({Role.WORKER}),
        "command",
        MONDAY + timedelta(hours=48),
    )
    web.house.invites.make(hashed(TOKEN), asked, MONDAY)
    return web.browser()


def test_a_letter_opens_the_door_once(web: Web) -> None:
    browser = invited(web)
    browser.get(f"/invite/{TOKEN}")
    assert browser.post(f"/invite/{TOKEN}", password=GOOD).status_code == 303
    browser.get("/sign-in")
    assert browser.post("/sign-in", email="new@ruils.example", password=GOOD).status_code == 303
    assert browser.get(f"/invite/{TOKEN}").status_code == 404
    browser.get("/sign-in")
    assert browser.post(f"/invite/{TOKEN}", password="another good password").status_code == 404


def test_a_letter_is_too_old_after_48_hours(web: Web) -> None:
    browser = invited(web)
    web.clock.at = MONDAY + timedelta(hours=48, seconds=1)
    assert browser.get(f"/invite/{TOKEN}").status_code == 404


def test_a_password_that_will_not_do_is_told_and_the_letter_still_works(web: Web) -> None:
    browser = invited(web)
    browser.get(f"/invite/{TOKEN}")
    refused = browser.post(f"/invite/{TOKEN}", password="short")
    assert "Use 12 characters or more." in refused.get_data(as_text=True)
    assert browser.post(f"/invite/{TOKEN}", password=GOOD).status_code == 303


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("eleven char", "too_short"),
        ("x" * 1001, "too_long"),
        ("Password123456", "common"),
        ("noor loves her tea", ""),
        ("shahida and the kettle", "holds_a_name"),
        ("длинный пароль без правил", ""),
        ("🫖🫖🫖🫖🫖🫖🫖🫖🫖🫖🫖🫖", ""),
    ],
)
def test_what_makes_a_password_weak(password: str, why: str) -> None:
    assert weakness(password, "Shahida Noor" if why == "holds_a_name" else "Sam Ali") == why
