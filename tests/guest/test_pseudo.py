"""In a language that nobody speaks, no page has a word of ours outside its brackets (guest-rules D12, H4)."""

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from tests.guest.answers import JOURNEYS, Answers
from tests.guest.conftest import with_words
from tests.guest.visitor import BROMLEY, Visitor
from tests.i18n.pseudo import CLOSES, OPENS, pseudo_catalogues
from tests.webhouse import Web

PLAIN = ("", "person", "help-now", "privacy", "accessibility", "case", "chat/9", "/help", "/finished", "/")
VOID = {"meta", "link", "input", "br", "img", "hr"}
SEEN = ("aria-label", "alt", "title", "placeholder", "data-sending", "data-failed", "data-leave")


class Reader(HTMLParser):
    """Reads a page as a guest would, and keeps every word of ours that stands in no brackets.

    Theirs are: names, references and numbers (<bdi>), times, what a guest wrote (dir="auto"), a policy's own
    words and whatever else says that it is English, and the names of languages.
    """

    def __init__(self) -> None:
        super().__init__()
        self.untranslated: list[str] = []
        self._theirs: list[bool] = []
        self._depth = 0
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note whose words stand in a tag, and read what a screen reader reads of its attributes."""
        told = dict(attrs)
        theirs = (
            bool(self._theirs and self._theirs[-1])
            or tag in ("bdi", "time", "script", "style")
            or told.get("dir") == "auto"
            or (tag != "html" and (told.get("lang") or "").startswith("en"))
            or told.get("name") == "lang"
        )
        self.untranslated += [
            f"{name}={value}"
            for name in SEEN
            if (value := told.get(name)) and not theirs and not value.startswith(OPENS)
        ]
        if tag not in VOID:
            self._theirs.append(theirs)
        self._in_title = tag == "title"

    def handle_endtag(self, tag: str) -> None:
        """Leave a tag."""
        if tag not in VOID:
            self._theirs.pop()

    def handle_data(self, words: str) -> None:
        """Read words; a title ends with the charity's name."""
        outside = ""
        for letter in words.split(" - ")[0] if self._in_title else words:
            if letter == OPENS:
                self._depth += 1
            elif letter == CLOSES:
                self._depth -= 1
            elif self._depth == 0:
                outside += letter
        if any(letter.isalpha() for letter in outside) and not self._theirs[-1]:
            self.untranslated.append(outside.strip())


def untranslated(page: str) -> list[str]:
    """Every word of ours that this page cannot say in another language."""
    reader = Reader()
    reader.feed(page)
    return reader.untranslated


@pytest.fixture
def brackets(web: Web) -> Iterator[Web]:
    """Every word of the house in brackets, as Polish."""
    made = with_words(web, pseudo_catalogues("pl"))
    yield made
    made.app.extensions["dialogue"].close()


def in_brackets(web: Web) -> Visitor:
    """A guest who has pressed the button of that language."""
    guest = Visitor(web).open()
    return guest.post({"lang": "pl"}, to=f"/{BROMLEY}/language")


def test_the_reader_finds_what_has_no_brackets() -> None:
    said = f"<p>{OPENS}Hello <bdi>Ana</bdi>, it is{CLOSES} Monday</p>"
    assert untranslated(f"{said}<p aria-label='Help'>{OPENS}x{CLOSES}</p>") == ["Monday", "aria-label=Help"]
    assert untranslated("<title>Chat - The Kind Place</title>") == ["Chat"]


def test_no_plain_page_has_a_word_that_cannot_be_translated(brackets: Web) -> None:
    guest = in_brackets(brackets)
    assert {path: untranslated(guest.open(path).page) for path in PLAIN} == {path: [] for path in PLAIN}


@pytest.mark.parametrize("journey", JOURNEYS)
def test_no_page_of_a_journey_has_a_word_that_cannot_be_translated(brackets: Web, journey: str) -> None:
    guest = in_brackets(brackets)
    for asked in steps(guest, JOURNEYS[journey]):
        assert untranslated(guest.page) == [], asked
    assert "/sent" in guest.at
    reference, code = guest.code()
    guest.open("case").post({"reference": reference, "code": "1"}, "open")
    assert untranslated(guest.page) == [], "a wrong code"
    guest.post({"reference": reference, "code": code}, "open")
    assert untranslated(guest.page) == [], "the case"


def steps(guest: Visitor, answers: Answers) -> Iterator[str]:
    """Each page of a journey, the confirmation last; every box is left as it should not be once."""
    while "/sent" not in guest.at:
        asked = guest.asked
        yield asked
        if asked == "check":
            guest.choose("/send")
            continue
        given = answers[asked]
        guest.write(given) if isinstance(given, str) else guest.choose(*given)
    yield "sent"
