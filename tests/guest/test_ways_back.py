"""Every way back leads to the conversation that is open, and a new one is begun only at the door (B29)."""

from collections.abc import Iterator

from tests.guest.visitor import BROMLEY, Visitor
from tests.webhouse import Web

DOOR = f"/{BROMLEY}/"


def ways_back(guest: Visitor) -> Iterator[str]:
    """Where these pages lead back to."""
    for path, words in (("help-now", "Go back to the chat"), ("person", "Write to us in the chat")):
        yield guest.open(path).page.split(f">{words}<")[0].split('href="')[-1].split('"')[0]
    yield guest.page.split('class="name" href="')[1].split('"')[0]


def test_every_way_back_leads_to_the_question_that_is_open(guest: Visitor) -> None:
    guest.open().choose("question").write("Do you fix bikes?")
    for way in list(ways_back(guest)):
        guest.open(way)
        assert (guest.at, guest.asked) == (f"{DOOR}chat/1#now", "about_person")
        assert "Do you fix bikes?" in guest.text


def test_the_newest_of_several_conversations_is_the_open_one(guest: Visitor) -> None:
    guest.open().choose("question")
    guest.open().choose("appointment")
    assert guest.open("chat").asked == "appointment_where"


def test_where_nothing_is_open_they_lead_to_the_first_page(guest: Visitor, here: Web) -> None:
    Visitor(here).open().choose("question")
    for way in list(ways_back(guest)):
        guest.open(way)
        assert (guest.at, guest.asked) == (DOOR, "")


def test_another_charitys_conversation_is_not_led_to(guest: Visitor, here: Web) -> None:
    guest.open().choose("question")
    guest.charity = "ruils"
    assert guest.open("chat").at == "/ruils/"
    assert "Go on with what you began" not in guest.page


def test_the_door_begins_anew_and_offers_what_is_open(guest: Visitor) -> None:
    assert "Go on with what you began" not in guest.open().page
    guest.choose("question")
    guest.open()
    assert guest.asked == ""
    assert f'<a href="{DOOR}chat">Go on with what you began</a>' in guest.page
    assert "Go on with what you began" not in guest.choose("appointment").page
