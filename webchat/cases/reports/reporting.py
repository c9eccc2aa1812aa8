"""What a report for trustees counts, straight from what is stored (issue 4, line 10; Help & Care 20).

What a report may be about, and why, is `may_be_counted`. Whether a number is told is `withholding.py`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from webchat.cases.case import REACHED, About
from webchat.cases.complaints.tasks import TaskState
from webchat.cases.needs import ALL_FIELDS
from webchat.cases.promises.calendar import london_date
from webchat.cases.promises.policy import Entry, Policy
from webchat.cases.promises.promise import Promise, Source, State
from webchat.cases.reports.periods import Period
from webchat.cases.reports.record import Acted, Given, Judged, Learned, Open, Record
from webchat.cases.rules import ANSWERS
from webchat.cases.satisfaction import SATISFIED
from webchat.cases.words import POLICY_KINDS, Format, Kind

LITTLE_LATE = 5  # calendar days
NEEDS = tuple(ALL_FIELDS)
# What becomes of an action that was promised.
ACTED = ("done_in_time", "done_late", "to_do", "late_now", "dropped")
_ENGLISH = "en"


class Part(StrEnum):
    """A part of a report."""

    CAME = "came"
    KEPT = "kept"
    MOVED = "moved"
    WAITING = "waiting"
    JUDGED = "judged"
    NEEDED = "needed"
    NEEDS_MET = "needs_met"
    ANSWERED = "answered"
    LEARNED = "learned"
    ACTED = "acted"


COLUMNS: Mapping[Part, tuple[str, ...]] = {
    Part.CAME: ("many",),
    Part.KEPT: ("in_time", "little_late", "much_late", "still_open", "not_kept"),
    Part.MOVED: ("many",),
    Part.WAITING: ("many",),
    Part.JUDGED: ("many",),
    Part.NEEDED: ("many",),
    Part.NEEDS_MET: ("as_needed", "with_reason", "to_be_made"),
    Part.ANSWERED: ("yes", "no"),
    Part.LEARNED: ("many",),
    Part.ACTED: ("many",),
}


class Cell(NamedTuple):
    """One number of a report: its part, its row (a kind, or a promise with its clause), its column."""

    part: Part
    row: tuple[str, ...]
    column: str


Counts: TypeAlias = Mapping[Cell, int]


def may_be_counted(kind: Kind, about: About) -> bool:
    """Whether a report may count a case: not one about a person, and no safeguarding case.

    Whoever a case is about must not learn from a count that it exists, and whoever reads a report can be that
    person: a manager, a director, the chief executive, the chair, a trustee. A manager sees every other case,
    so that one more in the report than on the board would tell it outright. To leave such cases out only for
    the person themselves is no way: two readers compare, and the difference tells. So they are counted for
    nobody, and every report says so, whether there is one or not. A safeguarding case is for its guardians
    alone, and may name anybody in its words (guest-rules E16).
    """
    return about is About.NOBODY and kind in POLICY_KINDS


def rows(policy: Policy) -> dict[Part, tuple[tuple[str, ...], ...]]:
    """The rows a report always has, whatever happened: one that came only with a case would tell of it."""
    promised = [(one.promise.value, one.ref, Source.PACK.value) for one in policy.entries if _is_timed(one)]
    by_law = [
        (one.promise.value, f"{one.act}, {one.section}", Source.LAW.value)
        for one in policy.law
        if one.value is not None
    ]
    stated = [(name.value, "", Source.STAFF.value) for name in ANSWERS]
    stages = [(Kind.COMPLAINT.value, str(one.stage)) for one in policy.next_stages]
    return {
        Part.CAME: (*((kind.value, "1") for kind in POLICY_KINDS), *stages),
        Part.KEPT: tuple(dict.fromkeys((*promised, *by_law, *stated))),
        Part.MOVED: (("first",), ("before",), ("after",)),
        Part.WAITING: (("overdue",), ("in_time",), ("undated",), ("nothing_owed",)),
        Part.JUDGED: (("satisfied",), ("not_satisfied",)),
        Part.NEEDED: tuple((one,) for one in NEEDS),
        Part.NEEDS_MET: tuple((one.value,) for one in Format),
        Part.ANSWERED: (("reached",), ("own_language",)),
        Part.LEARNED: (("something_learned",), ("nothing_learned",)),
        Part.ACTED: tuple((one,) for one in ACTED),
    }


def counted(record: Record, period: Period, now: datetime) -> Counter[Cell]:
    """Every number of a period that is not nothing, as the record stands at `now`."""
    found = (
        *_came(record, period),
        *_kept(record, period, now),
        *_moved(record, period),
        *(Cell(Part.JUDGED, (_satisfied(one),), "many") for one in record.judged if period.holds(one.at)),
        *_needed(record, period),
        *_needs_met(record, period),
        *_answered(record, period),
        *(Cell(Part.LEARNED, (_learned(one),), "many") for one in record.learned if period.holds(one.at)),
        *(Cell(Part.ACTED, (_acted(one, now),), "many") for one in record.acted if period.holds(one.at)),
    )
    return Counter(found)


def waiting(some: Iterable[Open]) -> Counter[Cell]:
    """How many open cases wait now, by what is owed; each once, what has passed before all else."""
    found: Counter[Cell] = Counter()
    for one in some:
        found[Cell(Part.WAITING, (_waits(one),), "many")] += one.many
    return found


def place_of(promise: Promise) -> tuple[str, ...]:
    """The row a promise is counted in. A date that staff told is no clause's."""
    ref = "" if promise.source is Source.STAFF else promise.ref
    return (promise.name.value, ref, promise.source.value)


def how_kept(one: Given, now: datetime) -> str | None:
    """The column a promise is counted in; None for what was replaced, and what has no date to be kept by.

    It is late by calendar days, whatever unit it was made in. One that still waits is late by now.
    """
    promise = one.promise
    if promise.state is State.SUPERSEDED or promise.due_at is None or promise.due_on is None:
        return None
    is_met = promise.state is State.MET
    if not is_met and one.is_closed:
        return "not_kept"
    end = promise.met_at if is_met and promise.met_at else now
    if end <= promise.due_at:
        return "in_time" if is_met else "still_open"
    days = (london_date(end) - promise.due_on).days
    return "little_late" if days <= LITTLE_LATE else "much_late"


def _is_timed(one: Entry) -> bool:
    return one.value is not None and not one.kept_by_people


def _came(record: Record, period: Period) -> Iterator[Cell]:
    for one in record.came:
        if period.holds(one.at):
            yield Cell(Part.CAME, (one.kind.value, str(one.stage)), "many")


def _kept(record: Record, period: Period, now: datetime) -> Iterator[Cell]:
    for one in record.given:
        due_at, column = one.promise.due_at, how_kept(one, now)
        if column and due_at and period.holds(due_at):
            yield Cell(Part.KEPT, place_of(one.promise), column)


def _moved(record: Record, period: Period) -> Iterator[Cell]:
    """Dates that staff told: the first where none was set, or a later one, before or after the old passed."""
    promises = [one.promise for one in record.given]
    replaced = {one.met_by: one for one in promises if one.state is State.SUPERSEDED and one.met_by}
    for new in promises:
        if new.source is not Source.STAFF or not new.starts_at or not period.holds(new.starts_at):
            continue
        old = replaced.get(new.id)
        how = "after" if old is None else _how_moved(old, new)
        if how:
            yield Cell(Part.MOVED, (how,), "many")


def _how_moved(old: Promise, new: Promise) -> str | None:
    if old.due_on is None or new.due_on is None:
        return "first"
    # An acknowledgement may name a day within the time: that is no delay.
    return "before" if new.due_on > old.due_on else None


def _satisfied(one: Judged) -> str:
    return "satisfied" if one.verdict in SATISFIED else "not_satisfied"


def _needed(record: Record, period: Period) -> Iterator[Cell]:
    told = {
        (one.case_id, one.value if one.value in NEEDS else "something_else")
        for one in record.needed
        if period.holds(one.at)
    }
    for _, need in told:
        yield Cell(Part.NEEDED, (need,), "many")


def _needs_met(record: Record, period: Period) -> Iterator[Cell]:
    for one in record.fitted:
        if period.holds(one.at):
            how = "with_reason" if one.is_plain else "as_needed" if one.delivery in REACHED else "to_be_made"
            for format_ in one.formats:
                yield Cell(Part.NEEDS_MET, (format_.value,), how)


def _answered(record: Record, period: Period) -> Iterator[Cell]:
    for one in record.answered:
        if not period.holds(one.at):
            continue
        yield Cell(Part.ANSWERED, ("reached",), "yes" if one.delivery in REACHED else "no")
        if one.guest_lang != _ENGLISH:
            in_theirs = one.lang == one.guest_lang
            yield Cell(Part.ANSWERED, ("own_language",), "yes" if in_theirs else "no")


def _learned(one: Learned) -> str:
    return "something_learned" if one.something else "nothing_learned"


def _acted(one: Acted, now: datetime) -> str:
    """What has become of an action: late from the day after its own, by London dates."""
    if one.state is TaskState.DROPPED:
        return "dropped"
    is_late = london_date(one.settled_at or now) > one.due_on
    if one.state is TaskState.DONE:
        return "done_late" if is_late else "done_in_time"
    return "late_now" if is_late else "to_do"


def _waits(one: Open) -> str:
    if one.is_overdue:
        return "overdue"
    if one.is_undated:
        return "undated"
    return "in_time" if one.is_dated else "nothing_owed"
