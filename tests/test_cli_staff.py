"""The commands about the people who work at the charities."""

from pathlib import Path

import pytest

from tests.builders.cases import an_opening
from tests.test_cli_house import emails_leave, home, refused, typed  # noqa: F401  # two are fixtures
from webchat import demo
from webchat.cases.words import Role
from webchat.settings import Settings
from webchat.wiring import House, build

WENDY, MALIK = (demo.email_of(role, "ruils") for role in (Role.WORKER, Role.MANAGER))


@pytest.fixture
def house(home: Path, monkeypatch: pytest.MonkeyPatch) -> House:  # noqa: F811
    assert typed("init").exit_code == 0
    built = build(
        Settings.read(
            {"WEBCHAT_HOME": str(home), "WEBCHAT_CHARITIES": "ruils,help-and-care", "WEBCHAT_SPEECH": "off"}
        )
    )
    demo.add_accounts(built, built.now(), kept="hash")
    return built


def test_whoever_works_here_is_listed_with_what_they_are(house: House) -> None:
    told = typed("staff", "list", "ruils").output
    assert f"Wendy Worker <{WENDY}>: worker; answers to Malik Manager" in told


def test_other_roles_and_another_line_manager_count_at_once(house: House) -> None:
    told = typed("staff", "change", "ruils", WENDY, "--role", "governance", "--line-manager", "")
    assert told.exit_code == 0, told.output
    account = house.staff.by_email(WENDY)
    assert account
    member = house.staff.member(account.staff_id, "ruils")
    assert member
    assert (member.roles, member.line_manager) == (frozenset({Role.GOVERNANCE}), "")


def test_nobody_answers_to_themselves_or_to_nobody_here(house: House) -> None:
    assert "Nobody answers to themselves." in refused(
        "staff", "change", "ruils", WENDY, "--line-manager", WENDY
    )
    stranger = refused("staff", "change", "ruils", WENDY, "--line-manager", "x@example.org")
    assert "Nobody with the address x@example.org works at ruils." in stranger


def test_whoever_leaves_has_no_case_and_no_desk_there(house: House) -> None:
    account = house.staff.by_email(WENDY)
    assert account
    member = house.staff.member(account.staff_id, "ruils")
    assert member
    case = house.casework.open(an_opening(charity="ruils"), house.now())
    house.casework.claim(member, case.id, house.now())
    told = typed("staff", "leave", "ruils", WENDY).output
    assert "Open cases given back for others to take: 1." in told
    now = house.cases.case("ruils", case.id)
    assert now
    assert now.owner == ""
    assert house.staff.member(account.staff_id, "ruils") is None
    assert "Nobody with the address" in refused("staff", "leave", "ruils", WENDY)


def test_an_invitation_may_name_the_line_manager(house: House) -> None:
    asked = ("staff", "invite", "ruils", "new@example.org", "New", "--role", "worker", "--line-manager")
    assert typed(*asked, MALIK).exit_code == 0
    assert "Nobody with the address" in refused(*asked, "x@example.org")


def test_the_table_of_powers_is_printed_whole(house: House) -> None:
    told = typed("staff", "powers").output
    for line in ("any case", "cases.claim", "only whoever has it: worker", "the most senior"):
        assert line in told
