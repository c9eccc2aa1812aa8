"""Promises as the calendar of England would count them, and what a guest reads of them."""

from datetime import UTC, datetime
from typing import Any

from tests.builders.words import a_renderer
from webchat.cases.promises.promise import Promise, Source
from webchat.cases.words import MetBy, PromiseName, Strength, Unit
from webchat.i18n import telling
from webchat.packs.bank_holidays import working_calendar

RECEIVED = datetime(2026, 11, 23, 10, tzinfo=UTC)
THURSDAY_BEFORE_EASTER = datetime(2027, 3, 25, 9, tzinfo=UTC)
DOCUMENT = "Standards for Guests"


def a_promise_of(value: int | None, unit: Unit = Unit.WORKING_DAY, **given: Any) -> Promise:
    """A reply owed after `value` units, received on Monday 23 November 2026 at 10am; None sets no time."""
    received = given.pop("received", RECEIVED)
    due = working_calendar("england").due(received, value, unit) if value else None
    values: dict[str, Any] = {
        "id": "p1",
        "case_id": "c1",
        "stage": 1,
        "name": PromiseName.REPLY,
        "entry": "E-1",
        "ref": "3.4",
        "quote": "within the days it says",
        "value": value,
        "unit": unit if value else None,
        "strength": Strength.AIM,
        "met_by_rule": MetBy.REPLY,
        "starts_at": received,
        "due_on": due.on if due else None,
        "due_at": due.at if due else None,
        "skipped": due.skipped if due else (),
        "source": Source.PACK,
    }
    return Promise(**{**values, **given})


def told(
    promise: Promise, now: datetime = RECEIVED, received_at: datetime | None = None, lang: str = "en"
) -> list[str]:
    """Every sentence about a promise, as a guest of the Kind Place reads them."""
    renderer = a_renderer()
    sentences = telling.tell(promise, DOCUMENT, now, received_at)
    return [renderer.words(one, lang, charity="The Kind Place") for one in sentences]
