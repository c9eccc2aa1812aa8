"""What a report counts, and what it never does (Help & Care 15.3, 20; guest-rules E16, E24)."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.builders.busy import Busy
from tests.builders.by_hand import by_hand, flat, raw_values
from tests.builders.cases import MONDAY, a_member, an_entry, casework
from tests.builders.promises import a_promise
from tests.fakes.store import MemoryStore
from tests.webhouse import the_packs
from webchat.cases.case import ANSWERING, About, Case, Delivery, Status, Verdict
from webchat.cases.formats.needed import formats_on_the_way
from webchat.cases.promises.policy import NextStage
from webchat.cases.promises.promise import Promise, Source, State
from webchat.cases.reports.periods import Period, quarter_of, year_of
from webchat.cases.reports.record import (
    Acted,
    Answered,
    Came,
    Fitted,
    Given,
    Judged,
    Learned,
    Needed,
    Open,
    Record,
)
from webchat.cases.reports.reporting import (
    Cell,
    Part,
    counted,
    how_kept,
    may_be_counted,
    rows,
    waiting,
)
from webchat.cases.words import Format, Kind, MetBy, PromiseName, Role

PERIOD = quarter_of(MONDAY.date())
DUE = date(2026, 11, 30)
ENTRIES = (
    an_entry(PromiseName.ACKNOWLEDGE, 1, met_by=MetBy.AUTOMATIC, ref="1"),
    an_entry(PromiseName.REPLY, 5, ref="2"),
    an_entry(PromiseName.OUTCOME, 15, ref="3", kinds=frozenset({Kind.COMPLAINT}), stage=2),
)
STAFF = tuple(a_member(name, *Role, name=f"{name.title()} Alderton") for name in ("ada", "bea", "cem"))
STAGES = (NextStage("16", "words", tuple(Role), 2), NextStage("17", "words", tuple(Role), 3))


def at(day: int, hour: int = 12) -> datetime:
    return MONDAY.replace(hour=hour) + timedelta(days=day - MONDAY.day)


def of(store: MemoryStore) -> Record:
    """What a store in memory holds of the cases that may be counted."""
    cases = {one.id: one for one in store.cases.values() if may_be_counted(one.kind, one.about)}
    events = [one for one in store.all_events if one.case_id in cases]
    return Record(
        came=[
            *(Came(one.kind, 1, one.received_at) for one in cases.values()),
            *(
                Came(cases[one.case_id].kind, to(one.fields), one.at)
                for one in events
                if one.what == "went_on"
            ),
        ],
        given=[
            Given(one, cases[one.case_id].status is Status.CLOSED)
            for one in store.all_promises.values()
            if one.case_id in cases
        ],
        judged=[
            Judged(Verdict(str(one.fields["verdict"])), one.at) for one in events if one.what == "judged"
        ],
        learned=[
            Learned(one.at, bool(one.fields["learned"])) for one in events if "learned" in one.fields
        ],
        acted=[
            Acted(one.made_at, one.due_on, one.state, one.settled_at)
            for one in store.all_tasks.values()
            if one.case_id in cases
        ],
        needed=[
            Needed(one.case_id, one.value, one.told_at) for one in store.all_needs if one.case_id in cases
        ],
        answered=[
            Answered(one.at, one.lang, cases[one.case_id].lang, one.delivery)
            for one in store.all_messages.values()
            if one.case_id in cases and one.purpose in ANSWERING
        ],
        fitted=[
            Fitted(one.at, formats, one.delivery, one.plain_why is not None)
            for one in store.all_messages.values()
            if one.case_id in cases and (formats := formats_on_the_way(one.formats, one.route))
        ],
    )


def to(fields: Any) -> int:
    return int(fields["to"])


@given(some.integers(0, 2**32), some.integers(1, 150))
@settings(max_examples=60, deadline=None)
def test_every_number_is_the_same_counted_by_hand_from_what_is_stored(seed: int, steps: int) -> None:
    work, store = casework(*ENTRIES, staff=STAFF, stages=3, next_stages=STAGES)
    busy = Busy(work, "kind-place", STAFF, Random(seed), MONDAY).go_on(steps)
    record, year = of(store), year_of(MONDAY.date())
    whole = counted(record, year, busy.now)
    assert flat(whole) == by_hand(raw_values(store), "kind-place", year, busy.now)
    by_quarter = [counted(record, one, busy.now) for one in year.quarters]
    assert sum(by_quarter, Counter()) == whole


def a_given(is_closed: bool = False, **how: Any) -> Given:
    return Given(a_promise(due=DUE, **how), is_closed)


@pytest.mark.parametrize(
    ("one", "column"),
    [
        (a_given(state=State.MET, met_at=at(30, 23)), "in_time"),
        (a_given(state=State.MET, met_at=at(31, 0)), "little_late"),
        (a_given(state=State.MET, met_at=at(35)), "little_late"),
        (a_given(state=State.MET, met_at=at(36)), "much_late"),
        (a_given(state=State.OPEN), "little_late"),
        (a_given(state=State.LATE), "little_late"),
        (a_given(is_closed=True), "not_kept"),
        (a_given(is_closed=True, state=State.MET, met_at=at(25)), "in_time"),
        (a_given(state=State.SUPERSEDED), None),
        (Given(a_promise(), False), None),
    ],
)
def test_a_promise_is_kept_late_open_or_replaced(one: Given, column: str | None) -> None:
    assert how_kept(one, at(32)) == column


def test_before_it_is_due_it_is_still_open() -> None:
    assert how_kept(a_given(), at(30)) == "still_open"


def stated(old: Promise | None, on: date) -> list[Given]:
    """What is stored once staff have told a date at noon on Monday."""
    new = a_promise(due=on, id="new", source=Source.STAFF, starts_at=at(23))
    before = [replace(old, state=State.SUPERSEDED, met_by="new")] if old else []
    return [Given(one, False) for one in (*before, new)]


@pytest.mark.parametrize(
    ("given_", "row"),
    [
        (stated(a_promise(), DUE), "first"),
        (stated(a_promise(due=DUE), date(2026, 12, 7)), "before"),
        (stated(None, date(2026, 12, 7)), "after"),
        (stated(a_promise(due=DUE), date(2026, 11, 27)), None),
    ],
)
def test_a_date_that_staff_told_is_a_first_one_or_a_later_one(given_: list[Given], row: str | None) -> None:
    found = counted(Record(given=given_), PERIOD, at(24))
    moved = {cell.row[0]: many for cell, many in found.items() if cell.part is Part.MOVED}
    assert moved == ({row: 1} if row else {})


def test_comments_are_counted_as_well_though_the_policy_leaves_them_out() -> None:
    policy = the_packs()["help-and-care"].policy
    kinds = list(rows(policy)[Part.CAME])
    assert ("comment", "1") in kinds  # Help & Care 20 counts the other three (policy-facts H23)
    assert [row for row in kinds if row[1] != "1"] == [("complaint", "2"), ("complaint", "3")]


@pytest.mark.parametrize("charity", sorted(the_packs()))
def test_the_rows_are_the_policys_own_measures_whatever_happened(charity: str) -> None:
    policy = the_packs()[charity].policy
    timed = {(one.promise.value, one.ref) for one in policy.entries if one.value and not one.kept_by_people}
    assert timed <= {row[:2] for row in rows(policy)[Part.KEPT]}
    assert ("reply", "", "staff") in rows(policy)[Part.KEPT]


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("about", list(About))
def test_a_case_about_a_person_and_a_safeguarding_case_are_never_counted(kind: Kind, about: About) -> None:
    counts = about is About.NOBODY and kind is not Kind.SAFEGUARDING
    assert may_be_counted(kind, about) is counts


@given(some.integers(0, 2**32))
@settings(max_examples=30, deadline=None)
def test_a_report_is_the_same_with_a_case_about_somebody_and_without_it(seed: int) -> None:
    """Whoever it is about cannot learn from any number that there is one, however late they are named."""
    work, store = casework(*ENTRIES, staff=STAFF, stages=3, next_stages=STAGES)
    busy = Busy(work, "kind-place", STAFF, Random(seed), MONDAY).go_on(60)
    chosen = Random(seed).choice(busy.ids)
    named = replace(store.cases[chosen], about=About.MATCHED, about_staff="ada")
    store.cases[chosen] = named
    with_it = counted(of(store), PERIOD, busy.now)
    forget(store, named)
    assert counted(of(store), PERIOD, busy.now) == with_it


def forget(store: MemoryStore, case: Case) -> None:
    """As if it had never been sent."""
    del store.cases[case.id]
    store.all_promises = {name: one for name, one in store.all_promises.items() if one.case_id != case.id}
    store.all_messages = {name: one for name, one in store.all_messages.items() if one.case_id != case.id}
    store.all_events = [one for one in store.all_events if one.case_id != case.id]
    store.all_needs = [one for one in store.all_needs if one.case_id != case.id]


def test_what_lies_outside_the_period_is_not_counted() -> None:
    july = at(23) - timedelta(days=130)
    record = Record(
        came=[Came(Kind.COMMENT, 1, july)],
        given=[Given(a_promise(due=july.date()), False)],
        judged=[Judged(Verdict.WELL, july)],
        needed=[Needed("c", "braille", july)],
        answered=[Answered(july, "en", "pl", Delivery.SENT)],
    )
    assert counted(record, PERIOD, at(24)) == Counter()
    assert counted(record, quarter_of(july.date()), at(24)).total() == 6


def test_a_need_told_twice_is_one_and_in_other_words_something_else() -> None:
    told = [Needed("c", "braille", at(23)), Needed("c", "braille", at(24)), Needed("c", "Urdu", at(23))]
    found = counted(Record(needed=told), PERIOD, at(25))
    assert {cell.row[0]: many for cell, many in found.items()} == {"braille": 1, "something_else": 1}


@pytest.mark.parametrize("delivery", list(Delivery))
def test_an_answer_counts_once_it_has_reached_its_guest(delivery: Delivery) -> None:
    found = counted(Record(answered=[Answered(at(23), "en", "en", delivery)]), PERIOD, at(24))
    reached = delivery.value in ("shown", "sent", "posted", "spoken", "handed_over", "interpreted")
    assert found == {Cell(Part.ANSWERED, ("reached",), "yes" if reached else "no"): 1}


def test_each_open_case_waits_under_one_heading() -> None:
    some_open = [
        Open(True, True, True, 2),
        Open(False, True, True, 3),
        Open(False, True, False),
        Open(*[False] * 3),
    ]
    found = {cell.row[0]: many for cell, many in waiting(some_open).items()}
    assert found == {"overdue": 2, "undated": 3, "in_time": 1, "nothing_owed": 1}


def test_a_year_that_runs_is_one_period() -> None:
    assert Period(date(2026, 4, 1), date(2027, 3, 31)) == year_of(MONDAY.date())


@pytest.mark.parametrize(
    ("delivery", "is_plain", "column"),
    [
        *((one, False, "as_needed") for one in (Delivery.POSTED, Delivery.HANDED_OVER, Delivery.INTERPRETED)),
        *((one, False, "to_be_made") for one in (Delivery.TO_MAKE, Delivery.HELD, Delivery.QUEUED)),
        *((one, True, "with_reason") for one in (Delivery.SHOWN, Delivery.QUEUED, Delivery.SENT)),
    ],
)
def test_a_message_in_a_format_is_counted_once_for_each_by_what_became_of_it(
    delivery: Delivery, is_plain: bool, column: str
) -> None:
    made = Fitted(at(25), (Format.BRAILLE, Format.BSL), delivery, is_plain)
    outside = Fitted(at(25).replace(year=2025), (Format.BRAILLE,), delivery, is_plain)
    found = counted(Record(fitted=[made, outside]), PERIOD, at(26))
    assert flat(found) == {("needs_met", one, column): 1 for one in ("braille", "bsl")}
