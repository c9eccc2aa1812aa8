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


def held(sessions: Sessions, id_hash: str, now: datetime) -> dict[str, object] | None:
    visited = sessions.load(id_hash, now)
    return dict(visited.data) if visited else None


def test_what_was_saved_is_loaded(sessions: Sessions) -> None:
    sessions.save("hash", {"lang": "pl", "places": [1, 2]}, MONDAY)
    assert held(sessions, "hash", MONDAY) == {"lang": "pl", "places": [1, 2]}
    assert sessions.load("other", MONDAY) is None


def test_what_is_saved_again_takes_its_place(sessions: Sessions) -> None:
    sessions.save("hash", {"lang": "pl"}, MONDAY)
    sessions.save("hash", {"lang": "ar"}, after(minutes=1), first=False)
    assert held(sessions, "hash", after(minutes=1)) == {"lang": "ar"}


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
    assert held(sessions, "hash", almost) == data
    assert sessions.load("hash", MONDAY + idle) is None
    sessions.save("hash", data, almost, first=False)
    assert held(sessions, "hash", MONDAY + idle) == data
    assert sessions.load("hash", almost + idle) is None


@pytest.mark.parametrize(("data", "whole"), [({}, GUESTS.whole), ({"staff_id": "sam"}, STAFF.whole)])
def test_it_ends_after_so_long_whatever_was_done(
    sessions: Sessions, data: dict[str, str], whole: timedelta
) -> None:
    sessions.save("hash", data, MONDAY)
    almost = MONDAY + whole - timedelta(seconds=1)
    sessions.save("hash", data, almost)
    assert held(sessions, "hash", almost) == data
    assert sessions.load("hash", MONDAY + whole) is None


def test_a_guest_who_answers_in_any_conversation_is_there(sessions: Sessions, database: Database) -> None:
    talks = Conversations(database)
    sessions.save("hash", {}, MONDAY)
    talk(talks, "hash", after(minutes=15), after(minutes=18))
    talk(talks, "hash", after(minutes=5))
    assert held(sessions, "hash", after(minutes=37)) == {}
    assert held(sessions, "hash", after(minutes=38)) is None
    assert sessions.purge(after(minutes=37)) == 0
    assert sessions.purge(after(minutes=38)) == 1


def test_an_old_turn_ends_no_session_in_which_something_was_kept_since(
    sessions: Sessions, database: Database
) -> None:
    talk(Conversations(database), "hash", MONDAY)
    sessions.save("hash", {}, after(minutes=19))
    assert held(sessions, "hash", after(minutes=38)) == {}
    assert sessions.purge(after(minutes=38)) == 0


def test_the_conversation_asked_for_comes_with_its_session(sessions: Sessions, database: Database) -> None:
    talks = Conversations(database)
    sessions.save("mine", {}, MONDAY)
    talk(talks, "mine", MONDAY)
    second, other = talk(talks, "mine", MONDAY), talk(talks, "other", MONDAY)
    visited = sessions.load("mine", MONDAY, HERE, second.number)
    assert visited is not None
    assert visited.conversation == talks.get("mine", HERE, second.number) == second
    for charity, number in ((HERE, 3), ("other-place", 1), (HERE, 0), (HERE, -1), (HERE, 2**40), ("", 1)):
        visited = sessions.load("mine", MONDAY, charity, number)
        assert visited is not None
        assert visited.conversation is None
    assert sessions.load("other", MONDAY, HERE, other.number) is None


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
    sessions.save("old guest", {}, now, first=False)
    talk(talks, "idle guest", MONDAY)
    busy = talk(talks, "busy guest", MONDAY)
    talk(talks, "never stored", MONDAY)
    new = talk(talks, "not stored yet", after(minutes=24))
    assert sessions.purge(now) == 3
    assert held(sessions, "busy guest", now) == {}
    assert held(sessions, "busy staff", now) == {"staff_id": "sam"}
    assert {row[0] for row in left(database)} == {busy.id, new.id}
    assert sessions.purge(now) == 0
