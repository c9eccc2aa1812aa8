"""Sending: complete, once, with exactly the guest's words, and nothing left behind."""

import json
from typing import Any

import pytest

from actions.journey import CARRIED_OVER, MEMORY, OWN
from actions.send import Send
from tests.actions.acting import NOW, SENDING, Acted, a_booking, act
from tests.builders.cases import an_entry, casework
from tests.fakes.diary import MemoryDiary
from tests.fakes.store import MemoryStore
from webchat.cases.appointments.booking import Booking
from webchat.cases.casework import Casework
from webchat.cases.words import Channel, Kind, PromiseName, ReplyBy

QUESTION: dict[str, Any] = {
    "journey": "question",
    "question_words": "  When do you <b>open</b>? {name}",
    "about_person": "no",
    "reply_by": "email",
    "email": "me@example.org",
    "safe_to_contact": "yes",
    "guest_name": "Ola",
    "needs": ["large_print", "interpreter", "something_else"],
    "needs_words": "Polish, and a hearing loop",
    "check": "sent",
}
COMPLAINT: dict[str, Any] = {
    "journey": "feedback",
    "feedback_kind": "concern",
    "feedback_words": "Nobody came.",
    "treat_as_complaint": "yes",
    "feedback_when": "last week",
    "about_information": "no",
    "for_whom": "someone",
    "for_name": "My mother",
    "for_agrees": "not_asked",
    "about_person": "yes",
    "person_name": "Sam",
    "feedback_wish": "",
    "reply_by": "phone",
    "phone": "07700 900123",
    "call_times": "mornings",
    "safe_to_contact": "no",
    "guest_name": "",
    "needs": ["nothing"],
    "check": "sent",
}


def sent(slots: dict[str, Any], work: Casework | None = None, **metadata: str) -> Acted:
    booking = Booking(work, MemoryDiary()) if work else a_booking()
    return act(Send(booking, lambda: NOW), slots, metadata={**SENDING, **metadata})


def stored(slots: dict[str, Any]) -> tuple[Any, MemoryStore]:
    work, store = casework(an_entry(PromiseName.REPLY, 5))
    sent(slots, work)
    (case,) = store.cases.values()
    return case, store


def test_a_question_is_stored_as_it_was_answered() -> None:
    case, store = stored(QUESTION)
    assert (case.kind, case.channel, case.reply_by) == (Kind.QUESTION, Channel.WEBCHAT, ReplyBy.EMAIL)
    assert (case.charity, case.lang, case.key) == ("kind-place", "pl", "talk-1:0")
    assert (case.code_hash, case.sealed_code, case.conversation) == ("hash", "sealed", "talk-1")
    assert [one.body for one in store.all_messages.values()] == [QUESTION["question_words"]]
    (guest,) = store.all_people
    assert (guest.name, guest.contact, guest.safe_to_contact) == ("Ola", "me@example.org", True)
    assert [(one.field, one.value) for one in store.all_needs] == [
        ("information_format", "large_print"),
        ("community_language", "interpreter"),
        ("additional_support", "Polish, and a hearing loop"),
    ]
    assert case.answers == ()


def test_a_worry_made_a_complaint_goes_with_all_its_answers() -> None:
    case, store = stored(COMPLAINT)
    assert case.kind is Kind.COMPLAINT
    assert dict(case.answers) == {
        "feedback_kind": "concern",
        "treat_as_complaint": "yes",
        "feedback_when": "last week",
    "about_information": "no",
        "for_whom": "someone",
        "for_name": "My mother",
        "for_agrees": "not_asked",
        "call_times": "mornings",
    }
    guest, about = store.all_people
    assert (guest.name, guest.contact, guest.safe_to_contact) == ("", "07700 900123", False)
    assert (about.part, about.name) == ("about", "Sam")
    assert list(store.all_needs) == []


def test_a_contact_that_goes_with_another_way_to_reply_is_not_sent() -> None:
    _, store = stored({**QUESTION, "reply_by": "code", "phone": "07700 900123"})
    (guest,) = store.all_people
    assert (guest.contact, guest.safe_to_contact) == ("", None)


def test_an_interpreter_is_recorded_with_the_language() -> None:
    _, store = stored({**QUESTION, "needs": ["interpreter"], "needs_words": "Sorani"})
    assert [(one.field, one.value) for one in store.all_needs] == [("community_language", "Sorani")]


@pytest.mark.parametrize("slots", [QUESTION, COMPLAINT])
def test_without_any_one_answer_nothing_is_opened_and_the_form_asks(slots: dict[str, Any]) -> None:
    for missing in slots.keys() - {"journey"}:
        work, store = casework(an_entry(PromiseName.REPLY, 5))
        done = sent({**slots, missing: None}, work)
        assert done.names == ["utter_not_complete"], missing
        assert [event["name"] for event in done.others] == [f"{slots['journey']}_form"], missing
        assert not store.cases, missing
        assert done.slots == {}, missing


def test_with_no_journey_at_all_nothing_is_opened() -> None:
    done = sent({})
    assert (done.names, done.others) == (["utter_not_complete"], [])


@pytest.mark.parametrize("mark", ["charity", "key", "code_hash", "sealed_code"])
def test_without_the_marks_of_a_sending_nothing_is_opened(mark: str) -> None:
    work, store = casework(an_entry(PromiseName.REPLY, 5))
    with pytest.raises(ValueError, match="a sending needs"):
        sent(QUESTION, work, **{mark: ""})
    assert not store.cases


def test_the_same_sending_twice_is_one_case_with_one_reference() -> None:
    work, store = casework(an_entry(PromiseName.REPLY, 5))
    first, second = sent(QUESTION, work), sent(QUESTION, work)
    assert len(store.cases) == 1
    assert first.said == second.said


def test_sending_clears_the_journey_and_keeps_name_contact_and_needs() -> None:
    done = sent(QUESTION)
    assert done.slots == dict.fromkeys((*OWN, *MEMORY, "alarming"))
    assert not set(done.slots) & set(CARRIED_OVER)


def test_the_guest_is_told_the_reference_each_promise_and_what_comes_next() -> None:
    done = sent(QUESTION)
    assert done.names[0] == "utter_sent"
    assert done.names[-3:] == ["utter_what_next", "utter_what_next_email", "utter_anything_else"]
    assert {"promise_heading_reply", "promise_reply_aim", "promise_counted_working"} <= set(done.names)


def test_what_was_sent_can_be_shown_again_from_its_values_alone() -> None:
    values = sent(QUESTION).said[0][1]
    assert {"reference", "case", "kind", "reply_by", "received", "promises"} <= values.keys()
    (promise,) = values["promises"]
    assert promise["heading"] == {"say": ["promise_heading_reply", {}]}
    assert {"say": ["promise_reply_aim", {"date": {"date": "2026-11-30"}}]} in promise["says"]


def test_the_earlier_promise_is_told_first_and_one_without_a_date_last() -> None:
    undated = an_entry(PromiseName.ACKNOWLEDGE, None)
    work, _ = casework(an_entry(PromiseName.REPLY, 5), undated, an_entry(PromiseName.CONTACT, 2))
    values = sent(QUESTION, work).said[0][1]
    headings = [one["heading"]["say"][0].removeprefix("promise_heading_") for one in values["promises"]]
    assert headings == ["contact", "reply", "acknowledge"]


def test_an_appointment_is_told_that_staff_offer_a_time() -> None:
    appointment = {
        "journey": "appointment",
        "appointment_who": "anyone",
        "appointment_about": "Rent",
        "appointment_when": "Tuesday",
        "appointment_where": "office",
        "appointment_company": "My sister",
        "appointment_access": ["hearing_loop", "interpreter"],
        "appointment_access_words": "Polish",
        **{name: QUESTION[name] for name in QUESTION if name not in ("journey", "question_words")},
    }
    assert "utter_what_next_appointment" in sent(appointment).names
    case, store = stored(appointment)
    assert dict(case.answers) == {
        "appointment_who": "anyone",
        "appointment_when": "Tuesday",
        "appointment_where": "office",
        "appointment_company": "My sister",
    }
    assert [one.body for one in store.all_messages.values()] == ["Rent"]
    needed = {(one.field, one.value) for one in store.all_needs}
    assert {("communication_support", "hearing_loop"), ("community_language", "Polish")} <= needed


def test_neither_the_code_nor_its_marks_are_ever_said() -> None:
    told = json.dumps(sent(QUESTION, code_hash="h4sh", sealed_code="s3aled").said)
    assert "h4sh" not in told
    assert "s3aled" not in told
