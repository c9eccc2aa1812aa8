"""Whole journeys in process: every charity and way to reply, Change and Back at every question."""

from typing import Any

import pytest

from actions.journey import CARRIED_OVER, OWN
from tests.actions.walking import CHARITIES, USUAL, Walk
from webchat.cases.case import About
from webchat.cases.words import Kind, ReplyBy

# The longest ways through each journey.
LONG: dict[str, dict[str, Any]] = {
    "question": {"about_person": ["yes"], "reply_by": ["phone"], "needs": ["braille", "interpreter"]},
    "appointment": {
        "appointment_who": ["named"],
        "appointment_where": ["home"],
        "about_person": ["yes"],
        "appointment_access": ["bsl", "interpreter"],
        "reply_by": ["letter"],
    },
    "feedback": {
        "feedback_kind": ["concern"],
        "for_whom": ["someone"],
        "about_person": ["yes"],
        "reply_by": ["email"],
    },
}
MAIN = {"question": "question_words", "appointment": "appointment_about", "feedback": "feedback_words"}


@pytest.mark.parametrize("charity", CHARITIES)
@pytest.mark.parametrize("journey", sorted(LONG))
def test_every_journey_of_every_charity_ends_in_one_case_with_exactly_the_words_typed(
    charity: str, journey: str
) -> None:
    with Walk(charity) as guest:
        passed = guest.walk(journey, **LONG[journey])
        assert list(guest.rows) == passed
        guest.picks("/send")
        assert [one.body for one in guest.store.all_messages.values()] == [USUAL[MAIN[journey]]]
        assert guest.case.charity == charity
        assert "utter_sent" in guest.heard
        assert not set(guest.state.slots) & set(OWN)


@pytest.mark.parametrize("kind", ["compliment", "comment", "concern", "complaint"])
@pytest.mark.parametrize("charity", CHARITIES)
def test_every_kind_of_feedback_reaches_every_charity_as_that_kind(charity: str, kind: str) -> None:
    with Walk(charity) as guest:
        guest.walk("feedback", feedback_kind=[kind])
        guest.picks("/send")
        assert guest.case.kind is Kind(kind)


def test_a_comment_about_what_happened_to_the_guest_is_a_concern_where_the_policy_says_so() -> None:
    with Walk("help-and-care", asks_scope=True) as guest:
        passed = guest.walk("feedback", feedback_kind=["comment"], feedback_scope=["me"])
        assert "treat_as_complaint" in passed
        guest.picks("/send")
        assert guest.case.kind is Kind.CONCERN


@pytest.mark.parametrize("way", ["email", "text", "phone", "letter", "code", "none"])
def test_each_way_to_reply_reaches_the_case_with_its_contact(way: str) -> None:
    contact = {"email": "email", "text": "phone", "phone": "phone", "letter": "address"}.get(way)
    with Walk("ruils") as guest:
        guest.walk("question", reply_by=[way])
        guest.picks("/send")
        (person,) = guest.store.all_people
        assert guest.case.reply_by is ReplyBy(way)
        assert person.contact == (USUAL[contact] if contact else "")
        assert person.safe_to_contact is (True if contact else None)


@pytest.mark.parametrize("way", ["email", "text", "phone", "letter"])
def test_a_guest_who_gives_nothing_at_all_still_sends(way: str) -> None:
    empty = {"guest_name": "", "email": "", "phone": "", "address": "", "person_name": ""}
    with Walk("ruils") as guest:
        guest.walk("question", reply_by=[way], about_person=["yes"], **empty)
        guest.picks("/send")
        assert guest.case.reply_by is ReplyBy.CODE
        assert guest.case.about is About.UNMATCHED


@pytest.mark.parametrize("journey", sorted(LONG))
def test_change_on_every_answer_returns_to_the_check_page_with_the_new_one(journey: str) -> None:
    with Walk("ruils") as guest:
        for slot in guest.walk(journey, **LONG[journey]):
            before = guest.rows
            guest.picks(f'/change{{"answer": "{slot}"}}')
            assert guest.asked == slot
            guest.until("check", **LONG[journey])
            assert guest.rows == before, slot
        guest.picks("/send")
        assert len(guest.store.cases) == 1


@pytest.mark.parametrize("journey", sorted(LONG))
def test_back_from_a_change_leaves_everything_as_it_was(journey: str) -> None:
    with Walk("ruils") as guest:
        for slot in guest.walk(journey, **LONG[journey]):
            before = guest.rows
            guest.picks(f'/change{{"answer": "{slot}"}}').picks("/go_back")
            assert guest.rows == before, slot


@pytest.mark.parametrize("journey", sorted(LONG))
def test_back_at_every_question_asks_the_one_before_with_its_answer_in_the_box(journey: str) -> None:
    with Walk("ruils") as guest:
        passed = guest.walk(journey, **LONG[journey])
        for slot in reversed(passed):
            value = guest.state.slots[slot]
            guest.picks("/go_back")
            assert guest.asked == slot
            kept: Any = guest.state.slots["kept"]
            assert kept.get(slot, "") == value
        guest.picks("/go_back")
        assert guest.asked == ""
        assert guest.state.slots["first_words"] == USUAL[MAIN[journey]]
        assert guest.walk(journey, **LONG[journey]) == passed
        guest.picks("/send")
        assert [one.body for one in guest.store.all_messages.values()] == [USUAL[MAIN[journey]]]


@pytest.mark.parametrize("journey", sorted(LONG))
def test_stop_at_every_question_leaves_nothing_behind(journey: str) -> None:
    with Walk("ruils") as guest:
        for slot in guest.walk(journey, **LONG[journey]):
            guest.picks("/stop").picks("/stop_now")
            assert guest.state.slots == {}
            guest.picks(f"/begin_{journey}")
            guest.until(slot, **LONG[journey])
        assert not guest.store.cases


@pytest.mark.parametrize("payload", ["/talk_to_person", "/help_now"])
@pytest.mark.parametrize("journey", sorted(LONG))
def test_a_person_and_help_are_answered_at_every_question_and_it_is_asked_again(
    journey: str, payload: str
) -> None:
    with Walk("ruils") as guest:
        passed = guest.walk(journey, **LONG[journey])
        guest.picks("/stop").picks("/stop_now")
        guest.picks(f"/begin_{journey}")
        for slot in [*passed, "check"]:
            guest.until(slot, **LONG[journey])
            before = guest.question
            guest.picks(payload)
            assert guest.last.says
            if guest.asked == "tell_lead":  # who asks for help is asked whether somebody is told
                guest.picks("/tell_nobody")
            assert guest.question == before


def test_a_second_journey_asks_for_no_name_contact_or_need_again() -> None:
    with Walk("ruils") as guest:
        guest.walk("question", reply_by=["email"], needs=["braille"])
        guest.picks("/send")
        passed = guest.walk("feedback", feedback_kind=["complaint"])
        assert not set(passed) & set(CARRIED_OVER)
        assert guest.rows["email"] == USUAL["email"]


def test_an_error_at_every_question_keeps_the_answers_and_asks_the_same_again() -> None:
    with Walk("ruils") as guest:
        passed = guest.walk("appointment", **LONG["appointment"])
        guest.picks("/stop").picks("/stop_now")
        guest.picks("/begin_appointment")
        for slot in passed:
            guest.until(slot, **LONG["appointment"])
            guest.says("x" * 20_001)
            assert guest.asked == slot
            assert [one.name for one in guest.last.says if one.name.startswith("utter_error_")]


def test_typed_words_never_send_and_never_choose() -> None:
    with Walk("ruils") as guest:
        guest.walk("question")
        for words in ("/send", "send", '/change{"answer": "email"}', "yes"):
            guest.says(words)
        assert not guest.store.cases


@pytest.mark.parametrize("words", ["/restart", "/send", "/stop", '/answer{"about_person": "yes"}', "/"])
def test_words_that_look_like_a_command_are_the_guests_words(words: str) -> None:
    with Walk("ruils") as guest:
        guest.walk("question", question_words=words)
        guest.picks("/send")
        assert [one.body for one in guest.store.all_messages.values()] == [words]


def test_words_typed_at_the_welcome_are_in_the_box_of_whichever_journey_comes() -> None:
    with Walk("ruils") as guest:
        guest.says("My bus pass has run out and nobody rang")
        if guest.asked:
            guest.picks("/go_back")
        for journey, slot in MAIN.items():
            guest.picks(f"/begin_{journey}")
            guest.until(slot)
            kept: Any = guest.state.slots["kept"]
            assert kept[slot] == "My bus pass has run out and nobody rang"
            while guest.asked:
                guest.picks("/go_back")


def test_three_messages_not_understood_lead_to_a_person_and_stray_keys_are_not_pasted_together() -> None:
    with Walk("ruils") as guest:
        for words in ("qwxz", "zzkv", "vvqj"):
            guest.says(words)
        assert guest.last.says[0].name == "utter_person_kept"
        guest.picks("/begin_question")
        kept: Any = guest.state.slots["kept"]
        assert kept["question_words"] == "vvqj"


@pytest.mark.parametrize(
    "words", ["hello", "thank you", "are you a robot", "you are useless", "help", "i need help now"]
)
def test_whatever_is_said_outside_a_journey_the_journeys_are_offered_again(words: str) -> None:
    with Walk("ruils") as guest:
        guest.says(words)
        if guest.last.says[-1].name == "utter_ask_tell_lead_pressed":
            guest.picks("/tell_nobody")
        assert guest.last.says[-1].name == "utter_what_to_do"
        guest.walk("question")
