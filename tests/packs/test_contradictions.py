"""Where a policy contradicts itself, the pack settles it as policy-facts A4 says: one test for each."""

from datetime import UTC, date, datetime

import pytest

from webchat.cases.promises.owed import Asked, Owed, owed
from webchat.cases.words import Channel, Kind, PromiseName, ReplyBy, Unit
from webchat.packs import load_packs
from webchat.packs.checks import findings
from webchat.packs.load import SHIPPED

TODAY = date(2026, 11, 24)
PACKS = load_packs([SHIPPED], TODAY)
MONDAY = datetime(2026, 11, 23, 10, tzinfo=UTC)
FEEDBACK = (Kind.COMPLIMENT, Kind.COMMENT, Kind.CONCERN)


def told(charity: str, kind: Kind, channel: Channel = Channel.WEBCHAT, stage: int = 1) -> tuple[Owed, ...]:
    asked = Asked(kind, channel, ReplyBy.CODE, MONDAY, stage)
    return owed(PACKS.policy(charity), asked, PACKS.calendar(charity))


def dates(listed: tuple[Owed, ...]) -> list[tuple[str, date | None]]:
    return [(one.name.value, one.due.on if one.due else None) for one in listed]


def test_a4_1_acsos_answers_a_chat_in_3_working_days_and_a_letter_in_5() -> None:
    chat, letter = (
        told("age-concern-southend", Kind.QUESTION),
        told("age-concern-southend", Kind.QUESTION, Channel.LETTER),
    )
    assert ("reply", date(2026, 11, 26)) in dates(chat)
    assert dates(letter) == [("reply", date(2026, 11, 30))]


def test_a4_2_a_complaint_to_healthwatch_is_owed_both_the_sooner_first() -> None:
    assert dates(told("healthwatch-portsmouth", Kind.COMPLAINT)) == [
        ("reply", date(2026, 11, 25)),
        ("acknowledge", date(2026, 11, 30)),
        ("outcome", None),
    ]


def test_a4_3_help_and_cares_28_days_are_calendar_days_and_its_15_are_working_days() -> None:
    first, second = told("help-and-care", Kind.COMPLAINT), told("help-and-care", Kind.COMPLAINT, stage=2)
    assert dates(first)[-1] == ("outcome", date(2026, 12, 21))
    assert dates(second)[-1] == ("outcome", date(2026, 12, 14))
    units = [one.entry.unit for one in (first[-1], second[-1]) if one.entry]
    assert units == [Unit.CALENDAR_DAY, Unit.WORKING_DAY]


def test_a4_4_a_complaint_to_help_and_care_counts_by_chat_or_typed_from_a_call() -> None:
    by_chat = dates(told("help-and-care", Kind.COMPLAINT))
    assert [dates(told("help-and-care", Kind.COMPLAINT, way)) for way in Channel] == [by_chat] * len(Channel)


@pytest.mark.parametrize("kind", FEEDBACK)
@pytest.mark.parametrize("channel", Channel)
def test_a4_5_feedback_of_any_kind_to_bromley_is_owed_a_full_response(kind: Kind, channel: Channel) -> None:
    [reply] = [one for one in told("living-well-bromley", kind, channel) if one.name is PromiseName.REPLY]
    assert reply.entry is not None
    assert reply.entry.quote == "All feedback received will be investigated and receive a full response."


@pytest.mark.parametrize("kind", FEEDBACK)
def test_a4_6_acsos_logs_a_compliment_under_complaints_but_never_promises_it_as_one(kind: Kind) -> None:
    listed = told("age-concern-southend", kind)
    assert PromiseName.OUTCOME not in {one.name for one in listed}
    assert not [one for one in listed if one.entry and "omplaint" in one.entry.quote]
    notes = {note.id: note.quote for note in PACKS.policy("age-concern-southend").notes}
    assert notes["ACSOS-FEEDBACK"] == "All feedback will be dealt with as per the Complaints Procedure."


def test_a4_7_help_and_cares_own_words_tell_a_comment_from_a_concern() -> None:
    """They drive the question "Did this happen to you, or is it about the service in general?"."""
    notes = {note.id: note.quote for note in PACKS.policy("help-and-care").notes}
    assert "not about an individual service received" in notes["HC-COMMENT"]
    assert "cause for concern to the complainant" in notes["HC-COMMENT"]
    assert "informal basis" in notes["HC-CONCERN"]


@pytest.mark.parametrize(
    ("charity", "due", "says"),
    [
        ("living-well-bromley", date(2020, 6, 30), "June 2020"),
        ("ruils", date(2011, 12, 31), "December 2011"),
        ("help-and-care", date(2025, 5, 31), "May 2025"),
    ],
)
def test_a4_8_a_review_that_has_passed_is_told_to_staff(charity: str, due: date, says: str) -> None:
    assert PACKS.policy(charity).review_due == due
    on_the_day = [one for one in findings(PACKS[charity], due) if one.code == "review_passed"]
    [passed] = [one for one in findings(PACKS[charity], TODAY) if one.code == "review_passed"]
    assert on_the_day == []
    assert says in str(passed)


@pytest.mark.parametrize("charity", PACKS)
@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("channel", Channel)
def test_a4_9_where_several_fit_all_run_the_earlier_first(charity: str, kind: Kind, channel: Channel) -> None:
    listed = told(charity, kind, channel)
    ends = [one.due.at for one in listed if one.due]
    assert ends == sorted(ends)
    assert [one.due is None for one in listed] == sorted(one.due is None for one in listed)
