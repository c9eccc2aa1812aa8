"""The same turn again is the same page, and an old page overwrites nothing (design.md 5; security.md G2)."""

import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from argon2 import PasswordHasher
from sqlalchemy import Row, Table
from werkzeug.test import TestResponse

from tests.builders.at_once import all_at_once
from tests.fakes.serving import Running
from tests.guest.answers import QUESTION
from tests.guest.conftest import CHEAP
from tests.guest.test_journeys import cases_of
from tests.guest.visitor import BROMLEY, Visitor
from tests.webhouse import Web
from webchat.db.tables import conversation, turn
from webchat.web.sealing import Sealing


def rows(web: Web, table: Table) -> Sequence[Row[Any]]:
    return web.house.database.rows(table.select())


def test_a_turn_posted_twice_is_one_turn_and_the_same_page(guest: Visitor, here: Web) -> None:
    guest.open().choose("question")
    sent = {**guest.fields(), "words": "Do you fix bikes?", "do": "continue"}
    first = guest.send(f"/{BROMLEY}/chat/1", sent).without_token()
    turns = len(rows(here, turn))
    second = guest.send(f"/{BROMLEY}/chat/1", sent).without_token()
    assert guest.status == 200
    assert len(rows(here, turn)) == turns
    assert first == second


def test_the_first_answer_posted_twice_begins_one_conversation(guest: Visitor, here: Web) -> None:
    guest.open("case")  # the cookie is there, as after an earlier visit
    guest.post({"lang": "en"}, "open", to=f"/{BROMLEY}/language")
    guest.open()
    sent = {**guest.fields(), "choice": guest.choices()[0]}
    guest.send(f"/{BROMLEY}/chat", sent)
    guest.send(f"/{BROMLEY}/chat", sent)
    assert (guest.asked, guest.number) == ("question_words", "1")
    assert len(rows(here, conversation)) == 1


def test_two_tabs_are_two_conversations(guest: Visitor) -> None:
    guest.open().choose("question").write("In the first tab.")
    guest.open().choose("question")
    assert guest.number == "2"
    assert "In the first tab." not in guest.text
    assert "In the first tab." in guest.open("chat/1").text


def test_fifty_sends_at_once_are_one_case_with_one_reference(guest: Visitor, here: Web) -> None:
    guest.open().walk(QUESTION, until="check")
    send = {**guest.fields(), "csrf_token": guest.browser.token, "choice": "/send"}
    cookie = guest.browser.cookie

    def press() -> TestResponse:
        client = here.app.test_client()
        client.set_cookie("visit", cookie)
        return client.post(guest.at.split("#")[0], data=send)

    answers = all_at_once([press] * 50)
    assert {one.status_code for one in answers} == {303}
    assert {one.headers["Location"] for one in answers} == {f"/{BROMLEY}/chat/1/sent"}
    (case,) = cases_of(here, BROMLEY)
    assert guest.open("chat/1/sent").code()[0] == case.reference


class SlowHasher(PasswordHasher):
    """Takes as long over a hash as a small and busy machine; counts them."""

    def __init__(self) -> None:
        super().__init__()
        self.made = 0

    def hash(self, words: str | bytes, **_: Any) -> str:  # type: ignore[override]  # only what is asked of it
        self.made += 1
        time.sleep(1)
        return CHEAP.hash(words)


def test_fifty_sends_to_a_slow_server_are_one_hash_and_nobody_is_turned_away(
    guest: Visitor, here: Web
) -> None:
    guest.open().walk(QUESTION, until="check")
    slow = SlowHasher()
    conversing = here.app.extensions["conversing"]
    here.app.extensions["conversing"] = replace(conversing, sealing=Sealing(slow))
    fields = {**guest.fields(), "csrf_token": guest.browser.token, "choice": "/send"}
    told = {
        "Cookie": f"visit={guest.browser.cookie}",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    with Running(here.app) as server:

        def press() -> tuple[int, str | None]:
            with closing(server.client()) as line:
                line.request("POST", f"/{BROMLEY}/chat/1", urlencode(fields), told)
                answer = line.getresponse()
                answer.read()
                return answer.status, answer.headers["Location"]

        answers = all_at_once([press] * 50)
    assert set(answers) == {(303, f"/{BROMLEY}/chat/1/sent")}
    assert slow.made == 1
    assert len(cases_of(here, BROMLEY)) == 1


def test_a_lost_answer_and_a_retry_show_the_same_reference_and_code(guest: Visitor, here: Web) -> None:
    guest.open().walk(QUESTION, until="check")
    send = {**guest.fields(), "choice": "/send"}
    first = guest.send(f"/{BROMLEY}/chat/1", send).code()
    again = guest.send(f"/{BROMLEY}/chat/1", send).code()
    assert first == again == guest.open("chat/1/sent").code()
    assert len(cases_of(here, BROMLEY)) == 1


def test_an_old_page_with_another_answer_overwrites_nothing_and_keeps_the_words(
    guest: Visitor, here: Web
) -> None:
    guest.open().choose("question")
    old = {**guest.fields(), "do": "continue"}
    guest.write("In the first tab.")
    turns = len(rows(here, turn))
    guest.send(f"/{BROMLEY}/chat/1", {**old, "words": "Other words."})
    assert guest.status == 409
    assert guest.asked == "about_person"
    assert "This is where you are now." in guest.text
    assert "Other words." in guest.text
    assert "In the first tab." in guest.text
    assert len(rows(here, turn)) == turns


def test_an_old_page_of_something_sent_says_so_and_shows_the_way_to_it(guest: Visitor) -> None:
    guest.open().walk(QUESTION, until="check")
    old = {**guest.fields(), "choice": '/change{"answer": "guest_name"}'}
    guest.choose("/send")
    guest.send(f"/{BROMLEY}/chat/1", old)
    assert guest.status == 409
    assert "You have already sent this." in guest.text
    assert f'href="/{BROMLEY}/chat/1/sent"' in guest.page


def test_a_second_journey_in_the_same_chat_is_a_second_case_and_both_slips_are_shown(
    guest: Visitor, here: Web
) -> None:
    guest.open().walk(QUESTION)
    first = guest.code()
    guest.open("chat/1").walk(QUESTION)
    second = guest.code()
    assert first[0] != second[0]
    assert first[0] in guest.text
    assert first[1] in guest.text
    assert len(cases_of(here, BROMLEY)) == 2


def test_what_a_guest_adds_twice_is_added_once(guest: Visitor, here: Web) -> None:
    reference, code = guest.open().walk(QUESTION).code()
    guest.open("case").post({"reference": reference, "code": code}, "open")
    sent = {**guest.fields("add"), "words": "Once."}
    for _ in range(2):
        guest.send(f"/{BROMLEY}/case/add", sent)
    (case,) = cases_of(here, BROMLEY)
    assert [one.body for one in here.house.cases.messages(case.id)][1:] == ["Once."]


def test_what_a_guest_adds_many_times_at_once_is_added_once(guest: Visitor, here: Web) -> None:
    reference, code = guest.open().walk(QUESTION).code()
    guest.open("case").post({"reference": reference, "code": code}, "open")
    sent = {**guest.fields("add"), "csrf_token": guest.browser.token, "words": "Once."}
    cookie = guest.browser.cookie

    def press() -> int:
        client = here.app.test_client()
        client.set_cookie("visit", cookie)
        return client.post(f"/{BROMLEY}/case/add", data=sent).status_code

    assert set(all_at_once([press] * 8)) <= {303, 409}
    (case,) = cases_of(here, BROMLEY)
    assert [one.body for one in here.house.cases.messages(case.id)][1:] == ["Once."]


def test_another_guest_cannot_open_the_conversation_by_its_number(guest: Visitor, here: Web) -> None:
    guest.open().choose("question").write("Mine alone.")
    other = Visitor(here).open("chat/1")
    assert other.status == 404
    assert "Mine alone." not in other.page
