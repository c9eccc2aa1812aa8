"""What was said for one answer goes when another is given; what is known is not asked for twice."""

from typing import Any

import pytest

from tests.actions.walking import Walk


def in_the_box(guest: Walk, slot: str) -> Any:
    kept: Any = guest.state.slots.get("kept") or {}
    return kept.get(slot)


@pytest.mark.parametrize("how", ["change", "back"])
def test_safe_is_said_of_one_way_alone_and_asked_again_of_another(how: str) -> None:
    with Walk("ruils") as guest:
        guest.walk("question", reply_by=["letter"])
        if how == "change":
            guest.picks('/change{"answer": "reply_by"}')
        while guest.asked != "reply_by":
            guest.picks("/go_back")
        guest.until("safe_to_contact", reply_by=["email"])
        assert in_the_box(guest, "safe_to_contact") is None


def test_the_same_way_again_keeps_what_was_said_of_it() -> None:
    with Walk("ruils") as guest:
        guest.walk("question", reply_by=["email"])
        guest.picks('/change{"answer": "reply_by"}')
        guest.until("safe_to_contact", reply_by=["email"])
        assert in_the_box(guest, "safe_to_contact") == "yes"


def test_after_a_no_and_going_back_another_way_is_asked_whether_it_is_safe() -> None:
    with Walk("ruils") as guest:
        guest.picks("/begin_question")
        guest.until("guest_name", reply_by=["email"], safe_to_contact=["no"])
        guest.picks("/go_back")
        passed = guest.until("guest_name", reply_by=["text"])
        assert passed == ["reply_by", "phone", "safe_to_contact"]


def test_an_address_never_stands_in_the_box_for_a_number() -> None:
    with Walk("ruils") as guest:
        guest.walk("appointment", appointment_where=["home"])
        guest.picks('/change{"answer": "appointment_where"}')
        guest.until("appointment_place", appointment_where=["phone"])
        assert in_the_box(guest, "appointment_place") is None
        guest.says("my sister knows it")
        assert "utter_error_phone" in guest.heard


def test_the_number_for_an_appointment_is_not_asked_for_again() -> None:
    number = "01632 960001"
    with Walk("ruils") as guest:
        passed = guest.walk(
            "appointment", appointment_where=["phone"], appointment_place=number, reply_by=["phone"]
        )
        assert "phone" not in passed
        assert guest.rows["phone"] == number


@pytest.mark.parametrize("where", ["home", "elsewhere", "phone"])
def test_a_place_is_called_by_what_it_is(where: str) -> None:
    with Walk("ruils") as guest:
        guest.walk("appointment", appointment_where=[where], appointment_place="01632 960001")
        assert guest.question
        rows: Any = guest.question.values["rows"]
        (label,) = [row["label"] for row in rows if row["slot"] == "appointment_place"]
        assert label == {"say": [f"label_appointment_place_{where}", {}]}


def test_an_appointment_offers_no_silence_even_to_one_who_wanted_none_before() -> None:
    with Walk("ruils") as guest:
        guest.walk("question", reply_by=["none"])
        guest.picks("/send")
        assert "reply_by" in guest.walk("appointment")
        assert '/answer{"reply_by": "none"}' not in guest.state.offered


def test_who_wants_no_reply_is_told_what_that_means_before_sending() -> None:
    with Walk("ruils") as guest:
        guest.picks("/begin_question")
        guest.until("guest_name", reply_by=["none"])
        assert "utter_no_reply" in guest.heard


def test_needs_left_empty_are_not_provided_and_are_not_a_no() -> None:
    with Walk("ruils") as guest:
        guest.walk("question", needs="")
        assert guest.rows["needs"] == {"say": ["value_not_provided", {}]}
        guest.picks("/send")
        assert not guest.store.all_needs


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("a quiet room", ("utter_we_will_try", {"needs": {"list": ["a quiet room"]}})),
        ("", ("utter_need_not_said", {})),
    ],
)
def test_something_else_is_said_back_as_what_it_is(words: str, said: Any) -> None:
    with Walk("ruils") as guest:
        guest.walk("question", needs=["something_else"], needs_words=words)
        assert said in [(one.name, dict(one.values)) for one in guest.last.says]


@pytest.mark.parametrize(
    ("name", "asked"), [("Mum", "utter_ask_for_agrees_named"), ("", "utter_ask_for_agrees")]
)
def test_whether_somebody_agrees_is_asked_by_the_name_that_was_given(name: str, asked: str) -> None:
    with Walk("ruils") as guest:
        guest.picks("/begin_feedback")
        guest.until("for_agrees", feedback_kind=["complaint"], for_whom=["someone"], for_name=name)
        assert guest.heard[-1] == asked


@pytest.mark.parametrize(
    ("where", "asked"),
    [("office", "utter_ask_appointment_access"), ("phone", "utter_ask_appointment_access_far")],
)
def test_an_appointment_asks_what_is_needed_there(where: str, asked: str) -> None:
    with Walk("ruils") as guest:
        guest.picks("/begin_appointment")
        guest.until("appointment_access", appointment_where=[where], appointment_place="")
        assert guest.heard[-1] == asked
