"""With the online voice off nothing is ever asked of it; with it on, only fixed text is (guest-rules G8)."""

import pytest

from webchat.formats.fixed import FixedText, NotFixed
from webchat.formats.online import Online
from webchat.formats.recordings import Recordings
from webchat.formats.speech import NoVoice
from webchat.formats.studio import Studio

from . import google as stand_in
from .voices import SILENCE, Calm

HELLO = FixedText("utter_hello", "pl", {"utter_hello": "Dzień dobry."})


@pytest.fixture
def outside(tmp_path, monkeypatch):
    """The only way out of this process and its children: a proxy that leads to a stand-in for Google."""
    google = stand_in.Google(tmp_path)
    google.answer = stand_in.speaks(SILENCE)
    proxy = stand_in.Proxy(google.port)
    proxy.google = google
    monkeypatch.setenv("HTTPS_PROXY", proxy.address)
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    with stand_in.running(google), stand_in.running(proxy):
        yield proxy


def studio(tmp_path, online=None):
    return Studio({"en": Calm()}, Recordings(tmp_path / "kept"), online=online, patience=60)


def test_with_the_online_voice_off_nothing_is_asked_of_anyone(outside, tmp_path):
    off = studio(tmp_path)
    off.listen("Hello, my name is Sam", "en", private=True)
    with pytest.raises(NoVoice):
        off.record(HELLO)
    for words in (HELLO, "Mam na imię Sam"):
        assert not off.can_say(words, "pl")
        with pytest.raises(NoVoice):
            off.listen(words, "pl", private=False)
    assert outside.wanted == []


def test_with_it_on_a_guest_who_listens_still_asks_nothing_of_anyone(outside, tmp_path):
    on = studio(tmp_path, Online())
    on.listen("Hello, my name is Sam", "en", private=True)
    for words in (HELLO, "Mam na imię Sam"):
        with pytest.raises(NoVoice):
            on.listen(words, "pl", private=False)
    with pytest.raises(NotFixed):
        on.record("Mam na imię Sam")
    assert outside.wanted == []


def test_fixed_text_recorded_ahead_is_heard_afterwards_and_asked_for_once(outside, tmp_path):
    on = studio(tmp_path, Online())
    made = on.record(HELLO)
    assert outside.wanted == ["translate.google.com:443"]
    assert on.record(HELLO) == made
    assert on.can_say(HELLO, "pl")
    assert on.listen(HELLO, "pl", private=False) == made
    assert made.mp3 == SILENCE
    assert len(outside.google.asked) == 1
    assert not on.can_say(str(HELLO) + " Sam", "pl")


def test_turned_off_again_what_was_recorded_is_silent(outside, tmp_path):
    studio(tmp_path, Online()).record(HELLO)
    assert not studio(tmp_path).can_say(HELLO, "pl")
