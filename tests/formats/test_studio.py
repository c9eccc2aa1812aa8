import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from webchat.formats.apart import Apart
from webchat.formats.pico import Pico
from webchat.formats.recordings import Recordings
from webchat.formats.speech import Busy, NothingToSay, NoVoice, SpeechFailed, TooLong
from webchat.formats.studio import Studio

from .voices import SILENCE, Calm, Environment, Gated, Naughty

LONG_ENOUGH = 60.0  # seconds: a test machine may be busy, and nothing here should ever need them


@pytest.fixture
def opened(tmp_path):
    """Studios are opened with a voice for English, and closed when the test ends."""
    studios = []

    def open_one(voice, patience=LONG_ENOUGH, folder=tmp_path / "kept", **more):
        studios.append(Studio({"en": voice}, Recordings(folder), patience=patience, **more))
        return studios[-1]

    yield open_one
    for studio in studios:
        studio.close()


@pytest.fixture
def log(tmp_path):
    file = tmp_path / "log"
    file.touch()
    return file


@pytest.fixture
def gated(tmp_path, log):
    """A voice that the test holds at its first word: (voice, wait until it has begun, let it go on)."""
    begun, go = tmp_path / "begun", tmp_path / "go"
    os.mkfifo(begun)
    os.mkfifo(go)
    return Gated(str(log), begun=str(begun), go=str(go)), begun.read_text, lambda: go.write_text("go")


def test_pico_speaks_through_the_studio_and_a_second_listener_hears_the_same(opened, tmp_path):
    studio = opened(Pico())
    first = studio.listen("Call 999 now.", "en", private=False)
    assert studio.listen("Call 999 now.", "en", private=False) == first
    assert [file.name for file in (tmp_path / "kept").iterdir()] == [f"{first.tag}.mp3"]


def test_the_voice_is_given_words_made_ready_and_only_once(opened, log):
    studio = opened(Calm(str(log)))
    for _ in range(2):
        studio.listen("Call  999\nnow", "en", private=False)
    assert log.read_text() == "en Call nine nine nine. now\n"


def test_private_words_are_never_kept(opened, tmp_path, log):
    studio = opened(Calm(str(log)))
    for _ in range(2):
        assert studio.listen("My name is Sam", "en", private=True).mp3 == SILENCE
    assert log.read_text().count("\n") == 2
    assert not (tmp_path / "kept").exists()


@pytest.mark.parametrize("lang", ["pl", "ar"])
def test_a_language_without_a_voice_says_so(opened, lang):
    studio = opened(Calm())
    assert studio.has_voice("en")
    assert not studio.has_voice(lang)
    assert not studio.can_say("Dzień dobry", lang)
    with pytest.raises(NoVoice):
        studio.listen("Dzień dobry", lang, private=False)


def test_words_that_cannot_be_said_never_reach_the_voice(opened, log):
    studio = opened(Calm(str(log)))
    with pytest.raises(NothingToSay):
        studio.listen("😀", "en", private=False)
    with pytest.raises(TooLong):
        studio.listen("word " * 1_000, "en", private=False)
    assert log.read_text() == ""


@pytest.mark.parametrize(
    ("how", "reason"),
    [
        ("raises", "LookupError"),
        ("fails", "SpeechFailed"),
        ("gives_nothing", "not_sound"),
        ("gives_junk", "not_sound"),
        ("gives_text", "TypeError"),
        ("dies", "died"),
    ],
)
def test_a_voice_that_fails_is_one_named_failure_and_the_next_words_are_said(opened, tmp_path, how, reason):
    studio = opened(Naughty(how))
    with pytest.raises(SpeechFailed) as failed:
        studio.listen("bad", "en", private=False)
    assert str(failed.value) == reason  # and never the words
    assert not (tmp_path / "kept").exists()
    assert studio.listen("good", "en", private=False).mp3 == SILENCE


def test_a_voice_may_say_that_it_has_no_voice(opened):
    with pytest.raises(NoVoice):
        opened(Naughty("has_no_voice")).listen("bad", "en", private=False)


def test_what_an_engine_prints_is_not_taken_for_sound(opened):
    assert opened(Naughty("prints")).listen("noisy", "en", private=False).mp3 == SILENCE


@pytest.mark.parametrize("how", ["waits_for_ever", "holds_the_lock"])
def test_a_voice_that_hangs_is_ended_at_the_limit_and_the_next_words_are_said(opened, tmp_path, how):
    kept = tmp_path / "kept"
    with pytest.raises(SpeechFailed, match="too_slow"):
        opened(Naughty(how), patience=0.5).listen("bad", "en", private=False)
    studio = opened(Naughty(how), folder=kept)
    assert studio.listen("good", "en", private=False).mp3 == SILENCE


def test_after_a_hang_the_same_studio_speaks_again(opened):
    studio = opened(Naughty("holds_the_lock"), patience=3.0)
    with pytest.raises(SpeechFailed, match="too_slow"):
        studio.listen("bad", "en", private=False)
    assert studio.waiting == 0
    assert studio.listen("good", "en", private=False).mp3 == SILENCE


def test_the_same_words_asked_for_twice_at_once_are_made_once(opened, log, gated):
    voice, wait_until_begun, let_go = gated
    studio = opened(voice)
    with ThreadPoolExecutor(2) as guests:
        first = guests.submit(studio.listen, "Hello", "en", True)
        wait_until_begun()
        second = guests.submit(studio.listen, "Hello", "en", True)
        while studio.waiting < 2:
            pass
        let_go()
        assert first.result() == second.result()
    assert log.read_text() == "en Hello\n"


def test_when_too_many_wait_the_next_is_told_at_once(opened, gated):
    voice, wait_until_begun, let_go = gated
    studio = opened(voice, most_waiting=1)
    with ThreadPoolExecutor(1) as guests:
        first = guests.submit(studio.listen, "Hello", "en", True)
        wait_until_begun()
        with pytest.raises(Busy):
            studio.listen("Goodbye", "en", private=True)
        let_go()
        assert first.result().mp3 == SILENCE


def test_a_folder_that_cannot_be_written_does_not_stop_the_voice(opened, tmp_path):
    (tmp_path / "a-file").touch()
    studio = opened(Calm(), folder=tmp_path / "a-file")
    assert studio.listen("Hello", "en", private=False).mp3 == SILENCE


def test_a_damaged_recording_is_made_again(opened, tmp_path, log):
    studio = opened(Calm(str(log)))
    first = studio.listen("Hello", "en", private=False)
    (tmp_path / "kept" / f"{first.tag}.mp3").write_bytes(b"\0" * 9_000)
    assert studio.listen("Hello", "en", private=False) == first
    assert log.read_text().count("\n") == 2


def test_closing_ends_the_voice_that_is_speaking_and_refuses_the_next(opened, gated):
    voice, wait_until_begun, _ = gated
    studio = opened(voice)
    with ThreadPoolExecutor(1) as guests:
        cut_off = guests.submit(studio.listen, "Hello", "en", True)
        wait_until_begun()
        studio.close()
        with pytest.raises(SpeechFailed, match="died"):
            cut_off.result()
    with pytest.raises(SpeechFailed, match="closed"):
        studio.listen("Hello", "en", private=True)


def test_no_password_of_the_server_reaches_an_engine(monkeypatch, tmp_path):
    monkeypatch.setenv("WEBCHAT_DATABASE", "postgresql://desk:secret@localhost/desk")
    seen = tmp_path / "seen"
    Apart().speak(Environment(str(seen)), "Hello", "en", LONG_ENOUGH)
    assert "secret" not in seen.read_text()
