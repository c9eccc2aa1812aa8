"""What guests type in Polish and Arabic finds its journey, and who is not satisfied is heard (E1; line 8)."""

import pytest

from tests.actions.walking import PROJECT
from tests.chat.said_in_other_tongues import IN_DANGER
from tests.chat.said_unhappily_elsewhere import UNHAPPY_IN
from webchat.chat.safety import Safety
from webchat.chat.understanding import Understanding

UNDERSTANDING = Understanding(PROJECT.examples)
_SAID = {
    "pl": """
question: czy moge zapytac o zasilki
question: czy macie kurs komputerowy
appointment: chcę umówić wizytę w środę
appointment: proszę o spotkanie z doradcą
change_appointment: odwołuję jutrzejszą wizytę
compliment: chciałam podziękować Ani
compliment: jesteście super
comment: proponuję otwarte soboty
comment: mam pomysł na nową grupę
concern: martwię się o babcię
track: gdzie jest odpowiedź na moją wiadomość
person: chcę mówić z człowiekiem
""",
    "ar": """
question: سؤال عن المساعدات
question: هل عندكم دورة كمبيوتر
appointment: احجز موعد يوم الاربعاء
appointment: اريد مقابلة مستشار
change_appointment: الغاء موعد الغد
compliment: شكرا لكم من قلبي على المساعدة
compliment: انتم ممتازين
comment: اقترح تفتحوا يوم الجمعة
comment: عندي فكرة لمجموعة جديدة
concern: قلقانة على جدتي
track: وين الرد على رسالتي
person: بدي احكي مع موظف
""",
}
SAID = [(lang, *one.split(": ", 1)) for lang, text in _SAID.items() for one in text.strip().splitlines()]
HAPPY = {
    "pl": ("Dziękuję Oli, była taka miła", "super zajęcia w czwartek", "bardzo dziękuję za jedzenie"),
    "ar": ("شكرا علا كانت لطيفة جدا", "شكرا على الطعام", "اقترح اضافة مقاعد"),
}


def test_most_messages_lead_to_the_door_they_are_for() -> None:
    wrong = [one for one in SAID if UNDERSTANDING.understand(one[2], one[0]).suggests.value != one[1]]
    assert len(wrong) <= len(SAID) / 10, wrong


@pytest.mark.parametrize("lang", UNHAPPY_IN)
def test_thirty_sentences_of_somebody_not_satisfied_are_heard(lang: str) -> None:
    assert len(UNHAPPY_IN[lang]) == 30
    missed = [words for words in UNHAPPY_IN[lang] if not UNDERSTANDING.sounds_unhappy(words, lang)]
    assert len(missed) <= 3, missed


@pytest.mark.parametrize("lang", HAPPY)
def test_thanks_and_ideas_are_left_what_they_are(lang: str) -> None:
    assert [words for words in HAPPY[lang] if UNDERSTANDING.sounds_unhappy(words, lang)] == []


@pytest.mark.parametrize("lang", IN_DANGER)
def test_danger_is_heard_before_any_journey(lang: str) -> None:
    assert [one for one in IN_DANGER[lang] if UNDERSTANDING.understand(one, lang).safety is Safety.NONE] == []
