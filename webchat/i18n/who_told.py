"""Who is told of what must be read first, and when they can be expected to see it: that and never more."""

from collections.abc import Iterator

from webchat.cases.people.guarding import Expected
from webchat.cases.people.sight import Guard
from webchat.i18n.told import Told, a_moment

_WHO = {
    Guard.LEAD: "utter_what_next_told_lead",
    Guard.DEPUTY: "utter_what_next_told_deputy",
    Guard.SENIOR: "utter_what_next_told_senior",
}


def who_is_told(expected: Expected) -> Iterator[Told]:
    """Every sentence, in order (design.md, Danger words; guest-rules E15). Unknown hours are said."""
    if expected.first is None:
        yield Told("utter_what_next_told_nobody")
    else:
        yield Told(_WHO[expected.first])
        yield from _when(expected)
    yield Told("utter_what_next_told_999")


def _when(expected: Expected) -> Iterator[Told]:
    if expected.opens is None:
        yield Told("utter_what_next_told_unknown")
    elif expected.is_open:
        yield Told("utter_what_next_told_open")
    else:
        yield Told("utter_what_next_told_closed", {"next": a_moment(expected.opens)})
    if expected.then is not None:
        yield Told("utter_what_next_told_then", {"at": a_moment(expected.then_at)})
