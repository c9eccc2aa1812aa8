"""A calendar is found by its secret alone, and ends when its owner leaves (issue 4, line 8)."""

import pytest

from tests.builders.cases import MONDAY, a_member
from tests.builders.staff import employ
from webchat.cases.people.member import Member
from webchat.cases.words import Role
from webchat.db.database import Database
from webchat.db.feeds import Feeds
from webchat.db.staff import Staff


@pytest.fixture
def sam(database: Database) -> Member:
    member = a_member()
    employ(database, member)
    return member


def test_it_is_found_by_the_hash_of_its_secret_at_its_charity(database: Database, sam: Member) -> None:
    feeds = Feeds(database)
    assert feeds.made_at(sam) is None
    feeds.make("first", sam, MONDAY)
    assert feeds.made_at(sam) == MONDAY
    assert feeds.whose("kind-place", "first") == sam
    assert feeds.whose("another", "first") is None
    assert feeds.whose("kind-place", "") is None


def test_a_new_secret_takes_the_place_of_the_one_before(database: Database, sam: Member) -> None:
    feeds = Feeds(database)
    feeds.make("first", sam, MONDAY)
    feeds.make("second", sam, MONDAY)
    assert (feeds.whose("kind-place", "first"), feeds.whose("kind-place", "second")) == (None, sam)


def test_stopped_it_finds_nothing(database: Database, sam: Member) -> None:
    feeds = Feeds(database)
    feeds.make("first", sam, MONDAY)
    feeds.stop(sam)
    feeds.stop(sam)
    assert (feeds.whose("kind-place", "first"), feeds.made_at(sam)) == (None, None)


@pytest.mark.parametrize("ends", ["leave", "stop"])
def test_it_ends_with_the_work_and_does_not_come_back_with_it(
    database: Database, sam: Member, ends: str
) -> None:
    feeds, staff = Feeds(database), Staff(database)
    feeds.make("first", sam, MONDAY)
    if ends == "leave":
        staff.leave("sam", "kind-place")
    else:
        staff.stop("sam", MONDAY)
    assert feeds.whose("kind-place", "first") is None
    staff.start_again("sam", "Sam", "hash")
    staff.join("sam", "kind-place", [Role.WORKER])
    assert feeds.whose("kind-place", "first") is None
