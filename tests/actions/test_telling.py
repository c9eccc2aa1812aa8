"""Shall we tell our safeguarding lead now? A case at once, the journey unfinished, the question not lost."""

from typing import Any

import pytest

from actions.journey import MAIN_WORDS, TELLING
from tests.actions.acting import NOW
from tests.actions.test_walks import LONG
from tests.actions.walking import Walk
from webchat.cases.case import About, Case
from webchat.cases.words import Kind, ReplyBy

DANGER = "my husban hits me and im scared to go home"
MORE = "He is at the door now. He will kill me."
SAFE = "Ring my sister, never me."


def told(guest: Walk) -> list[Case]:
    """The safeguarding cases, the first first."""
    return [one for one in guest.store.cases.values() if one.kind is Kind.SAFEGUARDING]


def others(guest: Walk) -> list[Case]:
    """What was sent by a journey."""
    return [one for one in guest.store.cases.values() if one.kind is not Kind.SAFEGUARDING]


def answer_both(guest: Walk, danger: str = "no", how: str = SAFE) -> None:
    """The two questions, and nothing else, are asked (guest-rules E15)."""
    assert guest.asked == "danger_now"
    guest.answer([danger])
    assert guest.asked == "safe_how"
    guest.answer(how)


@pytest.mark.parametrize("journey", sorted(LONG))
def test_in_every_journey_yes_opens_a_case_at_once_and_the_question_comes_again(journey: str) -> None:
    with Walk("ruils") as guest:
        guest.picks(f"/begin_{journey}")
        guest.until(MAIN_WORDS[journey], **LONG[journey])
        guest.says(DANGER)
        assert "utter_help_999" in guest.heard
        assert guest.asked == "tell_lead"
        after = Walk("ruils")
        after.picks(f"/begin_{journey}")
        after.until(MAIN_WORDS[journey], **LONG[journey])
        waiting = after.says("quiet words").question
        guest.picks("/tell_lead")
        (case,) = told(guest)
        assert [one.body for one in guest.store.messages(case.id)] == [DANGER]
        assert guest.store.promises(case.id) == []
        assert case.reference in str([one.values for one in guest.last.says if one.name == "utter_told"])
        answer_both(guest)
        assert guest.question == waiting
        assert dict(told(guest)[0].answers) == {"danger_now": "no", "safe_how": SAFE}
        guest.until("check", **LONG[journey])
        guest.picks("/send")
        (sent,) = others(guest)
        assert sent.read_first
        assert guest.store.promises(sent.id)
        after.dialogue.close()


@pytest.mark.parametrize("journey", sorted(LONG))
def test_at_every_question_and_the_check_page_no_tells_nobody_and_the_question_comes_again(
    journey: str,
) -> None:
    with Walk("ruils") as guest:
        passed = guest.walk(journey, **LONG[journey])
        guest.picks("/stop").picks("/stop_now").picks(f"/begin_{journey}")
        for slot in [*passed, "check"]:
            guest.until(slot, **LONG[journey])
            guest.picks("/help_now")
            assert guest.asked == "tell_lead"
            guest.picks("/tell_nobody")
            assert guest.asked == slot
        assert not guest.store.cases


def test_outside_a_journey_the_two_questions_are_asked_and_the_journeys_offered_again() -> None:
    with Walk("ruils") as guest:
        guest.says(DANGER)
        assert guest.heard[-1] == "utter_ask_tell_lead"
        guest.picks("/tell_lead")
        answer_both(guest, "yes")
        assert guest.heard[-1] == "utter_anything_else"
        assert guest.asked == ""
        (case,) = told(guest)
        assert dict(case.answers) == {"danger_now": "yes", "safe_how": SAFE}
        guest.picks("/begin_question")
        assert guest.state.slots["kept"] == {"question_words": DANGER}


def test_who_says_that_somebody_is_in_danger_now_is_told_to_call_and_nothing_else() -> None:
    with Walk("ruils") as guest:
        guest.says(DANGER).picks("/tell_lead").answer(["yes"])
        assert guest.heard[0] == "utter_danger_now"


def test_who_leaves_after_yes_has_told_already() -> None:
    with Walk("ruils") as guest:
        guest.says(DANGER).picks("/tell_lead").picks("/stop").picks("/stop_now")
        assert len(told(guest)) == 1
        assert not set(guest.state.slots) & set(TELLING)


@pytest.mark.parametrize("turn", ["/go_back", "/tell_nobody"])
def test_back_and_no_alert_nobody(turn: str) -> None:
    with Walk("ruils") as guest:
        guest.picks("/begin_question").says(DANGER).picks(turn)
        assert guest.asked == "about_person"
        guest.until("check")
        guest.picks("/stop").picks("/stop_now")
        assert not guest.store.cases
        assert not guest.store.errands


def test_back_passes_over_the_two_questions() -> None:
    with Walk("ruils") as guest:
        guest.picks("/begin_question").says(DANGER).picks("/tell_lead").picks("/go_back")
        assert guest.asked == "about_person"
    with Walk("ruils") as guest:
        guest.says(DANGER).picks("/tell_lead").picks("/go_back")
        assert (guest.asked, guest.heard[-1]) == ("", "utter_what_to_do")


@pytest.mark.parametrize("words", ["yes", "no", "ok", "I do not know", "tell them"])
def test_no_typed_word_tells_the_lead_or_keeps_it_from_them(words: str) -> None:
    with Walk("ruils") as guest:
        guest.picks("/begin_question").says(DANGER).says(words)
        assert guest.asked == "tell_lead"
        assert not guest.store.cases


def test_more_danger_once_the_lead_is_told_is_added_to_the_same_case_when_the_guest_says_so() -> None:
    with Walk("ruils") as guest:
        guest.picks("/begin_question").says(DANGER).picks("/tell_lead")
        answer_both(guest)
        guest.until("person_name", about_person=["yes"])
        guest.says(MORE)
        guest.metadata = {**dict(guest.metadata), "sealed_code": "another"}  # type: ignore[arg-type]  # a mapping here
        assert guest.question is not None
        assert guest.question.name == "utter_ask_tell_lead_more"
        guest.picks("/tell_lead")
        assert guest.asked == "reply_by"
        (case,) = told(guest)
        assert [one.body for one in guest.store.messages(case.id)] == [DANGER, MORE]
        assert "utter_told_more" in guest.heard


def test_pressed_for_help_without_a_word_the_lead_reads_that_and_is_not_asked_of_again() -> None:
    with Walk("ruils") as guest:
        guest.picks("/begin_question").picks("/help_now").picks("/tell_lead")
        (case,) = told(guest)
        assert (guest.store.messages(case.id), case.answers) == ([], (("help_pressed", "yes"),))
        answer_both(guest)
        guest.picks("/help_now")
        assert guest.asked == "question_words"
        assert "utter_help_not_seen" not in guest.heard


def test_words_in_the_two_questions_show_help_and_ask_nothing_more() -> None:
    with Walk("ruils") as guest:
        guest.picks("/begin_question").says(DANGER).picks("/tell_lead").answer(["no"]).says(MORE)
        assert "utter_help_999" in guest.heard
        assert guest.asked == "about_person"
        assert dict(told(guest)[0].answers)["safe_how"] == MORE


def test_a_person_and_a_safe_way_told_before_go_with_it_and_a_half_told_way_does_not() -> None:
    given: dict[str, Any] = {"about_person": ["yes"], "person_name": "Samuel", "reply_by": ["email"]}
    with Walk("ruils") as guest:
        guest.picks("/begin_question")
        guest.until("safe_to_contact", **given)
        guest.picks("/help_now").picks("/tell_lead")
        (case,) = told(guest)
        assert (case.reply_by, case.about) == (ReplyBy.CODE, About.UNMATCHED)
        assert [one.name for one in guest.store.people(case.id) if one.part == "about"] == ["Samuel"]
    with Walk("ruils") as guest:
        guest.picks("/begin_question")
        guest.until("guest_name", **given)
        guest.says(DANGER).picks("/tell_lead")
        (case,) = told(guest)
        assert case.reply_by is ReplyBy.EMAIL


def test_a_case_is_read_first_only_where_danger_stands_in_what_is_sent() -> None:
    with Walk("ruils") as guest:
        guest.picks("/begin_question").says(DANGER).picks("/tell_nobody")
        guest.until("check")
        guest.picks('/change{"answer": "question_words"}').answer("When do you open?")
        guest.until("check")
        guest.picks("/send")
        assert [one.read_first for one in others(guest)] == [False]


def test_who_sends_words_of_danger_is_told_who_reads_them_first_and_the_promises_stay() -> None:
    with Walk("ruils") as guest, Walk("ruils") as calm:
        guest.picks("/begin_question").says(DANGER).picks("/tell_nobody")
        guest.until("check")
        calm.walk("question", question_words="When do you open?")
        for one in (guest, calm):
            one.picks("/send")
        assert "utter_what_next_told_lead" in guest.heard
        assert "utter_what_next_told_unknown" in guest.heard
        mine, theirs = (each.store.promises(others(each)[0].id) for each in (guest, calm))
        assert [(one.name, one.due_at) for one in mine] == [(one.name, one.due_at) for one in theirs]
        assert not any(name.startswith("utter_what_next_told") for name in calm.heard)


def test_what_is_carried_over_marks_the_next_sending_too() -> None:
    with Walk("ruils") as guest:
        guest.picks("/begin_question")
        guest.until("guest_name")
        guest.says(DANGER).picks("/tell_nobody")
        guest.until("check")
        guest.picks("/send")
        guest.metadata = {**dict(guest.metadata), "key": "talk-1:1"}  # type: ignore[arg-type]  # a mapping here
        guest.walk("question")
        guest.picks("/send")
        assert [one.read_first for one in others(guest)] == [True, True]
        assert [one.received_at for one in others(guest)] == [NOW, NOW]
