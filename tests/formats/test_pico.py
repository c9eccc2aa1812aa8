"""The real engine. It runs in this process here only because these words are known not to hang it."""

import pytest

from webchat.formats.mp3 import is_mp3
from webchat.formats.pico import Pico, plain
from webchat.formats.speech import NoVoice, SpeechFailed


def test_pico_says_english():
    sound = Pico().speak("We aim to reply by Tuesday the 1st of December 2026.", "en")
    assert is_mp3(sound)
    assert 8_000 < len(sound) < 40_000  # two to ten seconds


def test_longer_words_make_a_longer_recording():
    short, long = (Pico().speak("We will write to you. " * times, "en") for times in (1, 8))
    assert len(long) > 5 * len(short)


@pytest.mark.parametrize("lang", ["pl", "ar", "so", "", "en-XX"])
def test_pico_has_no_voice_in_other_languages(lang):
    with pytest.raises(NoVoice):
        Pico().speak("Dzień dobry", lang)


def test_words_that_pico_cannot_say_fail_by_name():
    with pytest.raises(SpeechFailed, match="silent"):
        Pico().speak("مرحبا", "en")


@pytest.mark.parametrize("open_tag", ["<", "\\<", "<<"])
def test_a_guests_words_cannot_make_pico_write_a_file(tmp_path, open_tag):
    stolen = tmp_path / "stolen.wav"
    Pico().speak(f'{open_tag}genfile file="{stolen}">hello{open_tag}/genfile> there', "en")
    assert list(tmp_path.iterdir()) == []


def test_a_guests_words_cannot_set_the_speed():
    tagged = Pico().speak('<speed level="20">hello there</speed>', "en")
    untagged = Pico().speak('speed level="20" hello there speed', "en")
    assert len(tagged) == len(untagged)


def test_no_word_that_reaches_pico_is_long_enough_to_hang_it():
    # 5,000 of one letter never came back; 300 figures failed.
    assert max(map(len, plain("x" * 5_000 + " " + "5" * 300).split())) <= 40
    assert is_mp3(Pico().speak("x" * 400, "en"))


def test_a_missing_voice_file_is_a_failure_with_a_name(monkeypatch, tmp_path):
    monkeypatch.setattr("py_nanotts._default_lingware_path", lambda: str(tmp_path))
    with pytest.raises(SpeechFailed, match="engine"):
        Pico().speak("Hello", "en")
