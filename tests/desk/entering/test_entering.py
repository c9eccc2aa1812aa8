"""At the desk: what came by letter, call or visit is written down on one page, and its clock runs."""

from typing import Any

import pytest

from tests.desk.working import at, told
from tests.webhouse import Browser, Web
from webchat.cases.case import Case
from webchat.cases.words import Channel, Role

HERE = "/ruils/desk/enter"
CALL = {
    "channel": "phone", "kind": "question", "words": "When do you open?", "guest_name": "Ola",
    "reply_by": "phone", "contact": "07700 900123", "came_on": "2026-11-23", "came_time": "09:30",
}  # fmt: skip


def at_the_form(web: Web, role: Role = Role.WORKER) -> Browser:
    browser = web.signed_in(role)
    browser.get(HERE)
    return browser


def cases(web: Web) -> list[Case]:
    found = web.house.desk_lists.open_cases("ruils")
    return [one.case for one in found]


def test_a_call_is_written_down_and_a_reference_and_a_code_are_shown_for_its_guest(web: Web) -> None:
    browser = at_the_form(web)
    landed = browser.post(HERE, **CALL, take="yes")
    (case,) = cases(web)
    assert landed.headers["Location"].endswith(at(case, "/new-code"))
    page = told(browser.get(landed.headers["Location"]))
    assert case.reference in page
    assert (case.channel, case.received_at.isoformat()) == (Channel.PHONE, "2026-11-23T09:30:00+00:00")
    file = told(browser.get(at(case)))
    assert "Phone call" in file
    assert "It came earlier than we wrote" in file


def test_the_form_stands_at_now_with_the_usual_answers(web: Web) -> None:
    page = told(at_the_form(web).get(HERE))
    assert 'value="2026-11-23"' in page
    assert 'value="10:00"' in page


def test_a_double_tap_writes_it_down_once(web: Web) -> None:
    browser = at_the_form(web)
    for _ in range(2):
        browser.post(HERE, **CALL, key="the-same")
    assert len(cases(web)) == 1


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"channel": ""}, "Choose how it came."),
        ({"channel": "webchat"}, "Choose how it came."),
        ({"kind": "safeguarding"}, "Choose what it is."),
        ({"words": " "}, "Write what they said or wrote."),
        ({"words": "x" * 20_001}, "This is too long."),
        ({"came_on": "yesterday"}, "Write the day it came"),
        ({"came_on": ""}, "Write the day it came"),
        ({"came_time": "noon"}, "Write the time it came"),
        ({"came_on": "2026-11-24"}, "This time has not come yet."),
        ({"came_on": "1926-11-24"}, "This is too long ago."),
        ({"reply_by": "pigeon"}, "Choose how they want to hear back."),
        ({"contact": "none"}, "Write their phone number"),
        ({"reply_by": "email"}, "Write their email address"),
        ({"contact": "0" * 501}, "This is too long."),
    ],
)
def test_what_is_wrong_stands_beside_its_box_and_every_word_is_kept(
    web: Web, wrong: dict[str, str], says: str
) -> None:
    browser = at_the_form(web)
    form: dict[str, Any] = {**CALL, **wrong}
    answer = browser.post(HERE, **form, needs=["braille"])
    page = told(answer)
    assert answer.status_code == 400
    assert says in page
    assert 'value="Ola"' in page
    assert form["words"].strip()[:60] in page
    assert 'value="braille" checked' in page
    assert cases(web) == []


def test_words_of_danger_are_marked_to_be_read_first(web: Web) -> None:
    browser = at_the_form(web)
    browser.post(HERE, **{**CALL, "words": "He hits me and I am afraid to go home"})
    (case,) = web.house.desk_lists.to_read_first("ruils")
    assert case.case.read_first


def test_whoever_it_is_about_is_kept_from_it_from_the_start(web: Web) -> None:
    browser = at_the_form(web)
    landed = browser.post(HERE, **CALL, about_person="yes", person_name="Wendy", take="yes")
    assert "/desk/" in landed.headers["Location"]
    assert "It is written down. Others see it" in told(browser.get(landed.headers["Location"]))
    (case,) = cases(web)
    assert case.owner == ""
    assert browser.get(at(case)).status_code == 404


def test_a_time_can_be_corrected_to_earlier_only(web: Web) -> None:
    browser = at_the_form(web)
    browser.post(HERE, **CALL, take="yes")
    (case,) = cases(web)
    later = browser.post(at(case, "/came-earlier"), came_on="2026-11-23", came_time="09:45")
    assert "It can only be corrected to an earlier time." in told(later)
    landed = browser.post(at(case, "/came-earlier"), came_on="2026-11-20", came_time="")
    assert "The dates count from then" in told(browser.get(landed.headers["Location"]))
    (case,) = cases(web)
    assert case.received_at.isoformat() == "2026-11-20T00:00:00+00:00"
