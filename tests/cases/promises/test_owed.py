"""From when a promise is counted, and what is never listed (policy-facts A3, E6)."""

from datetime import date, timedelta

from tests.builders.cases import COMPLAINT_28_DAYS, MONDAY, a_calendar, a_policy, an_entry
from webchat.cases.promises.owed import Asked, Owed, owed
from webchat.cases.promises.policy import Entry
from webchat.cases.words import Channel, Kind, PromiseName, ReplyBy, Start, Unit

REPLY = PromiseName.REPLY


def listed(*entries: Entry, **given: object) -> tuple[Owed, ...]:
    asked = {"kind": Kind.QUESTION, "channel": Channel.EMAIL, "reply_by": ReplyBy.CODE, "received_at": MONDAY}
    return owed(a_policy(*entries), Asked(**{**asked, **given}), a_calendar())


def test_what_people_keep_is_never_listed_as_a_clock() -> None:
    """design.md: five rings and arriving early are shown with their clause, and run no clock."""
    early = an_entry(PromiseName.WAIT, 10, unit=Unit.MINUTE, kept_by_people=True)
    assert [one.name for one in listed(early)] == [REPLY]


def test_an_agreed_time_gives_a_date_only_once_it_is_agreed() -> None:
    """RUILS, Appointments: within 10 minutes of the agreed time."""
    seen = an_entry(PromiseName.WAIT, 10, unit=Unit.MINUTE, start=Start.AGREED_TIME)
    [before, _] = sorted(listed(seen), key=lambda one: one.name is REPLY)
    assert before.due is None
    agreed = MONDAY + timedelta(days=3)
    [wait] = [one.due for one in listed(seen, agreed_at=agreed) if one.due]
    assert wait.at == agreed + timedelta(minutes=10)


def test_an_outcome_counts_from_the_first_complaint_and_a_reply_from_these_words() -> None:
    """Guest-rules E6; Help & Care 15.5."""
    outcome = an_entry(value=28, **{key: told for key, told in COMPLAINT_28_DAYS.items() if key != "value"})
    acknowledge = an_entry(PromiseName.ACKNOWLEDGE, 1)
    made = listed(outcome, acknowledge, kind=Kind.COMPLAINT, first_received_at=MONDAY - timedelta(days=7))
    assert {one.name.value: one.due.on for one in made if one.due} == {
        "outcome": date(2026, 12, 14),
        "acknowledge": date(2026, 11, 24),
    }


def test_a_silent_policy_still_owes_a_reply_or_an_outcome_without_a_date() -> None:
    """A3.4."""
    assert [(one.name, one.entry, one.due) for one in listed()] == [(REPLY, None, None)]
    complaint = listed(kind=Kind.COMPLAINT)
    assert [(one.name, one.due) for one in complaint] == [(PromiseName.OUTCOME, None)]
