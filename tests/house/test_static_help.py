"""The page for help when nothing else works says what the house says, and needs none of it (E17, E19)."""

import re
from dataclasses import replace

import pytest

from tests.house.reading import ROOT
from tests.page_rules import check_page
from tests.webhouse import Web, the_project
from webchat.app import create_app
from webchat.db.database import Database
from webchat.db.sessions import Sessions
from webchat.packs.directory import load_directory
from webchat.web.session import new_token
from webchat.wiring import GUESTS, STAFF

PAGE = (ROOT / "static/help.html").read_text(encoding="utf-8")
CARD = (ROOT / "webchat/guest/templates/guest/emergency.html").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r'<section lang="([^"]+)".*?>(.*?)</section>', PAGE, re.DOTALL))
ALWAYS = {one.number for one in load_directory() if one.always}
_DIALS = re.compile(r'<a href="tel:(\d+)"><bdi dir="ltr">([\d ]+)</bdi></a>')


def words(page: str) -> str:
    """What can be read."""
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", "", page))


def test_it_speaks_english_polish_and_arabic_each_in_its_own_direction() -> None:
    assert list(SECTIONS) == ["en-GB", "pl", "ar"]
    assert 'lang="ar" dir="rtl"' in PAGE


@pytest.mark.parametrize("lang", SECTIONS)
def test_every_language_has_the_numbers_that_are_never_hidden_and_no_other(lang: str) -> None:
    dialled = _DIALS.findall(SECTIONS[lang])
    assert {shown for _, shown in dialled} == ALWAYS
    assert all(dials == shown.replace(" ", "") for dials, shown in dialled)
    rest = re.findall(r"\d[\d ]*\d", words(_DIALS.sub("", SECTIONS[lang])))
    assert rest == ["55"]


def test_the_emergency_card_of_the_pages_has_just_these_numbers_too() -> None:
    assert set(re.findall(r"\d[\d ]*\d", " ".join(re.findall(r'_\("([^"]+)"\)', CARD)))) == {*ALWAYS, "55"}


def test_its_english_is_that_of_the_emergency_card() -> None:
    sentences = re.findall(r'_\("([^"]+)"\)', CARD)
    assert len(sentences) > 8
    assert [one for one in sentences if one not in words(SECTIONS["en-GB"])] == []


def test_each_language_has_the_whole_card() -> None:
    shapes = {lang: re.findall(r"</(\w+)>", part) for lang, part in SECTIONS.items()}
    tags = {lang: [tag for tag in shape if tag not in ("a", "bdi")] for lang, shape in shapes.items()}
    assert tags["pl"] == tags["ar"] == tags["en-GB"]


def test_it_keeps_the_rules_of_a_page_and_needs_no_script_and_no_file_but_its_own_colours() -> None:
    check_page(PAGE)
    assert re.findall(r'(?:src|href)="(?!tel:)([^"]+)"', PAGE) == ["/static/help.css"]
    assert "url(" not in (ROOT / "static/help.css").read_text(encoding="utf-8")


def test_it_is_served_though_the_database_is_gone_and_every_page_of_trouble_leads_to_it(web: Web) -> None:
    nowhere = Database("sqlite:////nowhere/at/all/house.sqlite")
    gone = replace(web.house, database=nowhere, sessions=Sessions(nowhere, GUESTS, STAFF))
    client = Web(create_app(gone.settings, gone, the_project()), gone, web.clock).app.test_client()
    client.set_cookie("visit", new_token())
    trouble = client.get("/")
    assert trouble.status_code == 500
    [link] = re.findall(r'href="(/static/help\.html[^"]*)"', trouble.get_data(as_text=True))
    with client.get(link) as answer:
        assert answer.status_code == 200
        assert answer.get_data(as_text=True) == PAGE
