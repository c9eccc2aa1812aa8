"""Whatever comes: never a 5xx, never a lost word, and plain words on what to do (issue 2, "Bad input")."""

import re
from dataclasses import replace
from html import unescape

import pytest

from tests.builders.naughty import NAUGHTY
from tests.guest.answers import QUESTION
from tests.guest.test_journeys import cases_of
from tests.guest.visitor import BROMLEY, Visitor
from tests.webhouse import Web
from webchat.chat.dialogue import Dialogue, Heard, Metadata, Spoken, State, Turned
from webchat.db.tables import conversation
from webchat.guest.answer import LONGEST
from webchat.guest.one_at_a_time import OneAtATime

SLOTS = ("question_words", "person_name", "email", "guest_name", "needs_words")


def has_half_a_pair(typed: str) -> bool:
    """Whether it is no text that a browser can send; the bytes for it are read as three strange marks."""
    return any("\ud800" <= one <= "\udfff" for one in typed)


def kept_as(kept: str) -> str:
    """As it is kept: a browser's two-character line ends become one."""
    return kept.replace("\r\n", "\n")


def test_naughty_words_open_a_case_just_as_typed(here: Web) -> None:
    for typed, kept in NAUGHTY:
        if not any(one.isprintable() and not one.isspace() for one in typed) or has_half_a_pair(typed):
            continue
        guest = Visitor(here).open().walk({**QUESTION, "question_words": typed, "guest_name": typed[:400]})
        assert guest.status == 200
        case = next(one for one in cases_of(here, BROMLEY) if one.reference == guest.code()[0])
        assert here.house.cases.messages(case.id)[0].body == kept_as(kept), repr(typed)


def test_naughty_words_in_any_box_never_break_a_page(here: Web) -> None:
    answers = {
        **QUESTION,
        "about_person": ('"yes"',),
        "needs": ("something_else",),
    }
    for slot in SLOTS:
        guest = Visitor(here).open().walk(answers, until=slot)
        for typed, _ in NAUGHTY:
            guest.write(typed)
            assert guest.status < 500, (slot, typed)
            if guest.asked != slot:
                guest.post({"do": "back"})
    assert guest.status == 200


def test_naughty_words_at_every_other_door_never_break_a_page(guest: Visitor) -> None:
    for typed, _ in NAUGHTY:
        guest.open().write(typed)
        assert guest.status < 500
        guest.open("case").post({"reference": typed, "code": typed}, "open")
        assert guest.status == 200
        guest.open().post({"lang": typed, "page": typed}, to=f"/{BROMLEY}/language")
        assert guest.status < 500
        guest.open().post({"choice": typed, "start": typed, "turn": typed, "asked": typed, "do": typed})
        assert guest.status < 500


def test_twenty_thousand_characters_are_taken_and_one_more_comes_back_whole(guest: Visitor) -> None:
    guest.open().choose("question")
    guest.write("ẞ" * (LONGEST + 1))
    assert guest.status == 413
    assert guest.box() == "ẞ" * (LONGEST + 1)
    assert "This is 1 character too long to send. Make it shorter." in guest.text
    guest.write("ẞ" * LONGEST)
    assert guest.asked == "about_person"


def test_the_same_on_the_first_page(guest: Visitor) -> None:
    guest.open().write("x" * (LONGEST + 1))
    assert guest.status == 413
    assert guest.box() == "x" * (LONGEST + 1)


def test_it_is_said_by_how_much_words_are_too_long(guest: Visitor) -> None:
    guest.open().choose("question").write("x" * (LONGEST + 2_345))
    assert "This is 2,345 characters too long to send." in guest.text


@pytest.mark.parametrize("where", ["", "question"])
def test_a_book_comes_back_whole_in_its_box(guest: Visitor, where: str) -> None:
    book = "ẞ und so weiter\n" * 60_000
    guest.open()
    if where:
        guest.choose(where)
    guest.write(book)
    assert (guest.status, guest.box()) == (413, book)


def test_more_than_a_form_may_hold_gets_a_page_that_says_where_the_words_are(guest: Visitor) -> None:
    guest.open().choose("question").write("x" * 2_200_000)
    assert guest.status == 413
    assert "Press the Back button of your browser: your words are still there." in guest.text


def test_when_we_are_too_busy_we_claim_nothing_and_it_can_be_sent_again(guest: Visitor, here: Web) -> None:
    guest.open().walk(QUESTION, until="check")
    conversing = here.app.extensions["conversing"]
    busy = OneAtATime(patience=0.01)
    here.app.extensions["conversing"] = replace(conversing, queue=busy)
    with busy.turn_of(the_id(here)):
        guest.choose("/send")
    assert guest.status == 503
    assert "Nothing was" not in guest.text
    assert "We do not know yet whether your message was stored." in guest.text
    form = re.findall(r'<form method="post" action="[^"]*/chat/1".*?</form>', guest.page, re.DOTALL)[0]
    pairs = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form)
    guest.send(f"/{BROMLEY}/chat/1", {name: unescape(value) for name, value in pairs})
    assert "We have your message" in guest.text


def the_id(web: Web) -> str:
    """The id of the one conversation there is."""
    (row,) = web.house.database.rows(conversation.select())
    return str(row.id)


def test_a_choice_that_was_not_offered_changes_nothing_and_keeps_the_words(guest: Visitor) -> None:
    guest.open().choose("question")
    guest.post({"choice": "/send", "words": "Do you fix bikes?"})
    assert guest.status == 400
    assert (guest.asked, guest.box()) == ("question_words", "Do you fix bikes?")
    assert "Choose one of the answers below." in guest.text


@pytest.mark.parametrize(
    "gone", [("turn",), ("choice", "words"), ("start",), ("turn", "asked", "page", "start", "words", "do")]
)
def test_a_missing_field_is_never_an_error_page(guest: Visitor, gone: tuple[str, ...]) -> None:
    guest.open().choose("question")
    token = guest.browser.token
    fields = {**guest.fields(), "words": "Do you fix bikes?", "do": "continue", "csrf_token": token}
    answer = guest.browser.client.post(
        f"/{BROMLEY}/chat/1", data={name: one for name, one in fields.items() if name not in gone}
    )
    assert answer.status_code in (303, 409)


def test_of_a_field_sent_twice_the_first_counts(guest: Visitor) -> None:
    guest.open().choose("question")
    guest.post({"words": ["The first.", "The second."], "turn": [guest.fields()["turn"], "99"]})
    assert "The first." in guest.text
    assert "The second." not in guest.text


def test_a_number_that_is_no_conversation_offers_to_start_again(guest: Visitor) -> None:
    for number in ("7", "0", "999999999999999999999999"):
        guest.open(f"chat/{number}")
        assert guest.status == 404
        assert "Start again" in guest.text or "no such page" in guest.text.lower()


def test_an_unknown_charity_is_no_page(guest: Visitor) -> None:
    assert guest.open("/no-such-charity/").status == 404
    assert guest.open("/no-such-charity/chat/1").status == 404


def test_when_the_session_has_ended_the_words_come_back(guest: Visitor, here: Web) -> None:
    guest.open().choose("question")
    fields = guest.fields()
    here.clock.at = here.clock.at.replace(hour=11)
    guest.send(f"/{BROMLEY}/chat/1", {**fields, "words": "I was slow."})
    assert guest.status == 409
    assert "I was slow." in guest.text
    assert "What you have sent is safe." in guest.text


def test_without_its_token_a_form_is_refused_with_the_words_kept(guest: Visitor) -> None:
    guest.open().choose("question")
    answer = guest.browser.client.post(f"/{BROMLEY}/chat/1", data={"words": "Not from our page."})
    assert answer.status_code == 400
    assert "Not from our page." in answer.get_data(as_text=True)


class Failing:
    """A dialogue whose every turn fails, as when an action raises."""

    def __init__(self, real: Dialogue) -> None:
        self._real = real

    def begin(self, state: State, metadata: Metadata) -> Turned:
        return self._real.begin(state, metadata)

    def turn(self, state: State, heard: Heard, metadata: Metadata) -> Turned:
        return Turned(state, (Spoken("utter_action_failed"),), failed=True)

    def hears_danger(self, words: str) -> bool:
        return self._real.hears_danger(words)


def test_when_an_action_fails_the_same_question_stands_with_the_words(guest: Visitor, here: Web) -> None:
    guest.open().choose("question")
    conversing = here.app.extensions["conversing"]
    here.app.extensions["conversing"] = replace(conversing, dialogue=Failing(conversing.dialogue))
    guest.write("Do you fix bikes?")
    assert guest.status == 200
    assert (guest.asked, guest.box()) == ("question_words", "Do you fix bikes?")
    assert "Something went wrong on our side." in guest.text
    here.app.extensions["conversing"] = conversing
    assert guest.write("Do you fix bikes?").asked == "about_person"
