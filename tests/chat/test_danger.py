"""Words that may mean danger are noticed, misspelt or not; words that only sound like it seldom are (E18)."""

import pytest

from tests.actions.walking import FOLDER
from tests.chat.said_in_danger import HARM_MESSAGES
from tests.chat.said_in_other_tongues import HARMLESS, IN_DANGER
from tests.chat.said_without_danger import HARMLESS_MESSAGES
from webchat.chat.danger import DANGER as DANGER_PHRASES
from webchat.chat.danger import NOT_DANGER, Danger
from webchat.chat.load import load_project
from webchat.chat.safety import HARM_EXAMPLES
from webchat.chat.understanding import Understanding

EXAMPLES = load_project(FOLDER).examples
DANGER = Danger(EXAMPLES)


@pytest.mark.parametrize("words", HARM_MESSAGES)
def test_somebody_who_may_be_in_danger_is_noticed(words: str) -> None:
    assert DANGER.heard(words)


def test_few_who_are_not_are_shown_where_to_get_help() -> None:
    assert len(HARM_MESSAGES) >= 60
    assert len(HARMLESS_MESSAGES) >= 100
    mistaken = [words for words in HARMLESS_MESSAGES if DANGER.heard(words)]
    assert len(mistaken) <= len(HARMLESS_MESSAGES) / 20, mistaken


@pytest.mark.parametrize("words", HARM_MESSAGES)
def test_capitals_apostrophes_and_marks_hide_nothing(words: str) -> None:
    assert DANGER.heard(words.upper().replace("'", "\u2019") + "!!!")


def test_danger_in_the_middle_of_a_long_story_is_noticed() -> None:
    story = "I came on Tuesday and nobody had my form. " * 200
    assert not DANGER.heard(story)
    assert DANGER.heard(f"{story} Then my husband hits me. {story}")


def test_a_phrase_does_not_begin_in_one_sentence_and_end_in_the_next() -> None:
    assert DANGER.heard("he hurts my son")
    assert not DANGER.heard("I fell and my hip hurts. My son drives me.")


def test_an_exception_excuses_its_own_words_and_no_others() -> None:
    assert not DANGER.heard("the bus beat me to the stop")
    assert DANGER.heard("the bus beat me to the stop and my brother beat me with a belt")


def test_danger_is_heard_inside_a_form_and_in_words_of_any_length_before_anything_else() -> None:
    understanding = Understanding(EXAMPLES)
    commands = ("stop", "stop_now", "go_back", "talk_to_person", "help_now")
    for words in ("he hits me", "I want to die", "x" * 300 + " he hits me", "/he hits me"):
        assert understanding.parse(words, "en", only=commands) == ("danger", 1.0)
        assert understanding.parse(words, "pl") == ("danger", 1.0)


@pytest.mark.parametrize("words", ["mąż mnie bije", "Boję się wracać do domu", "chcę umrzeć", "uderzył mnie"])
def test_danger_is_heard_in_polish_too_whatever_language_was_chosen(words: str) -> None:
    assert Understanding(EXAMPLES).parse(words, "en")[0] == "danger"


@pytest.mark.parametrize("words", ["Mam pytanie o czynsz", "Boję się, że się spóźnię", "Nikt nie przyszedł"])
def test_ordinary_polish_is_no_danger(words: str) -> None:
    assert not DANGER.heard(words)


@pytest.mark.parametrize("lang", IN_DANGER)
def test_danger_in_other_languages_is_noticed_and_seldom_taken_for_it(lang: str) -> None:
    assert len(IN_DANGER[lang]) >= 40
    assert len(HARMLESS[lang]) >= 40
    assert [words for words in IN_DANGER[lang] if not DANGER.heard(words)] == []
    mistaken = [words for words in HARMLESS[lang] if DANGER.heard(words)]
    assert len(mistaken) <= len(HARMLESS[lang]) / 20, mistaken


@pytest.mark.parametrize(
    "words",
    [
        "زَوجي يَضرِبُني",  # with vowel marks
        "زوجى يضربنى",  # final ya as alif
        "ويضربني كل يوم",  # "and" written as one with the verb
        "يـضـربـني",  # stretched
        "حياتى فى خطر؟ ساعدونى",
        "MÓJ MĄŻ MNIE BIJE",
        "maz mnie bił",
    ],
)
def test_letters_that_people_type_for_each_other_hide_nothing(words: str) -> None:
    assert DANGER.heard(words)


def test_waiting_is_not_one_slip_away_from_dying() -> None:
    assert not DANGER.heard("أنتظر الرد منكم")


def test_what_the_chat_knows_by_other_names_is_no_danger() -> None:
    told = {*HARM_EXAMPLES, DANGER_PHRASES, NOT_DANGER}
    known = {intent: texts for intent, texts in EXAMPLES["en"].items() if intent not in told}
    assert {intent for intent, texts in known.items() if any(map(DANGER.heard, texts))} == set()


def test_without_a_list_there_is_no_danger_to_hear() -> None:
    assert not Danger({}).heard("he hits me")
