"""Promises with good defaults: a test names only what it is about."""

from datetime import date
from typing import Any

from tests.builders.cases import MONDAY
from webchat.cases.promises.calendar import end_of_day
from webchat.cases.promises.promise import Promise, Source
from webchat.cases.words import MetBy, PromiseName, Strength, Unit


def a_promise(name: PromiseName = PromiseName.REPLY, due: date | None = None, **given: Any) -> Promise:
    """Something owed to a guest, by the end of a day in London or without a date."""
    values: dict[str, Any] = {
        "id": f"promise-{name}",
        "case_id": "case-1",
        "stage": 1,
        "entry": "E-1",
        "ref": "1.1",
        "quote": "words",
        "value": 5 if due else None,
        "unit": Unit.WORKING_DAY if due else None,
        "strength": Strength.AIM,
        "met_by_rule": MetBy.REPLY,
        "starts_at": MONDAY,
        "due_at": end_of_day(due) if due else None,
        "skipped": (),
        "source": Source.PACK,
    }
    return Promise(name=name, due_on=due, **{**values, **given})
