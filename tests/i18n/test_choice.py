"""Which language a page is in (guest-rules H5, D14)."""

import pytest

from webchat.i18n.choice import choose
from webchat.i18n.locales import BY_CODE, ENGLISH, LANGUAGES

POLISH, ARABIC = BY_CODE["pl"], BY_CODE["ar"]


def test_what_the_guest_pressed_comes_before_everything() -> None:
    assert choose(LANGUAGES, pressed="ar", conversation="pl", session="pl", accepts=["pl"]) is ARABIC


def test_the_conversation_comes_before_the_session_and_the_browser() -> None:
    assert choose(LANGUAGES, conversation="ar", session="pl", accepts=["pl"]) is ARABIC


def test_the_session_comes_before_the_browser() -> None:
    assert choose(LANGUAGES, session="ar", accepts=["pl"]) is ARABIC


def test_the_browser_is_asked_in_its_own_order() -> None:
    assert choose(LANGUAGES, accepts=["cy", "ar-EG", "pl"]) is ARABIC


@pytest.mark.parametrize("tag", ["pl", "pl-PL", "PL_pl"])
def test_a_tag_for_a_country_finds_the_language(tag: str) -> None:
    assert choose(LANGUAGES, accepts=[tag]) is POLISH


def test_english_is_what_is_left() -> None:
    assert choose(LANGUAGES) is ENGLISH
    assert choose(LANGUAGES, accepts=["cy", "*", ""]) is ENGLISH


def test_a_language_that_is_not_offered_is_never_chosen() -> None:
    without_polish = (ENGLISH, ARABIC)
    assert choose(without_polish, pressed="pl", conversation="ar") is ARABIC
    assert choose(without_polish, pressed="pl", accepts=["pl"]) is ENGLISH
    assert choose(LANGUAGES, pressed="<script>") is ENGLISH
