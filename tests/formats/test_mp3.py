import pytest

from webchat.formats.mp3 import is_mp3, mp3_of

SILENCE = mp3_of(bytes(32_000), 16_000)


def test_raw_sound_becomes_mp3_of_32_kilobits_a_second():
    assert is_mp3(SILENCE)
    assert len(SILENCE) == pytest.approx(4_000, rel=0.15)  # one second, and the frames around it


@pytest.mark.parametrize(
    "junk",
    [
        b"",
        b"\xff",
        b"<html>Before you continue to Google</html>",
        b"\0" * 4_000,
        b"\xff\xfb\x90\x00" + b"\0" * 4_000,  # one good header, then nothing where the next should be
        b"\xff\xfb\x90\x00",  # a header and no sound
        b"\xff\xf1\x50\x80" + b"\0" * 400,  # AAC begins alike
        b"\xff\xfb\xf0\x00" + b"\0" * 400,  # a bit rate that does not exist
        b"\xff\xfb\x9c\x00" + b"\0" * 400,  # a sample rate that does not exist
        SILENCE[1:],
    ],
)
def test_what_is_not_mp3_is_told_apart(junk):
    assert not is_mp3(junk)


@pytest.mark.parametrize(
    ("header", "length"),
    [("fffb9064", 417), ("fff348c4", 144), ("fff344c4", 96), ("fffb9264", 418), ("ffe318c4", 72)],
)
def test_a_frame_is_followed_to_where_the_next_one_begins(header, length):
    frame = bytes.fromhex(header).ljust(length, b"\0")
    assert is_mp3(frame)
    assert is_mp3(frame * 2)
    assert not is_mp3(frame + b"\0" + frame)
