"""A session lives as long as it may, and takes every unsent word with it when it ends."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from tests.builders.cases import MONDAY, OnePolicy, a_member, a_policy, an_opening
from tests.builders.staff import employ
from webchat.cases.casework import Casework
from webchat.db.cases import Cases
from webchat.db.conversations import Conversation, Conversations, Turn
from webchat.db.database import Database
from webchat.db.sessions import Limits, Sessions
from webchat.db.tables import conversation, turn

GUESTS = Limits(timedelta(minutes=20), timedelta(hours=4))
STAFF = Limits(timedelta(minutes=30), timedelta(hours=12))
HERE = "kind-place"


@pytest.fixture
def sessions(database: Database) -> Sessions:
    employ(database, a_member("sam"), a_member("amina"))
    return Sessions(database, GUESTS, STAFF)


def after(**given: int) -> datetime:
    return MONDAY + timedelta(**given)


def test_what_was_saved_is_loaded(sessions: Sessions) -> None:
    sessions.save("hash", {"lang": "pl", "places": [1, 2]}, MONDAY)
    assert sessions.load("hash", MONDAY) == {"lang": "pl", "places": [1, 2]}
    assert sessions.load("other", MONDAY) is None


def test_what_is_saved_again_takes_its_place(sessions: Sessions) -> None:
    sessions.save("hash", {"lang": "pl"}, MONDAY)
    sessions.save("hash", {"lang": "ar"}, after(minutes=1), first=False)
    assert sessions.load("hash", after(minutes=1)) == {"lang": "ar"}


def test_a_session_that_was_ended_is_not_brought_back_by_a_request_on_its_way(sessions: Sessions) -> None:
    sessions.save("hash", {"staff_id": "sam"}, MONDAY)
    sessions.delete("hash")
    assert not sessions.save("hash", {"staff_id": "sam"}, MONDAY, first=False)
    assert sessions.load("hash", MONDAY) is None


@pytest.mark.parametrize(("data", "idle"), [({}, GUESTS.idle), ({"staff_id": "sam"}, STAFF.idle)])
def test_it_ends_when_nothing_was_done_for_so_long(
    sessions: Sessions, data: dict[str, str], idle: timedelta
) -> None:
    sessions.save("hash", data, MONDAY)
    almost = MONDAY + idle - timedelta(seconds=1)
    assert sessions.load("hash", almost) == data
    assert sessions.load("hash", MONDAY + idle) is None
    sessions.touch("hash", almost)
    assert sessions.load("hash", MONDAY + idle) == data
    assert sessions.load("hash", almost + idle) is None


@pytest.mark.parametrize(("data", "whole"), [({}, GUESTS.whole), ({"staff_id": "sam"}, STAFF.whole)])
def test_it_ends_after_so_long_whatever_was_done(
    sessions: Sessions, data: dict[str, str], whole: timedelta
) -> None:
    sessions.save("hash", data, MONDAY)
    almost = MONDAY + whole - timedelta(seconds=1)
    sessions.save("hash", data, almost)
    sessions.touch("hash", almost)
    assert sessions.load("hash", almost) == data
    assert sessions.load("hash", MONDAY + whole) is None


def test_touching_never_turns_the_time_back(sessions: Sessions) -> None:
    sessions.save("hash", {}, after(minutes=10))
    sessions.touch("hash", MONDAY)
    assert sessions.load("hash", after(minutes=29)) == {}


def test_a_member_of_staff_can_be_signed_out_everywhere_but_here(sessions: Sessions) -> None:
    for name, staff_id in (("here", "sam"), ("there", "sam"), ("other", "amina")):
        sessions.save(name, {"staff_id": staff_id}, MONDAY)
    sessions.save("guest", {}, MONDAY)
    assert sessions.delete_staff("sam", but="here") == 1
    living = [name for name in ("here", "there", "other", "guest") if sessions.load(name, MONDAY) is not None]
    assert living == ["here", "other", "guest"]


# What a guest has not sent


def talk(talks: Conversations, session: str, *at: datetime) -> Conversation:
    begun = talks.start(session, HERE, "en", {"slots": {"words": "secret"}}, MONDAY)
    for seq, moment in enumerate(at, start=1):
        begun = talks.advance(begun, Turn(seq, {"words": "secret"}, [], moment), {"words": "secret"})
    return begun


def left(database: Database) -> list[tuple[str, int]]:
    found = select(turn.c.conversation, turn.c.seq).order_by(turn.c.conversation, turn.c.seq)
    return [(row.conversation, row.seq) for row in database.rows(found)]


def test_every_unsent_word_goes_with_the_session(sessions: Sessions, database: Database) -> None:
    talks = Conversations(database)
    talk(talks, "mine", MONDAY, MONDAY)
    other = talk(talks, "other", MONDAY)
    sessions.save("mine", {}, MONDAY)
    sessions.delete("mine")
    assert left(database) == [(other.id, 1)]
    assert [row.id for row in database.rows(select(conversation.c.id))] == [other.id]


def test_words_are_gone_even_when_their_session_was_never_stored(
    sessions: Sessions, database: Database
) -> None:
    talk(Conversations(database), "mine", MONDAY)
    sessions.delete("mine")
    assert left(database) == []


def test_what_was_sent_stays_with_its_case_and_what_came_after_goes(
    sessions: Sessions, database: Database
) -> None:
    talks, cases = Conversations(database), Cases(database)
    sessions.save("mine", {}, MONDAY)
    mine = talk(talks, "mine", after(minutes=1), after(minutes=2), after(minutes=3))
    work = Casework(cases, OnePolicy(a_policy()))
    case = work.open(an_opening(conversation=mine.id), after(minutes=2))
    sessions.delete("mine")
    assert left(database) == [(mine.id, 1), (mine.id, 2)]
    kept = talks.by_id(HERE, mine.id)
    assert kept is not None
    assert (kept.session, kept.state) == ("", {})
    assert talks.get("mine", HERE, 1) is None
    found = cases.case(HERE, case.id)
    assert found is not None
    assert (found.sealed_code, found.code_hash) == ("", "hash")


def test_a_staff_session_and_other_guests_lose_nothing(sessions: Sessions, database: Database) -> None:
    cases, talks = Cases(database), Conversations(database)
    theirs = talk(talks, "theirs", MONDAY)
    case = Casework(cases, OnePolicy(a_policy())).open(an_opening(conversation=theirs.id), MONDAY)
    sessions.save("mine", {"staff_id": "sam"}, MONDAY)
    sessions.delete("mine")
    assert left(database) == [(theirs.id, 1)]
    assert cases.case(HERE, case.id) == case


def test_purging_ends_what_is_over_and_only_that(sessions: Sessions, database: Database) -> None:
    talks = Conversations(database)
    now = after(minutes=25)
    sessions.save("idle guest", {}, MONDAY)
    sessions.save("busy guest", {}, after(minutes=10))
    sessions.save("idle staff", {"staff_id": "sam"}, after(minutes=-10))
    sessions.save("busy staff", {"staff_id": "sam"}, MONDAY)
    sessions.save("old guest", {}, after(hours=-4))
    sessions.touch("old guest", now)
    talk(talks, "idle guest", MONDAY)
    busy = talk(talks, "busy guest", MONDAY)
    talk(talks, "never stored", MONDAY)
    new = talk(talks, "not stored yet", after(minutes=24))
    assert sessions.purge(now) == 3
    assert sessions.load("busy guest", now) == {}
    assert sessions.load("busy staff", now) == {"staff_id": "sam"}
    assert {row[0] for row in left(database)} == {busy.id, new.id}
    assert sessions.purge(now) == 0
