"""GET changes nothing, `/leave` excepted (design.md; ASVS G1), and no secret stands in an address."""

import re

from flask import Response

from tests.guest.answers import QUESTION, WORDS
from tests.guest.visitor import BROMLEY, Visitor
from tests.webhouse import Web
from webchat.db.tables import metadata
from webchat.guest.routes import GET, ROUTES

WAYS = ["Talk to a person", "I need help now", "Leave this page"]
GIVEN = {"charity:charity": BROMLEY, "int:number": "1", "int:seq": "2", "int:place": "0"}


def everything(web: Web) -> dict[str, object]:
    """Every row of every table."""
    return {name: web.house.database.rows(table.select()) for name, table in metadata.tables.items()}


def addresses() -> list[str]:
    """Every address a guest can get, but for the one that leaves."""
    rules = [rule for method, rule, _ in ROUTES if method == GET and rule != "/leave"]
    return [re.sub(r"<([^>]+)>", lambda part: GIVEN[part.group(1)], rule) for rule in rules]


def test_getting_every_page_twice_changes_no_row(guest: Visitor, here: Web) -> None:
    guest.open().walk(QUESTION)
    reference, code = guest.code()
    guest.open("case").post({"reference": reference, "code": code}, "open")
    before = everything(here)
    for path in addresses() * 2:
        guest.browser.client.get(path)
    assert everything(here) == before


def test_a_new_visitor_stores_nothing_by_looking(here: Web) -> None:
    before = everything(here)
    client = here.app.test_client()
    for path in addresses():
        client.get(path)
    assert everything(here) == before


def test_no_code_reference_or_word_ever_stands_in_an_address_or_a_title(guest: Visitor) -> None:
    seen: list[str | None] = []

    @guest.web.app.after_request
    def note(answer: Response) -> Response:
        seen.append(answer.headers.get("Location"))
        return answer

    guest.open().walk(QUESTION)
    reference, code = guest.code()
    title = re.findall("<title>.*?</title>", guest.page)
    guest.open("case").post({"reference": reference, "code": code}, "open")
    title += re.findall("<title>.*?</title>", guest.page)
    links = re.findall(r'(?:href|src|action)="([^"]*)"', guest.page)
    for one in [*links, *filter(None, seen), *title]:
        for secret in (code, code.replace(" ", ""), reference, WORDS[:9], "Ana", "ana@"):
            assert secret not in one


def test_every_page_says_that_it_may_not_be_kept(guest: Visitor) -> None:
    guest.open().choose("question")
    for path in addresses():
        answer = guest.browser.client.get(path)
        if not path.endswith("look.css"):
            assert answer.headers["Cache-Control"] == "no-store", path


def test_every_page_has_the_three_ways_out_in_the_same_order(guest: Visitor) -> None:
    Visitor(guest.web)
    guest.open().walk(QUESTION)
    for path in [one for one in addresses() if not one.endswith((".mp3", ".css", "/health", "/news"))]:
        page = guest.open(path).page
        ways = re.findall(r'<nav class="exits".*?</nav>', page, re.DOTALL)[0]
        assert re.findall(r">([^<>]+)</a>", ways) == WAYS
        assert page.index('class="skip') < page.index('class="exits"') < page.index("<main")
