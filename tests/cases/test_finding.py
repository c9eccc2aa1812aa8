"""What staff type finds what was stored, however either is written, and no part of a word finds anything."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.builders.cases import MONDAY
from webchat.cases.case import Message, Person, Purpose
from webchat.cases.finding import terms_asked, terms_of


def a_person(name: str = "", contact: str = "") -> Person:
    """The guest of a case."""
    return Person("case", "guest", name, contact)


def said(body: str) -> Message:
    """Their words."""
    return Message("message", "case", Purpose.WORDS, body, MONDAY, "en")


def finds(typed: str, *stored: Person | Message) -> bool:
    """Whether what is typed finds a case with this in it."""
    people = [one for one in stored if isinstance(one, Person)]
    asked = terms_asked(typed)
    return bool(asked) and asked <= terms_of(people, [one for one in stored if isinstance(one, Message)])


@pytest.mark.parametrize("typed", ["zoe", "ZOË", "Zoé", "zoë kowalska", "kowalska zoe", "Zoe, Kowalska"])
def test_a_name_is_found_whatever_its_accents_capitals_and_order(typed: str) -> None:
    assert finds(typed, a_person("Zoë Kowalska"))


@pytest.mark.parametrize("typed", ["kow", "Kowal", "zo", "lukasz", "ŁUKA"])
def test_a_name_is_found_by_its_beginning_from_three_letters_and_whole_when_shorter(typed: str) -> None:
    assert finds(typed, a_person("Łukasz Zo Kowalska"))


@pytest.mark.parametrize("typed", ["ko", "walska", "kowalskaa", "kowalski"])
def test_nor_by_less_by_its_end_or_by_another_name(typed: str) -> None:
    assert not finds(typed, a_person("Zoë Kowalska"))


@pytest.mark.parametrize(
    "typed", ["O'Brien", "o’brien", "obrien", "OBRIEN", "brien", "Anne-Marie", "annemarie", "marie"]
)
def test_a_name_with_a_mark_in_it_is_found_with_and_without(typed: str) -> None:
    assert finds(typed, a_person("Anne-Marie O'Brien"))


def test_a_message_is_found_by_whole_words_all_of_them() -> None:
    story = said("Nobody rang me back about the lunch club, and I don't know why.")
    assert finds("lunch", story)
    assert finds("club LUNCH rang", story)
    assert finds("dont", story)
    assert finds("don't", story)
    assert not finds("lun", story)
    assert not finds("lunch bus", story)


def test_words_may_stand_in_a_name_and_a_message_of_one_case() -> None:
    assert finds("zoe lunch", a_person("Zoë"), said("The lunch was cold."))


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("مُحَمَّد", "محمد"), ("احمد", "أحمد"), ("شكوي", "شكوى"), ("مدرسه", "مدرسة"), ("مدير", "المدير"),
        ("المدير", "مدير"), ("والمدير", "المدير"), ("محـــمد", "محمد"), ("ک\u200cتاب", "كتاب"),
    ],
)  # fmt: skip
def test_arabic_is_found_with_and_without_its_vowel_marks_and_its_article(typed: str, stored: str) -> None:
    assert finds(typed, said(f"هذا {stored} هنا"))
    assert finds(typed, a_person(stored))


def test_an_arabic_name_is_found_by_its_beginning() -> None:
    assert finds("محم", a_person("مُحمّد الياس"))
    assert finds("اليا", a_person("مُحمّد الياس"))


def test_letters_and_their_marks_are_one_word_in_every_script() -> None:
    assert finds("नेपाली", said("म नेपाली बोल्छु"))
    assert not finds("नेपा", said("म नेपाली बोल्छु"))


PHONES = [
    "07700 900123", "07700900123", "+44 7700 900123", "+447700900123", "0044 (0)7700 900-123",
    "07700.900.123", "٠٧٧٠٠ ٩٠٠١٢٣",
]  # fmt: skip


@pytest.mark.parametrize("typed", PHONES)
@pytest.mark.parametrize("stored", PHONES)
def test_a_phone_number_is_found_however_either_is_written(typed: str, stored: str) -> None:
    assert finds(typed, a_person(contact=stored))
    assert finds(typed, said(f"Ring me on {stored}. 12 is my flat."))
    assert finds(f"zoe {typed}", a_person("Zoë", stored))


@pytest.mark.parametrize("typed", ["07700 900124", "7700 9001", "0207 7009 0012"])
def test_another_number_is_not(typed: str) -> None:
    assert not finds(typed, a_person(contact="07700 900123"))


@pytest.mark.parametrize(
    "typed", ["ana@example.org", "ANA@Example.ORG", "<ana@example.org>", "ana@example.org."]
)
def test_an_email_address_is_found_whole(typed: str) -> None:
    assert finds(typed, a_person(contact="Ana@example.org"))
    assert finds(typed, said("Write to ana@example.org, please."))
    assert not finds(typed, a_person(contact="joana@example.org"))
    assert not finds(typed, said("Ana wrote from example dot org."))


@pytest.mark.parametrize("typed", ["", "  ", "a", "!?", "- '", "@", "\0", "\ud800"])
def test_where_nothing_can_be_looked_for_nothing_is(typed: str) -> None:
    assert terms_asked(typed) == frozenset()


def test_long_rows_of_digits_make_no_more_marks_than_words_do() -> None:
    assert len(terms_of((), [said(" ".join(str(1000 + one) for one in range(4000)))])) < 4300


@given(
    some.lists(some.text(some.characters(categories=("L", "M", "Nd")), min_size=2), min_size=1, max_size=4)
)
def test_whatever_was_said_is_found_by_its_own_words(words: list[str]) -> None:
    message, asked = said(" ".join(words)), terms_asked(" ".join(words))
    assert asked <= terms_of((), [message])
    assert asked <= terms_of([a_person(" ".join(words))], ())


@given(some.text())
def test_nothing_that_can_be_typed_is_too_odd(typed: str) -> None:
    assert all(
        one.split(":", 1)[1]
        for one in (*terms_asked(typed), *terms_of([a_person(typed, typed)], [said(typed)]))
    )
