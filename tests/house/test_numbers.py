"""No number that a guest reads is written into a sentence: each comes from a value (policy-facts A5)."""

import re
from functools import cache

import pytest

from tests.house.reading import ROOT
from webchat.i18n.words import extract

# The only numbers that may stand in a sentence, and why each is no promise of a charity.
ALLOWED = {
    "999": "the emergency number of the country",
    "55": "what to press on a silent call to 999",
    "111": "the number of the NHS",
    "116 123": "the number of Samaritans",
}
COUNTS = "two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty|thirty|sixty|ninety"
SPELT = re.compile(
    rf"\b({COUNTS}|one)[ -](working |calendar )?(minute|hour|day|week|month|year)", re.IGNORECASE
)
_PLACES = re.compile(r"\{[^{}]*\}|%\(\w+\)s")
_NOT_WORDS = re.compile(r"{#.*?#}|{%.*?%}|{{.*?}}|<!?[^<>]*>", re.DOTALL)


def numbers_in(sentence: str) -> list[str]:
    """The numbers of a sentence that are no value and not allowed, written in digits or in letters."""
    words = _PLACES.sub("", sentence)
    found = re.findall(r"\d[\d ,.]*\d|\d", words) + [one.group(0) for one in SPELT.finditer(words)]
    return [one for one in found if one not in ALLOWED]


@cache
def messages() -> tuple[str, ...]:
    """Every English sentence of every response, page, email and text that a guest may read."""
    found = (one.id for one in extract(ROOT) if one.id)
    return tuple(text for one in found for text in ([one] if isinstance(one, str) else one))


def test_no_sentence_holds_a_number_that_is_not_allowed() -> None:
    assert len(messages()) > 400
    assert {one: wrong for one in messages() if (wrong := numbers_in(one))} == {}


def test_every_number_that_is_allowed_is_needed() -> None:
    assert {number for number in ALLOWED if not any(number in one for one in messages())} == set()


def test_no_template_writes_a_number_beside_its_sentences() -> None:
    wrong = {
        str(path.relative_to(ROOT)): bare
        for folder in ("webchat/templates", "webchat/guest/templates", "webchat/notify/templates")
        for path in (ROOT / folder).rglob("*.*")
        if (bare := numbers_in(_NOT_WORDS.sub(" ", path.read_text(encoding="utf-8"))))
    }
    assert wrong == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "We aim to reply within 5 days.",
        "You will hear in 20 working days.",
        "You can write 20,000 characters.",
        "We reply within three working days.",
        "Wait ten minutes.",
        "We keep it for one month.",
        "Call 0300 123 4567.",
        "Call 9999.",
    ],
)
def test_a_number_in_a_sentence_is_found(sentence: str) -> None:
    assert numbers_in(sentence) != []


@pytest.mark.parametrize(
    "sentence", ["Call 999 if: {days}", "%(num)s days", "Call Samaritans free on 116 123."]
)
def test_a_value_and_an_emergency_number_are_not(sentence: str) -> None:
    assert numbers_in(sentence) == []
