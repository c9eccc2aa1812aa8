"""The rows of the languages: each is one that CLDR knows, written as its own readers write it."""

import pytest
from babel import Locale

from webchat.i18n.locales import BY_CODE, ENGLISH, LANGUAGES, Language, language


@pytest.mark.parametrize("one", LANGUAGES, ids=lambda one: one.code)
def test_a_row_agrees_with_cldr(one: Language) -> None:
    locale = Locale.parse(one.babel)
    assert one.direction == locale.text_direction
    assert locale.language == one.html.split("-")[0] == one.code.split("_")[0]
    own_name = locale.get_display_name(one.babel)
    assert own_name is not None
    assert own_name.casefold().startswith(one.name.casefold())


def test_codes_are_not_given_twice_and_english_is_first() -> None:
    assert len(BY_CODE) == len(LANGUAGES)
    assert LANGUAGES[0] is ENGLISH


def test_a_language_nobody_has_checked_says_so() -> None:
    assert [one.code for one in LANGUAGES if not one.reviewed] == ["pl", "ar"]


def test_an_unknown_code_is_english() -> None:
    assert language("tlh") is ENGLISH
