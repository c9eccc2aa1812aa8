"""What a guest cannot read keeps no promise until somebody has made it into what they can (line 6)."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.builders.cases import MONDAY, a_member, an_entry, an_opening, casework
from tests.fakes.store import MemoryStore
from webchat.cases.case import Case, Delivery, Message, Purpose
from webchat.cases.casework import Casework
from webchat.cases.errors import NotAllowed, NotFound
from webchat.cases.formats.making import Making
from webchat.cases.formats.task import served, to_be_made_by
from webchat.cases.guest_moves import Reach, Safe
from webchat.cases.moves import Letter, Plainly
from webchat.cases.on_behalf import Heard, OnBehalf
from webchat.cases.promises.promise import Promise
from webchat.cases.reaching import Reaching
from webchat.cases.words import Format, Kind, MetBy, PromiseName, ReplyBy, Why, WhyPlain

SAM = a_member("sam")
REPLY_3 = {"promise": PromiseName.REPLY, "value": 3}
CALL_1 = {"promise": PromiseName.CONTACT, "value": 1, "met_by": MetBy.SPOKEN_TO}
TUE, THU, FRI = date(2026, 11, 24), date(2026, 11, 26), date(2026, 11, 27)  # Thursday is day 3
LARGE = (("information_format", "large_print"),)
DEAF = (("communication_professional", "bsl"),)


def claimed(*entries: Any, **given: Any) -> tuple[Casework, MemoryStore, Case]:
    work, store = casework(*(an_entry(**one) for one in entries or (REPLY_3,)))
    case = work.open(an_opening(**{"needs": LARGE, **given}), MONDAY)
    return work, store, work.claim(SAM, case.id, MONDAY)


def a_reply(**given: Any) -> Letter:
    return Letter(Purpose.REPLY, "We open at nine.", **given)


def written(work: Casework, store: MemoryStore, case: Case, letter: Letter) -> Message:
    work.write(SAM, case.id, letter, MONDAY)
    return store.messages(case.id)[-1]


def owed(store: MemoryStore, case: Case) -> list[Promise]:
    return [one for one in store.promises(case.id) if one.is_owed]


# What sending makes


@pytest.mark.parametrize("way", [ReplyBy.CODE, ReplyBy.EMAIL, ReplyBy.TEXT, ReplyBy.LETTER])
def test_a_reply_to_a_guest_who_needs_large_print_is_a_task_and_keeps_nothing(way: ReplyBy) -> None:
    work, store, case = claimed(reply_by=way, contact="ana@example.org")
    message = written(work, store, case, a_reply())
    assert (message.delivery, message.formats) == (Delivery.TO_MAKE, (Format.LARGE_PRINT,))
    assert [one.name for one in owed(store, case)] == [PromiseName.REPLY]
    assert not [one for one in store.errands if one.startswith("message:")]


def test_without_a_need_it_goes_as_ever() -> None:
    work, store, case = claimed(needs=())
    assert written(work, store, case, a_reply()).delivery is Delivery.SHOWN
    assert owed(store, case) == []


def test_what_is_said_on_the_telephone_needs_no_large_print() -> None:
    work, store, case = claimed(reply_by=ReplyBy.PHONE, contact="020 7946 0000")
    assert written(work, store, case, a_reply()).delivery is Delivery.TO_SAY


def test_but_it_needs_an_interpreter_who_then_returns_the_call() -> None:
    work, store, case = claimed(CALL_1, needs=DEAF, reply_by=ReplyBy.PHONE, contact="020 7946 0000")
    message = written(work, store, case, a_reply())
    assert (message.delivery, message.make_by) == (Delivery.TO_MAKE, TUE)
    Making(work).made(SAM, case.id, message.id, Delivery.INTERPRETED, MONDAY)
    assert owed(store, case) == []


def test_words_in_english_for_a_guest_who_writes_polish_have_to_be_translated() -> None:
    work, store, case = claimed(needs=(), lang="pl")
    assert written(work, store, case, a_reply()).formats == (Format.TRANSLATION,)
    assert written(work, store, case, a_reply(lang="pl")).delivery is Delivery.SHOWN


# Done with one press


@pytest.mark.parametrize("how", [Delivery.POSTED, Delivery.HANDED_OVER])
def test_once_made_and_with_the_guest_it_keeps_the_promise(how: Delivery) -> None:
    work, store, case = claimed()
    message = written(work, store, case, a_reply())
    Making(work).made(SAM, case.id, message.id, how, MONDAY + timedelta(hours=1))
    assert owed(store, case) == []
    assert store.messages(case.id)[-1].delivery is how
    assert [one.what for one in store.events(case.id)][-1] == how.value


def test_it_is_done_once() -> None:
    work, store, case = claimed()
    message = written(work, store, case, a_reply())
    Making(work).made(SAM, case.id, message.id, Delivery.POSTED, MONDAY)
    with pytest.raises(NotAllowed, match="not_waiting"):
        Making(work).made(SAM, case.id, message.id, Delivery.POSTED, MONDAY)


def test_only_by_whoever_has_the_case_and_of_a_message_in_it() -> None:
    work, store, case = claimed()
    message = written(work, store, case, a_reply())
    with pytest.raises(NotAllowed, match="not_yours"):
        Making(work).made(a_member("kim"), case.id, message.id, Delivery.POSTED, MONDAY)
    with pytest.raises(NotFound):
        Making(work).made(SAM, case.id, "another", Delivery.POSTED, MONDAY)


@pytest.mark.parametrize(
    ("given", "ways"),
    [
        ({}, {"posted", "handed_over"}),
        ({"safe_to_contact": False}, {"handed_over"}),
        ({"needs": DEAF}, {"interpreted"}),
        ({"needs": (*DEAF, *LARGE)}, {"interpreted"}),
        ({"needs": (), "lang": "pl"}, {"posted", "handed_over", "interpreted"}),
        ({"reply_by": ReplyBy.EMAIL, "contact": "a@b.example"}, {"posted", "handed_over"}),
        (
            {"reply_by": ReplyBy.EMAIL, "contact": "a@b.example", "safe_to_contact": True},
            {"posted", "handed_over", "sent"},
        ),
    ],
)
def test_it_goes_only_where_that_is_safe_and_as_it_can(given: dict[str, Any], ways: set[str]) -> None:
    """Its words go by email only to whoever said that this is safe; nobody posts where it is not (E21)."""
    for how in (Delivery.POSTED, Delivery.HANDED_OVER, Delivery.SENT, Delivery.INTERPRETED):
        work, store, case = claimed(**given)
        message = written(work, store, case, a_reply())
        if how.value in ways:
            Making(work).made(SAM, case.id, message.id, how, MONDAY)
        else:
            with pytest.raises(NotAllowed, match="not_that_way"):
                Making(work).made(SAM, case.id, message.id, how, MONDAY)


# Its date


@pytest.mark.parametrize(
    ("chosen", "comes_to"), [(None, THU), (TUE, TUE), (THU, THU), (FRI, "make_by_too_late")]
)
def test_it_is_never_later_than_the_promise_it_serves(chosen: date | None, comes_to: Any) -> None:
    work, store, case = claimed()
    if isinstance(comes_to, str):
        with pytest.raises(NotAllowed, match=comes_to):
            written(work, store, case, a_reply(make_by=chosen))
    else:
        assert written(work, store, case, a_reply(make_by=chosen)).make_by == comes_to


def test_where_it_serves_no_promise_staff_choose() -> None:
    work, store, case = claimed()
    update = Letter(Purpose.UPDATE, "We still look.")
    with pytest.raises(NotAllowed, match="no_make_by"):
        written(work, store, case, update)
    with pytest.raises(NotAllowed, match="make_by_past"):
        written(work, store, case, replace(update, make_by=date(2026, 11, 22)))
    assert written(work, store, case, replace(update, make_by=FRI)).make_by == FRI


def test_a_promise_that_is_late_makes_its_task_late_with_it() -> None:
    work, store, case = claimed()
    work.write(SAM, case.id, a_reply(), MONDAY + timedelta(days=9))
    assert store.messages(case.id)[-1].make_by == THU


@pytest.mark.parametrize("days", range(-3, 12))
def test_a_promise_that_moves_never_leaves_its_task_behind_it(days: int) -> None:
    work, store, case = claimed()
    message = written(work, store, case, a_reply())
    moved = [replace(one, due_on=THU + timedelta(days=days)) for one in owed(store, case)]
    on = to_be_made_by(message, moved)
    assert on is not None
    assert on <= min(moved[0].due_on or THU, THU)


def test_it_says_which_promise_it_serves() -> None:
    work, store, case = claimed()
    message = written(work, store, case, a_reply())
    promise = served(message, owed(store, case))
    assert promise is not None
    assert promise.name is PromiseName.REPLY
    assert served(replace(message, purpose=Purpose.UPDATE), owed(store, case)) is None


# As it is, for a reason


@pytest.mark.parametrize(
    ("why", "words", "refused"),
    [(None, "He said so.", "no_plain_why"), (WhyPlain.GUEST_AGREES, "  ", "no_plain_words")],
)
def test_the_wrong_format_takes_a_kind_of_reason_and_words(
    why: WhyPlain | None, words: str, refused: str
) -> None:
    work, store, case = claimed()
    with pytest.raises(NotAllowed, match=refused):
        written(work, store, case, a_reply(plain=Plainly(why, words)))


@pytest.mark.parametrize("why", WhyPlain)
def test_it_then_goes_at_once_and_counts_only_if_they_can_take_it_in(why: WhyPlain) -> None:
    work, store, case = claimed()
    message = written(work, store, case, a_reply(plain=Plainly(why, "We have no printer.")))
    assert (message.delivery, message.plain_why) == (Delivery.SHOWN, why)
    can = why in (WhyPlain.GUEST_AGREES, WhyPlain.TOLD_ALREADY)
    assert (owed(store, case) == []) is can


def test_the_record_has_the_kind_of_reason_and_not_the_words() -> None:
    work, store, case = claimed()
    written(work, store, case, a_reply(plain=Plainly(WhyPlain.OTHER, "Secret words.")))
    event = store.events(case.id)[-1]
    assert (event.fields["plain_why"], event.fields["formats"]) == ("other", ["large_print"])
    assert "Secret" not in str(event)


def test_where_nothing_is_needed_a_reason_is_no_reason() -> None:
    work, store, case = claimed(needs=())
    message = written(work, store, case, a_reply(plain=Plainly(None, "")))
    assert (message.plain_why, message.delivery) == (None, Delivery.SHOWN)


# Other ways, other moves


def test_whoever_wants_another_way_still_needs_their_format() -> None:
    work, store, case = claimed(reply_by=ReplyBy.LETTER, contact="1 High Street")
    message = written(work, store, case, a_reply())
    now = store.cases[case.id]
    Reaching(work).reach(now, Reach(ReplyBy.EMAIL, "ana@example.org", Safe.YES), MONDAY)
    assert store.all_messages[message.id].delivery is Delivery.TO_MAKE
    now = store.cases[case.id]
    Reaching(work).reach(now, Reach(ReplyBy.PHONE, "020 7946 0000", Safe.YES), MONDAY)
    assert store.all_messages[message.id].delivery is Delivery.TO_SAY


def test_what_was_held_has_to_be_made_once_it_may_be_told() -> None:
    answers = (("for_whom", "someone"), ("for_agrees", "not_asked"))
    work, store, case = claimed(answers=answers)
    message = written(work, store, case, a_reply())
    assert message.delivery is Delivery.HELD
    OnBehalf(work).heard(SAM, case.id, Heard.SPOKEN, MONDAY)
    assert store.all_messages[message.id].delivery is Delivery.TO_MAKE
    assert owed(store, case) != []


def test_a_later_date_is_made_into_it_before_the_old_one_passes() -> None:
    work, store, case = claimed()
    (promise,) = owed(store, case)
    work.state_date(SAM, case.id, promise.id, FRI, "We wait.", MONDAY, why=Why.OTHER)
    message = store.messages(case.id)[-1]
    assert (message.delivery, message.make_by) == (Delivery.TO_MAKE, THU)


def test_why_it_was_closed_is_made_into_it_too() -> None:
    work, store, case = claimed(kind=Kind.COMMENT)
    work.close(SAM, case.id, "Thank you.", MONDAY)
    message = store.messages(case.id)[-1]
    assert (message.delivery, message.make_by) == (Delivery.TO_MAKE, MONDAY.date())
