"""Whole sentences of harm are noticed in Polish and Arabic too, with no model to download (E14, E18; line 8).

The aims are those of English: every message about harm noticed, at most 1 harmless one in 20 taken for harm.
By words alone neither is reached yet, so the floors here are what was measured; `make bench` shows the aims.
"""

import unicodedata

import pytest

from tests.actions.walking import PROJECT
from tests.chat.said_by_guests import SAID, SOUNDS_LIKE_DANGER
from tests.chat.said_in_other_tongues import HARMLESS, IN_DANGER
from tests.chat.said_unseen_elsewhere import HARM_UNSEEN_IN, HARMLESS_UNSEEN_IN
from webchat.chat.danger import Danger
from webchat.chat.grams import plain
from webchat.chat.safety import HARM, SOUNDS_LIKE, Safety
from webchat.chat.understanding import Understanding

UNDERSTANDING = Understanding(PROJECT.examples)
LANGS = ("pl", "ar")
NOTICED = {
    "pl": 28,
    "ar": 30,
}  # of 40; phrases alone noticed 3 in either language before there were sentences
MISTAKEN = {"pl": 4, "ar": 7}  # of 60; of the half that is not even like danger, one
TOLD_APART = {"pl": 24, "ar": 24}
# Noticed by what the whole sentence is like: no phrase stands in any of them.
SENTENCES = ("teść wkłada mi ręce pod bluzkę", "إذا فتحت فمي أكلت كف على وجهي")


def is_heard(words: str, lang: str) -> bool:
    return UNDERSTANDING.understand(words, lang).safety is not Safety.NONE


@pytest.mark.parametrize("lang", LANGS)
def test_the_examples_are_many_and_no_message_of_the_tests_is_one(lang: str) -> None:
    examples = PROJECT.examples[lang]
    assert sum(len(examples[kind]) for kind in HARM) >= 90
    assert len(examples[SOUNDS_LIKE]) >= 60
    taught = {plain(text) for texts in examples.values() for text in texts}
    said = {plain(words) for words in (*(w for _, w in HARM_UNSEEN_IN[lang]), *HARMLESS_UNSEEN_IN[lang])}
    assert len(said) == 100
    assert said & taught == set()


@pytest.mark.parametrize("lang", LANGS)
def test_most_harm_in_words_that_were_never_seen_is_noticed(lang: str) -> None:
    missed = [words for _, words in HARM_UNSEEN_IN[lang] if not is_heard(words, lang)]
    assert len(HARM_UNSEEN_IN[lang]) - len(missed) >= NOTICED[lang], missed


@pytest.mark.parametrize("lang", LANGS)
def test_little_that_is_harmless_is_taken_for_harm(lang: str) -> None:
    mistaken = [words for words in HARMLESS_UNSEEN_IN[lang] if is_heard(words, lang)]
    assert len(mistaken) <= MISTAKEN[lang], mistaken
    assert sum(words in HARMLESS_UNSEEN_IN[lang][:30] for words in mistaken) <= 30 / 20
    assert sum(map(UNDERSTANDING.hears_danger, HARMLESS[lang])) <= len(HARMLESS[lang]) / 20


@pytest.mark.parametrize("lang", LANGS)
def test_an_emergency_and_abuse_that_is_told_are_mostly_told_apart(lang: str) -> None:
    said = HARM_UNSEEN_IN[lang]
    right = [kind for kind, words in said if UNDERSTANDING.understand(words, lang).safety == kind]
    assert len(right) >= TOLD_APART[lang]


@pytest.mark.parametrize("lang", LANGS)
def test_harm_of_the_older_messages_is_still_all_noticed(lang: str) -> None:
    assert [words for words in IN_DANGER[lang] if not is_heard(words, lang)] == []


@pytest.mark.parametrize("words", SENTENCES)
def test_a_sentence_without_any_phrase_is_noticed_whatever_language_was_chosen(words: str) -> None:
    assert not Danger(PROJECT.examples).heard(words)
    for lang in ("en", *LANGS, None):
        assert UNDERSTANDING.understand(words, lang).safety is Safety.SAFEGUARDING


def test_one_such_sentence_in_a_long_story_is_noticed() -> None:
    for words, story in zip(
        SENTENCES, ("Dzień dobry, mam pytanie. " * 60, "مرحبا عندي سؤال. " * 60), strict=True
    ):
        assert not UNDERSTANDING.hears_danger(story)
        assert UNDERSTANDING.hears_danger(f"{story} {words}. {story}")


def test_letters_that_people_type_for_each_other_change_nothing() -> None:
    polish, arabic = SENTENCES
    bare = "".join(c for c in unicodedata.normalize("NFD", polish) if not unicodedata.combining(c))
    other_keys = arabic.translate({0x64A: 0x6CC, 0x643: 0x6A9})  # as a Persian or Kurdish keyboard has them
    marked = "".join(f"{c}\u064e" if c.isalpha() else c for c in arabic)
    for words in (polish.upper(), bare, other_keys, marked, arabic.replace("ت", "ـت")):
        assert UNDERSTANDING.hears_danger(words), words
    assert plain("Łódź jest mała") == plain("lodz jest mala")
    assert plain("مدرسة على") == plain("مدرسه علي")


def test_what_is_said_in_english_is_left_to_english() -> None:
    english = Understanding({"en": PROJECT.examples["en"]})
    for words in (*(w for _, w in SAID), *SOUNDS_LIKE_DANGER):
        assert UNDERSTANDING.hears_danger(words) == english.hears_danger(words), words
