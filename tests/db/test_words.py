"""Whatever a guest types is kept as typed, and comes back the same from SQLite and from PostgreSQL."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert

from tests.builders.cases import MONDAY, OnePolicy, a_policy, an_opening
from tests.builders.naughty import NAUGHTY
from webchat.cases.casework import Casework
from webchat.db.cases import Cases
from webchat.db.columns import storable
from webchat.db.conversations import Conversations, Turn
from webchat.db.database import Database
from webchat.db.tables import staff

TYPED = [typed for typed, _ in NAUGHTY]
KEPT = [kept for _, kept in NAUGHTY]


def test_every_word_of_a_case_is_kept_as_it_was_typed(database: Database) -> None:
    work = Casework(Cases(database), OnePolicy(a_policy()))
    for number, (typed, kept) in enumerate(NAUGHTY):
        given_words = {"words": typed, "name": typed, "contact": typed, "about_name": typed}
        case = work.open(
            an_opening(
                key=f"key-{number}",
                about_person=True,
                needs=(("words", typed),),
                answers=(("one", typed), ("many", [typed, {typed: typed}])),
                **given_words,
            ),
            MONDAY,
        )
        stored = work.store.case(case.charity, case.id)
        assert stored == replace(case, answers=(("one", kept), ("many", [kept, {kept: kept}])))
        assert [one.body for one in work.store.messages(case.id)] == [kept]
        assert [one.name for one in work.store.people(case.id)] == [kept, kept]
        assert [one.value for one in work.store.needs(case.id)] == [kept]


def test_every_word_of_a_turn_is_kept_as_it_was_typed(database: Database) -> None:
    talks = Conversations(database)
    begun = talks.start("session", "kind-place", "en", {"words": TYPED}, MONDAY)
    heard, says = {"words": TYPED}, [{"name": "utter_x", "values": {"said": TYPED}}]
    talks.advance(begun, Turn(1, heard, says, MONDAY), {"slots": {"words": TYPED}})
    [stored] = talks.turns(begun.id)
    assert stored.heard == {"words": KEPT}
    assert stored.says == [{"name": "utter_x", "values": {"said": KEPT}}]
    after = talks.get("session", "kind-place", 1)
    assert after is not None
    assert after.state == {"slots": {"words": KEPT}}


def test_what_is_looked_up_may_be_nonsense_too(database: Database) -> None:
    store, talks = Cases(database), Conversations(database)
    for typed in TYPED:
        assert store.case("kind-place", typed) is None
        assert store.case_by_reference(typed, typed) is None
        assert talks.get(typed, typed, 1) is None


@pytest.mark.parametrize("number", [0, -1, 2**31, 2**63, 2**64, 10**30])
def test_a_number_in_an_address_may_be_nonsense(database: Database, number: int) -> None:
    assert Conversations(database).get("session", "kind-place", number) is None


@given(st.text(st.characters(), max_size=60))
def test_what_is_storable_is_whole_unicode_without_nul_and_stays_so(typed: str) -> None:
    kept = storable(typed)
    assert "\0" not in kept
    assert kept.encode("utf-8").decode("utf-8") == kept
    assert storable(kept) == kept


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60))
def test_what_was_whole_is_not_changed(typed: str) -> None:
    assert storable(typed) == typed


def test_a_time_without_a_zone_is_refused_not_guessed(database: Database) -> None:
    row = {"id": "sam", "email": "sam", "name": "", "password_hash": "", "created_at": datetime(2026, 11, 23)}

    def hire() -> None:
        with database.transaction() as transaction:
            transaction.write(insert(staff), row)

    with pytest.raises(ValueError, match="without a zone"):
        hire()


def test_a_time_in_another_zone_is_the_same_instant(database: Database) -> None:
    local = datetime(2026, 7, 1, 9, 30, 0, 123456, timezone(timedelta(hours=1)))
    begun = Conversations(database).start("session", "kind-place", "en", {}, local)
    found = Conversations(database).get("session", "kind-place", begun.number)
    assert found is not None
    assert found.created_at == local
    assert found.created_at.tzinfo is UTC
