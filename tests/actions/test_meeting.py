"""How to meet: an address or a number that is not told, being rung back, who comes, and what is needed."""

from typing import Any

import pytest

from tests.actions.walking import PACKS, USUAL, Walk
from webchat.cases.words import ReplyBy

NOWHERE: dict[str, Any] = {"appointment_place": ""}
QUOTE = "To call clients back immediately should they request it (to save on their phone bills)"


def came_to_no_place(guest: Walk, where: str) -> Walk:
    guest.picks("/begin_appointment")
    guest.until("appointment_no_place", appointment_where=[where], **NOWHERE)
    return guest


@pytest.mark.parametrize("where", ["home", "phone"])
def test_without_an_address_or_a_number_three_ways_on_are_offered_and_none_is_chosen(where: str) -> None:
    with Walk("ruils") as guest:
        came_to_no_place(guest, where)
        assert guest.heard[-1] == f"utter_ask_appointment_no_place_{where}"
        guest.answer(["write"])
        assert guest.asked == "appointment_place"
        guest.answer("").answer(["another_way"])
        assert guest.asked == "appointment_where"
        guest.answer([where]).answer("").answer(["ask"])
        assert guest.asked == "appointment_who"
        guest.until("check")
        guest.picks("/send")
        assert dict(guest.case.answers)["appointment_no_place"] == "ask"


def test_an_address_that_is_told_asks_for_nothing_more() -> None:
    with Walk("ruils") as guest:
        assert "appointment_no_place" not in guest.walk("appointment", appointment_where=["home"])


def test_another_way_to_meet_keeps_no_address_that_was_left_out() -> None:
    with Walk("ruils") as guest:
        came_to_no_place(guest, "home").answer(["another_way"])
        guest.until("check", appointment_where=["office"])
        assert not {"appointment_place", "appointment_no_place"} & set(guest.rows)


def test_whoever_has_no_credit_is_rung_back_at_once_where_the_policy_says_so() -> None:
    """RUILS, "Answering telephone calls"; policy-facts R11."""
    quote = next(one.quote for one in PACKS.policy("ruils").notes if one.topic == "ring back")
    assert quote == QUOTE
    with Walk("ruils", ring_back=quote) as guest:
        guest.picks("/begin_appointment").answer(["ring_back"])
        assert [(one.name, one.values) for one in guest.last.says] == [
            ("utter_ring_back_promised", {"quote": {"english": QUOTE}})
        ]
        assert guest.asked == "phone"
        passed = guest.until("check")
        assert passed[:4] == ["phone", "call_times", "safe_to_contact", "appointment_about"]
        assert not {"reply_by", "appointment_who", "appointment_when"} & set(passed)
        guest.picks("/send")
        assert guest.case.reply_by is ReplyBy.PHONE
        assert [one.contact for one in guest.store.all_people] == [USUAL["phone"]]


@pytest.mark.parametrize("charity", sorted(set(PACKS) - {"ruils"}))
def test_no_other_charity_is_said_to_ring_back_at_once(charity: str) -> None:
    assert not [one for one in PACKS.policy(charity).notes if one.topic == "ring back"]
    with Walk(charity) as guest:
        guest.picks("/begin_appointment").answer(["ring_back"])
        assert [one.name for one in guest.last.says] == ["utter_ring_back_no_time"]


def test_nobody_can_be_rung_without_a_number_and_another_way_is_offered_at_once() -> None:
    with Walk("ruils") as guest:
        guest.picks("/begin_appointment").answer(["ring_back"]).answer("")
        assert [one.name for one in guest.last.says] == ["utter_ring_back_no_number"]
        assert guest.asked == "appointment_where"
        assert "reply_by" in guest.until("check")


def test_what_is_needed_there_is_ticked_for_them_where_needs_are_asked() -> None:
    with Walk("ruils") as guest:
        guest.picks("/begin_appointment")
        guest.until("needs", appointment_access=["hearing_loop", "interpreter"])
        kept: Any = guest.state.slots["kept"]
        assert kept["needs"] == ["interpreter"]
        guest.answer(["interpreter"])
        assert (guest.asked, kept["needs_words"]) == ("needs_words", "Polish")
        guest.answer("Polish").picks("/send")
        told = [(one.field, one.value) for one in guest.store.all_needs]
        assert told == [("community_language", "Polish"), ("communication_support", "hearing_loop")]


def test_only_what_the_policy_lists_is_not_said_to_be_tried() -> None:
    """Guest-rules D19."""
    with Walk("ruils", formats=["bsl", "interpreter"]) as guest:
        guest.picks("/begin_appointment")
        guest.until("appointment_access").pop()
        guest.answer(["bsl", "quiet_room"])
        said = [(one.name, one.values) for one in guest.last.says]
        assert said == [
            ("utter_we_will_try", {"needs": {"list": [{"say": ["value_appointment_access_quiet_room", {}]}]}})
        ]


@pytest.mark.parametrize(
    ("where", "asked"),
    [("office", "utter_ask_appointment_company"), ("video", "utter_ask_appointment_company_there")],
)
def test_who_comes_is_asked_in_words_that_fit_the_way(where: str, asked: str) -> None:
    with Walk("ruils") as guest:
        guest.picks("/begin_appointment")
        guest.until("appointment_company", appointment_where=[where])
        assert guest.heard[-1] == asked


def test_what_nobody_comes_with_and_nobody_needs_is_no_answer_of_the_case() -> None:
    with Walk("ruils") as guest:
        guest.walk("appointment", appointment_company="", appointment_access=[])
        guest.picks("/send")
        assert "appointment_company" not in dict(guest.case.answers)
        assert not guest.store.all_needs


def test_whether_it_is_about_somebody_here_is_asked_before_any_time() -> None:
    with Walk("ruils") as guest:
        passed = guest.walk("appointment", about_person=["yes"])
        assert passed.index("person_name") < passed.index("appointment_when")
