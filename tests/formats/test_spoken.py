import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webchat.formats.speech import NothingToSay, TooLong
from webchat.formats.spoken import LONGEST, ready


def test_each_line_ends_in_a_pause():
    assert ready("Thank you\n\nWhat is next\nWe write.", "en") == "Thank you. What is next. We write."


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("Hello 😀 there", "Hello there"),
        ("Call \u2066999\u2069 now", "Call nine nine nine now"),  # as guest-rules H7 isolates it
        ("a\0b", "a b"),
        ("a\ud800b", "a b"),
        ("don\u2019t \u201cworry\u201d", "don't \"worry\""),
        ("now \u2014 or later", "now , or later"),
        ("cafe\u0301", "caf\u00e9"),
    ],
)
def test_what_cannot_be_said_is_left_out(page, said):
    assert ready(page, "en") == said


@pytest.mark.parametrize("nothing", ["", "   \n", "...", "😀😀", "\u200c", "\u2066\u2069", "\ud800"])
def test_nothing_to_say_has_its_own_name(nothing):
    with pytest.raises(NothingToSay):
        ready(nothing, "en")


def test_words_are_never_cut_short_in_silence():
    assert ready("word " * (LONGEST // 5), "en")
    with pytest.raises(TooLong):
        ready("word " * (LONGEST // 5) + "on", "en")
    with pytest.raises(TooLong):  # short on the page, long in the ear
        ready("9" * LONGEST, "en")


def test_a_language_without_its_own_reader_still_hears_numbers_figure_by_figure():
    assert ready("Zadzwoń pod 999 lub 116 123", "pl") == "Zadzwoń pod 9 9 9 lub 1 1 6, 1 2 3"
    assert ready("اتصل بالرقم 999 الآن", "ar") == "اتصل بالرقم 9 9 9 الآن"


def test_the_marks_that_join_letters_in_persian_stay():
    assert "\u200c" in ready("می\u200cخواهم", "fa")


@given(st.text(st.characters(), max_size=300), st.sampled_from(["en", "pl", "ar"]))
def test_any_text_at_all_is_said_or_refused_by_name(page, lang):
    try:
        said = ready(page, lang)
    except (NothingToSay, TooLong):
        return
    assert 0 < len(said) <= LONGEST
    assert not set("<>\n\t\0") & set(said)
    assert not {unicodedata.category(mark) for mark in said} & {"Cs", "Cc"}
    said.encode()
