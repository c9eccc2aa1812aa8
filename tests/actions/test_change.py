"""Back, Change and Stop, each alone."""

from typing import Any

from actions.change import ChangeAnswer, GoBack
from actions.check import AskCheck
from actions.journey import CARRIED_OVER, MEMORY, OWN, TELLING
from actions.stop import Stop
from tests.actions.acting import act

_ANSWERED: dict[str, Any] = {
    "journey": "question",
    "question_words": "When do you open?",
    "about_person": "no",
    "reply_by": "email",
    "email": "me@example.org",
    "safe_to_contact": "yes",
    "guest_name": "",
    "needs": ["braille"],
}


def back(asked: str, **slots: Any) -> Any:
    return act(GoBack(), {**_ANSWERED, **slots}, loop="question_form", asked=asked)


def change(answer: str, **slots: Any) -> Any:
    heard = {"text": "", "entities": [{"entity": "answer", "value": answer}]}
    return act(ChangeAnswer(), {**_ANSWERED, **slots}, heard=heard, loop="question_form", asked="check")


def test_back_takes_back_the_answer_before_and_keeps_it_for_the_box() -> None:
    done = back("reply_by", reply_by=None)
    assert done.slots["about_person"] is None
    assert done.slots["kept"] == {"about_person": "no"}
    assert done.slots["requested_slot"] is None


def test_back_steps_over_questions_that_were_never_asked() -> None:
    done = back("guest_name", guest_name=None, reply_by="code", email=None, safe_to_contact=None)
    assert [name for name, value in done.slots.items() if name in OWN + CARRIED_OVER] == ["reply_by"]


def test_back_from_the_check_page_goes_to_the_last_question() -> None:
    done = back("check")
    assert done.slots["needs"] is None
    assert done.slots["kept"] == {"needs": ["braille"]}


def test_back_from_the_first_question_leaves_the_journey_with_every_word_kept() -> None:
    done = back("question_words", question_words=None, kept={"question_words": "When do you open?"})
    assert done.names == ["utter_left_journey"]
    assert [event["event"] for event in done.others] == ["active_loop"]
    assert done.slots["first_words"] == "When do you open?"
    assert done.slots["journey"] is None


def test_back_outside_a_journey_changes_nothing() -> None:
    done = act(GoBack(), {})
    assert (done.slots, done.said, done.others) == ({}, [], [])


def test_change_takes_back_an_answer_and_all_that_depends_on_it() -> None:
    done = change("reply_by")
    assert {name for name, value in done.slots.items() if value is None} >= {
        "reply_by",
        "email",
        "safe_to_contact",
    }
    assert "question_words" not in done.slots
    assert done.slots["requested_slot"] is None


def test_what_is_being_changed_stands_in_the_box() -> None:
    assert change("question_words").slots["kept"] == {"question_words": "When do you open?"}


def test_back_from_a_change_leaves_every_answer_as_it_was() -> None:
    begun = change("reply_by")
    now = {**_ANSWERED, **{name: value for name, value in begun.slots.items() if name != "requested_slot"}}
    done = act(GoBack(), {**now, "reply_by": "text"}, loop="question_form", asked="phone")
    after = {**now, **done.slots}
    assert {name: after[name] for name in _ANSWERED} == _ANSWERED
    assert done.slots["changing"] is None


def test_at_the_check_page_a_change_is_over() -> None:
    assert act(AskCheck(), {**_ANSWERED, "changing": {"email": "old"}}).slots == {"changing": None}


def test_an_answer_that_is_not_part_of_the_journey_cannot_be_changed() -> None:
    for answer in ("feedback_words", "check", "journey", "nonsense"):
        done = change(answer)
        assert (done.slots, done.names) == ({}, ["utter_nothing_to_change"])


def test_stop_leaves_nothing_of_the_guests_words() -> None:
    done = act(Stop(), {**_ANSWERED, "kept": {"email": "x"}, "first_words": "words"}, loop="question_form")
    assert done.slots == dict.fromkeys((*OWN, *CARRIED_OVER, *MEMORY, *TELLING))


def test_the_check_page_lists_every_answer_in_order_with_its_change() -> None:
    rows = act(AskCheck(), _ANSWERED).said[0][1]["rows"]
    assert [row["slot"] for row in rows] == [name for name in _ANSWERED if name != "journey"]
    assert rows[0] == {
        "slot": "question_words",
        "label": {"say": ["label_question_words", {}]},
        "value": "When do you open?",
        "change": '/change{"answer": "question_words"}',
    }
    shown = {row["slot"]: row["value"] for row in rows}
    assert shown["reply_by"] == {"say": ["value_reply_by_email", {}]}
    assert shown["guest_name"] == {"say": ["value_not_provided", {}]}
    assert shown["needs"] == {"list": [{"say": ["value_needs_braille", {}]}]}
