"""The real gTTS client against a stand-in on loopback: what it says, and every way in which it fails."""

import json

import pytest

from webchat.formats import online
from webchat.formats.fixed import FixedText, NotFixed
from webchat.formats.online import Online
from webchat.formats.speech import NoVoice, SpeechFailed

from . import google as stand_in
from .voices import SILENCE

WORDS = {
    "utter_hello": "Dzień dobry. Zadzwoń pod 999.",
    "utter_emoji": "😀",
    "utter_long": "یہ پہلا جملہ ہے۔ " * 12,
}


@pytest.fixture
def google(tmp_path, monkeypatch):
    server = stand_in.Google(tmp_path)
    server.answer = stand_in.speaks(SILENCE)
    monkeypatch.setattr(
        "gtts.tts._translate_url", lambda tld="com", path="": f"https://127.0.0.1:{server.port}/{tld}/{path}"
    )
    with stand_in.running(server):
        yield server


def fixed(lang, name="utter_hello"):
    return FixedText(name, lang, WORDS)


def asked_for(google):
    """What Google was asked to say: (words, its tag) of each request."""
    return [tuple(json.loads(json.loads(form)[0][0][1])[:2]) for form in google.asked]


def test_a_fixed_text_is_said_in_its_own_language(google):
    assert Online().speak(fixed("pl"), "pl") == SILENCE
    assert asked_for(google) == [("Dzień dobry. Zadzwoń pod 9 9 9.", "pl")]


@pytest.mark.parametrize("not_fixed", ["My name is Sam", "Dzień dobry. Zadzwoń pod 999."])
def test_loose_words_are_never_sent(google, not_fixed):
    with pytest.raises(NotFixed):
        Online().speak(not_fixed, "pl")
    assert google.asked == []


def test_a_text_is_not_read_in_another_language(google):
    with pytest.raises(NotFixed):
        Online().speak(fixed("pl"), "ar")
    assert google.asked == []


@pytest.mark.parametrize(
    ("ours", "googles"),
    [("pt_PT", "pt-PT"), ("pt-PT", "pt-PT"), ("fr-CA", "fr-CA"), ("zh_Hans", "zh-CN"), ("en", "en")],
)
def test_a_language_is_never_swapped_for_a_cousin(google, ours, googles):
    Online().speak(fixed(ours), ours)
    assert [tag for _, tag in asked_for(google)] == [googles]


@pytest.mark.parametrize("lang", ["so", "fa", "ckb", "", "xx"])
def test_a_language_google_does_not_speak_is_not_asked_for(google, lang):
    with pytest.raises(NoVoice):
        Online().speak(fixed(lang), lang)
    assert google.asked == []


def test_nothing_sayable_is_not_sent(google):
    with pytest.raises(SpeechFailed):
        Online().speak(fixed("pl", "utter_emoji"), "pl")
    assert google.asked == []


def test_a_long_text_in_another_script_is_cut_only_between_sentences(google):
    sound = Online().speak(fixed("ur", "utter_long"), "ur")
    parts = [words for words, _ in asked_for(google)]
    assert len(parts) > 1
    assert sound == SILENCE * len(parts)
    assert all(len(part) <= 100 and part.rstrip("۔ ").endswith("ہے") for part in parts)


@pytest.mark.parametrize(
    "answer",
    [
        *(pytest.param(stand_in.fails(status), id=str(status)) for status in (403, 404, 500, 503)),
        pytest.param(stand_in.fails(429, Retry_After="3600"), id="429"),
        pytest.param(stand_in.says(b'[["wrb.fr","jQ1olc",null,null,null,[3],"generic"]]\n'), id="no sound"),
        pytest.param(stand_in.says(b"[]\n"), id="no marker"),
        pytest.param(stand_in.says(b"\xff\xfe jQ1olc\n"), id="not text"),
        pytest.param(stand_in.says(b'[["wrb.fr","jQ1olc","[\\"a\\"]",null]]\n'), id="not base64"),
        pytest.param(stand_in.sends_elsewhere, id="302 to a consent page"),
        pytest.param(stand_in.breaks_off, id="cut off"),
        pytest.param(stand_in.speaks(b""), id="empty"),
        pytest.param(stand_in.speaks(b"<html>not sound</html>"), id="not MP3"),
    ],
)
def test_every_way_google_fails_is_one_named_failure(google, answer):
    google.answer = answer
    with pytest.raises(SpeechFailed):
        Online().speak(fixed("pl"), "pl")


def test_nobody_at_the_other_end_is_a_named_failure(monkeypatch):
    monkeypatch.setattr("gtts.tts._translate_url", lambda tld="com", path="": "https://127.0.0.1:1/")
    with pytest.raises(SpeechFailed):
        Online().speak(fixed("pl"), "pl")


def test_an_answer_that_never_comes_is_not_waited_for(google, monkeypatch):
    assert online._TIMEOUT == (3, 10)  # guest-rules G8d
    monkeypatch.setattr(online, "_TIMEOUT", (3, 0.2))
    google.answer = stand_in.never_answers
    with pytest.raises(SpeechFailed, match="online"):
        Online().speak(fixed("pl"), "pl")
