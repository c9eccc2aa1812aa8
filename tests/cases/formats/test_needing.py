"""What a guest needs is asked about again, corrected on their word, and explained where it cannot be met."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tests.builders.cases import MONDAY, a_member, an_entry, an_opening, casework
from tests.fakes.store import MemoryStore
from webchat.cases.case import Case, Purpose
from webchat.cases.errors import NotAllowed
from webchat.cases.formats.needing import Needing, Said
from webchat.cases.needs import NeedState, a_year_after, is_to_be_asked
from webchat.cases.promises.calendar import london_date
from webchat.cases.words import PromiseName

SAM = a_member("sam")
LARGE = (("information_format", "large_print"),)
TODAY = MONDAY.date()


def claimed(**given: Any) -> tuple[Needing, MemoryStore, Case]:
    work, store = casework(an_entry(PromiseName.REPLY, 3))
    case = work.open(an_opening(**{"needs": LARGE, **given}), MONDAY)
    return Needing(work), store, work.claim(SAM, case.id, MONDAY)


def values(store: MemoryStore, case: Case) -> list[str]:
    return [one.value for one in store.needs(case.id)]


# Is this still right? (D17)


@pytest.mark.parametrize(
    ("told", "again"),
    [(date(2026, 11, 23), date(2027, 11, 23)), (date(2028, 2, 29), date(2029, 2, 28))],
)
def test_a_year_is_a_year(told: date, again: date) -> None:
    assert a_year_after(told) == again


@pytest.mark.parametrize("days", [0, 1, 364, 365, 366, 800])
def test_it_is_asked_after_twelve_months_and_not_before(days: int) -> None:
    _, store, case = claimed()
    assert is_to_be_asked(store.needs(case.id), TODAY + timedelta(days=days)) is (days >= 365)


def test_the_day_is_the_one_in_london() -> None:
    late = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    work, store = casework()
    case = work.open(an_opening(needs=LARGE), late)
    assert store.needs(case.id)[0].asked_on == date(2027, 7, 1) == a_year_after(london_date(late))


def test_staff_can_have_it_asked_at_once_and_the_answer_is_good_for_a_year() -> None:
    needing, store, case = claimed()
    case = needing.ask(SAM, case.id, MONDAY)
    assert is_to_be_asked(store.needs(case.id), TODAY)
    needing.right(case, MONDAY)
    assert not is_to_be_asked(store.needs(case.id), TODAY + timedelta(days=364))
    assert store.needs(case.id)[0].told_at == MONDAY
    assert [one.what for one in store.events(case.id)][-2:] == ["needs_asked", "needs_right"]


def test_whoever_told_nothing_is_asked_nothing() -> None:
    needing, store, case = claimed(needs=())
    with pytest.raises(NotAllowed, match="nothing_told"):
        needing.ask(SAM, case.id, MONDAY)
    assert not is_to_be_asked(store.needs(case.id), TODAY + timedelta(days=900))


def test_not_right_any_more_is_told_to_staff_once_and_nothing_is_lost() -> None:
    needing, store, case = claimed()
    case = needing.not_right(case, MONDAY)
    assert needing.not_right(case, MONDAY) == case
    assert [one.state for one in store.needs(case.id)] == [NeedState.DOUBTED]
    assert len([one for one in store.errands if one.startswith("needs_doubted")]) == 1


# On the guest's word


def test_staff_write_down_what_the_guest_needs_now() -> None:
    needing, store, case = claimed()
    later = MONDAY + timedelta(days=30)
    said = Said(("large_print", "bsl"), language="Urdu", points=24)
    needing.correct(SAM, case.id, said, later)
    found = {one.value: one for one in store.needs(case.id)}
    assert set(found) == {"large_print", "bsl", "Urdu"}
    assert (found["large_print"].points, found["large_print"].told_at) == (24, MONDAY)
    assert (found["bsl"].told_at, found["Urdu"].field) == (later, "community_language")
    assert {one.review_on for one in found.values()} == {date(2027, 12, 23)}


def test_what_they_do_not_name_is_over_and_stays_in_the_record() -> None:
    needing, store, case = claimed()
    needing.correct(SAM, case.id, Said(()), MONDAY)
    assert store.needs(case.id) == ()
    assert [one.state for one in store.all_needs] == [NeedState.TOLD, NeedState.ENDED]
    needing.correct(SAM, case.id, Said(("large_print",)), MONDAY)
    assert values(store, case) == ["large_print"]


def test_the_record_names_fields_and_no_words_of_theirs() -> None:
    needing, store, case = claimed()
    needing.correct(SAM, case.id, Said((), other="I cannot hear on my left"), MONDAY)
    event = store.events(case.id)[-1]
    assert dict(event.fields) == {"told": ["additional_support"], "ended": ["information_format"]}


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        (Said(("smoke signals",)), "unknown_need"),
        (Said(("large_print",), points=15), "not_points"),
        (Said(("large_print",), points=73), "not_points"),
        (Said((), language="x" * 201), "need_too_long"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(said: Said, refused: str) -> None:
    needing, store, case = claimed()
    with pytest.raises(NotAllowed, match=refused):
        needing.correct(SAM, case.id, said, MONDAY)
    assert values(store, case) == ["large_print"]


def test_only_whoever_has_the_case_corrects_it() -> None:
    needing, _, case = claimed()
    with pytest.raises(NotAllowed, match="not_yours"):
        needing.correct(a_member("kim"), case.id, Said(()), MONDAY)


# Where it cannot be met (ACSOS: "explain why a preference cannot be met")


def test_the_guest_is_told_why_and_it_asks_for_nothing_any_more() -> None:
    needing, store, case = claimed()
    needing.cannot_meet(SAM, case.id, "large_print", "We have no printer.", (), MONDAY)
    message = store.messages(case.id)[-1]
    assert (message.purpose, message.body) == (Purpose.NEED_UNMET, "We have no printer.")
    assert [one.state for one in store.needs(case.id)] == [NeedState.UNMET]
    assert [one.name for one in store.promises(case.id) if one.is_owed] == [PromiseName.REPLY]
    assert "printer" not in str(store.events(case.id)[-1])


@pytest.mark.parametrize(
    ("value", "words", "promised", "refused"),
    [
        ("large_print", "Sorry.", ("large_print",), "policy_lists_it"),
        ("large_print", "   ", (), "no_unmet_words"),
        ("braille", "Sorry.", (), "nothing_told"),
    ],
)
def test_what_the_policy_lists_is_met_and_not_explained_away(
    value: str, words: str, promised: tuple[str, ...], refused: str
) -> None:
    needing, _, case = claimed()
    with pytest.raises(NotAllowed, match=refused):
        needing.cannot_meet(SAM, case.id, value, words, promised, MONDAY)


def test_a_language_in_words_is_an_interpreters_in_the_policy_too() -> None:
    needing, _, case = claimed(needs=(("community_language", "Urdu"),))
    with pytest.raises(NotAllowed, match="policy_lists_it"):
        needing.cannot_meet(SAM, case.id, "Urdu", "Sorry.", ("interpreter",), MONDAY)
