"""A conversation moves on turn by turn, and no page overwrites what another has written."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import delete

from tests.builders.at_once import all_at_once
from tests.builders.cases import MONDAY
from webchat.cases.errors import Stale
from webchat.db.conversations import Conversation, Conversations, Turn
from webchat.db.database import Database
from webchat.db.tables import conversation

HERE = "kind-place"


@pytest.fixture
def talks(database: Database) -> Conversations:
    return Conversations(database)


def begin(talks: Conversations, session: str = "s", charity: str = HERE) -> Conversation:
    return talks.start(session, charity, "en", {"run": 0}, MONDAY)


def a_turn(seq: int, heard: str = "hello") -> Turn:
    says = [{"name": "utter_hello", "values": {}}]
    return Turn(seq, {"words": heard}, says, MONDAY + timedelta(minutes=seq))


def test_conversations_are_numbered_in_their_session_and_charity(talks: Conversations) -> None:
    assert [begin(talks).number, begin(talks).number] == [1, 2]
    assert begin(talks, session="other").number == 1
    assert begin(talks, charity="other-place").number == 1


def test_one_is_found_only_by_its_own_session_at_its_own_charity(talks: Conversations) -> None:
    mine = begin(talks)
    assert talks.get("s", HERE, 1) == mine
    assert talks.get("other", HERE, 1) is None
    assert talks.get("s", "other-place", 1) is None
    assert talks.get("s", HERE, 2) is None


def test_the_newest_and_all_of_a_session_are_found_and_nobody_elses(talks: Conversations) -> None:
    mine = [begin(talks), begin(talks)]
    other = begin(talks, charity="other-place")
    begin(talks, session="other")
    assert (talks.newest("s", HERE), talks.newest("s", "other-place"), talks.newest("s", "none")) == (2, 1, 0)
    assert {one.id for one in talks.of_session("s")} == {*(one.id for one in mine), other.id}


def test_the_desk_finds_the_conversation_of_its_own_charitys_case(talks: Conversations) -> None:
    mine = begin(talks)
    assert talks.by_id(HERE, mine.id) == mine
    assert talks.by_id("other-place", mine.id) is None


def test_a_turn_is_stored_with_the_state_after_it(talks: Conversations) -> None:
    begun = begin(talks)
    moved = talks.advance(begun, a_turn(1), {"run": 1}, "pl")
    assert talks.get("s", HERE, 1) == moved
    assert (moved.seq, moved.state, moved.lang, moved.touched_at) == (1, {"run": 1}, "pl", a_turn(1).at)
    assert list(talks.turns(begun.id)) == [a_turn(1)]


def test_turns_come_back_in_order(talks: Conversations) -> None:
    now = begin(talks)
    for seq in range(1, 12):
        now = talks.advance(now, a_turn(seq, f"words {seq}"), {})
    assert [one.seq for one in talks.turns(now.id)] == list(range(1, 12))


def test_a_turn_from_an_old_page_is_stale_and_overwrites_nothing(talks: Conversations) -> None:
    begun = begin(talks)
    moved = talks.advance(begun, a_turn(1, "first"), {"run": 1})
    with pytest.raises(Stale):
        talks.advance(begun, a_turn(1, "second"), {"run": 2})
    assert talks.get("s", HERE, 1) == moved
    assert [one.heard for one in talks.turns(begun.id)] == [{"words": "first"}]


@pytest.mark.parametrize("seq", [0, 2, 3])
def test_a_turn_that_is_not_the_next_one_is_stale(talks: Conversations, seq: int) -> None:
    begun = begin(talks)
    with pytest.raises(Stale):
        talks.advance(begun, a_turn(seq), {})
    assert list(talks.turns(begun.id)) == []


def test_a_turn_of_a_conversation_that_has_ended_is_stale(talks: Conversations, database: Database) -> None:
    begun = begin(talks)
    with database.transaction() as transaction:
        transaction.write(delete(conversation))
    with pytest.raises(Stale):
        talks.advance(begun, a_turn(1), {})


def test_a_stale_turn_leaves_its_transaction_usable(talks: Conversations, database: Database) -> None:
    begun = begin(talks)
    talks.advance(begun, a_turn(1), {})
    with database.transaction():
        with pytest.raises(Stale):
            talks.advance(begun, a_turn(1), {})
        begin(talks)
    assert talks.get("s", HERE, 2) is not None


def test_a_change_of_language_keeps_everything_else(talks: Conversations) -> None:
    moved = talks.advance(begin(talks), a_turn(1), {"run": 1})
    talks.set_lang(moved.id, "ar")
    found = talks.get("s", HERE, 1)
    assert found is not None
    assert (found.lang, found.seq, found.state) == ("ar", 1, {"run": 1})


def test_a_turn_that_says_no_language_keeps_the_one_chosen_meanwhile(talks: Conversations) -> None:
    begun = begin(talks)
    talks.set_lang(begun.id, "ar")
    talks.advance(begun, a_turn(1), {})
    found = talks.get("s", HERE, 1)
    assert found is not None
    assert found.lang == "ar"


def test_many_tabs_at_once_have_a_number_each(open_database: Callable[..., Database]) -> None:
    talks = Conversations(open_database(wait=30))
    made = all_at_once([lambda: begin(talks)] * 8)
    assert sorted(one.number for one in made) == list(range(1, 9))
