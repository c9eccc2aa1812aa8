"""Who else can help, on the help page and in the chat: in plain groups, never more than was checked (E19)."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.guest.test_plain_pages import served_with, with_settings
from tests.guest.visitor import BROMLEY, Visitor
from tests.webhouse import Web
from webchat.cases.promises.calendar import london_date
from webchat.packs.charity_settings import CharitySettings
from webchat.packs.directory import DAYS_GOOD, Number, shown


def numbers_here(web: Web) -> tuple[Number, ...]:
    """What guests of the demo may see now."""
    return shown(web.house.charities[BROMLEY].numbers, london_date(web.clock.at))


def words(page: str) -> str:
    """What can be read on a page."""
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", "", page))


def test_the_help_page_shows_every_number_after_the_emergency_card(guest: Visitor, here: Web) -> None:
    page = guest.open("help-now").page
    card = page.index("card urgent")
    for one in numbers_here(here):
        assert card < page.index(f">{one.number.replace('+', '&#43;')}</bdi>"), one.id
    order = [
        page.index(one) for one in ("frightened at home", "nowhere to sleep", "young person", "deaf, or")
    ]
    assert order == sorted(order)


def test_a_number_to_ring_can_be_pressed_and_one_to_text_cannot_be_rung(guest: Visitor) -> None:
    page = guest.open("help-now").page
    assert '<a href="tel:08082000247">' in page
    assert "text the word SHOUT to 85258" in words(page)
    assert "put 18001 before the number you call" in words(page)
    assert not re.search("tel:(85258|18001)", page)
    assert 'href="https://999bsl.co.uk" rel="nofollow noreferrer"' in page


def test_what_the_charity_has_not_checked_says_so_and_what_it_has_does_not(guest: Visitor) -> None:
    told = words(guest.open("help-now").page)
    assert "0808 2000 247 (not checked by us)" in told
    council = next(one.number for one in numbers_here(guest.web) if one.id == "council_safeguarding")
    assert council in told
    assert f"{council} (not checked" not in told
    assert "We do not have a checked number" not in told


def test_a_charity_that_confirmed_a_number_shows_it_without_the_mark(here: Web) -> None:
    told = CharitySettings(confirmed={"SHOUT": london_date(here.clock.at)})
    page = words(with_settings(here, told).get(f"/{BROMLEY}/help-now").get_data(as_text=True))
    assert "to 85258." in page
    assert "0800 1111 (not checked by us)" in page


def test_with_no_number_of_the_council_the_page_says_so(here: Web) -> None:
    page = words(with_settings(here, CharitySettings()).get(f"/{BROMLEY}/help-now").get_data(as_text=True))
    assert "We do not have a checked number for it." in page
    assert "nowhere to sleep" not in page


@pytest.mark.parametrize("where", ["help-now", "/help"])
def test_numbers_that_nobody_checked_for_180_days_are_gone_but_for_the_three(here: Web, where: str) -> None:
    charity = here.house.charities[BROMLEY]
    last = max(one.last_checked for one in charity.numbers if one.last_checked)
    here.clock.at += last + timedelta(DAYS_GOOD + 1) - london_date(here.clock.at)
    page = Visitor(here).open(where).page
    assert not [one.id for one in charity.numbers if not one.always and one.name in page]
    assert all(number in words(page) for number in ("999", "111", "116 123"))


def test_before_a_charity_is_chosen_the_countrys_numbers_are_shown_and_no_councils(here: Web) -> None:
    page = Visitor(here).open("/help").text
    assert "0808 2000 247" in page
    assert not [
        one
        for one in numbers_here(here)
        if one.id in ("streetlink", "council_housing") and one.number in page
    ]


def test_who_asks_for_help_in_the_chat_reads_the_same_numbers(guest: Visitor, here: Web) -> None:
    told = guest.open().choose("question").post({"do": "help"}).text
    assert [one.id for one in numbers_here(here) if one.number not in told] == []


def test_after_words_of_danger_the_question_stays_near(guest: Visitor) -> None:
    told = guest.open().choose("question").write("my husband hits me").text
    assert "116 123" in told
    assert "For more numbers, press" in told
    assert "0808 2000 247" not in told


def test_a_charity_with_nothing_told_and_no_directory_still_has_the_card(here: Web) -> None:
    bare = replace(here.house.charities[BROMLEY], settings=CharitySettings(), national=())
    page = served_with(here, {BROMLEY: bare}).test_client().get(f"/{BROMLEY}/help-now").get_data(as_text=True)
    assert "116 123" in words(page)
