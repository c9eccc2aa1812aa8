"""What a case carries so that the desk can sort by the next thing owed."""

from collections.abc import Iterable
from dataclasses import replace

from webchat.cases.case import Case, Status
from webchat.cases.promises.promise import Promise


def tallied(case: Case, promises: Iterable[Promise]) -> Case:
    """The case with its next due instant, and since when a guest has waited to be told a date."""
    owed = [one for one in promises if one.is_owed] if case.status is Status.OPEN else []
    due = [one.due_at for one in owed if one.due_at]
    undated = [one.starts_at or case.received_at for one in owed if one.awaits_a_date]
    return replace(case, next_due_at=min(due, default=None), undated_since=min(undated, default=None))


def merged(old: Iterable[Promise], changed: Iterable[Promise]) -> tuple[Promise, ...]:
    """All promises of a case once some of them have changed or been added."""
    by_id = {one.id: one for one in old} | {one.id: one for one in changed}
    return tuple(by_id.values())
