import os
import stat

import pytest

from webchat.formats.recordings import Recordings, tag_of

from .voices import SILENCE

TAG = tag_of("calm", "en", "hello")


def test_what_is_kept_is_found_again_by_another_process(tmp_path):
    Recordings(tmp_path / "new" / "folder").keep(TAG, SILENCE)
    assert Recordings(tmp_path / "new" / "folder").find(TAG) == SILENCE
    assert [file.name for file in (tmp_path / "new" / "folder").iterdir()] == [f"{TAG}.mp3"]


def test_a_tag_differs_with_the_voice_the_language_and_the_words():
    tags = {tag_of("a", "en", "b"), tag_of("a", "en", "c"), tag_of("a", "pl", "b"), tag_of("b", "en", "b")}
    assert len(tags | {tag_of("ae", "n", "b")}) == 5


@pytest.mark.parametrize("damage", [b"", b"\0" * 5_000, b"<html>", SILENCE[7:]])
def test_a_damaged_file_is_not_found_and_is_made_good_by_keeping_it_again(tmp_path, damage):
    recordings = Recordings(tmp_path)
    (tmp_path / f"{TAG}.mp3").write_bytes(damage)
    assert recordings.find(TAG) is None
    recordings.keep(TAG, SILENCE)
    assert recordings.find(TAG) == SILENCE


def test_the_longest_unheard_goes_first_when_the_folder_is_full(tmp_path):
    recordings = Recordings(tmp_path, most_bytes=2 * len(SILENCE))
    old, heard, new = (tag_of("calm", "en", words) for words in ("old", "heard", "new"))
    for seconds, tag in enumerate((heard, old)):
        recordings.keep(tag, SILENCE)
        os.utime(tmp_path / f"{tag}.mp3", (seconds, seconds))
    recordings.find(heard)
    recordings.keep(new, SILENCE)
    assert recordings.find(old) is None
    assert recordings.find(heard) == recordings.find(new) == SILENCE


def test_a_part_left_by_a_crash_counts_and_goes(tmp_path):
    part = tmp_path / "crash.part"
    part.write_bytes(bytes(10 * len(SILENCE)))
    os.utime(part, (1, 1))
    Recordings(tmp_path, most_bytes=2 * len(SILENCE)).keep(TAG, SILENCE)
    assert not part.exists()
    assert Recordings(tmp_path).find(TAG) == SILENCE


def test_what_could_never_fit_is_not_kept(tmp_path):
    Recordings(tmp_path, most_bytes=len(SILENCE) - 1).keep(TAG, SILENCE)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_costs_nothing_but_speed(tmp_path, caplog):
    in_the_way = tmp_path / "a-file"
    in_the_way.write_text("")
    recordings = Recordings(in_the_way)
    recordings.keep(TAG, SILENCE)
    assert recordings.find(TAG) is None
    assert "could not be kept" in caplog.text


def test_a_full_disk_leaves_no_half_a_file(tmp_path, monkeypatch, caplog):
    def no_space(source, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", no_space)
    Recordings(tmp_path).keep(TAG, SILENCE)
    assert list(tmp_path.iterdir()) == []
    assert "could not be kept" in caplog.text


def test_only_the_server_may_read_a_recording(tmp_path):
    Recordings(tmp_path).keep(TAG, SILENCE)
    assert stat.S_IMODE((tmp_path / f"{TAG}.mp3").stat().st_mode) == 0o600
