"""Every figure of a report comes again from the raw rows, counted another way (issue 4, line 10)."""

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from tests.builders.busy import Busy
from tests.builders.by_hand import by_hand, flat, raw_rows, waiting_by_hand
from tests.builders.cases import MONDAY, OnePolicy, a_member, a_policy, an_entry, an_opening
from tests.builders.staff import employ
from webchat.cases.case import About
from webchat.cases.casework import Casework
from webchat.cases.moves import Moved
from webchat.cases.promises.policy import NextStage
from webchat.cases.reports.periods import quarter_of, year_of
from webchat.cases.reports.reporting import ACTED, COLUMNS, Part, counted, waiting
from webchat.cases.words import Kind, MetBy, PromiseName, Role
from webchat.db.cases import Cases
from webchat.db.database import Database
from webchat.db.records import Records

HERE, ELSEWHERE = "kind-place", "other-place"
POLICY = a_policy(
    an_entry(PromiseName.ACKNOWLEDGE, 1, met_by=MetBy.AUTOMATIC, ref="1"),
    an_entry(PromiseName.REPLY, 5, ref="2"),
    an_entry(PromiseName.OUTCOME, 15, ref="3", kinds=frozenset({Kind.COMPLAINT}), stage=2),
    stages=3,
    next_stages=(NextStage("16", "words", tuple(Role), 2), NextStage("17", "words", tuple(Role), 3)),
)
STAFF = tuple(a_member(name, *Role, name=f"{name.title()} Alderton") for name in ("ada", "bea", "cem"))
STEPS = 120


@pytest.fixture
def work(database: Database) -> Casework:
    employ(database, *STAFF)
    return Casework(Cases(database), OnePolicy(POLICY))


def busy(work: Casework, seed: int, steps: int = STEPS, hours: int = 20) -> Busy:
    return Busy(work, HERE, STAFF, Random(seed), MONDAY).go_on(steps, hours)


@pytest.mark.parametrize("seed", [1, 2])
def test_every_figure_comes_again_from_the_raw_rows(database: Database, work: Casework, seed: int) -> None:
    now = busy(work, seed).now
    for period in (quarter_of(now.date()), quarter_of(MONDAY.date()), year_of(now.date())):
        record = Records(database).record(HERE, period)
        assert flat(counted(record, period, now)) == by_hand(raw_rows(database), HERE, period, now)
    told = flat(waiting(Records(database).waiting(HERE, now)))
    assert told == waiting_by_hand(raw_rows(database), HERE, now)


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
def test_the_work_made_up_is_of_every_sort_that_is_counted(database: Database, work: Casework) -> None:
    now = busy(work, 2, 500, hours=9).now
    year = year_of(MONDAY.date())
    found = counted(Records(database).record(HERE, year), year, now)
    found += waiting(Records(database).waiting(HERE, now))
    columns = {(cell.part, cell.column) for cell in found}
    assert columns == {(part, column) for part in Part for column in COLUMNS[part]}
    stages = {cell.row[1] for cell in found if cell.part is Part.CAME}
    assert {cell.row[0] for cell in found if cell.part is Part.MOVED} == {"first", "before", "after"}
    assert {"1", "2"} <= stages
    assert {cell.row[0] for cell in found if cell.part is Part.ACTED} == set(ACTED)
    assert {cell.row[0] for cell in found if cell.part is Part.LEARNED} == {
        "something_learned",
        "nothing_learned",
    }


def test_another_charitys_work_is_not_counted(database: Database, work: Casework) -> None:
    now = busy(work, 4, 20).now
    year = year_of(MONDAY.date())
    assert counted(Records(database).record(ELSEWHERE, year), year, now) == {}
    assert Records(database).waiting(ELSEWHERE, now) == []


@pytest.mark.parametrize(
    "hidden",
    [
        {"about": About.UNMATCHED},
        {"about": About.MATCHED, "about_staff": "ada"},
        {"kind": Kind.SAFEGUARDING},
    ],
)
def test_a_case_about_somebody_leaves_no_trace_in_any_figure(
    database: Database, work: Casework, hidden: dict[str, object]
) -> None:
    later = MONDAY + timedelta(days=20)
    year = year_of(MONDAY.date())
    case = work.open(an_opening(needs=(("information_format", "braille"),), lang="pl"), MONDAY)
    records = Records(database)
    assert counted(records.record(HERE, year), year, later)
    work.move(case, Moved(replace(case, **hidden)))  # type: ignore[arg-type]  # fields of a case
    assert counted(records.record(HERE, year), year, later) == {}
    assert records.waiting(HERE, later) == []
