"""Answers as the forms take them: one answer at a time, through rasa-sdk's executor."""

from typing import Any

import pytest

from actions.appointment import AppointmentForm
from actions.feedback import FeedbackForm
from actions.question import QuestionForm
from actions.validation import JourneyForm
from tests.actions.acting import SENDING, a_booking, act, answered


def test_an_answer_is_kept_and_the_next_question_is_asked() -> None:
    done = answered(QuestionForm(), "question_words", "When do you open?")
    assert done.slots["question_words"] == "When do you open?"
    assert done.slots["requested_slot"] == "about_person"
    assert done.said == []


def test_an_empty_answer_says_what_to_do_and_asks_again() -> None:
    done = answered(QuestionForm(), "question_words", "  ")
    assert done.names == ["utter_error_question_words"]
    assert done.slots["requested_slot"] == "question_words"


def test_the_second_time_it_is_said_in_other_words() -> None:
    first = answered(QuestionForm(), "email", "foo", question_words="q", about_person="no", reply_by="email")
    second = answered(
        QuestionForm(),
        "email",
        "foo",
        question_words="q",
        about_person="no",
        reply_by="email",
        **memory(first),
    )
    assert (first.names, second.names) == (["utter_error_email"], ["utter_error_email_again"])


def test_after_an_answer_that_was_taken_the_next_slip_is_a_first_one() -> None:
    assert answered(QuestionForm(), "question_words", "words", slips=1).slots["slips"] is None


def test_what_could_not_be_taken_stands_in_the_box_again() -> None:
    done = answered(QuestionForm(), "email", "foo", question_words="q", about_person="no", reply_by="email")
    assert done.slots["kept"] == {"email": "foo"}
    assert done.said[0][1]["kept"] is True


def test_too_many_words_are_kept_and_the_limit_is_told() -> None:
    done = answered(QuestionForm(), "question_words", "x" * 20_001)
    assert done.names == ["utter_error_too_long"]
    assert done.said[0][1]["limit"] == 20_000
    assert done.slots["kept"] == {"question_words": "x" * 20_001}


_UP_TO_EMAIL: dict[str, Any] = {"question_words": "q", "about_person": "no", "reply_by": "email"}


@pytest.mark.parametrize(
    ("way", "slot"), [("email", "email"), ("text", "phone"), ("phone", "phone"), ("letter", "address")]
)
def test_no_contact_is_ever_required(way: str, slot: str) -> None:
    done = answered(QuestionForm(), slot, "", question_words="q", about_person="no", reply_by=way)
    assert done.names == ["utter_come_back"]
    assert done.slots["reply_by"] == "code"
    assert done.slots["requested_slot"] == "guest_name"


def sure(typed: str, answer: str) -> Any:
    """What comes of an address that looks mistyped, once the guest has answered whether it is."""
    first = answered(QuestionForm(), "email", typed, **_UP_TO_EMAIL)
    assert first.slots["requested_slot"] == "email_sure"
    memory = {name: first.slots[name] for name in ("email_guess", "kept")}
    return answered(QuestionForm(), "email_sure", answer, **_UP_TO_EMAIL, **memory)


def test_an_address_that_looks_mistyped_is_asked_about_once() -> None:
    yes, no = sure("me@gmial.com", "yes"), sure("me@gmial.com", "no")
    assert (yes.slots["email"], yes.slots["requested_slot"]) == ("me@gmail.com", "safe_to_contact")
    assert (no.slots["email"], no.slots["requested_slot"]) == ("me@gmial.com", "safe_to_contact")
    assert yes.slots["email_guess"] is None


def test_an_address_that_can_be_none_is_put_right_or_asked_for_again() -> None:
    yes, no = sure("me@gmail,com", "yes"), sure("me@gmail,com", "no")
    assert yes.slots["email"] == "me@gmail.com"
    assert (no.names, no.slots["email"]) == (["utter_error_email"], None)
    assert no.slots["kept"]["email"] == "me@gmail,com"


def safe(way: str, answer: str) -> Any:
    contact = {"email": "me@example.org", "phone": "07700 900123", "call_times": "", "address": "1 High St"}
    return answered(QuestionForm(), "safe_to_contact", answer, **{**_UP_TO_EMAIL, "reply_by": way, **contact})


@pytest.mark.parametrize("way", ["email", "text", "letter"])
def test_a_no_means_that_nothing_is_sent_that_way(way: str) -> None:
    done = safe(way, "no")
    assert done.names == [f"utter_not_safe_{way}"]
    assert done.slots["reply_by"] == "code"


@pytest.mark.parametrize("way", ["email", "text"])
def test_an_email_or_a_text_may_say_only_that_there_is_an_update(way: str) -> None:
    done = safe(way, "update")
    assert done.names == [f"utter_only_update_{way}"]
    assert done.slots["safe_to_contact"] == "update"
    assert "reply_by" not in done.slots


@pytest.mark.parametrize("way", ["phone", "letter"])
def test_a_call_or_a_letter_cannot_say_so_little(way: str) -> None:
    assert safe(way, "update").names == ["utter_error_choice"]


def test_where_no_message_may_be_left_we_still_call() -> None:
    done = safe("phone", "no")
    assert done.names == ["utter_not_safe_phone"]
    assert "reply_by" not in done.slots


def test_what_was_carried_over_is_checked_again_without_a_word() -> None:
    carried = {"reply_by": "email", "email": "me@gmial.com", "needs": ["braille"], "safe_to_contact": "no"}
    done = act(QuestionForm(), loop="question_form", carried=carried)
    assert done.said == []
    assert {name: done.slots[name] for name in carried} == carried
    assert done.slots["requested_slot"] == "question_words"


@pytest.mark.parametrize("kind", ["concern", "complaint"])
def test_before_a_worry_or_a_complaint_is_written_they_hear_that_it_changes_nothing(kind: str) -> None:
    done = answered(FeedbackForm(a_booking()), "feedback_kind", kind)
    assert done.names == [f"utter_no_effect_{kind}", "utter_anonymous"]


@pytest.mark.parametrize("kind", ["compliment", "comment"])
def test_thanks_and_ideas_are_never_worded_as_complaints(kind: str) -> None:
    assert answered(FeedbackForm(), "feedback_kind", kind).names == []


def test_a_need_that_the_policy_lists_is_not_doubted() -> None:
    asked = {**_UP_TO_EMAIL, "reply_by": "code", "guest_name": ""}
    form = {"loop": "question_form", "asked": "needs", "metadata": {**SENDING, "formats": ["braille"]}}
    listed = act(QuestionForm(), asked, candidate=["braille"], **form)
    other = act(QuestionForm(), asked, candidate=["braille", "bsl"], **form)
    none = act(QuestionForm(), asked, candidate=["nothing"], **form)
    assert (listed.said, none.said) == ([], [])
    assert other.said == [("utter_we_will_try", {"needs": {"list": [{"say": ["value_needs_bsl", {}]}]}})]


def test_a_trustee_can_be_chosen_only_where_the_policy_offers_one() -> None:
    form: dict[str, Any] = {"loop": "appointment_form", "asked": "appointment_who", "candidate": "trustee"}
    offered = act(AppointmentForm(), metadata={**SENDING, "trustees": True}, **form)
    not_offered = act(AppointmentForm(), **form)
    assert offered.slots["appointment_who"] == "trustee"
    assert not_offered.names == ["utter_error_choice"]


@pytest.mark.parametrize("form", [QuestionForm(), AppointmentForm(), FeedbackForm()])
def test_only_the_button_sends(form: JourneyForm) -> None:
    base = {"check": "sent"}
    assert form.validate_check("sent", None, None, None) == base  # type: ignore[arg-type]  # none is looked at
    assert form.validate_check("send", None, None, None) == {"check": None}  # type: ignore[arg-type]  # likewise


def memory(done: Any) -> dict[str, Any]:
    """What the first turn remembers for the second."""
    return {name: done.slots[name] for name in ("slips", "kept")}
