"""A promise told (guest-rules D3, D5, D6, D7, D10; design.md, Dates)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.builders.telling import RECEIVED, THURSDAY_BEFORE_EASTER, a_promise_of, told
from tests.builders.words import the_responses
from webchat.cases.promises.owed_by_law import OF_INFORMATION, OF_REQUEST
from webchat.cases.promises.promise import OTHER_WAY, TAKEN_BACK, Source, State
from webchat.cases.words import Agreed, MetBy, PromiseName, Strength, Unit
from webchat.i18n import telling
from webchat.packs.bank_holidays import HOLIDAY_KEYS


def test_a_promise_is_its_date_how_it_was_counted_what_a_working_day_is_and_its_clause() -> None:
    assert told(a_promise_of(5, strength=Strength.WILL), RECEIVED) == [
        "We will reply by Monday 30 November 2026.",
        "That is 5 working days after we got your message.",
        "A working day is Monday to Friday, but not a bank holiday.",
        "We did not count the weekend.",
        "This comes from part 3.4 of the Standards for Guests.",
        'It says: "within the days it says"',
    ]


def test_where_the_policy_says_aim_we_say_aim() -> None:
    assert told(a_promise_of(5, strength=Strength.AIM))[0] == "We aim to reply by Monday 30 November 2026."


def test_one_day_is_told_as_one_day() -> None:
    assert told(a_promise_of(1))[1] == "That is 1 working day after we got your message."


def test_calendar_days_say_that_every_day_counts_and_nothing_of_working_days() -> None:
    sentences = told(a_promise_of(28, Unit.CALENDAR_DAY, name=PromiseName.OUTCOME))
    assert sentences[:2] == [
        "We aim to tell you what we decide by Monday 21 December 2026.",
        "That is 28 days after we got your message, counting every day.",
    ]
    assert not any("working day" in one for one in sentences)


def test_easter_is_told_by_name_and_a_weekend_once() -> None:
    easter = told(a_promise_of(3, received=THURSDAY_BEFORE_EASTER))
    assert "We did not count Good Friday, the weekend and Easter Monday." in easter


def test_several_weekends_are_counted() -> None:
    assert "We did not count 3 weekends." in told(a_promise_of(15))


def test_a_message_sent_on_a_saturday_skips_its_sunday() -> None:
    saturday = datetime(2026, 11, 28, 9, tzinfo=UTC)
    assert "We did not count Sunday." in told(a_promise_of(1, received=saturday))


def test_christmas_is_told_with_the_days_that_stand_in_for_it() -> None:
    eve = datetime(2026, 12, 24, 18, 30, tzinfo=UTC)
    assert "We did not count Christmas Day, the weekend and the bank holiday for Boxing Day." in told(
        a_promise_of(1, received=eve)
    )


def test_a_bank_holiday_nobody_has_named_yet_is_still_told() -> None:
    skipped = ((date(2026, 11, 25), "jubilee"), (date(2026, 11, 27), "bank_holiday"))
    one, two = (replace(a_promise_of(5), skipped=skipped[:count]) for count in (1, 2))
    assert "We did not count a bank holiday." in told(one)
    assert "We did not count 2 bank holidays." in told(two)


def test_every_bank_holiday_of_every_nation_has_a_name() -> None:
    assert {f"skipped_{key}" for key in HOLIDAY_KEYS} <= the_responses().keys()
    for key in HOLIDAY_KEYS - {"bank_holiday"}:
        sentences = told(replace(a_promise_of(5), skipped=((date(2026, 11, 25), key),)))
        assert not any("a bank holiday." in one for one in sentences if one.startswith("We did not"))


def test_a_promise_counted_from_another_day_than_the_message_says_which() -> None:
    changed = a_promise_of(3, received=RECEIVED + timedelta(days=7))
    sentences = told(changed, received_at=RECEIVED)
    assert "That is 3 working days after Monday 30 November 2026." in sentences
    month = a_promise_of(28, Unit.CALENDAR_DAY, received=RECEIVED + timedelta(days=7))
    assert "That is 28 days after Monday 30 November 2026, counting every day." in told(
        month, received_at=RECEIVED
    )


@pytest.mark.parametrize("name", [name for name in PromiseName if name not in (*OF_INFORMATION, OF_REQUEST)])
def test_where_the_policy_sets_no_time_we_say_so_in_the_words_of_the_design(name: PromiseName) -> None:
    assert told(a_promise_of(None, name=name, ref="", quote="")) == [
        "The Kind Place has not set a time for this. "
        "A member of staff will tell you when to expect an answer."
    ]


@pytest.mark.parametrize(
    ("unit", "told_as"), [(Unit.CALENDAR_DAY, "28 days"), (Unit.WORKING_DAY, "28 working days")]
)
def test_a_time_that_had_gone_before_anybody_could_be_told_it_is_no_date(unit: Unit, told_as: str) -> None:
    gone = replace(a_promise_of(28, unit, name=PromiseName.OUTCOME), due_on=None, due_at=None)
    assert told(gone)[:2] == [
        f"Our policy gives us {told_as} after your first message. That time has gone. We are sorry. "
        "A member of staff will tell you when to expect an answer.",
        "This comes from part 3.4 of the Standards for Guests.",
    ]


def test_a_policy_that_speaks_without_a_number_is_named() -> None:
    assert told(a_promise_of(None))[1:] == [
        "Part 3.4 of the Standards for Guests speaks of this.",
        'It says: "within the days it says"',
    ]


def test_a_clause_with_a_heading_instead_of_a_number_is_told_by_its_heading() -> None:
    assert 'This comes from the part called "Target 2" in the Standards for Guests.' in told(
        a_promise_of(5, ref="Target 2")
    )


def test_a_time_set_by_law_says_so() -> None:
    lawful = a_promise_of(30, Unit.CALENDAR_DAY, ref="Some Act, section 3", source=Source.LAW)
    assert "The law sets this time: Some Act, section 3." in told(lawful)
    assert "That is 30 days, counting every day. The day we got your message is the first." in told(lawful)
    gone = replace(lawful, due_on=None, due_at=None)
    assert told(gone)[0].startswith("The law gives us 30 days after your first message. That time has gone.")


def test_what_the_law_wants_without_delay_says_so_and_who_else_may_be_asked() -> None:
    name = PromiseName.INFORMATION_OUTCOME
    soon = a_promise_of(None, name=name, ref="Some Act", source=Source.LAW, quote="")
    assert told(soon) == [
        "We will look into this without delay, and tell you what we decide. "
        "This does not wait for the rest of your complaint.",
        "The law asks this of us: Some Act.",
        "You can also complain to the Information Commissioner at any time.",
    ]


def test_a_date_that_staff_set_names_who_set_it_and_rests_on_no_clause() -> None:
    stated = replace(a_promise_of(5), source=Source.STAFF, stated_by="Sam", value=None, unit=None, skipped=())
    assert told(stated) == ["We aim to reply by Monday 30 November 2026.", "Sam set this date."]


@pytest.mark.parametrize(
    ("how", "words"),
    [
        (Agreed.CALL, "We agreed this date with you on the phone."),
        (Agreed.IN_PERSON, "We agreed this date with you in person."),
        (Agreed.MESSAGE, "We agreed this date with you in writing."),
    ],
)
def test_a_date_that_was_agreed_says_how(how: Agreed, words: str) -> None:
    """Help & Care 17.3: nobody reads that staff set it, and no clause has a number for it."""
    stated = replace(a_promise_of(5), source=Source.STAFF, stated_by="Sam", agreed_by=how, value=None)
    assert told(stated)[1:] == [words]


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (
            MetBy.MESSAGE_WITH_DATE,
            "We aim to tell you by Monday 30 November 2026 when our full reply will come.",
        ),
        (
            MetBy.NAMED_OFFICER,
            "We aim to tell you by Monday 30 November 2026 that we have your complaint. "
            "We will name the person looking into it.",
        ),
        (MetBy.REPLY, "We aim to tell you by Monday 30 November 2026 that we have your message."),
    ],
)
def test_an_acknowledgement_is_told_as_what_the_policy_means_by_it(rule: MetBy, words: str) -> None:
    assert told(a_promise_of(5, name=PromiseName.ACKNOWLEDGE, met_by_rule=rule))[0] == words


def test_what_the_page_itself_keeps_says_that_the_page_is_the_message_and_keeps_its_date() -> None:
    kept = a_promise_of(1, name=PromiseName.ACKNOWLEDGE, state=State.MET, met_by="receipt", met_at=RECEIVED)
    assert told(kept)[:3] == [
        "We have your message. This page is how we tell you.",
        "The policy gives us until Tuesday 24 November 2026.",
        "That is 1 working day after we got your message.",
    ]


def test_a_date_that_staff_set_and_that_is_still_to_come_is_not_the_policys() -> None:
    stated = a_promise_of(5, source=Source.STAFF, stated_by="Sam", state=State.MET, met_by="m1")
    kept = replace(stated, met_at=RECEIVED)
    assert told(kept)[1] == "Our date for this is Monday 30 November 2026."


def test_what_a_message_kept_says_when_and_was_is_said_of_a_date_that_has_passed() -> None:
    met = a_promise_of(5, state=State.MET, met_by="m1", met_at=RECEIVED + timedelta(days=1))
    assert told(met)[1] == "The policy gives us until Monday 30 November 2026."
    assert told(met, RECEIVED + timedelta(days=8))[:2] == [
        "We replied on Tuesday 24 November 2026.",
        "Our date for this was Monday 30 November 2026.",
    ]


def test_what_was_kept_late_is_told_as_late() -> None:
    met = a_promise_of(5, state=State.MET, met_by="m1", met_at=RECEIVED + timedelta(days=9))
    assert told(met)[:2] == [
        "We replied on Wednesday 2 December 2026.",
        "We said we would do this by Monday 30 November 2026. We were late. We are sorry.",
    ]


def test_a_date_that_has_passed_is_told_as_late_and_never_as_still_to_come() -> None:
    promise = a_promise_of(5)
    assert promise.due_at is not None
    late = "We said we would reply by Monday 30 November 2026. We have not done this yet. We are sorry."
    assert told(promise, promise.due_at)[0] == "We aim to reply by Monday 30 November 2026."
    assert told(promise, promise.due_at + timedelta(microseconds=1))[0] == late
    assert told(replace(promise, state=State.LATE), RECEIVED)[0] == late


def test_a_replaced_promise_is_one_sentence() -> None:
    gone = replace(a_promise_of(5), state=State.SUPERSEDED)
    assert told(gone) == [
        "This no longer applies. The kind of message has changed, so we now follow other times."
    ]
    assert told(replace(gone, met_by="p2")) == [
        "We first said Monday 30 November 2026. We have since told you another date."
    ]
    undated = replace(a_promise_of(None), state=State.SUPERSEDED, met_by="p2")
    assert told(undated) == ["We had no date for this at first. We have since told you one."]


def test_minutes_are_told_to_the_minute_and_from_when() -> None:
    wait = a_promise_of(15, Unit.MINUTE, name=PromiseName.WAIT)
    assert told(wait)[:2] == [
        "We aim to see you by Monday 23 November 2026 at 10:15am.",
        "That is 15 minutes after Monday 23 November 2026 at 10am.",
    ]


def test_minutes_after_a_time_not_yet_agreed_are_told_without_a_time() -> None:
    wait = replace(
        a_promise_of(10, Unit.MINUTE, name=PromiseName.WAIT), due_at=None, due_on=None, starts_at=None
    )
    assert (
        told(wait)[0] == "When you come, we aim to see you within 10 minutes of the time we agreed with you."
    )


@pytest.mark.parametrize("name", list(PromiseName))
@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("strength", list(Strength))
@pytest.mark.parametrize("rule", list(MetBy))
def test_whatever_a_promise_is_there_are_words_for_it_and_every_value_has_its_place(
    name: PromiseName, state: State, strength: Strength, rule: MetBy
) -> None:
    met_at = RECEIVED if state is State.MET else None
    unit = Unit.MINUTE if name is PromiseName.WAIT else Unit.WORKING_DAY
    strength = Strength.WILL if name in (*OF_INFORMATION, OF_REQUEST) else strength  # the law never "aims to"
    dated = a_promise_of(3, unit, name=name, state=state, strength=strength, met_by_rule=rule, met_at=met_at)
    responses = the_responses()
    for promise in (dated, replace(dated, due_at=None, due_on=None), replace(dated, met_by="receipt")):
        for now in (RECEIVED, RECEIVED + timedelta(days=99)):
            for one in (telling.heading(promise), *telling.tell(promise, "Standards", now)):
                places = set(responses[one.name].slots)
                assert places - {"charity"} == set(one.values), one


def test_a_changed_number_in_a_policy_changes_every_sentence_that_holds_it_and_no_other() -> None:
    before, after = told(a_promise_of(3)), told(a_promise_of(4))
    assert [one != other for one, other in zip(before, after, strict=False)][:3] == [True, True, False]


def test_no_promise_needs_a_number_that_a_sentence_holds_by_itself() -> None:
    for name, response in the_responses().items():
        if name.startswith(("promise_", "skipped_", "clock_")):
            words = response.text + str(response.custom.get("plural", ""))
            assert not any(letter.isdigit() for letter in words), name


@pytest.mark.parametrize(
    ("met_by", "says"),
    [
        (TAKEN_BACK, "This no longer applies. You took back what you sent."),
        (OTHER_WAY, "This no longer applies. You asked us to reach you in another way."),
    ],
)
def test_what_the_guest_ended_has_a_sentence_of_its_own(met_by: str, says: str) -> None:
    ended = replace(a_promise_of(5), state=State.SUPERSEDED, met_by=met_by)
    assert told(ended) == [says]
