"""Listen: the words of a bubble, private where a guest's may be in them, honest where there is no voice."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.guest.answers import QUESTION
from tests.guest.conftest import make_cheap
from tests.guest.visitor import BROMLEY, Visitor
from tests.webhouse import Web, the_project
from webchat.app import create_app
from webchat.formats.speech import Recording, SpeechFailed


class Parrot:
    """A voice that notes what it is asked; `fails` when it is told to."""

    def __init__(self, speaks: tuple[str, ...] = ("en",)) -> None:
        self.speaks = speaks
        self.heard: list[tuple[str, str, bool]] = []
        self.fails = False

    def has_voice(self, lang: str) -> bool:
        return lang in self.speaks

    def listen(self, text: str, lang: str, private: bool) -> Recording:
        self.heard.append((text, lang, private))
        if self.fails:
            raise SpeechFailed("too_slow")
        return Recording(b"\xff\xfbsound", "tag")


@pytest.fixture
def parrot() -> Parrot:
    return Parrot()


@pytest.fixture
def guest(web: Web, parrot: Parrot) -> Iterator[Visitor]:
    other = with_voice(web, parrot)
    yield Visitor(other)
    other.app.extensions["dialogue"].close()


def with_voice(web: Web, voice: Parrot) -> Web:
    house = replace(web.house, studio=voice)  # type: ignore[arg-type]  # all that a page asks of a studio
    other = Web(create_app(house.settings, house, the_project()), house, web.clock)
    make_cheap(other)
    return other


def sources(guest: Visitor) -> list[str]:
    """The addresses of every recording on the page."""
    return [one.split('"')[0] for one in guest.page.split('<audio controls preload="none" src="')[1:]]


def test_every_bubble_and_the_question_can_be_heard_and_nothing_plays_by_itself(guest: Visitor) -> None:
    guest.open()
    assert len(sources(guest)) == guest.page.count("<summary>Listen</summary>") == 2
    assert "autoplay" not in guest.page


def test_a_recording_says_the_words_of_its_bubble(guest: Visitor, parrot: Parrot) -> None:
    guest.open()
    for one in sources(guest):
        answer = guest.browser.client.get(one)
        assert (answer.status_code, answer.mimetype) == (200, "audio/mpeg")
    assert any("This is an automatic chat, not a person." in words for words, _, _ in parrot.heard)
    assert any("What would you like to do?" in words for words, _, _ in parrot.heard)


def test_the_first_view_may_be_kept_and_a_conversation_may_not(guest: Visitor, parrot: Parrot) -> None:
    guest.open()
    assert "max-age" in guest.browser.client.get(sources(guest)[0]).headers["Cache-Control"]
    guest.choose("question").write("Do you fix bikes?")
    answer = guest.browser.client.get(sources(guest)[-1])
    assert answer.headers["Cache-Control"] == "no-store"
    assert [private for _, _, private in parrot.heard] == [False, True]


def test_the_confirmation_is_heard_without_the_code(guest: Visitor, parrot: Parrot) -> None:
    guest.open().walk(QUESTION)
    _, code = guest.code()
    assert guest.browser.client.get(f"/{BROMLEY}/chat/1/sent.mp3").status_code == 200
    words, _, private = parrot.heard[-1]
    assert "We will reply by" in words
    assert private
    assert code not in words


def test_the_messages_of_a_case_can_be_heard_only_once_it_is_open(guest: Visitor, parrot: Parrot) -> None:
    reference, code = guest.open().walk(QUESTION).code()
    assert guest.browser.client.get(f"/{BROMLEY}/case/listen/1.mp3").status_code == 404
    guest.open("case").post({"reference": reference, "code": code}, "open")
    for one in sources(guest):
        assert guest.browser.client.get(one).status_code == 200
    assert any("I came on Thursday" in words for words, _, _ in parrot.heard)
    assert all(private for _, _, private in parrot.heard)


def test_when_no_sound_can_be_made_the_answer_is_plain_and_short(guest: Visitor, parrot: Parrot) -> None:
    guest.open()
    parrot.fails = True
    answer = guest.browser.client.get(sources(guest)[0])
    assert (answer.status_code, answer.mimetype) == (503, "text/plain")
    assert "The words are on the page." in answer.get_data(as_text=True)


def test_where_a_language_has_no_voice_the_page_says_so(web: Web) -> None:
    other = with_voice(web, Parrot(speaks=()))
    guest = Visitor(other).open()
    assert sources(guest) == []
    assert "There is no audio in this language yet." in guest.text
    other.app.extensions["dialogue"].close()


def test_nobody_else_can_hear_a_conversation(guest: Visitor) -> None:
    guest.open().choose("question").write("Mine alone.")
    one = sources(guest)[0]
    assert Visitor(guest.web).browser.client.get(one).status_code == 404
