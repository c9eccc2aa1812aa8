"""Pages that say something: who to talk to, help in danger, the policy, leaving; and what they weigh."""

import gzip
import re
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.guest.answers import QUESTION
from tests.guest.conftest import with_words
from tests.guest.visitor import BROMLEY, Visitor
from tests.i18n.pseudo import pseudo_catalogues
from tests.webhouse import Web, the_project
from webchat.app import create_app
from webchat.db.database import Database
from webchat.i18n.catalogues import Catalogues
from webchat.packs import Charity, Packs
from webchat.packs.charity_settings import CharitySettings

CHARITIES = (BROMLEY, "ruils", "age-concern-southend", "healthwatch-portsmouth", "help-and-care")
AIM, NEVER = 8_000, 14_000  # bytes, compressed (speed.md section 1)


def served_with(web: Web, charities: dict[str, Charity]) -> Flask:
    """The same house with other charities."""
    house = replace(web.house, charities=Packs(charities))
    return Web(create_app(house.settings, house, the_project()), house, web.clock).app


def with_settings(web: Web, settings: CharitySettings) -> FlaskClient:
    """A page-maker for a charity that has told us only this."""
    here = replace(web.house.charities[BROMLEY], settings=settings)
    return served_with(web, {BROMLEY: here}).test_client()


def test_the_chooser_lists_every_charity_and_one_alone_needs_no_choosing(here: Web) -> None:
    page = Visitor(here).open("/").page
    assert [f'href="/{slug}/"' in page for slug in CHARITIES] == [True] * 5
    alone = served_with(here, {BROMLEY: here.house.charities[BROMLEY]}).test_client().get("/")
    assert (alone.status_code, alone.headers["Location"]) == (302, f"/{BROMLEY}/")


def test_what_a_charity_has_told_us_is_shown_and_marked_as_made_up_in_the_demo(here: Web) -> None:
    page = Visitor(here).open("person")
    settings = here.house.charities[BROMLEY].settings
    assert settings.phone in page.text
    assert settings.email in page.text
    assert "made up" in page.text
    assert "Demo." in page.text


def test_what_a_charity_has_not_told_us_is_said_and_never_invented(here: Web) -> None:
    client = with_settings(here, CharitySettings())
    told = client.get(f"/{BROMLEY}/person").get_data(as_text=True)
    for words in ("a phone number", "an email address", "an address"):
        assert f"We have not been told {words} for Living Well Bromley." in told
    assert "We have not been told when Living Well Bromley is next open." in told
    assert "We have not been told the opening hours." in told
    first = client.get(f"/{BROMLEY}/").get_data(as_text=True)
    assert "Staff are not watching this chat now. We have not been told when" in re.sub("<[^>]+>", "", first)


def test_the_first_bubble_says_that_this_is_no_person_and_when_staff_are_in(guest: Visitor) -> None:
    text = guest.open().text
    first = text.index("This is an automatic chat, not a person.")
    hours = re.search("is open now|is next open on|We have not been told when", text)
    assert hours
    assert first < hours.start() < text.index("What would you like to do?")
    assert "20 minutes" in text


@pytest.mark.parametrize("where", ["help-now", "/help"])
def test_help_in_danger_shows_the_three_numbers_and_leads_nowhere_else(guest: Visitor, where: str) -> None:
    guest.open(where)
    card = re.findall(r'<div class="card urgent">.*?</div>', guest.page, re.DOTALL)[0]
    assert "Call 999 if:" in re.sub("<[^>]+>", "", card)
    assert re.findall(r'<a href="([^"]+)"', card) == ["tel:999", "tel:999"]
    for number in ("999", "111", "116 123"):
        assert number in guest.text
    assert "tells nobody" in guest.text


@pytest.mark.parametrize("where", ["help-now", "/help"])
def test_every_number_for_danger_can_be_pressed_to_ring_it(guest: Visitor, where: str) -> None:
    card = guest.open(where).page.partition("tells nobody")[0]
    links = re.findall(r'<a href="tel:(\d+)"><bdi dir="ltr">([^<]+)</bdi></a>', card)
    assert set(links) == {("999", "999"), ("111", "111"), ("116123", "116 123")}
    shown = re.sub(r"<a href=\"tel.*?</a>|tel:\d+", "", re.sub("<title>.*?</title>", "", card))
    assert not re.search(r"\b(?:999|111|116 123)\b", shown)


def test_the_numbers_told_in_the_chat_can_be_pressed_too(guest: Visitor, here: Web) -> None:
    guest.open().choose("question").post({"do": "help"}).post({"do": "person"})
    phone = here.house.charities[BROMLEY].settings.phone
    for shown in ("999", "111", "116 123", phone):
        dials = shown.replace(" ", "")
        assert f'<a href="tel:{dials}"><bdi dir="ltr">{shown}</bdi></a>' in guest.page


def test_what_a_guest_writes_is_never_a_link(guest: Visitor) -> None:
    guest.open().choose("question").write("I rang 999 and 111, then 07700 900123.")
    assert "tel:" not in guest.page


def test_reasons_to_call_are_a_list(guest: Visitor) -> None:
    guest.open().choose("question").post({"do": "help"})
    assert "<li>somebody is in danger now</li>" in guest.page
    assert "- somebody" not in guest.page


def test_the_house_says_whether_it_is_well(here: Web) -> None:
    client = here.app.test_client()
    answer = client.get("/health")
    assert (answer.status_code, answer.get_data(as_text=True), answer.mimetype) == (200, "ok\n", "text/plain")
    gone = replace(here.house, database=Database("sqlite:////nowhere/at/all/house.sqlite"))
    other = Web(create_app(gone.settings, gone, the_project()), gone, here.clock)
    ill = other.app.test_client().get("/health")
    assert (ill.status_code, "ok" in ill.get_data(as_text=True)) == (503, False)


def test_where_only_one_language_is_offered_nothing_speaks_of_others(here: Web) -> None:
    several = Visitor(with_words(here, pseudo_catalogues("pl"))).open()
    assert 'name="lang"' in several.page
    alone = Visitor(with_words(here, Catalogues([])))
    for path in ("", "person", "accessibility"):
        alone.open(path)
        assert 'name="lang"' not in alone.page
        assert not re.search("change the language|in English only|Polish", alone.text)
    alone.open().choose("question").write("Enter still means Continue.")
    assert alone.page.index('form="turn" name="do" value="continue"') < alone.page.index('value="back"')


@pytest.mark.parametrize("charity", CHARITIES)
def test_the_policy_can_be_read_so_that_every_clause_can_be_checked(here: Web, charity: str) -> None:
    guest = Visitor(here, charity).open("policy")
    shown = re.sub(r"\W+", "", guest.text)
    for one in here.house.charities[charity].policy.entries:
        assert re.sub(r"\W+", "", one.quote) in shown, one.id


def test_leaving_deletes_the_session_and_every_unsent_word_at_once(guest: Visitor, here: Web) -> None:
    guest.open().choose("question").write("Nobody may read this.")
    left = guest.browser.client.get("/leave")
    assert (left.status_code, left.text.count("url=https://www.bbc.co.uk/weather")) == (200, 1)
    assert left.headers["Clear-Site-Data"] == '"cache", "storage", "cookies"'
    assert guest.browser.client.get_cookie("visit") is None
    assert here.house.conversations.turns("") == []
    assert guest.open("chat/1").status == 404
    assert "Nobody may read this." not in guest.page


def test_the_old_cookie_opens_nothing_after_finishing(guest: Visitor, here: Web) -> None:
    guest.open().choose("question").write("Nobody may read this.")
    cookie = guest.browser.cookie
    guest.send("/finish", {"sure": "yes"})
    assert "This screen is clear" in guest.text
    thief = here.app.test_client()
    thief.set_cookie("visit", cookie)
    answer = thief.get(f"/{BROMLEY}/chat/1")
    assert answer.status_code == 404
    assert "Nobody may read this." not in answer.get_data(as_text=True)


def test_what_was_sent_stays_when_the_screen_is_cleared(guest: Visitor, here: Web) -> None:
    reference, code = guest.open().walk(QUESTION).code()
    guest.send("/finish", {"sure": "yes"})
    guest.open("case").post({"reference": reference, "code": code}, "open")
    assert "What you sent, and where it is" in guest.text


def test_each_charity_has_its_own_colours(here: Web) -> None:
    css = [here.app.test_client().get(f"/{slug}/look.css") for slug in CHARITIES]
    assert len({one.get_data() for one in css}) == 5
    assert {one.mimetype for one in css} == {"text/css"}


@pytest.mark.parametrize("charity", ["help-and-care", "age-concern-southend"])
def test_the_whole_first_view_weighs_less_than_one_round_trip(here: Web, charity: str) -> None:
    client = here.app.test_client()
    page = [client.get(f"/{charity}/").get_data()]
    files = re.findall(r'(?:href|src)="([^"]+\.(?:css|js|svg)[^"]*)"', page[0].decode())
    assert len(files) == 4
    for path in files:
        with client.get(path) as answer:
            page.append(answer.get_data())
    assert sum(len(gzip.compress(one, 6)) for one in page) <= AIM < NEVER
