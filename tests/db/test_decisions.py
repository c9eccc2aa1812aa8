"""Decisions and absences as they are stored; what people wrote goes with the case."""

from datetime import date, timedelta

from sqlalchemy import delete

from tests.builders.cases import MONDAY, OnePolicy, a_member, a_policy, an_opening
from tests.builders.staff import employ
from webchat.cases.casework import Casework
from webchat.cases.people.away import Absence
from webchat.cases.people.sanctions import Decision, Voice
from webchat.cases.words import Decided, Role, Sanction
from webchat.db.cases import Cases
from webchat.db.database import Database
from webchat.db.decisions import Decisions
from webchat.db.diaries import Diaries
from webchat.db.tables import case_, decision, voice

MAY = date(2027, 5, 3)
SAM, PAT = a_member("sam"), a_member("pat")


def spoken(staff_id: str, seat: int) -> Voice:
    return Voice(staff_id, seat, Role.MANAGER, True, "I was there.", MONDAY + timedelta(hours=seat))


def a_decision(database: Database) -> Decision:
    employ(database, SAM, PAT)
    case = Casework(Cases(database), OnePolicy(a_policy())).open(an_opening(), MONDAY)
    kind, state = Sanction.BARRED_UNTIL, Decided.PROPOSED
    return Decision("d", case.id, "kind-place", kind, MAY, MAY, "Stay away.", state, (spoken("sam", 0),))


def test_a_decision_comes_back_as_it_went_and_as_it_became(database: Database) -> None:
    made, store = a_decision(database), Decisions(database)
    store.decide(made)
    assert list(store.decisions(made.case_id)) == [made]
    both = (*made.voices, spoken("pat", 1))
    became = Decision("d", made.case_id, "kind-place", made.kind, MAY, MAY, made.tells, Decided.HOLDS, both)
    store.decide(became)
    assert list(store.of_charity("kind-place")) == [became]
    assert list(store.of_charity("another")) == []


def test_it_goes_with_the_case(database: Database) -> None:
    made = a_decision(database)
    Decisions(database).decide(made)
    with database.transaction() as transaction:
        transaction.write(delete(case_).where(case_.c.id == made.case_id))
    assert database.rows(decision.select()) == database.rows(voice.select()) == []


def test_an_absence_comes_back_as_it_went_and_is_changed_under_its_id(database: Database) -> None:
    employ(database, SAM)
    store, one = Diaries(database), Absence("a", "kind-place", "sam", MONDAY.date(), MAY, "pat", "sam")
    store.say_away(one, MONDAY)
    assert list(store.absences("kind-place", MONDAY.date())) == [one]
    sooner = Absence("a", "kind-place", "sam", MONDAY.date(), MONDAY.date() + timedelta(days=2), "", "pat")
    store.say_away(sooner, MONDAY)
    assert list(store.absences("kind-place", MONDAY.date())) == [sooner]
    assert list(store.absences("kind-place", sooner.back)) == []
    store.not_away("kind-place", "a")
    assert list(store.absences("kind-place", MONDAY.date())) == []
