"""Who works where, and how somebody comes to: accounts, memberships, invitations."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.builders.at_once import all_at_once
from tests.builders.cases import MONDAY, a_member
from tests.builders.staff import employ
from webchat.cases.people.member import Member
from webchat.cases.words import Role
from webchat.db.database import Database
from webchat.db.errors import AlreadyThere
from webchat.db.invites import Invite, Invites
from webchat.db.sessions import Limits, Sessions
from webchat.db.staff import Staff

HERE, THERE = "kind-place", "other-place"
TWO_DAYS = timedelta(hours=48)


@pytest.fixture
def staff(database: Database) -> Staff:
    employ(database, a_member("sam", Role.WORKER, Role.TRUSTEE), a_member("amina"))
    return Staff(database)


@pytest.fixture
def invites(database: Database) -> Invites:
    return Invites(database)


@pytest.fixture
def sessions(database: Database) -> Sessions:
    hour = timedelta(hours=1)
    return Sessions(database, Limits(hour, hour), Limits(hour, hour))


def an_invite(**given: object) -> Invite:
    values: dict[str, object] = {
        "email": "Jo.Bloggs@Example.org ",
        "name": "Jo Bloggs",
        "charity": HERE,
        "roles": frozenset({Role.MANAGER, Role.CHAIR}),
        "made_by": "sam",
        "expires_at": MONDAY + TWO_DAYS,
    }
    return Invite(**{**values, **given})  # type: ignore[arg-type]  # the test names what it is about


def test_somebody_is_found_by_their_address_however_it_is_typed(staff: Staff) -> None:
    found = staff.by_email("  SAM@example.ORG ")
    assert found is not None
    assert (found.staff_id, found.email, found.stopped) == ("sam", "sam@example.org", False)
    assert staff.account("sam") == found
    assert staff.by_email("nobody@example.org") is None
    assert staff.account("nobody") is None


def test_one_address_is_one_account(staff: Staff) -> None:
    with pytest.raises(AlreadyThere):
        staff.add("Sam@Example.org", "Another Sam", "hash", MONDAY)


def test_roles_are_held_at_one_charity_and_not_at_another(staff: Staff) -> None:
    staff.join("sam", THERE, {Role.CHAIR}, line_manager="amina")
    assert staff.member("sam", HERE) == Member("sam", "Sam", HERE, frozenset({Role.WORKER, Role.TRUSTEE}))
    assert staff.member("sam", THERE) == Member("sam", "Sam", THERE, frozenset({Role.CHAIR}), "amina")
    assert staff.member("amina", THERE) is None
    assert [one.staff_id for one in staff.members(THERE)] == ["sam"]


def test_new_roles_take_the_place_of_the_old_ones(staff: Staff) -> None:
    staff.join("sam", HERE, {Role.MANAGER})
    found = staff.member("sam", HERE)
    assert found is not None
    assert found.roles == {Role.MANAGER}


def test_where_somebody_was_last_comes_first(staff: Staff) -> None:
    staff.join("sam", THERE, {Role.WORKER})
    assert [one.charity for one in staff.memberships("sam")] == [HERE, THERE]
    staff.was_at("sam", THERE, MONDAY)
    assert [one.charity for one in staff.memberships("sam")] == [THERE, HERE]
    staff.was_at("sam", HERE, MONDAY + timedelta(days=1))
    assert [one.charity for one in staff.memberships("sam")] == [HERE, THERE]


def test_whoever_leaves_a_charity_is_nobody_there_from_then_on(staff: Staff) -> None:
    staff.join("sam", THERE, {Role.WORKER})
    staff.leave("sam", HERE)
    assert staff.member("sam", HERE) is None
    assert staff.member("sam", THERE) is not None


def test_whoever_stops_is_nobody_anywhere_and_signed_out_but_still_named(
    staff: Staff, sessions: Sessions
) -> None:
    sessions.save("theirs", {"staff_id": "sam"}, MONDAY)
    sessions.save("another's", {"staff_id": "amina"}, MONDAY)
    staff.stop("sam", MONDAY)
    assert staff.member("sam", HERE) is None
    assert staff.memberships("sam") == []
    assert [one.staff_id for one in staff.members(HERE)] == ["amina"]
    assert sessions.load("theirs", MONDAY) is None
    assert sessions.load("another's", MONDAY) is not None
    found = staff.by_email("sam@example.org")
    assert found is not None
    assert found.stopped


def test_a_new_password_ends_every_session_made_with_the_old_one(staff: Staff, sessions: Sessions) -> None:
    sessions.save("theirs", {"staff_id": "sam"}, MONDAY)
    staff.set_password("sam", "new hash")
    assert sessions.load("theirs", MONDAY) is None
    assert getattr(staff.account("sam"), "password_hash", "") == "new hash"


def test_the_same_password_hashed_anew_signs_nobody_out(staff: Staff, sessions: Sessions) -> None:
    sessions.save("theirs", {"staff_id": "sam"}, MONDAY)
    staff.rehash("sam", "hash", "stronger hash")
    assert getattr(staff.account("sam"), "password_hash", "") == "stronger hash"
    assert sessions.load("theirs", MONDAY) is not None


def test_a_rehash_never_brings_an_old_password_back(staff: Staff) -> None:
    staff.set_password("sam", "changed meanwhile")
    staff.rehash("sam", "hash", "the old password, hashed anew")
    assert getattr(staff.account("sam"), "password_hash", "") == "changed meanwhile"


def test_the_last_sign_in_is_noted(staff: Staff) -> None:
    staff.signed_in("sam", MONDAY)
    assert getattr(staff.account("sam"), "signed_in_at", None) == MONDAY


# Invitations


def test_an_invitation_makes_an_account_with_its_roles(staff: Staff, invites: Invites) -> None:
    invites.make("h", an_invite(), MONDAY)
    staff_id = invites.accept("h", "password hash", MONDAY)
    assert staff_id is not None
    found = staff.by_email("jo.bloggs@example.org")
    assert found is not None
    assert (found.staff_id, found.name, found.password_hash) == (staff_id, "Jo Bloggs", "password hash")
    assert staff.member(staff_id, HERE) == Member(
        staff_id, "Jo Bloggs", HERE, frozenset({Role.MANAGER, Role.CHAIR})
    )


def test_an_invitation_can_be_looked_at_until_it_is_used(invites: Invites) -> None:
    invites.make("h", an_invite(), MONDAY)
    assert invites.find("h", MONDAY) == an_invite(email="jo.bloggs@example.org")
    assert invites.find("other", MONDAY) is None
    invites.accept("h", "hash", MONDAY)
    assert invites.find("h", MONDAY) is None


def test_an_invitation_works_once(staff: Staff, invites: Invites) -> None:
    invites.make("h", an_invite(), MONDAY)
    invites.accept("h", "first", MONDAY)
    assert invites.accept("h", "second", MONDAY) is None
    assert getattr(staff.by_email("jo.bloggs@example.org"), "password_hash", "") == "first"


def test_an_invitation_works_once_even_at_the_same_moment(open_database: Callable[..., Database]) -> None:
    database = open_database(wait=30)
    Invites(database).make("h", an_invite(), MONDAY)
    accepted = all_at_once([lambda: Invites(database).accept("h", "hash", MONDAY)] * 8)
    assert len([one for one in accepted if isinstance(one, str)]) == 1
    assert [one for one in accepted if one is not None and not isinstance(one, str)] == []


def test_an_invitation_ends_after_two_days(invites: Invites) -> None:
    invites.make("h", an_invite(), MONDAY)
    assert invites.find("h", MONDAY + TWO_DAYS - timedelta(seconds=1)) is not None
    assert invites.find("h", MONDAY + TWO_DAYS) is None
    assert invites.accept("h", "hash", MONDAY + TWO_DAYS) is None


def test_an_invitation_takes_nobodys_account_over(staff: Staff, invites: Invites) -> None:
    """Whoever holds the letter does not come to know Sam's password (security T7)."""
    invites.make("h", an_invite(email="sam@example.org", charity=THERE), MONDAY)
    assert invites.accept("h", "thief's hash", MONDAY) == "sam"
    found = staff.account("sam")
    assert found is not None
    assert (found.name, found.password_hash) == ("Sam", "hash")
    assert staff.member("sam", THERE) is not None


def test_whoever_had_stopped_can_be_invited_back(staff: Staff, invites: Invites) -> None:
    staff.stop("sam", MONDAY)
    invites.make("h", an_invite(email="sam@example.org", name="Sam Again"), MONDAY)
    assert invites.accept("h", "new hash", MONDAY) == "sam"
    assert staff.member("sam", HERE) == Member(
        "sam", "Sam Again", HERE, frozenset({Role.MANAGER, Role.CHAIR})
    )
    assert getattr(staff.account("sam"), "password_hash", "") == "new hash"
